"""A reference list cut into its entries. n entries in, n out: every letter of the list ends in one of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from litreview.model.document import Document
from litreview.parsing.likeness import AUTHOR_START, BULLET, LABEL, begins_like_entry
from litreview.parsing.lines import Line, paragraphs, read_lines
from litreview.parsing.sections import Section


class Cut(NamedTuple):
    """One entry: its span without label, its number (None where unnumbered), and its key where the format has one."""

    start: int
    end: int
    number: int | None = None
    key: str = ""


_LABEL_SHARE = 0.5
"""Share of paragraphs or lines that must carry rising labels before a list counts as numbered."""
_START_SHARE = 0.6
"""Share of lines that must begin like an entry before each line counts as one."""
_LONG_ENTRY = 500
_INLINE = re.compile(
    r"(?:(?<=[.\d)\]/] )|(?<=^))(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)])\s?(?=[^\W\d_]|[\"“‘])"
)
_YEAR = re.compile(r"(?<![\d.,/-])(?:1[5-9]|20)\d\d[a-z]?(?!\d)")


def split_entries(document: Document, section: Section) -> tuple[Cut, ...]:
    """The entries of one reference list, in order."""
    declared = [entry for entry in document.entries if section.start <= entry.start < section.end]
    if declared:
        cuts = [_trim(document.text, entry.start, entry.end, entry.key) for entry in declared]
        return tuple(cut for cut in cuts if cut.end > cut.start)
    return split_list(document.text, section.start, section.end)


def split_list(text: str, start: int, end: int) -> tuple[Cut, ...]:
    """The entries of ``text[start:end]``, by labels, by paragraphs, by lines, or by their beginnings."""
    lines = read_lines(text, start, end)
    if not lines:
        return ()
    starts = _numbered(text, lines) or _by_layout(text, lines)
    bounds = [*starts, end]
    pieces = [_trim(text, a, b) for a, b in zip(bounds, bounds[1:], strict=False)]
    return tuple(cut for piece in pieces if piece.end > piece.start for cut in _run_together(text, piece))


def _trim(text: str, start: int, end: int, key: str = "") -> Cut:
    """The span without label and blanks."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    number = None
    label = LABEL.match(text, start, end)
    if label and not _is_year_start(text, label):
        number = _label_number(label)
        start = label.end()
    elif bullet := BULLET.match(text, start, end):
        start = bullet.end()
    return Cut(start, end, number, key)


def _is_year_start(text: str, label: re.Match[str]) -> bool:
    bare = label["bare"]
    return bare is not None and (len(bare) == 4 or not text[label.end() : label.end() + 1].isupper())


def _label_number(label: re.Match[str]) -> int:
    return int(next(value for value in label.groups() if value))


def _numbered(text: str, lines: list[Line]) -> list[int]:
    """Where entries start, if labels that rise by one lead through the list; else empty."""
    starts: list[int] = []
    expected: int | None = None
    for line in lines:
        label = LABEL.match(text, line.start, line.end)
        if not label or _is_year_start(text, label):
            continue
        number = _label_number(label)
        restart = number == 1 and expected is not None and expected > 2
        if expected is None or expected <= number <= expected + 2 or restart:
            starts.append(line.start)
            expected = number + 1
    units = paragraphs(lines)
    enough = len(starts) >= _LABEL_SHARE * min(len(units), len(lines)) or len(starts) >= 5
    if not enough or (len(starts) == 1 and len(units) > 1):
        return []
    return starts if starts[0] == lines[0].start else [lines[0].start, *starts]


def _by_layout(text: str, lines: list[Line]) -> list[int]:
    """Where entries of an unnumbered list start: paragraphs, hanging indents, or lines that begin like one."""
    units = paragraphs(lines)
    by_line = _line_starts(text, lines)
    if len(units) > 1 and len(units) >= 0.6 * len(by_line):
        return [start for start, _ in units]
    return by_line


def _line_starts(text: str, lines: list[Line]) -> list[int]:
    begins = [begins_like_entry(text[line.start : line.end]) for line in lines]
    low = min(line.indent for line in lines)
    hanging = [line for line in lines if line.indent > low]
    if hanging and len(hanging) < len(lines) and 0.2 < len(hanging) / len(lines):
        outdented = [begins[n] for n, line in enumerate(lines) if line.indent == low]
        if sum(outdented) >= _START_SHARE * len(outdented):
            return [line.start for line in lines if line.indent == low]
    if _one_per_line(text, lines, begins):
        return [line.start for line in lines]
    starts = [lines[0].start]
    for n in range(1, len(lines)):
        previous = text[lines[n - 1].start : lines[n - 1].end]
        if lines[n].after_gap or (begins[n] and _is_finished(previous)):
            starts.append(lines[n].start)
    return starts


def _one_per_line(text: str, lines: list[Line], begins: list[bool]) -> bool:
    """True where lines are entries: most begin like one, or most hold a year and end a sentence."""
    whole = sum(
        bool(_YEAR.search(text, line.start, line.end)) and _is_finished(text[line.start : line.end])
        for line in lines
    )
    return sum(begins) >= 0.85 * len(lines) or (whole >= 0.8 * len(lines) and sum(begins) >= 0.4 * len(lines))


def _is_finished(line: str) -> bool:
    """True where a line may end an entry: a full stop, a page number, an address, a closing bracket."""
    line = line.rstrip()
    return bool(line) and (
        line[-1] in '.)]>”»"'
        or line[-1].isdigit()
        or bool(re.search(r"(?:https?://|10\.\d{4,9}/)\S*$", line))
    )


def _run_together(text: str, cut: Cut) -> list[Cut]:
    """An entry that is really several, printed in one paragraph, cut at its inner labels or name starts."""
    body = text[cut.start : cut.end]
    if len(body) < 120:
        return [cut]
    inner = _inner_labels(body, cut.number)
    if inner:
        bounds = [0, *inner, len(body)]
        pieces = [_trim(text, cut.start + a, cut.start + b) for a, b in zip(bounds, bounds[1:], strict=False)]
        return [pieces[0]._replace(number=cut.number or pieces[0].number), *pieces[1:]]
    if cut.number is None and len(body) > _LONG_ENTRY:
        return _at_names(text, cut)
    return [cut]


def _inner_labels(body: str, number: int | None) -> list[int]:
    """Places of labels that count on from the entry's own: "… 2010. [2] Smith …"."""
    expected = (number or 1) + 1
    places = []
    for match in _INLINE.finditer(body):
        if int(next(value for value in match.groups() if value)) == expected:
            places.append(match.start())
            expected += 1
    return places


def _at_names(text: str, cut: Cut) -> list[Cut]:
    """Cuts before each "Surname, I." that follows a finished sentence, when every piece has its own year."""
    places = [cut.start]
    for match in re.finditer(r"(?<=[.\d)])\s+(?=[^\W\d_a-z])", text[cut.start : cut.end]):
        at = cut.start + match.end()
        if AUTHOR_START.match(text, at, cut.end) and _YEAR.search(text, places[-1], at):
            places.append(at)
    bounds = [*places, cut.end]
    pieces = [_trim(text, a, b) for a, b in zip(bounds, bounds[1:], strict=False)]
    if len(pieces) > 2 and all(_YEAR.search(text, piece.start, piece.end) for piece in pieces):
        return [piece._replace(number=None) for piece in pieces]
    return [cut]
