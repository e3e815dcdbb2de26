"""Which records are worth comparing: those that share one of a few telling keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from litreview.matching.compare_pages import parse_locator
from litreview.matching.compare_volumes import fold_number
from litreview.model.work import Work
from litreview.normalise.text import fold
from litreview.normalise.titles import title_words

SMALL_BLOCK = 40
"""Records under one key of which every two are compared. The largest block of true duplicates in cytology
and copper holds 8; citations of one work in cora (up to 149) are neighbours when sorted."""
NEIGHBOURS = 6
"""In a larger block each record meets so many neighbours, sorted by title: 100,000 records stay linear
(benchmarks/bench_dedupe)."""
TITLE_START = 4
"""Words at the head of a title that make a key. With 3 to 5 no pair of cytology and copper is missed; 3
brings 60 % more pairs to compare in cytology."""
LONG_WORD = 6
"""Letters from which a word of the title makes a key beside author and year. With 5 to 8 no pair of cytology
and copper is missed; with 10, one pair in a hundred of cora_dev is."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The parts of a record that keys are made of, folded once."""

    title: str
    words: tuple[str, ...]
    word_set: frozenset[str]
    surname: str
    year: int | None
    container: str
    volume: str
    issue: str
    first: str
    doi: str
    type: str

    @property
    def identity(self) -> tuple[object, ...]:
        """Records with the same identity say the same in every compared field."""
        return (
            self.title,
            self.surname,
            self.year,
            self.container,
            self.volume,
            self.issue,
            self.first,
            self.doi,
        )


def fingerprint(work: Work) -> Fingerprint:
    """The folded parts of a record."""
    words = title_words(work.full_title)
    names = work.author or work.editor
    name = (names[0].family or names[0].literal) if names else ""
    surname = fold(name).split()
    locator = parse_locator(work.page or work.article_number)
    return Fingerprint(
        title="".join(words),
        words=words,
        word_set=frozenset(words),
        surname=surname[-1] if surname else "",
        year=work.year,
        container=fold(work.container_title),
        volume=fold_number(work.volume),
        issue=fold_number(work.issue),
        first=locator.first if locator else "",
        doi=work.doi,
        type=work.type,
    )


def keys(one: Fingerprint) -> Iterator[tuple[object, ...]]:
    """The blocking keys of a record; two records that share one are compared."""
    if one.doi:
        yield "doi", one.doi
    if one.title:
        yield "title", one.title
    if len(one.words) >= TITLE_START:
        yield "start", *one.words[:TITLE_START]
        yield "long", *sorted(sorted(set(one.words), key=lambda word: (-len(word), word))[:3])
    if one.first and one.volume:
        yield "place", one.volume, one.first, one.year
        yield "journal", one.volume, one.first, one.container[:1]
    if one.surname and one.year:
        if one.first:
            yield "author", one.surname, one.year, one.first
        yield from (("word", one.surname, one.year, word) for word in one.words if len(word) >= LONG_WORD)
    elif one.surname:
        yield from (("name", one.surname, word) for word in one.words if len(word) >= LONG_WORD)


def candidate_pairs(prints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    """Pairs of positions that share a key, each once, smaller position first."""
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(prints):
        for key in keys(one):
            blocks[hash(key)].append(at)  # two keys with one hash would only cost a comparison
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        for pair in _pairs(members, prints):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _pairs(members: list[int], prints: Sequence[Fingerprint]) -> Iterable[tuple[int, int]]:
    if len(members) <= SMALL_BLOCK:
        return combinations(sorted(set(members)), 2)
    ordered = sorted(
        set(members), key=lambda at: (prints[at].title, prints[at].surname, prints[at].year or 0, at)
    )
    return (
        (min(one, two), max(one, two))
        for place, one in enumerate(ordered)
        for two in ordered[place + 1 : place + 1 + NEIGHBOURS]
    )
