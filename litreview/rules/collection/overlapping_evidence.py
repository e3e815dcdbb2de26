"""L503."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.model.work import Work
from litreview.rules.engine.placing import prove
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import listed, work_label

_SHARES = {
    "is-based-on": "is based on", "is-basis-for": "is the basis of", "continues": "continues",
    "is-continued-by": "is continued by", "updates": "updates", "is-updated-by": "is updated by",
    "replaces": "replaces", "is-replaced-by": "is replaced by", "is-preprint-of": "is the preprint of",
    "has-preprint": "has the preprint", "is-version-of": "is a version of", "is-summary-of": "sums up",
    "is-summarised-by": "is summed up by", "has-republication": "is printed again as",
    "is-derived-from": "is derived from",
}  # fmt: skip
"""Relations that mean one body of evidence, as Crossref and the records of a snapshot name them, in words."""

_REVIEW = {
    "DOI": "10.5555/review.2016",
    "author": "Moreau C; Berg T",
    "title": "Exercise for shoulder pain in swimmers: a systematic review",
    "container-title": "Manual Therapy",
    "volume": "21",
    "page": "33-41",
    "issued": "2016",
}
_GUIDE = {
    "DOI": "10.5555/guide.2017",
    "author": "Lindqvist A; Berg T",
    "title": "Managing shoulder pain in swimmers: a practice guideline",
    "container-title": "European Spine Journal",
    "volume": "26",
    "page": "1-9",
    "issued": "2017",
}
_CITES = (
    "References\n\nLindqvist A, Berg T. Managing shoulder pain in swimmers: a practice "
    "guideline. Eur Spine J 2017; 26: 1-9.\n\nMoreau C, Berg T. Exercise for shoulder pain "
    "in swimmers: a systematic review. Man Ther 2016; 21: 33-41.\n"
)


@rule(
    "L503",
    Severity.WARNING,
    bad=Example(
        text=_CITES,
        registered=(_GUIDE | {"relation": "is-based-on 10.5555/review.2016"}, _REVIEW),
        says="Lindqvist A, Berg T (2017) in article-1.txt and Moreau C, Berg T (2016) in "
        "article-1.txt rest on one body of evidence (Lindqvist A, Berg T (2017) is based on "
        "Moreau C, Berg T (2016)); count them once.",
    ),
    good=Example(text=_CITES, registered=(_GUIDE, _REVIEW)),
)
def overlapping_evidence(review: Review) -> Iterator[Problem]:
    """Several cited works rest on one body of evidence.

    A review, its update and the guideline built on it are one voice, not three. Counted as independent they
    make evidence look stronger than it is.

    Fix: cite them as what they are, and count them once in tables and summaries.

    Silent where no record says that the works are related; shared authors alone prove nothing.
    """
    cited = _first_places(review)
    for group in _groups(cited):
        works = [cited[identity] for identity in group]
        article, match = works[-1]
        names = listed([f"{work_label(m.work)} in {review.called(a)}" for a, m in works if m.work])
        yield Problem(
            f"{names} rest on one body of evidence{_because(works)}; count them once.",
            work=match.work.id if match.work else "",
            candidates=tuple(group),
            proofs=tuple(prove(one.work) for _, one in works if one.work),
            reference=match.reference.key,
            article=article,
        )


def _first_places(review: Review) -> dict[str, tuple[Article, Match]]:
    places: dict[str, tuple[Article, Match]] = {}
    for article, match in review.resolved:
        if match.work is not None:
            places.setdefault(match.work.id.casefold(), (article, match))
    return _with_relations(places)


def _with_relations(places: dict[str, tuple[Article, Match]]) -> dict[str, tuple[Article, Match]]:
    """Only the works that are related to another cited one."""
    linked: set[str] = set()
    by_record = _records(places)
    for identity, (_, match) in places.items():
        for target, _ in _related(match.work, places, by_record):
            linked |= {identity, target}
    return {identity: place for identity, place in places.items() if identity in linked}


def _records(places: dict[str, tuple[Article, Match]]) -> dict[str, str]:
    """The work's identity by the name of its record."""
    return {match.work.record.casefold(): one for one, (_, match) in places.items() if match.work}


def _related(
    work: Work | None, places: dict[str, tuple[Article, Match]], by_record: dict[str, str]
) -> Iterator[tuple[str, str]]:
    for relation in work.relations if work else ():
        target = relation.id.casefold()
        target = target if target in places else by_record.get(target, "")
        if relation.kind in _SHARES and target and work is not None and target != work.id.casefold():
            yield target, _SHARES[relation.kind]


def _groups(places: dict[str, tuple[Article, Match]]) -> list[list[str]]:
    """Connected works, each group and all groups in the order of their first citation."""
    group_of = {identity: {identity} for identity in places}
    by_record = _records(places)
    for identity, (_, match) in places.items():
        for target, _ in _related(match.work, places, by_record):
            small, large = sorted((group_of[identity], group_of[target]), key=len)
            if small is not large:
                large |= small
                group_of |= dict.fromkeys(small, large)
    order = {identity: at for at, identity in enumerate(places)}
    distinct = {id(group): group for group in group_of.values()}.values()
    unique = {min(order[member] for member in group): group for group in distinct}
    return [sorted(group, key=order.__getitem__) for _, group in sorted(unique.items()) if len(group) > 1]


def _because(works: list[tuple[Article, Match]]) -> str:
    """The relations in words: " (Qaseem A, et al. (2017) is based on Chou R, et al. (2017))"."""
    places = {match.work.id.casefold(): (article, match) for article, match in works if match.work}
    by_record = _records(places)
    told: list[str] = []
    pairs: set[frozenset[str]] = set()
    for identity, (_, match) in places.items():
        for target, words in _related(match.work, places, by_record):
            other = places[target][1].work
            if frozenset((identity, target)) not in pairs and match.work and other:
                pairs.add(frozenset((identity, target)))
                told.append(f"{work_label(match.work)} {words} {work_label(other)}")
    return f" ({'; '.join(told)})" if told else ""
