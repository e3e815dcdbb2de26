"""Chimeras: author, year and title of one work, journal, volume and page of another; both are named, whatever
source is asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from litreview.matching.chimera import find_donors
from litreview.matching.resolve import resolve
from litreview.model.match import MatchStatus
from litreview.model.reasons import DecidedBy
from litreview.model.source import Source
from litreview.sources.index import Index
from litreview.sources.index_build import build_index
from litreview.sources.snapshot import Snapshot
from tests.matching.lab_records import references

DRIFT = ("10.5555/drift.1", "Haugland Siri; Brekke Jon", 2011,
         "Tidal drift of driftwood fences in cold estuaries",
         "Journal of Estuary Works", "14", "2", "201-219")  # fmt: skip
SEALS = ("10.5555/seals.1", "Mbeki Thandi; Roux Anna", 2009,
         "Counting grey seals from kites over northern ice",
         "Annals of Kite Survey", "31", "4", "77-90")  # fmt: skip
KNOTS = ("10.5555/knots.1", "Pereira Luis; Costa Ana", 2004, "A field guide to knots that hold in cold water",
         "Rope Letters", "3", "1", "12-31")  # fmt: skip


def crossref(row: tuple[Any, ...]) -> dict[str, Any]:
    doi, who, year, title, journal, volume, issue, page = row
    people = [dict(zip(("family", "given"), name.split(), strict=True)) for name in who.split("; ")]
    return {
        "DOI": doi, "type": "journal-article", "title": [title], "author": people, "volume": volume,
        "issued": {"date-parts": [[year]]}, "container-title": [journal], "issue": issue, "page": page,
    }  # fmt: skip


def noise() -> list[dict[str, Any]]:
    """Other works of the same journals and surnames."""
    names, places = ("Haugland", "Mbeki", "Olsen"), ("Journal of Estuary Works", "Annals of Kite Survey")
    return [
        crossref((
            f"10.5555/noise.{at}", f"{names[at % 3]} Kim", 1990 + at % 30,
            f"Notes on harbour {at} and its cranes", places[at % 2], str(at % 40), "1", f"{at + 1}-{at + 9}",
        ))
        for at in range(80)
    ]  # fmt: skip


@pytest.fixture(params=["snapshot", "index"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Source:
    file = tmp_path / "records.jsonl"
    records = [*map(crossref, (DRIFT, SEALS, KNOTS)), *noise()]
    file.write_text("".join(f"{json.dumps(item)}\n" for item in records), encoding="utf-8")
    if request.param == "snapshot":
        return Snapshot(file)
    build_index([file], tmp_path / "works.idx")
    return Index(tmp_path / "works.idx")


def printed(words: tuple[Any, ...], place: tuple[Any, ...], title: str = "") -> str:
    who = ", ".join(f"{name.split()[0]} {name.split()[1][0]}" for name in words[1].split("; "))
    return f"{who}. {title or words[3]}. {place[4]}. {words[2]};{place[5]}({place[6]}):{place[7]}."


@pytest.mark.parametrize(
    ("words", "place"),
    [(DRIFT, SEALS), (SEALS, DRIFT), (KNOTS, SEALS), (DRIFT, KNOTS), (SEALS, KNOTS), (KNOTS, DRIFT)],
)
def test_the_words_of_one_work_and_the_place_of_another(
    words: tuple[Any, ...], place: tuple[Any, ...], source: Source
) -> None:
    (match,) = resolve(references(printed(words, place)), source=source)
    assert (match.status, match.decided_by) == (MatchStatus.UNMATCHED, DecidedBy.CHIMERA)
    assert {donor.work.doi for donor in match.donors} == {words[0], place[0]}


def test_three_donors(source: Source) -> None:
    (match,) = resolve(references(printed(DRIFT, SEALS, KNOTS[3])), source=source)
    assert {donor.work.doi for donor in match.donors} == {DRIFT[0], SEALS[0], KNOTS[0]}


def test_one_wrong_field_is_no_chimera(source: Source) -> None:
    (match,) = resolve(references(printed(DRIFT, DRIFT[:4] + SEALS[4:5] + DRIFT[5:])), source=source)
    assert match.work is not None
    assert match.work.doi == DRIFT[0]
    assert find_donors([]) == ()
