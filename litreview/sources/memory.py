"""A candidate index in memory for up to some 100,000 works: keys, rare title words, author and year."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import product

from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.normalise.text import fold
from litreview.sources.keys import (
    family_key,
    reference_dois,
    reference_keys,
    reference_text,
    text_families,
    text_years,
    work_keys,
)
from litreview.sources.ranking import affinity, profile, query_words, search_words

MOST_CANDIDATES = 20
"""Works given for a reference: as many as a search of Crossref brings."""
LONGEST_POSTING = 60
"""Works under one key past which it tells nothing ("v|1|1" is the first paper of every journal;
judgement)."""
RARE_WORDS, SEARCHED = 8, 25
"""Words of a reference that are searched, and works that this search may bring up (judgement)."""


class MemoryIndex:
    """Finds the works a reference may mean among the given ones."""

    def __init__(self, works: Sequence[Work]) -> None:
        self._works = works
        self._profiles = [profile(work) for work in works]
        self._keys: dict[str, list[int]] = defaultdict(list)
        self._words: dict[str, list[int]] = defaultdict(list)
        self._people: dict[str, list[int]] = defaultdict(list)
        self._journals: dict[str, list[int]] = defaultdict(list)
        for at, work in enumerate(works):
            self._add(at, work)

    def _add(self, at: int, work: Work) -> None:
        for key in work_keys(work):
            self._keys[key].append(at)
        if work.doi:
            self._keys[f"doi|{work.doi}"].append(at)
        for word in dict.fromkeys(search_words(work).split()):
            self._words[word].append(at)
        for journal in _journal_names(work):
            self._journals[journal].append(at)
        for family in {family_key(name) for name in work.author[:3]}:
            self._people[family].append(at)
            for year in work.years:
                self._people[f"{family}|{year}"].append(at)

    def candidates(self, reference: Reference) -> tuple[Work, ...]:
        """At most ``MOST_CANDIDATES`` works, the nearest first; works with a shared DOI before all others."""
        words = query_words(reference)
        identified = [at for doi in reference_dois(reference) for at in self._keys.get(f"doi|{doi}", ())]
        found = {*self._by_key(reference), *self._by_words(words), *self._by_author(reference)}
        found -= set(identified)
        ranked = sorted(found, key=lambda at: (-affinity(words, self._profiles[at]), at))
        return tuple(self._works[at] for at in (identified + ranked)[:MOST_CANDIDATES])

    def neighbours(self, work: Work) -> tuple[Work, ...]:
        """The works with the same ISSN, or of a journal with the same name, in order; without the work."""
        found = {at for journal in _journal_names(work) for at in self._journals.get(journal, ())}
        return tuple(self._works[at] for at in sorted(found) if self._works[at].id != work.id)

    def _by_key(self, reference: Reference) -> Iterator[int]:
        for key in reference_keys(reference):
            postings = self._keys.get(key, ())
            if len(postings) <= LONGEST_POSTING:
                yield from postings

    def _by_words(self, words: frozenset[str]) -> list[int]:
        """Works that share the rarest title words with the reference, by the sum of their rarity."""
        total = len(self._works)
        known = sorted((len(self._words[word]), word) for word in words if word in self._words)
        votes: dict[int, float] = defaultdict(float)
        for count, word in known[:RARE_WORDS]:
            weight = math.log(1 + total / count)
            for at in self._words[word] if count <= max(SEARCHED, total // 10) else ():
                votes[at] += weight
        return nsmallest(SEARCHED, votes, key=lambda at: (-votes[at], at))

    def _by_author(self, reference: Reference) -> Iterator[int]:
        text = reference_text(reference)
        families = text_families(reference, text)
        years = [*(str(year) for year in sorted(reference.work.years)), *text_years(text)]
        for family, year in product(families, dict.fromkeys(years)):
            yield from self._people.get(f"{family}|{year}", ())[:LONGEST_POSTING]
        for family in families:
            postings = self._people.get(family, ())
            yield from postings if len(postings) <= SEARCHED else ()


def _journal_names(work: Work) -> tuple[str, ...]:
    """The ISSNs of a work and the folded name of its journal."""
    return tuple(dict.fromkeys(name for name in (*work.issn, fold(work.container_title)) if name))
