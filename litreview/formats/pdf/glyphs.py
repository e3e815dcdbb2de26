"""The visible characters of a page as PDFium finds them: upright, with boxes, accents on their letters."""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterator
from math import atan2, hypot, pi
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from types import ModuleType

HYPHEN = "\u00ad"
"""A hyphen that only the line end put there; PDFium reports it as U+0002 or U+FFFE."""
_HYPHENS = (0x02, 0xAD, 0xFFFE)
"""What PDFium reports for a hyphen that parts a word at a line's end (its documentation, and U+00AD)."""
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl")
_TEX_CODES = (
    dict(zip(range(0x0B, 0x10), _LIGATURES, strict=True))
    | dict(zip(range(0x1B, 0x20), _LIGATURES, strict=True))
    | {0x10: "“", 0x11: "”", 0x15: "–", 0x16: "—"}
    | {0x12: "`", 0x13: "´", 0x14: "ˇ", 0x18: "¸", 0x7F: "¨"}
)
"""Ligatures, signs and accents in TeX's encodings OT1 and T1. PDFium does not look at the names of Type 3
glyphs (``/Differences``) and reports their codes as they stand; those of TeX's bitmap fonts are these."""
_ACCENTS = {
    "¨": "\u0308", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "^": "\u0302", "˜": "\u0303", "~": "\u0303",
    "ˇ": "\u030c", "˘": "\u0306", "˚": "\u030a", "¯": "\u0304", "˙": "\u0307", "¸": "\u0327", "˝": "\u030b",
    "˛": "\u0328",
}  # fmt: skip
_UPRIGHT = 0.1
"""Angle in radians up to which a character stands upright, or on its side."""
MIN_TURNED = 0.6
"""Share of a page's characters that stand on one side from which the page is read turned."""


_LEAST_BOX, _MOST_BOX = 0.2, 2.5
"""Height of a character's box in font sizes, between which the file's font size is believed: boxes are those
of the font, or of the letter alone (a full stop); some bitmap fonts are of size 1."""


class Char(NamedTuple):
    """A character with its box (points, origin at the page's lower left), baseline and font size."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    size: float


_new = tuple.__new__
"""Makes a named tuple in a third of the time of its own call; a thesis has a million characters."""
BLANK = Char(" ", 0, 0, 0, 0, 0, 0)


class Glyph(NamedTuple):
    """A character, its place in PDFium's page, and the quarter turns by which it is rotated."""

    char: Char
    place: int
    turns: int


def read_glyphs(raw: object, count: int) -> tuple[list[Glyph], int]:
    """The visible characters of a page in the order of its content, and how many could not be told.

    A page whose characters stand on one side is turned; others that are rotated are left out. White space is
    ``BLANK``.
    """
    import pypdfium2.raw as pdfium

    found = list(_glyphs(pdfium, raw, count))
    ways = [glyph.turns for glyph in found]
    untold = ways.count(-1)
    turns = Counter(ways)
    turns.subtract({0: sum(glyph.char is BLANK for glyph in found) - untold, -1: untold})
    usual, most = turns.most_common(1)[0] if turns else (0, 0)
    usual = usual if most >= MIN_TURNED * turns.total() else 0
    kept = [glyph for glyph in found if glyph.turns == usual or (glyph.char is BLANK and glyph.turns == 0)]
    if usual:
        kept = [glyph if glyph.char is BLANK else _turned(glyph) for glyph in kept]
    return _accented(kept), untold


def _glyphs(pdfium: ModuleType, raw: object, count: int) -> Iterator[Glyph]:
    shown = _Shown(pdfium, raw)
    ask = pdfium.FPDFText_GetUnicode
    for index in range(count):
        code = ask(raw, index)
        text = chr(code) if 32 <= code < 0x7F else _text(pdfium, raw, index, code)
        if not text:
            yield Glyph(BLANK, index, -1)
        elif text.isspace():
            yield Glyph(BLANK, index, 0)
        elif char := shown.char(text, index):
            yield _new(Glyph, (char, index, shown.turns))


class _Shown:
    """How the characters of a page are shown. A stretch of text has one matrix, and so one size and one
    direction: they are asked for once, since a thesis has a million characters."""

    def __init__(self, pdfium: ModuleType, raw: object) -> None:
        self.pdfium, self.raw = pdfium, raw
        self.box, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.box_at, self.matrix_at = ctypes.byref(self.box), ctypes.byref(self.matrix)
        # All fields of a structure at once: one by one they cost more than PDFium.
        self.edges = (ctypes.c_float * 4).from_buffer(self.box)
        self.terms = (ctypes.c_float * 6).from_buffer(self.matrix)
        self.ask_matrix, self.ask_box = pdfium.FPDFText_GetMatrix, pdfium.FPDFText_GetLooseCharBox
        self.stretch: list[float] = []
        self.turns, self.upright, self.size, self.last = 0, True, 0.0, BLANK

    def char(self, text: str, index: int) -> Char | None:
        """A character as it is shown; None for one that is tilted, or has no box."""
        self.ask_matrix(self.raw, index, self.matrix_at)
        stretch = self.terms[:]
        if stretch != self.stretch:
            self._begin(index)
            self.stretch = stretch
        if not self.upright or not self.ask_box(self.raw, index, self.box_at):
            return None
        left, top, right, bottom = self.edges[:]
        height = right - left if self.turns % 2 else top - bottom
        size = (
            self.size if _LEAST_BOX * self.size < height < _MOST_BOX * self.size else round(height, 1) or 1.0
        )
        straight = self.turns == 0 and bottom - size < stretch[5] < top + size
        base = stretch[5] if straight else self._base(index)
        last = self.last
        if base == last.base and bottom == last.bottom and top == last.top and size == last.size:
            bottom, top, base, size = last.bottom, last.top, last.base, last.size  # in memory once
        self.last = _new(Char, (text, left, right, bottom, top, base, size))
        return self.last

    def _begin(self, index: int) -> None:
        """Direction and size of the stretch that begins with a character."""
        angle = atan2(-self.matrix.b, self.matrix.a)
        turns = round(angle * 2 / pi)
        self.upright, self.turns = abs(angle - turns * pi / 2) <= _UPRIGHT, turns % 4
        scale = hypot(self.matrix.c, self.matrix.d)
        self.size = round(self.pdfium.FPDFText_GetFontSize(self.raw, index) * scale, 1)

    def _base(self, index: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        self.pdfium.FPDFText_GetCharOrigin(self.raw, index, ctypes.byref(x), ctypes.byref(y))
        return x.value if self.turns % 2 else y.value


def _text(pdfium: ModuleType, raw: object, index: int, code: int) -> str:
    """What a code says; empty where nothing can be told."""
    if code in _HYPHENS:
        return HYPHEN
    if 0x80 <= code < 0xA0:
        return bytes([code]).decode("cp1252", "ignore")
    if code >= 32 and code != 0x7F:
        return "" if 0xD800 <= code < 0xF900 else chr(code)
    if pdfium.FPDFText_IsGenerated(raw, index) == 1 or code not in _TEX_CODES:
        return " " if code in (9, 10, 13) else ""
    return _TEX_CODES[code]


def _turned(glyph: Glyph) -> Glyph:
    """The character as it stands when the page is turned upright."""
    text, left, right, bottom, top, base, size = glyph.char
    if glyph.turns == 3:  # it runs upwards: PDFium counts clockwise
        left, right, bottom, top, base = bottom, top, -right, -left, -base
    elif glyph.turns == 1:
        left, right, bottom, top = -top, -bottom, left, right
    else:
        left, right, bottom, top, base = -right, -left, -top, -bottom, -base
    return glyph._replace(char=Char(text, left, right, bottom, top, base, size))


def _accented(glyphs: list[Glyph]) -> list[Glyph]:
    """Accents that are printed as characters of their own, put on the letters they stand over."""
    marks = [n for n, glyph in enumerate(glyphs) if glyph.char.text in _ACCENTS]
    if not marks:
        return glyphs
    dropped: set[int] = set()
    for mark in marks:
        place = _letter_under(glyphs, mark)
        if place is not None:
            letter = glyphs[place].char
            composed = _compose(letter.text, glyphs[mark].char.text)
            glyphs[place] = glyphs[place]._replace(char=letter._replace(text=composed))
            dropped.add(mark)
            dropped |= {n for n in (mark - 1, mark + 1) if 0 <= n < len(glyphs) and glyphs[n].char is BLANK}
    return [glyph for n, glyph in enumerate(glyphs) if n not in dropped]


def _letter_under(glyphs: list[Glyph], mark: int) -> int | None:
    accent = glyphs[mark].char
    middle = (accent.left + accent.right) / 2
    near = [
        n
        for n, glyph in enumerate(glyphs)
        if glyph.char.left < middle < glyph.char.right
        and abs(glyph.char.base - accent.base) < 0.5 * accent.size
        and n != mark
        and len(_compose(glyph.char.text, accent.text)) == 1
    ]
    return min(near, key=lambda n: abs(n - mark), default=None)


def _compose(letter: str, accent: str) -> str:
    return unicodedata.normalize("NFC", {"ı": "i", "ȷ": "j"}.get(letter, letter) + _ACCENTS[accent])
