"""The rows of a page: what stands at one height, whatever column it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from litreview.formats.pdf.page import Piece

_SAME_ROW = 0.4
"""Part of the font size by which baselines of a row may differ: small numbers of lines stand on one of their
own."""


@dataclass
class Row:
    """Pieces at one height from left to right, and whether a gap parts them from the text (see
    ``page_rows``)."""

    pieces: list[Piece] = field(default_factory=list)
    apart: bool = False

    @property
    def base(self) -> float:
        return self.pieces[0].base

    @property
    def size(self) -> float:
        return max(piece.size for piece in self.pieces)


def page_rows(pieces: Sequence[Piece]) -> list[Row]:
    """The rows of a page from top to bottom."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda item: (-item.base, item.left)):
        if rows and rows[-1].base - piece.base < _SAME_ROW * max(rows[-1].size, piece.size):
            rows[-1].pieces.append(piece)
        else:
            rows.append(Row([piece]))
    for row in rows:
        row.pieces.sort(key=lambda item: item.left)
    return rows
