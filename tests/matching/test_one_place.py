"""Author, year and every number agree: the words may be a translation or another edition's name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from litreview.matching.one_place import is_one_place
from litreview.matching.resolve import resolve
from litreview.model.reasons import Note
from litreview.model.work import Work
from tests.matching.lab_records import MemorySource, record, references

FOUND = record(
    "10.5555/nebel.1", "Wald Johanna; Busch Peter", 2017, "Rückenschmerz und Nebel im Hochgebirge",
    "Deutsches Bergblatt Online", "114(51-52):883-890",
)  # fmt: skip
CITED = (
    "Wald J, Busch P. Low back pain and the fog in high mountains. Dtsch Bergbl Int. 2017;114(51-52):883-890."
)


def test_a_translated_title_and_a_variant_name_are_matched() -> None:
    (match,) = resolve(references(CITED), source=MemorySource((FOUND,)))
    assert match.work == FOUND
    assert match.agreement is not None
    assert Note.TRANSLATED in match.agreement["title"].notes
    assert match.agreement.different == ()


@pytest.mark.parametrize(
    "changed", [{"volume": "113"}, {"issue": "3"}, {"page": "883-891"}, {"page": "883"}, {"issued": None}]
)
def test_each_number_counts(changed: dict[str, object]) -> None:
    cited: Work = replace(FOUND, **changed)  # type: ignore[arg-type]
    assert is_one_place(FOUND, FOUND)
    assert not is_one_place(cited, FOUND)


def test_another_title_in_the_same_language_stays_another_title() -> None:
    text = CITED.replace("Low back pain and the fog in high mountains", "Harbour fences made of driftwood")
    english = replace(FOUND, title="Low back pain and the fog in high mountains")
    (match,) = resolve(references(text), source=MemorySource((english,)))
    assert match.agreement is None or "title" in match.agreement.different


def test_the_title_of_another_work_is_no_translation() -> None:
    other = record(
        "10.5555/kites.7",
        "Roux Anna",
        2009,
        "Counting seals from kites in the north",
        "Kite Survey",
        "31(4):77-90",
    )
    text = CITED.replace(
        "Low back pain and the fog in high mountains", "Counting seals from kites in the north"
    )
    (alone,) = resolve(references(text), source=MemorySource((FOUND,)))
    (match,) = resolve(references(text), source=MemorySource((FOUND, other)))
    assert alone.agreement is not None
    assert Note.TRANSLATED in alone.agreement["title"].notes
    assert match.work == FOUND
    assert match.agreement is not None
    assert match.agreement["title"].notes == (Note.OTHER_TITLE,)
