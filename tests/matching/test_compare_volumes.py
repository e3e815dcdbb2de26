"""Volumes and issues side by side: the same number in another dress is no difference, another one is."""

from __future__ import annotations

import pytest

from litreview.matching.compare_volumes import compare_issues, compare_volumes, fold_number
from litreview.model.match import Verdict
from litreview.model.reasons import Note
from litreview.model.work import PartialDate, Work

EQUAL, COMPATIBLE, DIFFERENT, MISSING = (
    Verdict.EQUAL, Verdict.COMPATIBLE, Verdict.DIFFERENT, Verdict.MISSING,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("12", "12"), ("012", "12"), ("0", "0"), ("10", "10"), ("105", "105"),
        ("Vol. 12", "12"), ("volume 12", "12"), ("Bd. 7", "7"),
        ("Heft 3", "3"), ("No. 4", "4"), ("Jg. 9", "9"), ("t. XII", "xii"), ("vol. xiv", "xiv"),
        ("Vol. 051–52", "51-52"), ("1/2", "1-2"), ("1 & 2", "1-2"), ("1, 2", "1-2"), ("1+2", "1-2"),
        ("Suppl_1", "s 1"), ("S1", "s 1"), ("S 1", "s 1"), ("12 Suppl. 3", "12 s 3"), ("12s", "12 s"),
        ("supplement", "s"), ("Special Issue", "s"), ("4 Pt 2", "4 p 2"), ("part 1", "p 1"), ("4p", "4 p"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_number_without_its_words(text: str, folded: str) -> None:
    assert fold_number(text) == folded


SAME = [
    ("12", "12", EQUAL, ()), ("Vol. 12", "012", EQUAL, ()), ("1/2", "1-2", EQUAL, ()),
    ("12", "13", DIFFERENT, ()), ("12", "21", DIFFERENT, ()), ("1", "11", DIFFERENT, ()),
    # Roman numbers
    ("XIV", "14", COMPATIBLE, (Note.NUMERALS,)), ("14", "xiv", COMPATIBLE, (Note.NUMERALS,)),
    ("IX", "9", COMPATIBLE, (Note.NUMERALS,)), ("XL", "40", COMPATIBLE, (Note.NUMERALS,)),
    ("LXXXVIII", "88", COMPATIBLE, (Note.NUMERALS,)), ("XCIX", "99", COMPATIBLE, (Note.NUMERALS,)),
    ("CD", "400", COMPATIBLE, (Note.NUMERALS,)), ("CM", "900", COMPATIBLE, (Note.NUMERALS,)),
    ("DLV", "555", COMPATIBLE, (Note.NUMERALS,)), ("MCMXCIV", "1994", COMPATIBLE, (Note.NUMERALS,)),
    ("XIV", "16", DIFFERENT, ()), ("IIX", "8", DIFFERENT, ()),
    # a supplement or part, on one side or on both
    ("12 Suppl 1", "12", COMPATIBLE, (Note.SUPPLEMENT,)),
    ("12", "12 Suppl 1", COMPATIBLE, (Note.SUPPLEMENT,)),
    ("Suppl 1", "1", COMPATIBLE, (Note.SUPPLEMENT,)), ("4", "4 Pt 2", COMPATIBLE, (Note.SUPPLEMENT,)),
    ("4 Pt 2", "4", COMPATIBLE, (Note.SUPPLEMENT,)), ("S1", "suppl", COMPATIBLE, (Note.SUPPLEMENT,)),
    ("suppl", "S1", COMPATIBLE, (Note.SUPPLEMENT,)), ("12 Suppl 1", "13", DIFFERENT, ()),
    ("S1", "S2", DIFFERENT, ()), ("Pt 1", "Pt 2", DIFFERENT, ()),
    # a joint number and one of the two; not what lies between, nor pages
    ("10-11", "10", COMPATIBLE, (Note.VARIANT,)), ("11", "10-11", COMPATIBLE, (Note.VARIANT,)),
    ("9-12", "12", COMPATIBLE, (Note.VARIANT,)), ("9-12", "9", COMPATIBLE, (Note.VARIANT,)),
    ("9-13", "9", DIFFERENT, ()), ("9-12", "10", DIFFERENT, ()), ("12-9", "9", DIFFERENT, ()),
    ("10-10", "10", DIFFERENT, ()), ("10-11", "12", DIFFERENT, ()),
    # letters, months, years and running numbers beside it
    ("83-B", "83", COMPATIBLE, (Note.VARIANT,)), ("83", "83B", COMPATIBLE, (Note.VARIANT,)),
    ("5, SI", "5", COMPATIBLE, (Note.VARIANT,)), ("3, May 2010", "3", COMPATIBLE, (Note.VARIANT,)),
    ("4 (234)", "4", COMPATIBLE, (Note.VARIANT,)), ("234", "4 (234)", DIFFERENT, ()),
    ("83-B", "84", DIFFERENT, ()), ("3", "3 Spring", COMPATIBLE, (Note.VARIANT,)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "verdict", "notes"), SAME)
def test_two_numbers(one: str, two: str, verdict: Verdict, notes: tuple[Note, ...]) -> None:
    volume = compare_volumes(Work(volume=one), Work(volume=two))
    assert (volume.field, volume.verdict, volume.notes) == ("volume", verdict, notes)
    assert (volume.cited, volume.found) == (one, two)
    issue = compare_issues(Work(issue=one), Work(issue=two))
    assert (issue.field, issue.verdict, issue.notes) == ("issue", verdict, notes)
    assert (issue.cited, issue.found) == (one, two)


def work(volume: str = "", issue: str = "", year: int = 2020, **more: str) -> Work:
    return Work(volume=volume, issue=issue, issued=PartialDate(year), **more)  # type: ignore[arg-type]


VOLUMES = [
    (work(""), work("12"), MISSING), (work("12"), work(""), MISSING), (work(" "), work("12"), MISSING),
    (work("12"), work(" "), MISSING), (work(""), work(""), MISSING),
    # the record has it as an issue
    (work("7"), work("", "7"), COMPATIBLE), (work("7"), work("", "8"), MISSING),
    (work(""), work("", "7"), MISSING), (work(""), work("", ""), MISSING),
    # a year stands for the volume, on either side
    (work("3"), work("2020", "3"), COMPATIBLE), (work("3"), work("2020", "4"), DIFFERENT),
    (work("3"), work("2019", "3"), DIFFERENT), (work("3"), work("2020", ""), DIFFERENT),
    (work("2020", "3"), work("3", "1"), COMPATIBLE), (work("2020", "3"), work("3"), DIFFERENT),
    (work("2020", "3"), work("4", "1"), DIFFERENT), (work("2019", "3"), work("3", "1"), DIFFERENT),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "record", "verdict"), VOLUMES)
def test_volume_and_issue_may_have_changed_places(cited: Work, record: Work, verdict: Verdict) -> None:
    found = compare_volumes(cited, record)
    assert found.verdict is verdict
    assert found.notes == ((Note.IN_OTHER_PLACE,) if verdict is COMPATIBLE else ())
    assert (found.cited, found.found) == (cited.volume, record.volume)


ISSUES = [
    (work("10", ""), work("10", "3"), MISSING, ()), (work("10", "3"), work("10", ""), MISSING, ()),
    (work("10", " "), work("10", "3"), MISSING, ()), (work("10", "3"), work("10", " "), MISSING, ()),
    # a month says nothing about the number; another month does
    (work("12", "March"), work("12", "3"), COMPATIBLE, (Note.VARIANT,)),
    (work("12", "March"), work("12", "April"), COMPATIBLE, (Note.VARIANT,)),
    (work("12", "March"), work("12", "Mar"), DIFFERENT, ()),
    # the year, the article number or the page in brackets
    (work("10", "2020"), work("10", "3"), COMPATIBLE, (Note.IN_OTHER_PLACE,)),
    (work("10", "2019", 2020), work("10", "3", 2019), COMPATIBLE, (Note.IN_OTHER_PLACE,)),
    (work("10", "2018"), work("10", "3"), DIFFERENT, ()),
    (work("10", "77"), work("10", "3", article_number="77"), COMPATIBLE, (Note.IN_OTHER_PLACE,)),
    (work("10", "77"), work("10", "3", page="77"), COMPATIBLE, (Note.IN_OTHER_PLACE,)),
    (work("10", "77"), work("10", "3", page="78"), DIFFERENT, ()),
    # the record's volume is the year, and the issue was cited in its place
    (work("2", "12"), work("12", "2"), DIFFERENT, ()),
    (work("", "2021", 2020), work("2021", "2", 2021), COMPATIBLE, (Note.IN_OTHER_PLACE,)),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "record", "verdict", "notes"), ISSUES)
def test_what_may_stand_in_brackets_behind_a_volume(
    cited: Work, record: Work, verdict: Verdict, notes: tuple[Note, ...]
) -> None:
    found = compare_issues(cited, record)
    assert (found.verdict, found.notes) == (verdict, notes)
    assert (found.cited, found.found) == (cited.issue, record.issue)
