"""Numbers of lines in the margin of a manuscript: they count down the page, at one distance from its edge, or
in each column beside its text.

They are told from the labels of a numbered list by what they count: every line, or every fifth, and so the
middle of sentences too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
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
_BESIDE = 4.0
"""Font sizes between a line number and the text of its column at most; LaTeX sets one, Word two."""
_GAP = 0.25
"""Font sizes between a number and the text beside it at least; by eye."""
_MAX_DIGITS = 5
"""Digits of a line number: 99,999 lines are 3,000 pages."""


class Number(NamedTuple):
    """A number at one end of a piece: its value, its edge towards the text, the piece it is in, the other
    characters of that piece, and the first letter of the text beside it."""

    value: int
    edge: float
    piece: Piece
    rest: list[Char]
    following: str


def without_line_numbers(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pieces of every page but for the numbers of its lines, on whichever side of its columns they stand;
    the same pieces where it has none."""
    kept = [list(page) for page in pages]
    for side in (1, -1):
        rows = [page_rows(page) for page in kept]
        counts = [_counts(page, side) for page in rows]
        full = [number for number, page in enumerate(rows) if len(page) >= MIN_ROWS]
        sure = [[c for c in counts[n] if _is_line_count(c, rows[n], side)] for n in full]
        if any(sure) and sum(map(bool, sure)) >= MIN_PAGES * len(full):
            edges = {count[0].edge for page in sure for count in page}
            counts = [
                [c for c in page if any(abs(c[0].edge - e) < _ALIGNED for e in edges)] for page in counts
            ]
            kept = [_without(page, _strays(rows[n], counts[n], side)) for n, page in enumerate(kept)]
    return kept


def _strays(rows: Sequence[Row], counts: Sequence[list[Number]], side: int) -> list[Number]:
    """The numbers that count, and those set in the same small figures elsewhere on the page which go before
    the first or after the last of them: LaTeX misplaces that of a column's first line."""
    found = [number for count in counts for number in count]
    near = {value for count in counts for value in (count[0].value - 1, count[-1].value + 1)}
    sizes = {_digits(number, side)[0].size for number in found}
    ends = [number for row in rows for at in range(len(row.pieces)) if (number := _number(row, at, side))]
    return found + [
        number for number in ends
        if number.value in near and _digits(number, side)[0].size in sizes
        and number.rest and number.rest[0].size not in sizes
    ]  # fmt: skip


def _digits(number: Number, side: int) -> list[Char]:
    return number.piece.chars[: len(str(number.value))] if side == 1 else number.piece.chars[-1:]


def _place(number: Number) -> int:
    return round(number.edge / _ALIGNED)


def _counts(rows: Sequence[Row], side: int) -> list[list[Number]]:
    """The numbers of a page that stand one below the other and count on; one run for each place."""
    places: dict[int, list[Number]] = defaultdict(list)
    for row in rows:
        for at in range(len(row.pieces)):
            if number := _number(row, at, side):
                places[_place(number)].append(number)
    found: list[list[Number]] = []
    while places:
        place = max(places, key=lambda one: (len(places[one]), -one))
        near = [number for at in (place - 1, place, place + 1) for number in places.pop(at, [])]
        column = sorted(near, key=_height)
        if count := _counted(column):
            found.append(count)
    return found


def _height(number: Number) -> float:
    return -number.piece.base


def _number(row: Row, at: int, side: int) -> Number | None:
    """The number with which a piece of a row begins (``side`` 1) or ends (-1), apart from its text."""
    piece = row.pieces[at]
    chars = piece.chars[::side]
    length = next((n for n, char in enumerate(chars) if not char.text.isdecimal()), len(chars))
    if not 0 < length <= _MAX_DIGITS:
        return None
    last, rest = chars[length - 1], chars[length:]
    if rest and (rest[0].left - last.right if side == 1 else last.left - rest[0].right) < _GAP * last.size:
        return None
    value = int("".join(char.text for char in chars[:length][::side]))
    others = row.pieces[at + 1 :] if side == 1 else row.pieces[:at][::-1]
    beside = [*rest[::side], *(char for other in others for char in other.chars[:1])]
    edge = last.right if side == 1 else last.left
    return Number(value, edge, piece, rest[::side], beside[0].text if beside else "")


def _counted(column: Sequence[Number]) -> list[Number]:
    """Numbers that count on, by the step that most of them take."""
    steps = Counter(after.value - before.value for before, after in pairwise(column))
    step = steps.most_common(1)[0][0] if steps else 0
    if step not in _STEPS or steps[step] < MIN_COUNTED * (len(column) - 1):
        return []
    return [n for n in column if any(abs(n.value - other.value) == step for other in column)]


def _is_line_count(count: Sequence[Number], rows: Sequence[Row], side: int) -> bool:
    """True where numbers count the lines of a page or a column, not the entries of a list or cells of a
    table."""
    if len(count) < 2:
        return False
    lines = _lines_beside(count, rows, side)
    step = abs(count[1].value - count[0].value)
    if step == 1:
        capitals = sum(number.following.isupper() for number in count)
        return len(count) >= MIN_COUNTED * lines and capitals <= MAX_CAPITALS * len(count)
    every = sum(number.value % step == 0 for number in count)
    return every == len(count) and len(count) * step >= MIN_COUNTED * lines


def _lines_beside(count: Sequence[Number], rows: Sequence[Row], side: int) -> int:
    """Rows with text beside the numbers, no further from them than full lines are."""
    edge, reach = count[0].edge, _BESIDE * count[0].piece.size
    distances = [
        [
            side * ((char.left if side == 1 else char.right) - edge)
            for piece in row.pieces
            for char in piece.chars
        ]
        for row in rows
    ]
    return sum(any(-1 < distance < reach for distance in row) for row in distances)


def _without(page: Sequence[Piece], count: Sequence[Number]) -> list[Piece]:
    dropped = {id(number.piece): number.rest for number in count}
    kept = [Piece(dropped.get(id(piece), piece.chars), piece.bold, piece.blank) for piece in page]
    return [piece for piece in kept if piece.chars]
