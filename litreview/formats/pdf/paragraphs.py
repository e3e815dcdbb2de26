"""Where paragraphs begin: by the gap above a line, by hanging or first-line indents, by short last lines.

A list whose entries hang is cut here by its indents alone, whatever its words are: lines that stand out to the
left begin an entry where the lines before them end early and those after them are set in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from litreview.formats.pdf.columns import Line

_GAP = 1.3
"""Line distance, as a multiple of the usual one of that size, above which a paragraph begins; journals part
entries by a third of a line."""
_INDENT = 0.45
"""Distance from the column's left edge, in font sizes, from which a line is set in."""
_FAR = 4.0
"""Distance, in font sizes, up to which a line is set in; further right it stands in a column of its own."""
_NARROW = 10
"""Width in font sizes under which a stretch is a cell and has no indents."""
_SHORT = 0.12
"""Part of the column that a paragraph's last line leaves free at least, where nothing else tells its end."""
_WINDOW, _EVIDENCE = 15, 3
"""Lines around a line whose indents say whether paragraphs hang there, and how many more of them must say so
than say the opposite."""
_SAME_EDGE = 2.0


@dataclass(slots=True)
class Setting:
    """How a line is set: its page, whether it is set in, whether it begins a paragraph."""

    page: int
    line: Line
    set_in: bool = False
    begins: bool = False


def set_out(pages: Sequence[Sequence[Line]]) -> list[Setting]:
    """The lines of all pages in order, with what their places on the page say."""
    lines = [Setting(number, line) for number, page in enumerate(pages, 1) for line in page]
    edges = _edges(lines)
    for item in lines:
        indent = item.line.start - edges[item.page, item.line.column]
        wide = item.line.right - item.line.left > _NARROW * item.line.size
        item.set_in = wide and indent > _INDENT * item.line.size
    leading = _leadings(lines)
    hanging = _hanging(lines)
    for at, (last, item) in enumerate(pairwise(lines), 1):
        item.begins = _begins(last, item, leading.get(item.line.size, 0.0), hangs=hanging[at])
    return lines


def _edges(lines: Sequence[Setting]) -> dict[tuple[int, int], float]:
    """The left edge of each column. One that holds but the rest of an entry takes that of the columns on other
    pages that end at the same right edge."""
    columns: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for item in lines:
        columns[item.page, item.line.column].append(item.line)
    starts: dict[int, Counter[int]] = defaultdict(Counter)
    for column in columns.values():
        right = round(column[0].right / _SAME_EDGE)
        for near in (right - 1, right, right + 1):
            starts[near].update(round(line.start / _SAME_EDGE) for line in column)
    return {
        place: _edge(column, starts[round(column[0].right / _SAME_EDGE)]) for place, column in columns.items()
    }


def _edge(column: Sequence[Line], starts: Counter[int]) -> float:
    own = sorted(line.start for line in column)
    size = column[0].size
    first = own[0]
    if len(own) > 5 and own[1] - first > _FAR * size / 2:
        first = own[1]  # one line that sticks out is no edge
    further = [
        at * _SAME_EDGE
        for at, count in starts.items()
        if count > 2 and first - _FAR * size < at * _SAME_EDGE < first - _SAME_EDGE
    ]
    return min(further, default=first)


def _leadings(lines: Sequence[Setting]) -> dict[float, float]:
    """The usual distance between two lines of each font size."""
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for last, item in pairwise(lines):
        step = last.line.base - item.line.base
        if step > 0 and _is_below(last, item) and last.line.size == item.line.size:
            steps[item.line.size][round(step, 0)] += 1
    return {size: counts.most_common(1)[0][0] for size, counts in steps.items()}


def _is_below(last: Setting, item: Setting) -> bool:
    return last.page == item.page and last.line.column == item.line.column


def _hanging(lines: Sequence[Setting]) -> list[bool]:
    """Whether paragraphs hang around each line. A step to the left after a line that ends early, and a step to
    the right after a full one, say so; the opposite steps are those of first-line indents."""
    votes = [0, *(_vote(last, item) for last, item in pairwise(lines))]
    sums = [0, *accumulate(votes)]
    return [
        sums[min(len(lines), at + _WINDOW)] - sums[max(0, at - _WINDOW)] >= _EVIDENCE
        for at in range(len(lines))
    ]


def _vote(last: Setting, item: Setting) -> int:
    if last.set_in == item.set_in or not _is_below(last, item):
        return 0
    return 1 if _ends_early(last.line, item.line) == last.set_in else -1


def _ends_early(line: Line, after: Line) -> bool:
    """True where the next line's first word would still have found room."""
    return line.end + after.first_word + 0.2 * line.size < line.right


def _begins(last: Setting, item: Setting, leading: float, *, hangs: bool) -> bool:
    """By the gap above; by the indents where paragraphs hang; at the top of a column, where there is no gap, by
    the indents of first lines or an early end."""
    if hangs and item.set_in and not _gap(last, item, leading):
        return False
    if hangs and not item.set_in and (last.set_in or _ends_early(last.line, item.line)):
        return True
    if _is_below(last, item):
        return _gap(last, item, leading)
    if not last.set_in and item.set_in:
        return True
    width = last.line.right - last.line.left
    return last.line.right - last.line.end > _SHORT * width and last.line.last_sign in (".", "?", "!", ")")


def _gap(last: Setting, item: Setting, leading: float) -> bool:
    return _is_below(last, item) and last.line.base - item.line.base > _GAP * (leading or item.line.size)
