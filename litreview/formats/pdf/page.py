"""One PDF page: its characters, gathered into the pieces of lines they form."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

from litreview.formats.pdf.glyphs import BLANK, Char, Glyph, read_glyphs

if TYPE_CHECKING:
    import pypdfium2

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SAME_BOX = 0.05
_SAME_LINE = 0.55
"""Part of the font size by which a baseline may move within a line: superscripts do, next lines do not."""
WORD_GAP = 0.16
_COLUMN_GAP = 1.6
"""Gaps in font sizes: from the first on two words, from the second on two pieces (cells, columns)."""


_LABEL = re.compile(r"\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)]")
_LABEL_SIGNS = 6
_LABEL_GAP = 4.0
"""Characters of a list's number at most, and font sizes between it and its entry (Word's tabs: 3)."""


@dataclass
class Piece:
    """Characters that stand side by side on one line; complete before it is measured.

    ``blank`` tells that white space stood before it in the file.
    """

    chars: list[Char] = field(default_factory=list)
    bold: bool = False
    blank: bool = False

    @cached_property
    def left(self) -> float:
        return min(char.left for char in self.chars)

    @cached_property
    def right(self) -> float:
        return max(char.right for char in self.chars)

    @cached_property
    def size(self) -> float:
        """The font size of most of its letters; a short line may have more raised figures than letters."""
        sizes = Counter([char.size for char in self.chars])
        if len(sizes) > 1:
            sizes = Counter([char.size for char in self.chars if char.text.isalpha()]) or sizes
        return sizes.most_common(1)[0][0]

    @cached_property
    def base(self) -> float:
        """The baseline of the characters of that size."""
        return next(char.base for char in self.chars if char.size == self.size)

    @cached_property
    def text(self) -> str:
        """The words, without regard to superscripts."""
        return "".join(text for text, _ in self.spaced())

    def spaced(self) -> list[tuple[str, bool]]:
        """Each character, blanks where a gap is, with whether it is raised."""
        small, high = 0.85 * self.size, self.base + 0.15 * self.size
        found: list[tuple[str, bool]] = []
        end, last_size = inf, 0.0
        for text, left, right, _, _, base, size in self.chars:
            if left - end > WORD_GAP * (last_size if last_size > size else size):
                found.append((" ", False))
            raised = size < small and base > high
            if text in LIGATURES or len(text) > 1:
                found += [(letter, raised) for letter in LIGATURES.get(text, text)]
            else:
                found.append((text, raised))
            end, last_size = right, size
        return found


@dataclass
class Page:
    """The pieces of a page in the order of its content, and the share of its characters that could not be
    told: fonts without names for their letters. ``damaged`` tells that it could not be opened, ``blank``
    that nothing at all is drawn on it."""

    pieces: list[Piece]
    untold: float = 0.0
    damaged: bool = False
    blank: bool = False


def read_page(page: pypdfium2.PdfPage) -> Page:
    """The pieces of a page; text that stands across the rest is left out."""
    text_page = page.get_textpage()
    try:
        glyphs, untold = read_glyphs(text_page.raw, text_page.count_chars())
        return Page(_pieces(text_page.raw, glyphs), untold / max(1, untold + len(glyphs)))
    finally:
        text_page.close()


def is_blank(page: pypdfium2.PdfPage) -> bool:
    """True where a page draws nothing: no text, no picture, no line."""
    import pypdfium2.raw as pdfium

    return int(pdfium.FPDFPage_CountObjects(page.raw)) == 0


def _pieces(raw: object, glyphs: Sequence[Glyph]) -> list[Piece]:
    pieces: list[Piece] = []
    blank = False
    for char, index, _ in glyphs:
        if char is BLANK:
            blank = True
            continue
        last = pieces[-1].chars[-1] if pieces else None
        if last is not None and abs(char.left - last.left) < _SAME_BOX and char.base == last.base:
            char = char._replace(left=last.right)  # the second letter of a ligature has the box of the first
        if last is None or not (
            _follows(last, char, pieces[-1].chars[0]) or _is_labelled(pieces[-1].chars, char)
        ):
            pieces.append(Piece(bold=_is_bold(raw, index), blank=blank))
        elif blank and char.left - last.right <= WORD_GAP * max(char.size, last.size):
            # A blank set narrower than our gap is still a blank.
            char = char._replace(left=last.right + 1.01 * WORD_GAP * max(char.size, last.size))
        pieces[-1].chars.append(char)
        blank = False
    return pieces


def _follows(last: Char, char: Char, first: Char) -> bool:
    size = last.size
    if not last.size == char.size == first.size:
        size = max(last.size, char.size, first.size)
    base = char.base
    return (
        -0.5 * size < char.left - last.right < _COLUMN_GAP * size
        and abs(base - last.base) < _SAME_LINE * size
        and abs(base - first.base) < _SAME_LINE * size
    )


def _is_labelled(chars: Sequence[Char], char: Char) -> bool:
    """True for the first character after the number of an entry, which stands in a column of its own."""
    last = chars[-1]
    if (
        len(chars) > _LABEL_SIGNS
        or last.text not in ".])"
        or char.base != last.base
        or not char.text.isupper()
    ):
        return False
    label = "".join(one.text for one in chars)
    return bool(_LABEL.fullmatch(label)) and 0 < char.left - last.right < _LABEL_GAP * char.size


def _is_bold(raw: object, index: int) -> bool:
    import pypdfium2.raw as pdfium

    buffer, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(raw, index, buffer, 200, flags)
    name = buffer.raw[: max(0, min(length, 200) - 1)].decode("utf-8", "replace").casefold()
    return "bold" in name or "black" in name or "heavy" in name
