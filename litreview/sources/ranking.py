"""Putting candidates in order: how much of a work can be read in a reference.

A cheap ordering for the twenty or so works that keys and searches bring up; it decides nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.normalise.text import fold
from litreview.sources.keys import family_key, first_page, reference_text

FULL_TITLE = 4
"""Words a title needs to count in full: all of "Pain" stands in many references (judgement)."""

SURE = 0.8
"""Share of a title's words that makes a work convincing; OCR spoils the rest (judgement)."""
TITLE, FAMILY, YEAR, PAGE, VOLUME, CONTAINER = 3.0, 1.2, 0.8, 1.4, 0.6, 0.6
"""Weights, set on the formatted pairs of the Crossref sample (benchmarks/bench_sources)."""

AUTHORS = 6
"""Authors whose family names can be searched (judgement)."""

_COMMON = """
the a an of and in on for with to by from at as is are or its their der die das und des von le la les et de du
el los y en study analysis effect effects using review journal
"""
COMMON = frozenset(_COMMON.split())
"""Words that do not tell titles or journals apart."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a work is looked for in a reference."""

    title: tuple[str, ...]
    family: str
    years: frozenset[str]
    volume: str
    pages: frozenset[str]
    container: tuple[str, ...]


def profile(work: Work) -> Profile:
    """The words and numbers of a work by which it is ranked."""
    return Profile(
        title=title_words(work),
        family=family_key(work.author[0]) if work.author else "",
        years=frozenset(str(year) for year in work.years),
        volume=first_page(work.volume) if work.volume else "",
        pages=frozenset(first_page(text) for text in (work.page, work.article_number) if text),
        container=tuple(set(fold(work.container_title).split()) - COMMON),
    )


def title_words(work: Work) -> tuple[str, ...]:
    """The telling words of a title: no articles, no single letters, each once."""
    words = fold(f"{work.title} {work.subtitle} {work.original_title}").split()
    return tuple(dict.fromkeys(word for word in words if len(word) > 1 and word not in COMMON))


def search_words(work: Work) -> str:
    """The folded text a work is searched by: its titles, its authors' family names and its container."""
    names = fold(" ".join(name.family or name.literal for name in work.author[:AUTHORS]))
    container = set(fold(work.container_title).split()) - COMMON
    return " ".join((*title_words(work), *names.split(), *sorted(container)))


def query_words(reference: Reference) -> frozenset[str]:
    """Words and numbers of a reference, numbers without leading zeros and letters too."""
    work = reference.work
    fields = " ".join((work.full_title, work.container_title, work.volume, work.page, str(work.year or "")))
    names = " ".join(str(name) for name in work.author[:3])
    words = set(fold(f"{reference_text(reference)} {fields} {names}").split())
    numbers = (match for word in words if (match := re.match(r"[a-z]{0,4}(\d++)[a-z]?$", word)))
    return frozenset(words | {match[1].lstrip("0") or "0" for match in numbers})


def convincing(words: frozenset[str], work: Profile) -> bool:
    """Whether a work reads so much like the reference that looking further is a waste of time.

    Nearly all of a telling title with the author or the year; or year, volume and page with the author or the
    journal. It stops a search early and decides nothing else.
    """
    family, year = work.family in words, not words.isdisjoint(work.years)
    if len(work.title) >= FULL_TITLE and (family or year):
        shared = sum(word in words for word in work.title)
        if shared >= SURE * len(work.title):
            return True
    located = year and work.volume in words and not words.isdisjoint(work.pages)
    return located and (family or _container(words, work) >= SURE)


def affinity(words: frozenset[str], work: Profile) -> float:
    """How much of a work stands in a reference, about 0 to 8; higher is nearer."""
    score = 0.0
    if work.title:
        shared = sum(len(word) for word in work.title if word in words) / sum(map(len, work.title))
        score += TITLE * shared * min(1.0, len(work.title) / FULL_TITLE)
    score += FAMILY * (work.family in words)
    score += YEAR * (not words.isdisjoint(work.years))
    score += VOLUME * (work.volume in words)
    score += PAGE * (not words.isdisjoint(work.pages))
    return score + CONTAINER * _container(words, work)


def _container(words: frozenset[str], work: Profile) -> float:
    """The share of the container's words that stand in the reference."""
    if not work.container:
        return 0.0
    return sum(_named(word, words) for word in work.container) / len(work.container)


def _named(word: str, words: frozenset[str]) -> bool:
    """Whether a journal's word stands in the reference, in full or cut ("musculoskelet")."""
    return word in words or any(word[:length] in words for length in (3, 4, 5, 6, 7, 8) if len(word) > length)
