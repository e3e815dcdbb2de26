"""What registrants put into the wrong field, from the record to the work: invented records."""

from __future__ import annotations

import pytest

from litreview.formats.records.crossref import work_from_crossref
from litreview.formats.records.crossref_slips import TOLD_BY_TITLE, parted
from litreview.model.work import Name


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("RETRACTED: Dust in rope works", ["retraction"]),
        ("RETRACTED ARTICLE: Dust in rope works", ["retraction"]),
        ("Retracted: Dust in rope works", ["retraction"]),
        ("[Retracted] Dust in rope works", ["retraction"]),
        ("Dust in rope works (Retracted)", ["retraction"]),
        ("WITHDRAWN: Dust in rope works", ["withdrawal"]),
        ("Withdrawn: the lost rafts of the north", []),
        ("Removed: the lost rafts of the north", []),
        ("Retracted jibs and other signs of storms", []),
        ("Retraction of the jib: a manual", []),
    ],
)
def test_a_title_tells_that_the_paper_was_retracted(title: str, kinds: list[str]) -> None:
    work = work_from_crossref({"DOI": "10.5555/rope.1", "title": [title]})
    assert [update.type for update in work.updated_by] == kinds
    assert all(update.note == TOLD_BY_TITLE for update in work.updated_by)


def test_a_notice_is_not_retracted_and_a_known_retraction_stands_once() -> None:
    notice = {"DOI": "10.5555/rope.2", "type": "retraction"}
    title = ["Retracted: Dust in rope works"]
    assert not work_from_crossref({"title": title, "update-to": [notice]}).updated_by
    (known,) = work_from_crossref({"title": title, "updated-by": [notice]}).updated_by
    assert known.doi == "10.5555/rope.2"


@pytest.mark.parametrize(
    ("name", "people"),
    [
        (Name("Haas and Jana Novotny", "Ulrich"), ["Haas Ulrich", "Novotny Jana"]),
        (Name("Haas; Jana Novotny", "Ulrich"), ["Haas Ulrich", "Novotny Jana"]),
        (Name("Haas1", "Ulrich"), ["Haas Ulrich"]),
        (Name("Novotny2,3*", "Jana"), ["Novotny Jana"]),
        (Name("Ruiz y Campos", "Ana"), ["Ruiz y Campos Ana"]),
        (Name(literal="Sleep and Rowing Group"), ["Sleep and Rowing Group"]),
        (Name("et al"), []),
    ],
)
def test_a_name_is_one_person(name: Name, people: list[str]) -> None:
    assert [str(one) for one in parted(name)] == people


def test_a_journal_s_second_name_is_kept() -> None:
    work = work_from_crossref(
        {"type": "journal-article", "container-title": ["Mast Archives", "Mast Journal"]}
    )
    assert (work.container_title, work.container_title_short) == ("Mast Archives", "Mast Journal")
