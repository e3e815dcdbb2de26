"""Where paragraphs begin: by the gap above a line, by hanging or first-line indents, by lines that end early.

A list whose entries hang is cut here by its indents alone, whatever its words are: lines that stand out to
the left begin an entry where the lines before them end early and those after them are set in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from litreview.formats.pdf.blocks import Setting, is_below, settings
from litreview.formats.pdf.columns import Line
from litreview.formats.pdf.floats import find_floats, find_footnotes, find_interruptions
from litreview.formats.pdf.raised import mark_raised_list

_GAP, _SMALL_GAP, _WIDE_GAP = 1.3, 1.12, 2.5
"""Line distance, as a multiple of the usual one, above which a paragraph begins; above which it does where
such gaps stand after lines that end early, or end a sentence (journals part entries by a few points); up to
which a gap parts paragraphs, not sections."""
_WINDOW, _EVIDENCE = 15, 3
"""Lines around a line whose indents or gaps say how paragraphs are set there, and how many more of them must
say so than say the opposite."""
_GOES_ON = re.compile(r"[a-zß-ÿ(,;&]|(?i:https?:|www\.|doi\b)|10\.\d{4}")
_LOWER = re.compile(r"[a-zß-ÿ(,;&]")


def set_out(pages: Sequence[Sequence[Line]]) -> list[Setting]:
    """The lines of all pages in order, with how they are set and where paragraphs begin.

    Tables, figures and footnotes stand after the paragraph, or the entry of a list, into which they were set.
    """
    lines = settings(pages)
    size = usual_size(lines)
    floats = find_floats(lines, size) | find_footnotes(lines, size) | find_interruptions(lines)
    floats -= mark_raised_list(lines)
    text = [item for at, item in enumerate(lines) if at not in floats]
    for at in floats:
        lines[at].floating = True
        if at + 1 < len(lines):
            lines[at + 1].after_float = at + 1 not in floats
    _mark_beginnings(text)
    return _after_paragraphs(lines)


def usual_size(lines: Sequence[Setting]) -> float:
    """The font size of most characters."""
    sizes: Counter[float] = Counter()
    for item in lines:
        sizes[item.line.size] += sum(len(piece.chars) for piece in item.line.pieces)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _after_paragraphs(lines: Sequence[Setting]) -> list[Setting]:
    found: list[Setting] = []
    held: list[Setting] = []
    for item in lines:
        if item.floating:
            item.begins = not held or _distance(held[-1], item) > _GAP
            held.append(item)
            continue
        if held and item.begins:
            found += held
            held = []
        found.append(item)
    return found + held


def _mark_beginnings(lines: Sequence[Setting]) -> None:
    pairs = list(pairwise(lines))
    indents = [_indent_vote(last, item) for last, item in pairs]
    hanging, ahead = _around(indents), _around(indents, back=0)
    gapped = _around([_gap_vote(last, item) for last, item in pairs])
    for at, (last, item) in enumerate(pairs):
        if item.numbered:
            item.begins = True
        elif hanging[at] >= _EVIDENCE:
            item.begins = _begins_hanging(lines, at)
        elif ahead[at] >= _EVIDENCE and last.early and not item.set_in:
            item.begins = True  # the first entries, after prose
        else:
            item.begins = _begins(last, item, small_gaps=gapped[at] >= _EVIDENCE)


def _around(votes: Sequence[int], back: int = _WINDOW) -> list[int]:
    """The sum of the votes around each place, from so many places before it."""
    sums = [0, *accumulate(votes)]
    count = len(votes)
    return [sums[min(count, at + _WINDOW)] - sums[max(0, at - back)] for at in range(count)]


def _indent_vote(last: Setting, item: Setting) -> int:
    """For hanging paragraphs speak a step to the left after a line that ends early, and one to the right
    after a full line; the opposite steps are those of first-line indents."""
    if last.set_in == item.set_in or not is_below(last, item):
        return 0
    return 1 if last.early == last.set_in else -1


def _gap_vote(last: Setting, item: Setting) -> int:
    if not _SMALL_GAP < _distance(last, item) <= _WIDE_GAP:
        return 0
    return 1 if last.early or last.line.last_sign in ".?!)" else -1


def _distance(last: Setting, item: Setting) -> float:
    """The distance of two lines as a multiple of the usual one; 0 where they do not stand in one column."""
    return (last.line.base - item.line.base) / item.leading if is_below(last, item) else 0.0


def _begins_hanging(lines: Sequence[Setting], at: int) -> bool:
    """Where paragraphs hang, a line that stands out begins one, unless it is amid lines of prose."""
    last, item = lines[at], lines[at + 1]
    if item.set_in:
        return _distance(last, item) > _GAP
    if last.set_in or last.early or _distance(last, item) > _SMALL_GAP:
        return True
    run = [at, at + 1]
    while run[0] > 0 and not lines[run[0] - 1].set_in and run[1] - run[0] < _WINDOW:
        run[0] -= 1
    while run[1] + 1 < len(lines) and not lines[run[1] + 1].set_in and run[1] - run[0] < _WINDOW:
        run[1] += 1
    full = sum(not line.early for line in lines[run[0] : run[1]])
    return full <= (run[1] - run[0]) / 2 or run[1] - run[0] < _PROSE_RUN


_PROSE_RUN = 3
"""Lines from which a run of full lines is prose; judgement."""


def _begins(last: Setting, item: Setting, *, small_gaps: bool) -> bool:
    """By the gap above; else where a line ended early, or a first line is set in at the top of a column."""
    if _distance(last, item) > (_SMALL_GAP if small_gaps else _GAP):
        return True
    first = item.line.pieces[0].text
    cut = (last.wrapped and item.wrapped) or (small_gaps and not is_below(last, item))
    if last.early and cut and not _GOES_ON.match(first):
        return True
    return not is_below(last, item) and item.set_in and not last.set_in and not _LOWER.match(first)
