"""Reference lists set in balanced columns below the text of their page: to be read after both its columns.

Left and right of the gutter text and list are parted at one height. The numbers prove it: the list's first
entry stands left, and the one after the last left one stands right below that height, not at the top.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.formats.pdf.page import Piece

_LABEL = re.compile(r"\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})\.?(?=\s?[^\W\d_a-z]|\Z)")
_ABOVE = 0.9
"""Font sizes above the baseline of the first entry at which the list begins."""


def balanced_list(pieces: Sequence[Piece], gutter: float) -> float | None:
    """The height under which a page's columns hold a list of their own; None where they do not."""
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.left >= gutter]
    for first in (piece for piece in left if _number(piece) == 1):
        height = first.base + _ABOVE * first.size
        numbers = {number for piece in left if piece.base < height and (number := _number(piece))}
        last = 1
        while last + 1 in numbers:
            last += 1
        below = {_number(piece) for piece in right if piece.base < height}
        above = {_number(piece) for piece in right if piece.base >= height}
        text_above = any(piece.base > height for piece in right) and any(p.base > height for p in left)
        if last > 1 and text_above and last + 1 in below and last + 1 not in above:
            return height
    return None


def _number(piece: Piece) -> int | None:
    """The number that a piece begins with as an entry of a list, raised or not."""
    label = _LABEL.match(piece.text)
    return int(next(value for value in label.groups() if value)) if label else None
