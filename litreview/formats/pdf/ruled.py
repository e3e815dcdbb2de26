"""Rules drawn for the authors of the entry above: "———. 1997" of which only ". 1997" is text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from litreview.formats.pdf.page import Piece

if TYPE_CHECKING:
    import pypdfium2

RULE = "———"
"""As which such a rule is read."""
_WIDTH, _THICK = (0.8, 5.0), 0.15
"""Length of a rule in font sizes (TeX's styles draw 2.5 to 3), and how thick it is at most."""
_BESIDE = 0.3
"""Font sizes between the rule and the sign after it at most; they touch."""
_AFTER_RULE = re.compile(r"[.,](?:\s|$)")


def with_ruled_dashes(page: pypdfium2.PdfPage, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a page, with a dash before those that begin with a full stop or a comma behind a rule."""
    headless = {id(piece) for piece in pieces if _AFTER_RULE.match(piece.text)}
    rules = _drawn(page) if headless else []
    return [_completed(piece, rules) if id(piece) in headless else piece for piece in pieces]


def _completed(piece: Piece, rules: Sequence[tuple[float, ...]]) -> Piece:
    first = piece.chars[0]
    for left, bottom, right, top in rules:
        beside = abs(first.left - right) < _BESIDE * first.size
        level = first.base - 0.1 * first.size < bottom and top < first.base + 0.7 * first.size
        long = _WIDTH[0] * first.size < right - left < _WIDTH[1] * first.size
        if beside and level and long and top - bottom < _THICK * first.size:
            dash = first._replace(text=RULE, left=left, right=first.left)
            return Piece([dash, *piece.chars], piece.bold, piece.blank)
    return piece


def _drawn(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """The boxes of the lines and areas that a page draws."""
    import pypdfium2.raw as pdfium

    return [one.get_bounds() for one in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,))]
