"""Reference lists numbered by raised figures, as physics and chemistry print them: "¹A. Arden, …".

At the foot of a column such entries look like footnotes. They are told by their count: a list goes on from 1
without text between its entries, and ends the file or nearly so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from litreview.formats.pdf.blocks import Setting
from litreview.formats.pdf.columns import Line

MIN_RAISED = 4
"""Entries that such a list needs; a page's foot has seldom as many notes."""
_BETWEEN, _AFTER = 25, 40
"""Lines from one number to the next (a figure may stand between), and lines after the last one, at most.
Notes of different pages have a page between them, notes of one page the rest of the text behind them; four
articles set with REVTeX and biblatex-phys have 5 and 4 at most, the stored PDFs no such list."""
_MAX_DIGITS = 3
"""Figures of such a number at most; judgement."""


def raised_number(line: Line) -> int | None:
    """The raised number with which a line begins, glued to what it numbers."""
    chars = line.pieces[0].spaced()
    length = next((at for at, (sign, raised) in enumerate(chars) if not (raised and sign.isdecimal())), 0)
    if not 0 < length <= _MAX_DIGITS or chars[length][1]:
        return None
    return int("".join(sign for sign, _ in chars[:length]))


def mark_raised_list(lines: Sequence[Setting]) -> set[int]:
    """Marks the lines that begin the entries of such a list, and gives the places of all its lines."""
    numbered = [(at, number) for at, item in enumerate(lines) if (number := raised_number(item.line))]
    for start in reversed([at for at, number in numbered if number == 1]):
        found = list(_counting(numbered, start))
        if len(found) >= MIN_RAISED and len(lines) - found[-1] <= _AFTER:
            for at in found:
                lines[at].numbered = True
            return {at for at in range(start, found[-1] + 1) if _is_alike(lines[at], lines[start])} | set(
                _rest(lines, found[-1])
            )
    return set()


def _counting(numbered: Sequence[tuple[int, int]], start: int) -> Iterator[int]:
    """The places of the numbers that count on from 1."""
    last, wanted = start, 1
    for at, number in numbered:
        if at >= start and number == wanted and at - last <= _BETWEEN:
            yield at
            last, wanted = at, wanted + 1


def _rest(lines: Sequence[Setting], at: int) -> Iterator[int]:
    """The places of the further lines of an entry."""
    for place in range(at + 1, len(lines)):
        if not _is_alike(lines[place], lines[at]):
            return
        yield place


def _is_alike(item: Setting, first: Setting) -> bool:
    return abs(item.line.size - first.line.size) < 0.08 * first.line.size
