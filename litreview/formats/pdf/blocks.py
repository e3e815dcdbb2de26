"""Blocks of lines that are set alike in one column, and how each line stands in its block."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from litreview.formats.pdf.columns import Line

_INDENT = 0.45
"""Distance from the block's left edge, in font sizes, from which a line is set in."""
_FAR = 4.0
"""Distance, in font sizes, up to which lines are set in; further right stands another column."""
_NARROW = 10
"""Width in font sizes under which a stretch is a cell and has no indents."""
_SAME_SIZE, _SAME_EDGE = 0.15, 2.0
"""What lines of a block may differ by: part of the font size, and points at their edges."""
_MEASURED = 0.06
"""Part by which sizes of letters set alike may differ: words of another font are fitted to those around them
(5 % in TeX's), some sizes are those of boxes."""
_FULL_STEPS, _ONE_LEADING = 4, 0.6
"""Lines after full ones that a block needs, and the share of them that follow at one distance, for it to have
a line distance of its own; judgement."""
_JUSTIFIED, _OVERFULL = 0.3, 0.9
"""Share of a block's lines that end at one place where it is justified; rank of the line that shows the width
where it is not (a few lines stick out because of an address)."""
_REACHED, _RAGGED, _LONG_WORD = 0.75, 0.8, 0.4
"""Share of nearly full lines that reach the right edge in justified text; distance from it, in font sizes,
from which a line ends early there; part of the column from which a word (an address) leaves a line short."""
_WRAPPED = 0.4
"""Share of full lines from which a block is running text, so that a line that ends early ends something."""


@dataclass(slots=True)
class Setting:
    """How a line is set: its page, whether it is set in, whether the next word would still have found room,
    whether lines around it were broken to a width, the usual distance of such lines in points; whether it
    belongs to a table or a figure, or follows one; whether a raised number begins it as an entry."""

    page: int
    line: Line
    set_in: bool = False
    early: bool = False
    wrapped: bool = False
    leading: float = 0.0
    begins: bool = False
    floating: bool = False
    after_float: bool = False
    numbered: bool = False


def settings(pages: Sequence[Sequence[Line]]) -> list[Setting]:
    """The lines of all pages in order, with how they stand in their blocks."""
    lines = [Setting(number, line) for number, page in enumerate(pages, 1) for line in page]
    leadings = _leadings(lines)
    needed = _measure(lines)
    for item, after in pairwise(lines):
        right, justified = needed[id(item)]
        room = right - item.line.end
        word = after.line.first_word
        plain = justified and word < _LONG_WORD * (right - item.line.left)
        item.early = room > (_RAGGED * item.line.size if plain else word + 0.3 * item.line.size)
    for block in _blocks(lines):
        full = sum(not item.early for item in block) >= _WRAPPED * len(block)
        own = _own_leading(block)
        for item in block:
            item.wrapped = full
            item.leading = own or leadings[item.line.size]
    return lines


def is_below(last: Setting, item: Setting) -> bool:
    """True for lines of one column, so that the distance between them means something."""
    return last.page == item.page and last.line.column == item.line.column and not item.after_float


def _measure(lines: Sequence[Setting]) -> dict[int, tuple[float, bool]]:
    """Marks lines that are set in, and gives the right edge that each could have reached, and whether full
    lines reach it."""
    known = _starts_by_right_edge(lines)
    rights: dict[int, tuple[float, bool]] = {}
    for block in _blocks(lines):
        right = _right(block)
        left = _left(block, known[round(right / _SAME_EDGE)])
        size = block[0].line.size
        justified = _is_justified(block, right)
        for item in block:
            rights[id(item)] = right, justified
            item.set_in = right - left > _NARROW * size and item.line.start - left > _INDENT * size
    return rights


def _blocks(lines: Sequence[Setting]) -> list[list[Setting]]:
    """Lines of one column and of about one font size, as they follow."""
    blocks: list[list[Setting]] = []
    for item in lines:
        last = blocks[-1][-1] if blocks else None
        if last and is_below(last, item) and _are_alike(last.line, item.line):
            blocks[-1].append(item)
        else:
            blocks.append([item])
    return blocks


def _are_alike(last: Line, line: Line) -> bool:
    near = abs(last.size - line.size) < _SAME_SIZE * line.size
    return near and all(p.bold for p in last.pieces) == all(p.bold for p in line.pieces)


def _right(block: Sequence[Setting]) -> float:
    ends = sorted(item.line.end for item in block)
    place, count = Counter(round(end / _SAME_EDGE) for end in ends).most_common(1)[0]
    if count > 2 and count >= _JUSTIFIED * len(ends):
        return place * _SAME_EDGE
    column = block[0].line.right if len(block) < 4 else 0.0
    return max(column, ends[round(_OVERFULL * (len(ends) - 1))])


def _is_justified(block: Sequence[Setting], right: float) -> bool:
    """True where the lines that come near the right edge reach it."""
    distances = [right - item.line.end for item in block if right - item.line.end < 2 * item.line.size]
    reached = sum(abs(distance) < 2 * _SAME_EDGE for distance in distances)
    return len(distances) > 2 and reached >= _REACHED * len(distances)


def _left(block: Sequence[Setting], known: Counter[int]) -> float:
    """The left edge of a block. One whose lines all begin at one place may be the rest of an entry; it takes
    the edge that stands left of it in columns with the same right edge."""
    own = sorted(item.line.start for item in block)
    size = block[0].line.size
    if len(own) > 5 and own[1] - own[0] > _FAR / 2 * size:
        return own[1]  # one line that sticks out is no edge
    if own[-1] - own[0] > _INDENT * size:
        return own[0]
    further = [
        place * _SAME_EDGE
        for place, count in known.items()
        if count > 2 and own[0] - _FAR * size < place * _SAME_EDGE < own[0] - _SAME_EDGE
    ]
    return min(further, default=own[0])


def _starts_by_right_edge(lines: Sequence[Setting]) -> dict[int, Counter[int]]:
    """How often lines begin where, by the right edge of their block."""
    starts: dict[int, Counter[int]] = defaultdict(Counter)
    for block in _blocks(lines):
        right = round(_right(block) / _SAME_EDGE)
        for near in (right - 1, right, right + 1):
            starts[near].update(round(item.line.start / _SAME_EDGE) for item in block)
    return starts


def _leadings(lines: Sequence[Setting]) -> dict[float, float]:
    """The usual distance between two lines of each font size. Sizes that hardly differ
    are one, and the distance is that of lines of the most usual of them."""
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for last, item in pairwise(lines):
        step = last.line.base - item.line.base
        if step > 0 and is_below(last, item) and _are_one_size(last.line.size, item.line.size):
            steps[item.line.size][round(step * 2) / 2] += 1
    sizes = Counter(item.line.size for item in lines)
    found: dict[float, float] = {}
    for size in sizes:
        near = sum(
            (counts for other, counts in steps.items() if _are_one_size(size, other)), Counter[float]()
        )
        found[size] = near.most_common(1)[0][0] if near else size
    return found


def _own_leading(block: Sequence[Setting]) -> float:
    """The distance at which most lines of a block follow full ones, so that both stand in one paragraph; 0
    where too few do. A list may be set wider, or closer, than the text in the same letters."""
    steps = Counter(
        round((last.line.base - item.line.base) * 2) / 2
        for last, item in pairwise(block)
        if not last.early and last.line.base > item.line.base
    )
    step, count = steps.most_common(1)[0] if steps else (0.0, 0)
    return step if count >= _FULL_STEPS and count >= _ONE_LEADING * steps.total() else 0.0


def _are_one_size(size: float, other: float) -> bool:
    return abs(size - other) <= _MEASURED * max(size, other)
