"""How journals count their volumes, learnt from the papers at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from litreview.matching.journal_volumes import journal_in, volume_number
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.rules.engine.review import Review

ENOUGH = 3
"""Different volumes of one journal that must count alike. BMC Musculoskeletal Disorders: volumes 6, 13, 14
and 22 of 2005, 2012, 2013 and 2021, one volume a year since 2000."""


@dataclass(frozen=True, slots=True)
class Habit:
    """A journal's year is always volume + ``offset`` from its volume ``first`` to ``last``; ``seen`` is in
    how many volumes it was. ``recorded`` tells that registered works, not only references, showed it."""

    offset: int
    seen: int
    recorded: bool
    first: int
    last: int

    def holds(self, volume: int, year: int) -> bool:
        """True where the volume or the year lies among those seen; how a journal counted before or after is
        not known."""
        return self.first <= volume <= self.last or self.first <= year - self.offset <= self.last


@dataclass(frozen=True, slots=True)
class Seen:
    """One paper of a journal: its volume and year, and the reference that says so (None for a record)."""

    volume: int
    year: int
    reference: Reference | None = None


def learn(review: Review) -> dict[str, Journal]:
    """Every volume and year that the records and references at hand give, by journal."""
    counted: dict[str, list[Seen]] = {}
    for work, reference in _works(review):
        volume = volume_number(work)
        if volume is not None and work.year is not None and work.container_title:
            name = journal_in(counted, work.container_title) or work.container_title
            counted.setdefault(name, []).append(Seen(volume, work.year, reference))
    return {name: Journal(seen) for name, seen in counted.items()}


class Journal:
    """The papers of one journal; they are counted once, however many references are asked about."""

    def __init__(self, seen: Iterable[Seen]) -> None:
        papers = tuple(seen)
        self._recorded = _habit(
            Counter((one.year, one.volume) for one in papers if one.reference is None), is_recorded=True
        )
        self._cited = Counter((one.year, one.volume) for one in papers if one.reference is not None)
        self._offsets = {year - volume for year, volume in self._cited}
        self._own: dict[tuple[str, int], list[Reference]] = {}
        for one in papers:
            if one.reference is not None:
                self._own.setdefault((one.reference.key, one.reference.start), []).append(one.reference)

    def habit(self, without: Reference) -> Habit | None:
        """How the journal counts: as its records show it, else as the other references do."""
        if self._recorded is not None or len(self._offsets) > 2:
            return self._recorded  # the offset of one reference is all that leaving it out takes away
        same = self._own.get((without.key, without.start), ())
        place = without.work.year or 0, volume_number(without.work) or 0
        return _habit(self._cited - Counter({place: sum(one == without for one in same)}), is_recorded=False)


def _habit(papers: Counter[tuple[int, int]], *, is_recorded: bool) -> Habit | None:
    volumes = {volume for _, volume in papers}
    offsets = {year - volume for year, volume in papers}
    if len(volumes) < ENOUGH or len(offsets) != 1:
        return None
    return Habit(offsets.pop(), len(volumes), is_recorded, min(volumes), max(volumes))


def _works(review: Review) -> Iterator[tuple[Work, Reference | None]]:
    seen: set[str] = set()
    for matches in review.matches:
        for match in matches:
            for work in (*((match.work,) if match.work else ()), *(item.work for item in match.candidates)):
                if work.id not in seen:
                    seen.add(work.id)
                    yield work, None
    for article in review.articles:
        for reference in article.references:
            yield reference.work, reference
