"""Rows of a table where a quote is missing: no record is swallowed, and it is told."""

from __future__ import annotations

import time

import pytest

from litreview.formats.records.table import read_csv
from litreview.formats.records.table_rows import rows_of


@pytest.mark.parametrize(
    "broken",
    ['"Second,B,2002', 'Second,"B,2002', 'Second,B,"2002'],
)
@pytest.mark.parametrize(
    "after", ["Third,C,2003\n", 'Third,"C",2003\n', '"Third","C","2003"\n', "\nThird,C,2003"]
)
def test_one_open_quote_swallows_nothing(broken: str, after: str) -> None:
    document = read_csv(f"title,authors,year\nFirst,A,2001\n{broken}\n{after}".encode())
    assert len(document.references) == 3
    assert document.references[2].work.title == "Third"
    said = [item.message for item in document.references[1].diagnoses]
    assert any("not closed" in message for message in said), said
    assert not document.references[0].diagnoses
    assert not document.references[2].diagnoses


def test_lines_and_quotes_within_a_cell_stay() -> None:
    text = 'title,note,year\nFirst,"one\n\n""two"", three, four",2001\nSecond,,2002\n'
    rows = list(rows_of(text, ","))
    assert [len(row.cells) for row in rows] == [3, 3, 3]
    assert not any(row.open_quote for row in rows)
    assert text[rows[1].start : rows[1].end].startswith("First")


def test_many_open_quotes_cost_no_square() -> None:
    def spent(count: int) -> float:
        text = "title,year\n" + 'x"y,"z\n' * count
        began = time.process_time()
        assert len(list(rows_of(text, ","))) == count + 1
        return time.process_time() - began

    spent(500)
    assert spent(8_000) < 12 * max(spent(2_000), 0.01)
