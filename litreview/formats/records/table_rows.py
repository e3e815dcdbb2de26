"""Rows of a table and the places of their cells, also where a quote is missing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from litreview.formats.delimited import MAX_CELL, Cells, read_rows, too_long

MOST_LINES = 100
"""Lines of a row after one quote of the table was found to be open: without it every such quote would cost
a walk through the rest of the table. A cell with an abstract in paragraphs has some ten lines; judgement."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, its place in the text, and whether a quote in it is not closed."""

    cells: list[str]
    start: int
    end: int
    open_quote: bool = False


def rows_of(text: str, delimiter: str, path: str = "") -> Iterator[Row]:
    """Rows with their places; blank lines are no rows.

    A quote that is not closed would swallow the rows after it: such a row is read again as one line, quotes
    taken as they stand.

    Raises:
        InputError: a line with a cell that is too long.
    """
    lines = list(io.StringIO(text, newline=""))
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    at = width = most = 0
    while at < len(lines):
        run = read_rows((lines[n] for n in range(at, len(lines))), delimiter, path, most=most)
        first = at
        for row in run:
            begin, at, cells = first + row.begin, first + row.end, row.cells
            is_open = _swallows(row, lines[begin:at], delimiter, width)
            if is_open:
                cells, at = _as_they_stand(lines[begin], delimiter, path, begin + 1), begin + 1
            if any(cell.strip() for cell in cells):
                width = width or len(cells)
                yield Row(cells, starts[begin], starts[at] - _line_end(lines[at - 1]), is_open)
            if is_open:
                most = MOST_LINES
                break  # the reader has run ahead: begin afresh on the next line
        else:
            return


def _as_they_stand(line: str, delimiter: str, path: str, number: int) -> list[str]:
    cells = line.rstrip("\r\n").split(delimiter)
    if max(map(len, cells)) > MAX_CELL:
        raise too_long(path, number)
    return cells


def _swallows(row: Cells, lines: Sequence[str], delimiter: str, width: int) -> bool:
    """True where a row holds others: its quote never closes, or it has several lines and the wrong width.

    With the right width: each of its lines is as wide as a row, and its quote ends within a cell.
    """
    if not row.closed or len(lines) == 1 or not width:
        return not row.closed
    if len(row.cells) != width:
        return True
    return (
        width > 1
        and all(line.count(delimiter) >= width - 1 for line in lines)
        and not _is_sound(lines, delimiter)
    )


def _is_sound(lines: Sequence[str], delimiter: str) -> bool:
    """True where every quote stands at the edge of a cell."""
    try:
        return all(row.closed for row in read_rows(lines, delimiter, strict=True))
    except csv.Error:
        return False


def _line_end(line: str) -> int:
    return len(line) - len(line.rstrip("\r\n"))


def places_of(row: Row, text: str, delimiter: str) -> list[tuple[int, int]]:
    """Start and end of every cell's value; none where the row cannot be cut up as it was read."""
    stop = re.escape(delimiter)
    # As the csv module reads: a quote opens a cell only as its first character.
    cell = re.compile(rf'"(?P<quoted>(?:[^"]|"")*)"(?P<rest>[^{stop}\r\n]*)|(?P<bare>[^{stop}\r\n]*)')
    for pattern in (cell, re.compile(rf"(?P<bare>[^{stop}\r\n]*)")):
        found, values, at = [], [], row.start
        while at <= row.end and (match := pattern.match(text, at, row.end)):
            parts = match.groupdict()
            part = "bare" if parts["bare"] is not None else "quoted"
            values.append(match[part] if part == "bare" else match[part].replace('""', '"') + match["rest"])
            start, end = match.span(part)
            start += len(match[part]) - len(match[part].lstrip())
            found.append((start, max(start, end - len(match[part]) + len(match[part].rstrip()))))
            at = match.end() + 1
        if values == row.cells:
            return found
    return []
