"""Evidence tables: nothing is lost, and a bad row is named with its line, column and cure."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.evidence.direction import Effect
from litreview.evidence.evidence import Evidence
from litreview.evidence.rows import EvidenceRow, read_rows
from litreview.model.errors import DataError, InputError

HEAD = "study,intervention,comparator,outcome,measure,estimate,ci_low,ci_high,n,better,direction\n"


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "evidence.csv"


GOOD = (
    'adams-2001,yoga,waiting list,pain,MD,−4.5,-8,-1,120,lower,\n"li, 2003",yoga,rest,pain,RR,0.8,,,,lower,\n'
)


def test_reads_every_row_and_keeps_the_line(table: Path) -> None:
    rows = read_rows(write(table, "\ufeff" + HEAD + "\n" + GOOD))
    assert [(row.study, row.estimate, row.n, row.line) for row in rows] == [
        ("adams-2001", -4.5, 120, 3), ("li, 2003", 0.8, None, 4),
    ]  # fmt: skip
    assert (rows[0].has_interval, rows[1].has_interval) == (True, False)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters(table: Path, delimiter: str) -> None:
    text = (HEAD + "a,b,c,d,MD,1,0,2,5,lower,\n").replace(",", delimiter)
    assert read_rows(write(table, text))[0].ci_high == 2.0


def test_unknown_columns_are_kept(table: Path) -> None:
    text = "study_key,outcome,measure,estimate,n_participants,source_address,funding\na,pain,MD,1,9,http://x,none\n"
    row = read_rows(write(table, text))[0]
    assert (row.study, row.n, row.source, row.extra) == ("a", 9, "http://x", (("funding", "none"),))


@pytest.mark.parametrize(
    ("row", "words", "advice"),
    [
        (",yoga,rest,pain,MD,1,0,2,5,lower,", "column 'study': empty", "key"),
        ("a,yoga,rest,pain,MD,ten,0,2,5,lower,", "column 'estimate': 'ten'", "number"),
        ("a,yoga,rest,pain,MD,inf,0,2,5,lower,", "column 'estimate': 'inf'", "number"),
        ('a,yoga,rest,pain,MD,"1,5",0,2,5,lower,', "column 'estimate': '1,5'", "decimal point"),
        ("a,yoga,rest,pain,MD,1,0,2,5.5,lower,", "column 'n': 5.5", "whole number"),
        ("a,yoga,rest,pain,MD,1,0,2,-5,lower,", "column 'n': -5", "whole number"),
        ("a,yoga,rest,pain,MD,1,0,,5,lower,", "column 'ci_low': only one end", "both"),
        ("a,yoga,rest,pain,MD,,0,2,5,lower,", "column 'estimate': an interval without", "estimate"),
        ("a,yoga,rest,pain,MD,1,2,0,5,lower,", "column 'ci_low': 2 is above", "exchange"),
        ("a,yoga,rest,pain,MD,3,0,2,5,lower,", "column 'estimate': 3 lies outside", "signs"),
        (
            "a,yoga,rest,pain,OR,-0.2,-0.4,0.1,5,lower,",
            "column 'estimate': a odds ratio",
            "not as logarithms",
        ),
        ("a,yoga,rest,pain,,1,0,2,5,lower,", "column 'measure': empty", "MD"),
        ("a,yoga,rest,pain,MD,1,0,2,5,less,", "column 'better': 'less'", "lower"),
        ("a,yoga,rest,pain,MD,5,1,9,5,lower,favours yoga", "column 'direction'", "sign"),
        ("a,yoga,rest,pain,MD,1,0,2,5", "9 cells, but the header has 11", "double quotes"),
    ],
)
def test_a_bad_row_is_named(table: Path, row: str, words: str, advice: str) -> None:
    write(table, HEAD + "ok,yoga,rest,pain,MD,1,0,2,5,lower,\n" + row + "\n")
    with pytest.raises(DataError) as error:
        read_rows(table)
    assert str(error.value).startswith(f"{table}:3: ")
    assert words in error.value.message
    assert advice in error.value.advice


def test_several_bad_rows_are_all_named(table: Path) -> None:
    bad = "a,yoga,rest,pain,MD,ten,0,2,5,lower,\n"
    with pytest.raises(DataError, match="also wrong: line 3, 4"):
        read_rows(write(table, HEAD + bad * 3))


def test_files_that_are_no_tables(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_rows(tmp_path / "absent.csv")
    with pytest.raises(InputError, match="empty"):
        read_rows(write(tmp_path / "empty.csv", "  \n"))
    with pytest.raises(InputError, match="not UTF-8"):
        read_rows(write(tmp_path / "latin.csv", HEAD + "Müller,,,,,,,,,,\n", "latin-1"))
    with pytest.raises(InputError, match="not a text table"):
        read_rows(write(tmp_path / "zip.csv", "PK\0\0"))
    with pytest.raises(DataError, match="stands twice"):
        read_rows(write(tmp_path / "twice.csv", "study,study\na,b\n"))
    with pytest.raises(DataError, match="no column 'measure'"):
        read_rows(write(tmp_path / "few.csv", "study,outcome,estimate\na,b,1\n"))
    with pytest.raises(InputError):
        read_rows(tmp_path)


@given(st.text(max_size=200))
def test_no_text_makes_it_crash(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("t") / "t.csv"
    path.write_text(text, encoding="utf-8", errors="ignore")
    with contextlib.suppress(DataError, InputError):
        read_rows(path)


ROWS = [
    ("MD", -5, -9, -1, "lower", "", Effect.INTERVENTION),
    ("MD", -5, -9, -1, "higher", "", Effect.COMPARATOR),
    ("MD", -5, -9, 1, "lower", "", Effect.NEITHER),
    ("RR", 0.8, 0.7, 0.9, "lower", "", Effect.INTERVENTION),
    ("RR", 0.8, 0.7, 1.0, "lower", "", Effect.NEITHER),
    ("MD", -5, -9, -1, "", "", Effect.NOT_REPORTED),
    ("MD", -5, None, None, "lower", "", Effect.NOT_REPORTED),
    ("MD", -5, None, None, "lower", "favours manipulation", Effect.INTERVENTION),
    ("", None, None, None, "", "favours sham", Effect.COMPARATOR),
    ("", None, None, None, "", "favours SMT", Effect.INTERVENTION),
    ("", None, None, None, "", "favours both", Effect.NOT_REPORTED),
    ("", None, None, None, "", "no important benefit", Effect.NEITHER),
    ("", None, None, None, "", "not effective", Effect.NEITHER),
    ("", None, None, None, "", "conflicting results", Effect.MIXED),
    ("", None, None, None, "", "recommended as one option", Effect.NOT_REPORTED),
]


@pytest.mark.parametrize(("measure", "estimate", "low", "high", "better", "words", "effect"), ROWS)
def test_whom_a_result_favours(
    measure: str, estimate: float, low: float, high: float, better: str, words: str, effect: Effect
) -> None:
    row = EvidenceRow("a", "spinal manipulative therapy", "sham", outcome="pain", measure=measure,
                      estimate=estimate,
                      ci_low=low, ci_high=high, better=better, direction=words)  # fmt: skip
    assert row.effect is effect


@pytest.mark.parametrize(
    ("words", "better"),
    [("lower is better; favours OMT", "lower"), ("higher scores are better", "higher"),
     ("positive favours the other stimulation", "lower"), ("positive favours TENS", "higher"),
     ("favours TENS", "")],
)  # fmt: skip
def test_the_good_end_of_a_scale_from_words(table: Path, words: str, better: str) -> None:
    text = f"{HEAD}a,transcutaneous electrical nerve stimulation,other stimulation,pain,SMD,,,,,,{words}\n"
    assert read_rows(write(table, text))[0].better == better


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("low to very low", "very low"),
        ("Moderate", "moderate"),
        ("low to moderate (strength)", "low"),
        ("", ""),
    ],
)
def test_the_lowest_certainty_counts(text: str, grade: str) -> None:
    assert EvidenceRow("a", certainty=text).grade == grade


def test_frames_go_in_and_out(table: Path) -> None:
    evidence = Evidence.read(write(table, HEAD + GOOD))
    frame = evidence.to_frame()
    again = Evidence.from_frame(frame)
    assert again.to_frame().equals(frame)
    assert Evidence.from_frame(
        pd.DataFrame({"study": ["a"], "outcome": ["x"], "measure": ["MD"], "estimate": [12.0]})
    )
    assert len(Evidence(()).to_frame()) == 0
    with pytest.raises(DataError, match="'inf' is not a number"):
        Evidence.from_frame(frame.assign(estimate=[float("inf"), 0.5]))
    with pytest.raises(DataError, match=r"^2: "):
        Evidence.from_frame(frame.assign(ci_low=[-8.0, 0.5], estimate=[-4.5, None]))


def test_a_long_cell_is_read_and_one_past_the_bound_told(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    head = "study;outcome;measure;estimate;note\n"
    path.write_text(f"{head}a;pain;MD;1;{'n, ' * 50_000}\n", "utf-8")
    assert len(read_rows(path)[0].note) > 140_000
    path.write_text(f"{head}a;pain;MD;1;{'n' * 2_000_001}\n", "utf-8")
    with pytest.raises(InputError, match="a cell of more than"):
        read_rows(path)
