"""Numbers of lines in the margin of a manuscript: they count down the page, at one distance from its edge.

They are told from the labels of a numbered list by what they count: every line, or every fifth, and so the
middle of sentences too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from litreview.formats.pdf.glyphs import Char
from litreview.formats.pdf.page import Piece
from litreview.formats.pdf.rows import Row, page_rows

MIN_COUNTED = 0.7
"""Share of a page's rows that bear a number where each line is counted (headings, tables may bear none)."""
MIN_PAGES = 0.5
"""Share of the pages with text on which numbers must count, for a manuscript to be line-numbered."""
MAX_CAPITALS = 0.7
"""Share of counted rows that may begin with a capital; of lines of prose one in four does, entries always."""
MIN_ROWS = 4
"""Rows from which a page has a say."""
_STEPS = (1, 2, 5, 10)
"""Lines from one printed number to the next, as Word and LaTeX's lineno can be told."""
_ALIGNED = 2.5
"""Points within which the edges of the numbers stand; by eye."""
_GAP = 0.25
"""Font sizes between a number and the text beside it at least; by eye."""
_MAX_DIGITS = 5
"""Digits of a line number: 99,999 lines are 3,000 pages."""


class Number(NamedTuple):
    """A number at one end of a row: its value, its edge towards the text, the piece it is in, the other
    characters of that piece, and the first letter of the row without it."""

    value: int
    edge: float
    piece: Piece
    rest: list[Char]
    following: str


def without_line_numbers(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pieces of every page but for the numbers of its lines; the same pieces where it has none."""
    rows = [page_rows(page) for page in pages]
    for side in (1, -1):
        counts = [_counted([found for row in page if (found := _number(row, side))]) for page in rows]
        full = [number for number, page in enumerate(rows) if len(page) >= MIN_ROWS]
        told = sum(_is_line_count(counts[number], rows[number]) for number in full)
        if told and told >= MIN_PAGES * len(full):
            return [_without(page, count) for page, count in zip(pages, counts, strict=True)]
    return [list(page) for page in pages]


def _number(row: Row, side: int) -> Number | None:
    """The number with which a row begins (``side`` 1) or ends (-1), apart from its text."""
    piece = row.pieces[0] if side == 1 else row.pieces[-1]
    chars = piece.chars[::side]
    length = next((n for n, char in enumerate(chars) if not char.text.isdecimal()), len(chars))
    if not 0 < length <= _MAX_DIGITS:
        return None
    last, rest = chars[length - 1], chars[length:]
    if rest and (rest[0].left - last.right if side == 1 else last.left - rest[0].right) < _GAP * last.size:
        return None
    value = int("".join(char.text for char in chars[:length][::side]))
    others = [*rest[::side], *(char for other in row.pieces if other is not piece for char in other.chars)]
    return Number(
        value,
        last.right if side == 1 else last.left,
        piece,
        rest[::side],
        others[0].text if others else "",
    )


def _counted(numbers: Sequence[Number]) -> list[Number]:
    """The numbers that stand one below the other and count on, by the step that most of them take."""
    edges = Counter(round(number.edge / _ALIGNED) for number in numbers)
    if not edges:
        return []
    usual = edges.most_common(1)[0][0]
    column = [number for number in numbers if abs(round(number.edge / _ALIGNED) - usual) <= 1]
    steps = Counter(after.value - before.value for before, after in pairwise(column))
    step = steps.most_common(1)[0][0] if steps else 0
    if step not in _STEPS or steps[step] < MIN_COUNTED * (len(column) - 1):
        return []
    return [n for n in column if any(abs(n.value - other.value) == step for other in column)]


def _is_line_count(count: Sequence[Number], rows: Sequence[Row]) -> bool:
    """True where the numbers of a page count its lines, not the entries of a list or cells of a table."""
    if len(count) < 2:
        return False
    step = abs(count[1].value - count[0].value)
    if step == 1:
        capitals = sum(number.following.isupper() for number in count)
        return len(count) >= MIN_COUNTED * len(rows) and capitals <= MAX_CAPITALS * len(count)
    every = sum(number.value % step == 0 for number in count)
    return every == len(count) and len(count) * step >= MIN_COUNTED * len(rows)


def _without(page: Sequence[Piece], count: Sequence[Number]) -> list[Piece]:
    dropped = {id(number.piece): number.rest for number in count}
    kept = [Piece(dropped.get(id(piece), piece.chars), piece.bold, piece.blank) for piece in page]
    return [piece for piece in kept if piece.chars]
