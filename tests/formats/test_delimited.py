"""Rows of tables: long cells, open quotes and the sign between cells."""

from __future__ import annotations

import csv

import pytest

from litreview.formats.delimited import MAX_CELL, delimiter_of, read_rows
from litreview.model.errors import InputError


def test_a_cell_of_a_long_abstract_is_read() -> None:
    (row,) = read_rows([f'a,"{"b" * 150_000}"\n'], ",")
    assert len(row.cells[1]) == 150_000
    assert row.closed


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_cell_beyond_the_bound_is_told_in_words(quote: str) -> None:
    lines = ["a,b\n", f"a,{quote}{'b' * (MAX_CELL + 1)}{quote}\n"]
    with pytest.raises(InputError, match=r"t\.csv:2: a cell of more than 2,000,000 characters"):
        list(read_rows(lines, ",", "t.csv"))


def test_a_lower_limit_of_the_process_does_not_count() -> None:
    before = csv.field_size_limit(10)
    try:
        assert [row.cells for row in read_rows(["abcdefghijklmn,b"], ",")] == [["abcdefghijklmn", "b"]]
    finally:
        csv.field_size_limit(before)


@pytest.mark.parametrize("rest", [["c,d\n"] * 3, ["c" * 1_000_000 + "\n"] * 3, []])
def test_a_row_whose_quote_never_closes_is_marked_and_the_last(rest: list[str]) -> None:
    *_, last = read_rows(["a,b\n", '"c,d\n', *rest], ",")
    assert not last.closed
    assert last.begin == 1


def test_a_row_has_the_lines_it_takes_up() -> None:
    rows = list(read_rows(["a,b\n", "\n", '"c\n', 'd",e\n', "f,g"], ","))
    assert [(row.begin, row.end, row.closed) for row in rows] == [
        (0, 1, True), (1, 2, True), (2, 4, True), (4, 5, True),
    ]  # fmt: skip


def test_a_strict_table_says_what_is_wrong() -> None:
    with pytest.raises(csv.Error):
        list(read_rows(['"a"b,c\n'], ",", strict=True))


def test_the_delimiter_is_the_one_of_the_heading() -> None:
    known = {"study", "n"}.__contains__
    assert delimiter_of('"study, first";n;"a,b,c"\n', ",;\t", lambda cells: sum(map(known, cells))) == ";"
    assert delimiter_of("\nstudy\tn\n1,2,3\n", ",;\t", len) == "\t"
    assert delimiter_of("", ",;\t", len) == ","
