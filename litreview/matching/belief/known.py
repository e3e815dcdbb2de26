"""What is known about a matched reference when its record is judged."""

from __future__ import annotations

from dataclasses import dataclass

from litreview.matching.journal_volumes import volume_number
from litreview.model.match import Agreement, Verdict
from litreview.model.work import Work

AGREEING = (Verdict.EQUAL, Verdict.COMPATIBLE)


@dataclass(frozen=True, slots=True)
class Known:
    """A reference's claim and the record it was matched with, side by side; what other registers have of the
    same work (``witnesses``), and other papers of the record's journal (``neighbours``)."""

    cited: Work
    record: Work
    agreement: Agreement
    witnesses: tuple[Work, ...] = ()
    neighbours: tuple[Work, ...] = ()

    def agrees(self, *fields: str) -> bool:
        """True where reference and record say the same in all of these fields."""
        return all(self.agreement[field].verdict in AGREEING for field in fields)

    def in_volume(self, volume: int) -> tuple[Work, ...]:
        """The neighbours of one volume."""
        return tuple(work for work in self.neighbours if volume_number(work) == volume)
