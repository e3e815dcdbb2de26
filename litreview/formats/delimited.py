"""Tables as text, cut into rows: the one place that reads CSV, with a bound on a cell."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from litreview.model.errors import InputError

MAX_CELL = 2_000_000
"""Characters of one cell: the longest abstract met has 150,000, a cell of a spreadsheet 32,767; judgement."""


class Cells(NamedTuple):
    """The cells of one row, the lines it takes up (the first is 0), and whether its last quote is closed."""

    cells: list[str]
    begin: int
    end: int
    closed: bool = True


class _Feed:
    """Lines for the csv module, which does not say whether it stopped within a quote."""

    def __init__(self, lines: Iterable[str], most: int) -> None:
        self.lines, self.most = iter(lines), most
        self.taken = self.begin = 0
        self.ran_out = False

    @property
    def has_room(self) -> bool:
        return not self.most or self.taken - self.begin < self.most

    def __iter__(self) -> Iterator[str]:
        while self.has_room and (line := next(self.lines, None)) is not None:
            self.taken += 1
            yield line
        self.ran_out = True


def read_rows(
    lines: Iterable[str], delimiter: str, path: str = "", *, most: int = 0, strict: bool = False
) -> Iterator[Cells]:
    """The rows of a table, each with its cells; a blank line is a row without any.

    A quote that does not close in the rest of the table, within ``most`` lines (0: any number), or before its
    cell is too long, gives a row that is not ``closed``; it is the last.

    Raises:
        InputError: a line with a cell of more than ``MAX_CELL`` characters.
        csv.Error: ``strict``, and a quote stands within a cell or is not closed.
    """
    csv.field_size_limit(max(csv.field_size_limit(), MAX_CELL))  # of the whole process: never lowered
    feed = _Feed(lines, most)
    reader = csv.reader(feed, delimiter=delimiter, strict=strict)
    closed = True
    while closed:
        begin = feed.begin = feed.taken
        try:
            cells = next(reader)
            long = max(map(len, cells), default=0) > MAX_CELL
        except StopIteration:
            return
        except csv.Error as error:
            cells, long = [], str(error).startswith("field larger")
            if not long:
                raise
        if long and (strict or feed.taken - begin == 1):
            raise too_long(path, begin + 1)
        closed = not long and not feed.ran_out
        yield Cells(cells, begin, feed.taken, closed)


def too_long(path: str, line: int) -> InputError:
    """What is said of a cell past ``MAX_CELL``."""
    return InputError(
        f"a cell of more than {MAX_CELL:,} characters", path=path, line=line, advice="shorten or split it"
    )


def delimiter_of(text: str, delimiters: Sequence[str], worth: Callable[[list[str]], int]) -> str:
    """The sign between cells under which the first line is worth most; the first where all are equal."""
    line = re.split(r"[\n\r]", text[:MAX_CELL].lstrip("\n\r"), maxsplit=1)[0]

    def value(delimiter: str) -> int:
        return max((worth(row.cells) for row in read_rows([line], delimiter)), default=0)

    return max(delimiters, key=value)
