"""The reading order of a page: columns, and what runs across them.

A page with a gutter that few pieces cross is read column by column between the pieces that do cross
(titles, wide figures); each column is looked at again, for a third one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from litreview.formats.pdf.balanced import balanced_list
from litreview.formats.pdf.glyphs import Char
from litreview.formats.pdf.page import WORD_GAP, Piece

MIN_COLUMN_LINES = 5
"""Lines a column must have on each side of a gutter; two short cells of a table are no columns."""
MAX_CROSSING = 0.35
"""Share of a region's pieces that may cross its gutter (title, abstract and tables of a first page)."""
MIN_GUTTER = 0.4
"""Width of a gutter in font sizes, from line to line; LaTeX's own is 1, of which lines that stand out take
half."""
MIN_PIECE = 4
"""Width, in font sizes, from which a piece has a say in where the gutter is."""
MIN_WIDE = 0.6
"""Part of its neighbour's width that a line above has if both are one paragraph."""
_MAX_DEPTH = 3
_SAME_GUTTER, _USUAL = 15.0, 0.3
"""Points by which gutters differ between left and right pages; share of the pages that show a usual one."""


@dataclass
class Line:
    """A line of text: its pieces from left to right, and the column (left and right edge) it stands in."""

    pieces: list[Piece]
    left: float = 0.0
    right: float = 0.0
    column: int = 0

    @cached_property
    def base(self) -> float:
        """The baseline of its longest piece."""
        return max(self.pieces, key=lambda piece: len(piece.chars)).base

    @cached_property
    def size(self) -> float:
        """The font size of its longest piece."""
        return max(self.pieces, key=lambda piece: len(piece.chars)).size

    @cached_property
    def start(self) -> float:
        """Where its text begins, in points."""
        return min(piece.left for piece in self.pieces)

    @cached_property
    def end(self) -> float:
        """Where its text ends."""
        return max(piece.right for piece in self.pieces)

    @cached_property
    def first_word(self) -> float:
        """The width of its first word."""
        chars = self.pieces[0].chars
        gaps = (last for last, char in pairwise(chars) if char.left - last.right > WORD_GAP * char.size)
        return next(gaps, chars[-1]).right - chars[0].left

    @cached_property
    def begins_raised(self) -> bool:
        """True where a superscript stands first: the mark of a footnote."""
        return self.pieces[0].spaced()[0][1]

    @cached_property
    def last_sign(self) -> str:
        """Its last character."""
        return self.pieces[-1].chars[-1].text


def read_columns(pages: Sequence[list[Piece]]) -> list[list[Line]]:
    """The lines of each page in the order in which they are read.

    A page with too few lines to show its columns (the last one) has those of the others.
    """
    gutters = [gutter for page in pages if (gutter := _gutter(page)) is not None]
    usual = [
        gutter for gutter in gutters
        if sum(abs(gutter - other) < _SAME_GUTTER for other in gutters) >= _USUAL * len(pages)
    ]  # fmt: skip
    return [reading_order(page, _few_columns(page, usual)) for page in pages]


def _few_columns(pieces: list[Piece], usual: Sequence[float]) -> float | None:
    """The usual gutter that parts the few pieces of a page, if hardly one of them crosses it."""
    if _gutter(pieces) is not None:
        return None
    for gutter in usual:
        crossing = sum(piece.left < gutter < piece.right for piece in pieces)
        beside = [piece.left >= gutter for piece in pieces if not piece.left < gutter < piece.right]
        if crossing <= MAX_CROSSING * len(pieces) and any(beside) and not all(beside):
            return gutter
    return None


def reading_order(pieces: list[Piece], gutter: float | None = None) -> list[Line]:
    """The lines of a page in the order in which they are read, with the edges of their columns.

    ``gutter`` is where its columns are parted, if the page cannot tell.
    """
    lines: list[Line] = []
    for number, region in enumerate(_regions(pieces, 0, gutter)):
        found = _lines(region)
        left, right = min(p.left for p in region), max(p.right for p in region)
        for line in found:
            line.left, line.right, line.column = left, right, number
        lines += found
    return lines


def _regions(pieces: list[Piece], depth: int, gutter: float | None = None) -> list[list[Piece]]:
    """Stretches of one column each, in reading order."""
    if gutter is None and depth < _MAX_DEPTH:
        gutter = _gutter(pieces)
    if gutter is None:
        return [pieces] if pieces else []
    crossing = sorted((p for p in pieces if p.left < gutter < p.right), key=lambda p: -p.base)
    bounds = [float("inf"), *(piece.base for piece in crossing), float("-inf")]
    if depth == 0 and (height := balanced_list(pieces, gutter)) is not None:
        return _regions([p for p in pieces if p.base > height], 0, gutter) + _regions(
            [p for p in pieces if p.base <= height], 0, gutter
        )
    regions: list[list[Piece]] = []
    for number, (above, below) in enumerate(pairwise(bounds)):
        band = [p for p in pieces if below < p.base < above and not p.left < gutter < p.right]
        for side in ([p for p in band if p.right <= gutter], [p for p in band if p.left >= gutter]):
            regions += _regions(side, depth + 1)
        if number < len(crossing):
            regions = _with_crossing(regions, crossing[number])
    return regions


def _with_crossing(regions: list[list[Piece]], piece: Piece) -> list[list[Piece]]:
    """Lines that cross the gutter one below the other are one region, so that a wide paragraph stays one."""
    last = regions[-1][-1] if regions else None
    if (
        last is not None
        and last.base - piece.base < 2 * piece.size
        and last.right - last.left > MIN_WIDE * (piece.right - piece.left)
    ):
        regions[-1].append(piece)
        return regions
    return [*regions, [piece]]


def _gutter(pieces: list[Piece]) -> float | None:
    """Where a vertical line crosses fewest pieces, if it parts the page into columns; else None."""
    if len(pieces) < 2 * MIN_COLUMN_LINES:
        return None
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    width = right - left
    size = sorted(p.size for p in pieces)[len(pieces) // 2]
    best: tuple[int, float, float] | None = None
    for start, end, count in _gaps(pieces):
        middle = (start + end) / 2
        if end - start < MIN_GUTTER * size or not left + 0.2 * width < middle < right - 0.2 * width:
            continue
        if best is None or (count, -(end - start)) < best[:2]:
            best = count, -(end - start), middle
    if best is None or best[0] > MAX_CROSSING * len(pieces):
        return None
    sides = [p.right <= best[2] for p in pieces if not p.left < best[2] < p.right]
    return best[2] if min(sides.count(True), sides.count(False)) >= MIN_COLUMN_LINES else None


def _gaps(pieces: list[Piece]) -> list[tuple[float, float, int]]:
    """Intervals between neighbouring edges and how many pieces lie across each.

    Scraps are left out: the page number often stands in the middle of the gutter.
    """
    long = [p for p in pieces if p.right - p.left > MIN_PIECE * p.size]
    edges = sorted([(p.left, 1) for p in long] + [(p.right, -1) for p in long])
    found, open_ = [], 0
    for (x, step), (following, _) in pairwise(edges):
        open_ += step
        if following > x:
            found.append((x, following, open_))
    return found


def _lines(pieces: list[Piece]) -> list[Line]:
    """Pieces of one column joined into lines, from top to bottom."""
    lines: list[Line] = []
    for piece in sorted(pieces, key=lambda p: (-p.base, p.left)):
        last = lines[-1].pieces[0] if lines else None
        if last and abs(last.base - piece.base) < 0.5 * max(piece.size, last.size):
            lines[-1].pieces.append(piece)
        else:
            lines.append(Line([piece]))
    for line in lines:
        line.pieces.sort(key=lambda piece: piece.left)
    return lines


def joined(line: Line) -> list[tuple[str, bool]]:
    """The characters of a line with whether they are raised; pieces stand apart by a blank."""
    chars: list[Char] = []
    for piece in line.pieces:
        first = piece.chars[0]
        if chars and piece.blank and first.left - chars[-1].right < piece.size:
            # A blank too narrow to be seen as one; the character is moved in the reckoning only.
            piece_chars = [first._replace(left=chars[-1].right + piece.size), *piece.chars[1:]]
        else:
            piece_chars = piece.chars
        chars += piece_chars
    return Piece(chars).spaced()
