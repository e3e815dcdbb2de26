"""One fault is one finding with all its places; what is a habit of an article is said once of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

import litreview as lr
from litreview.model.finding import Cure, CureKind, Finding, Fix, Severity
from litreview.rules.engine.grouping import HABIT, HABIT_OF_LIST, grouped

ENTRIES = "\n\n".join(f"Ito K. Discs {n}. Spine 2001;1:{n}." for n in range(20))
ARTICLE = lr.parse(f"Rest.\n\n## References\n\n{ENTRIES}")
ADDS = "`litreview fix --select M310` adds"


def note(at: int, **changed: object) -> Finding:
    made = Finding("M310", "missing-doi", Severity.NOTE, f"entry {at} lacks one.", reference=f"r{at}")
    made = replace(made, start=at, end=at + 1, field="DOI", found=f"10.5555/{at}", article_at=0)
    made = replace(made, habit="{} references lack a DOI that exists", cure=Cure(CureKind.ADD_DOI))
    return replace(made, **{"fix": Fix(at, at, "doi", safe=True)} | changed)  # type: ignore[arg-type]


def group(*findings: Finding) -> tuple[Finding, ...]:
    return grouped(findings, (ARTICLE,))


def test_a_habit_is_said_once_and_lists_every_place_with_its_own_cure() -> None:
    notes = [note(at) for at in range(5)]
    (one,) = group(*notes)
    assert one.message == f"5 references lack a DOI that exists; {ADDS} them."
    assert one.places == tuple(notes)
    assert (one.reference, one.found, one.fix, one.start) == ("", "", None, 0)


def test_one_or_two_are_no_habit() -> None:
    notes = tuple(note(at) for at in range(HABIT - 1))
    assert group(*notes) == notes


def test_what_a_program_can_cure_is_counted_not_promised() -> None:
    kinds = [note(0), note(1, fix=Fix(1, 1, "doi")), note(2, fix=None)]
    assert group(*kinds)[0].message.endswith(f"; {ADDS} 1 of them, with --unsafe 2.")
    (one,) = group(*(note(at, fix=None) for at in range(3)))
    assert one.message == "3 references lack a DOI that exists."


def test_no_cure_is_promised_for_a_file_that_can_only_be_read() -> None:
    article = replace(ARTICLE, document=replace(ARTICLE.document, format="pdf"))
    (one,) = grouped([note(at) for at in range(3)], (article,))
    assert one.message == "3 references lack a DOI that exists."
    assert all(place.fix for place in one.places)


def test_errors_are_never_a_habit_and_warnings_only_where_half_the_list_has_them() -> None:
    errors = tuple(note(at, severity=Severity.ERROR) for at in range(20))
    assert group(*errors) == errors
    few = tuple(note(at, severity=Severity.WARNING) for at in range(HABIT_OF_LIST))
    assert group(*few) == few  # of twenty entries
    assert len(group(*(note(at, severity=Severity.WARNING) for at in range(10)))) == 1


def test_articles_and_kinds_stay_apart() -> None:
    notes = [*(note(at) for at in range(3)), *(note(at, article_at=1) for at in range(3))]
    assert [one.article_at for one in grouped(notes, (ARTICLE, ARTICLE))] == [0, 1]
    mixed = [note(0), note(1), note(2, habit="{} references give no year")]
    assert group(*mixed) == tuple(mixed)


SAYS = "the text says 2019, the list 2018."
OTHERS = [{"cited": "2017"}, {"reference": "berg"}, {"article_at": None}, {"message": "x."}]


def said(at: int, **changed: object) -> Finding:
    made = Finding("C104", "citation-year-mismatch", Severity.ERROR, SAYS, reference="ito", article_at=0)
    made = replace(made, citation="(Ito, 2019)", field="issued", cited="2019", found="2018")
    return replace(made, **{"start": at, "end": at + 1} | changed)  # type: ignore[arg-type]


def test_one_wrong_year_cited_seven_times_is_one_finding_with_seven_places() -> None:
    (one,) = group(*(said(at) for at in range(7)))
    assert one.message == "the text says 2019, the list 2018; so at 7 places."
    assert [place.start for place in one.places] == list(range(7))
    assert (one.reference, one.start, one.citation) == ("ito", 0, "(Ito, 2019)")


@pytest.mark.parametrize(
    "other", [{"cited": "2017"}, {"reference": "berg"}, {"article_at": None}, {"message": "x."}]
)
def test_another_fault_is_another_finding(other: dict[str, object]) -> None:
    assert len(group(said(0), said(1, **other))) == 2


def test_what_only_echoes_a_finding_about_the_list_is_a_place_of_it() -> None:
    listed = said(
        50, rule="M302", name="year-mismatch", citation="", severity=Severity.WARNING, message="it is 2019."
    )
    (one,) = group(said(1, echoes="M302"), said(2, echoes="M302"), listed)
    assert (one.rule, one.severity) == ("M302", Severity.ERROR)  # as grave as what it explains
    assert one.message == "it is 2019; the text says otherwise at 2 places."
    assert [place.severity for place in one.places] == [Severity.WARNING, Severity.NOTE, Severity.NOTE]


def test_an_echo_without_the_finding_stands_for_itself() -> None:
    alone = said(1, echoes="M302")
    assert group(alone) == (alone,)


def test_the_order_is_that_of_the_first_places() -> None:
    findings = [said(1), note(2), said(3), note(4), note(5), said(6, rule="C101", message="y.")]
    assert [one.rule for one in group(*findings)] == ["C104", "M310", "C101"]
