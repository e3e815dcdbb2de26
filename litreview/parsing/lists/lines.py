"""Lines of a text with what typography says about them: indentation and the blank lines before."""

from __future__ import annotations

import re
from typing import NamedTuple

from litreview.model.document import Document

_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")


class Line(NamedTuple):
    """A line that is not blank: its span without the blanks around it, its indentation, whether a blank
    line (or a page) stands before it."""

    start: int
    end: int
    indent: int
    after_gap: bool


def read_lines(text: str, start: int, end: int) -> list[Line]:
    """The lines of ``text[start:end]`` that are not blank, in order."""
    found: list[Line] = []
    last = start
    for match in _LINE.finditer(text, start, end):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        indent = len(raw) - len(raw.lstrip())
        begin = match.start() + indent
        gap = text.count("\n", last, begin) > 1 or (not found and begin > start)
        found.append(Line(begin, begin + len(stripped), indent, gap or "\f" in text[last:begin]))
        last = found[-1].end
    return found


def by_paragraphs(lines: list[Line], document: Document) -> list[Line]:
    """The lines of a word processor's file, whose paragraphs end at every line but a soft one: where lines
    end softly, each paragraph stands after a gap. A list of one or two paragraphs is parted by its lines."""
    soft = {style.start for style in document.styles if style.kind == "soft"}
    if not soft:
        return lines
    begins = [line.start - line.indent - 1 not in soft for line in lines]
    if all(begins) or sum(begins) < MIN_PARAGRAPHS:
        return lines
    return [
        line._replace(after_gap=line.after_gap or (n > 0 and begin))
        for n, (line, begin) in enumerate(zip(lines, begins, strict=True))
    ]


MIN_PARAGRAPHS = 3
"""Paragraphs of a list from which they may be its entries; a heading and a paragraph of all entries are two.
A judgement."""


def without_notes(lines: list[Line], document: Document) -> list[Line]:
    """The lines that belong to no table, figure or footnote, unless a footnote is their first: then notes are
    the list."""
    notes = _starts(document, "footnote")
    is_of_notes = bool(lines) and lines[0].start in notes
    return _without(lines, _starts(document, "float") | (set() if is_of_notes else notes))


def without_floats(lines: list[Line], document: Document) -> list[Line]:
    """The lines that belong to no table or figure; what stands after one stands after a gap."""
    return _without(lines, _starts(document, "float"))


def _starts(document: Document, kind: str) -> set[int]:
    """Where the words of stretches of a kind begin."""
    found = set()
    for style in document.styles:
        if style.kind == kind:
            said = document.text[style.start : style.end]
            found.add(style.start + len(said) - len(said.lstrip()))
    return found


def _without(lines: list[Line], starts: set[int]) -> list[Line]:
    if not starts:
        return lines
    kept, gap = [], False
    for line in lines:
        if line.start in starts:
            gap = True
        else:
            kept.append(line._replace(after_gap=line.after_gap or gap))
            gap = False
    return kept


def paragraphs(lines: list[Line]) -> list[tuple[int, int]]:
    """Spans of paragraphs: lines between blank lines."""
    spans: list[tuple[int, int]] = []
    for line in lines:
        if spans and not line.after_gap:
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return spans
