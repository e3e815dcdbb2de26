"""How journals count their volumes, learnt from the papers at hand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from litreview.model.article import Article
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.normalise.journals import same_journal
from litreview.rules.review import Review

ENOUGH = 3
"""Different volumes of one journal that must count alike. BMC Musculoskeletal Disorders: volumes 6, 13, 14
and 22 of 2005, 2012, 2013 and 2021, one volume a year since 2000."""


@dataclass(frozen=True, slots=True)
class Habit:
    """A journal whose year is always volume + ``offset``, and in how many volumes that was seen.
    ``recorded`` tells that registered works, not only references, showed it."""

    journal: str
    offset: int
    seen: int
    recorded: bool


def volume_number(work: Work) -> int | None:
    """The volume as a number; None for "2020" standing for the year, for supplements and for letters."""
    found = re.fullmatch(r"(?:vol(?:ume)?\.?\s*)?(\d{1,3})", work.volume.strip(), re.IGNORECASE)
    return int(found[1]) if found else None


def habits(review: Review, without: tuple[Article, Reference]) -> tuple[Habit, ...]:
    """Journals that count one volume a year; first as the records show it, then as the references do."""
    recorded = _learn(_records(review), recorded=True)
    return (*recorded, *_learn(_references(review, without), recorded=False))


def _records(review: Review) -> Iterator[Work]:
    seen: set[str] = set()
    for matches in review.matches:
        for match in matches:
            for work in (*((match.work,) if match.work else ()), *(item.work for item in match.candidates)):
                if work.id not in seen:
                    seen.add(work.id)
                    yield work


def _references(review: Review, without: tuple[Article, Reference]) -> Iterator[Work]:
    for article in review.articles:
        for reference in article.references:
            if reference is not without[1]:
                yield reference.work


def _learn(works: Iterator[Work], *, recorded: bool) -> tuple[Habit, ...]:
    counted: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for work in works:
        volume = volume_number(work)
        if volume is not None and work.year is not None and work.container_title:
            name = next(
                (one for one in counted if same_journal(one, work.container_title)), work.container_title
            )
            counted[name].add((volume, work.year))
    return tuple(
        Habit(name, next(iter(offsets)), len(pairs), recorded)
        for name, pairs in counted.items()
        if len({volume for volume, _ in pairs}) >= ENOUGH
        and len(offsets := {year - volume for volume, year in pairs}) == 1
    )
