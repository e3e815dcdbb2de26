"""The names and year of an in-text citation against those of the list: which entries it nearly means."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from litreview.model.article import Article, CitationItem, Link
from litreview.model.reference import Reference
from litreview.model.work import Name
from litreview.normalise.text import fold
from litreview.rules.views.per_article import per_article

NEAR_NAME = 0.84
"""Jaro-Winkler-like ratio from which two surnames count as one misspelt; set on pairs such as
Unsworth/Unsworht, Nielsen/Nielson (near) and Chou/Zhou, Wang/Wong, Miller/Müller-Schwefe (not near)."""

SHORTEST_MISSPELT = 5
"""Surnames shorter than this are never called misspelt: Chou, Zhou and Chow are three people."""

TYPICAL_YEARS_OFF = 30
"""A reference of the same author is offered for a wrong year only within this many years."""


def cited_as(item: CitationItem) -> str:
    """The item as an editor would say it: "Franke et al. 2015", "[12]"."""
    if item.number is not None:
        return f"[{item.number}]"
    if item.key and not item.names:
        return f"@{item.key}"
    who = " and ".join(item.names[:2]) + (" et al." if item.et_al or len(item.names) > 2 else "")
    return f"{who} {item.year or ''}{item.suffix}".strip()


@lru_cache(maxsize=16384)
def surname(name: Name) -> str:
    """A name's surname folded for comparing; an organisation's whole name."""
    return fold(name.literal or f"{name.particle} {name.family}")


def first_surname(reference: Reference) -> str:
    """The folded surname of the first author, or of the first editor of a work without authors."""
    people = reference.work.author or reference.work.editor
    return surname(people[0]) if people else ""


_fold = lru_cache(maxsize=16384)(fold)


def same_name(written: str, registered: str) -> bool:
    """True where a surname in the text is that of the list, particles and short forms allowed."""
    one, other = _fold(written), registered
    if not one or not other:
        return False
    return (
        one == other or other.endswith(f" {one}") or one.endswith(f" {other}") or other.startswith(f"{one} ")
    )


def near_name(written: str, registered: str) -> bool:
    """True where the two are one surname misspelt, as far as letters can tell."""
    from rapidfuzz.distance import DamerauLevenshtein

    one, other = _fold(written), registered
    if min(len(one), len(other)) < SHORTEST_MISSPELT or same_name(written, registered):
        return False
    return float(DamerauLevenshtein.normalized_similarity(one, other)) >= NEAR_NAME


def is_author_year(item: CitationItem) -> bool:
    """True where the item names authors and a year."""
    return bool(item.names) and item.year is not None and item.number is None and not item.key


def is_dangling(link: Link) -> bool:
    """True where the link leads to no reference."""
    return not link.references


def other_years(item: CitationItem, article: Article) -> tuple[Reference, ...]:
    """References by the cited first author under another year."""
    return tuple(
        reference
        for reference in _may_be_named(item.names[0], article)
        if reference.work.year is not None
        and item.year is not None
        and 0 < abs(reference.work.year - item.year) <= TYPICAL_YEARS_OFF
        and same_name(item.names[0], first_surname(reference))
        and second_fits(item, reference)
    )


def entries_of(name: str, year: int | None, article: Article) -> Iterator[Reference]:
    """The entries of that year by a first author of that name."""
    return (
        reference
        for reference in _may_be_named(name, article)
        if reference.work.year == year and same_name(name, first_surname(reference))
    )


def _may_be_named(name: str, article: Article) -> Iterator[Reference]:
    """The entries, in order, whose first author's name begins or ends with the first or the last word of a
    name: all that ``same_name`` can be true of."""
    words = _fold(name).split(" ")
    found = {at for word in (words[0], words[-1]) for at in _by_word(article).get(word, ())}
    return (article.references[at] for at in sorted(found))


@per_article
def _by_word(article: Article) -> dict[str, list[int]]:
    """Places of entries by the first and the last word of their first author's name."""
    places: dict[str, list[int]] = {}
    for at, reference in enumerate(article.references):
        words = first_surname(reference).split(" ")
        for word in {words[0], words[-1]}:
            places.setdefault(word, []).append(at)
    return places


@per_article
def _by_year(article: Article) -> dict[int | None, list[Reference]]:
    found: dict[int | None, list[Reference]] = {}
    for reference in article.references:
        found.setdefault(reference.work.year, []).append(reference)
    return found


@per_article
def _misspelt(article: Article) -> dict[tuple[str, int | None], tuple[Reference, ...]]:
    """What ``misspelt`` has found: the same wrong name is asked for by several rules and citations."""
    return {}


def misspelt(item: CitationItem, article: Article) -> tuple[Reference, ...]:
    """References of the cited year whose first author is nearly the one named."""
    asked, known = (item.names[0], item.year), _misspelt(article)
    if asked not in known:
        known[asked] = tuple(
            reference
            for reference in _by_year(article).get(item.year, ())
            if near_name(item.names[0], first_surname(reference))
        )
    return known[asked]


def as_coauthor(item: CitationItem, article: Article) -> tuple[Reference, ...]:
    """References of the cited year in which the named person is an author, but not the first."""
    asked, known = (item.names[0], item.year), _coauthored(article)
    if asked not in known:
        known[asked] = tuple(
            reference
            for reference in _by_year(article).get(item.year, ())
            if any(same_name(item.names[0], surname(name)) for name in reference.work.author[1:])
        )
    return known[asked]


@per_article
def _coauthored(article: Article) -> dict[tuple[str, int | None], tuple[Reference, ...]]:
    """What ``as_coauthor`` has found, as ``_misspelt`` keeps it."""
    return {}


def second_fits(item: CitationItem, reference: Reference) -> bool:
    """False where the text names a second author that the list does not have."""
    if len(item.names) < 2 or reference.work.et_al:
        return True
    return any(same_name(item.names[1], surname(name)) for name in reference.work.author[1:])
