"""Tables, figures and footnotes, told from the text between which they are set."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.formats.pdf.blocks import Setting, is_below
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.headings import REFERENCE_HEADINGS

_CAPTION = re.compile(
    r"(?:Supplementary |Extended Data )?(?:Table|Tab\.|Figure|Fig\.|Scheme|Plate|Box|Tabelle|Abbildung|Abb\."
    r"|Tableau|Tabla|Figura) ?[A-Z]?\d{1,3}[A-Za-z]?\s?(?:[.:|—–]|\s?[A-Z]|$)",
    re.IGNORECASE,
)
FLOAT_GAP = 1.45
"""Distance of baselines, in usual ones, that parts a float from the text; publishers' are 1.6 to 3."""
MIN_CELLS = 0.7
"""Share of a stretch of lines that must be cells, or short, for it to be a table."""
_SMALL, _SHORT = 0.93, 0.35
"""Size of letters, as part of the usual one, and width, as part of the column, up to which a line beside a
caption belongs to its table or figure."""
_MARK = re.compile(r"(?:\d{1,3}|[*∗†‡§¶#]+) ?[^\W\d_]")
_NUMBERING = re.compile(r"^(?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2})*\.?\s+")
_LABEL = re.compile(r"[\[(]?\d{1,4}[\].)]*|[-–•*·]|\([a-z]{1,3}\)")


def find_floats(lines: Sequence[Setting], size: float) -> set[int]:
    """The places of lines that are captions, or belong to a table or a figure beside one. ``size`` is the
    usual font size of the text."""
    found: set[int] = set()
    for at, item in enumerate(lines):
        if at in found or not _CAPTION.match(_text(item)):
            continue
        end = at + 1
        while end < len(lines) and _is_close(lines[end - 1], lines[end]) and not _is_cells(lines[end], size):
            end += 1
        start = at
        while (rows := _rows(lines, end, 1)) and _is_table(rows, size):
            end += len(rows)
        while (rows := _rows(lines, start - 1, -1)) and _is_table(rows, size):
            start -= len(rows)
        if _stands_apart(lines, start, end):
            found |= set(range(start, end))
    return found


def find_footnotes(lines: Sequence[Setting], size: float) -> set[int]:
    """The places of footnotes: at the foot of a column, smaller than the text and than what is above, behind
    a mark that is raised or (fonts have raised figures of their own) close to its word. ``size`` is the usual
    font size of the text. A list of references that begins at the foot of a column is none."""
    found: set[int] = set()
    before: Setting | None = None  # the last line of the footnote in an earlier column
    for last, item in enumerate(lines):
        if last + 1 < len(lines) and is_below(item, lines[last + 1]):
            continue
        start = last
        while start > 0 and _is_close_in_size(lines[start - 1], lines[start]):
            start -= 1
        above = lines[start - 1] if start and is_below(lines[start - 1], lines[start]) else None
        above = above or _above_columns(lines, start)
        smaller = above is not None and item.line.size < _SMALL * min(size, above.line.size)
        if above and smaller and not _heads_list(above) and _is_note(lines[start], before):
            found |= set(range(start, last + 1))
            before = item
    return found


def find_interruptions(lines: Sequence[Setting]) -> set[int]:
    """The places of lines at the foot of a column, apart from it, amid a sentence that goes on in the next
    one: notices that one page alone has ("Preprint submitted to …")."""
    found = set()
    for at, (last, item, after) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), 1):
        if is_below(item, after) or not is_below(last, item) or last.early:
            continue
        apart = last.line.base - item.line.base > FLOAT_GAP * last.leading
        open_ = last.line.last_sign.isalnum() or last.line.last_sign in ",;-("
        if apart and open_ and _text(after)[:1].islower() and not _text(item)[:1].islower():
            found.add(at)
    return found


def _above_columns(lines: Sequence[Setting], at: int) -> Setting | None:
    """The line above one that stands at the foot of a page below several columns; None for other places."""
    item = lines[at]
    page = [other for other in lines[max(0, at - _PAGE) : at + _PAGE] if other.page == item.page]
    over = [
        other for other in page
        if other.line.base > item.line.base and other.line.start < item.line.end
        and item.line.start < other.line.end
    ]  # fmt: skip
    columns = {other.line.column for other in over}
    foot = all(other.line.base > item.line.base for other in page if other.line.column in columns)
    return min(over, key=lambda other: other.line.base) if foot and len(columns) > 1 else None


_PAGE = 400
"""Lines around a line among which those of its page are looked for."""


def _is_note(item: Setting, before: Setting | None) -> bool:
    """True for a line with a footnote's mark, or one that goes on with the footnote of an earlier column."""
    if item.line.begins_raised or _MARK.match(_text(item)):
        return True
    open_ = before is not None and before.line.last_sign not in ".!?)]"
    return open_ and _text(item)[:1].islower()


def _heads_list(item: Setting) -> bool:
    return fold(_NUMBERING.sub("", _text(item)).strip(" .:")) in REFERENCE_HEADINGS


def _is_close_in_size(last: Setting, item: Setting) -> bool:
    return is_below(last, item) and abs(last.line.size - item.line.size) < (1 - _SMALL) * item.line.size


def _rows(lines: Sequence[Setting], at: int, step: int) -> list[Setting]:
    """Lines from a place on, in the column of the line before it, up to the next wide gap."""
    found: list[Setting] = []
    while 0 <= at < len(lines):
        last, item = (lines[at - 1], lines[at]) if step > 0 else (lines[at], lines[at + 1])
        if not (is_below(last, item) and (not found or _is_close(last, item))):
            break
        found.append(lines[at])
        at += step
    return found


def _is_table(rows: Sequence[Setting], size: float) -> bool:
    cells = sum(_is_cells(item, size) or (len(rows) > 1 and _is_short(item)) for item in rows)
    return cells >= MIN_CELLS * len(rows)


def _text(item: Setting) -> str:
    return " ".join(piece.text for piece in item.line.pieces)


def _is_close(last: Setting, item: Setting) -> bool:
    near = last.line.base - item.line.base < FLOAT_GAP * item.leading
    return near and _is_close_in_size(last, item)


def _is_cells(item: Setting, size: float) -> bool:
    """True for a line of several cells, or of few small words: what tables and figures are made of."""
    pieces = item.line.pieces
    if len(pieces) > 1 and not (len(pieces) == 2 and _LABEL.fullmatch(pieces[0].text)):
        return True
    return _is_short(item) and item.line.size < _SMALL * size


def _is_short(item: Setting) -> bool:
    return item.line.end - item.line.start < _SHORT * (item.line.right - item.line.left)


def _stands_apart(lines: Sequence[Setting], start: int, end: int) -> bool:
    """True where gaps, or the ends of the column, part lines from the text above and below them."""
    above = start == 0 or not _is_close(lines[start - 1], lines[start])
    below = end == len(lines) or not _is_close(lines[end - 1], lines[end])
    return above and below
