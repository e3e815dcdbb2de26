"""A journal's papers by volume, whatever it is called and however a volume is written."""

from __future__ import annotations

import pytest

from litreview.matching.journal_volumes import JournalVolumes, journal_in, volume_number
from litreview.model.work import PartialDate, Work


@pytest.mark.parametrize(
    ("volume", "number"),
    [("12", 12), ("Vol. 12", 12), ("2020", None), ("12 Suppl 1", None), ("12-13", None), ("", None)],
)
def test_only_a_plain_number_counts(volume: str, number: int | None) -> None:
    assert volume_number(Work(volume=volume)) == number


def paper(name: str, volume: str, year: int, doi: str) -> Work:
    return Work(container_title=name, volume=volume, issued=PartialDate(year), doi=doi)


def test_an_abbreviation_is_the_same_journal() -> None:
    known = {"Journal of Invented Posture": 1}
    assert journal_in(known, "J Invented Posture") == "Journal of Invented Posture"
    assert journal_in(known, "Annals of Posture") == ""


def test_the_others_of_a_journal_come_by_volume_and_once() -> None:
    one = paper("Journal of Invented Posture", "3", 2003, "10.5555/c")
    two = paper("J Invented Posture", "1", 2001, "10.5555/a")
    volumes = JournalVolumes([one, two, two, paper("Annals of Posture", "2", 2002, "10.5555/b")])
    volumes.add([Work(container_title="Journal of Invented Posture", volume="2", doi="10.5555/yearless")])
    assert volumes.beside(one) == (two,)
    assert volumes.beside(paper("J Invented Posture", "2", 2002, "10.5555/new")) == (two, one)
    assert volumes.beside(Work(volume="2")) == ()
