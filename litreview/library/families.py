"""Families: studies that are versions of one thing, linked and never joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from litreview.library.dedupe import Deduplication
from litreview.library.study import Family
from litreview.library.verdicts import Sameness
from litreview.matching.compare_dois import unversioned
from litreview.model.work import Work

VERSION_RELATIONS = {
    "is-preprint-of", "has-preprint", "is-version-of", "has-version", "is-translation-of", "has-translation",
    "is-replaced-by", "replaces",
}  # fmt: skip
"""Crossref relations that tie versions together; comments and reviews are things of their own."""


@dataclass(frozen=True, slots=True)
class Relations:
    """Pairs of study keys with what ties them: (key, relation, key)."""

    keys: tuple[str, ...]
    ties: tuple[tuple[str, str, str], ...]

    @classmethod
    def of(cls, studies: Mapping[str, tuple[str, Work]], found: Deduplication) -> Relations:
        """Ties between studies (by label): what deduplication saw and what the records say themselves."""
        label_of = dict(zip(found.ids, found.labels, strict=True))
        ties = {
            (*sorted((studies[label_of[pair.a]][0], studies[label_of[pair.b]][0])), pair.reason)
            for pair in found.pairs
            if pair.verdict is Sameness.VERSION and label_of[pair.a] != label_of[pair.b]
        }
        ordered = sorted((one, reason, two) for one, two, reason in ties)
        registered = sorted(_registered(dict(studies.values())))
        return cls(tuple(key for key, _ in studies.values()), tuple(dict.fromkeys([*registered, *ordered])))


def _registered(works: Mapping[str, Work]) -> Iterator[tuple[str, str, str]]:
    """Ties by Crossref relation, by notice, and by one DOI stem (Cochrane's .pub2, preprint versions)."""
    by_doi = {work.doi: key for key, work in works.items() if work.doi}
    stems: defaultdict[str, list[str]] = defaultdict(list)
    for key, work in works.items():
        if work.doi:
            stems[unversioned(work.doi)].append(key)
        for relation in work.relations:
            if relation.kind in VERSION_RELATIONS and by_doi.get(relation.id.casefold(), key) != key:
                yield key, relation.kind, by_doi[relation.id.casefold()]
        for update in (*work.updated_by, *work.update_to):
            if update.doi and by_doi.get(update.doi, key) != key:
                yield key, update.type, by_doi[update.doi]
    for keys in stems.values():
        yield from ((keys[0], "two versions under one DOI stem", key) for key in keys[1:])


def families(relations: Relations) -> tuple[tuple[Family, ...], dict[str, str]]:
    """The families of two studies and more, and the family (smallest key in it) of every study in one."""
    home = {key: key for key in relations.keys}

    def root(key: str) -> str:
        while home[key] != key:
            key = home[key]
        return key

    for one, _, two in relations.ties:
        first, second = sorted((root(one), root(two)))
        home[second] = first
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for key in relations.keys:
        grouped[root(key)].append(key)
    several = {head: keys for head, keys in grouped.items() if len(keys) > 1}
    found = tuple(
        Family(head, tuple(keys), tuple(tie for tie in relations.ties if tie[0] in keys))
        for head, keys in several.items()
    )
    return found, {key: family.key for family in found for key in family.members}
