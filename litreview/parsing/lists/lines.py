"""Lines of a text with what typography says about them: indentation and the blank lines before."""

from __future__ import annotations

import re
from typing import NamedTuple

from litreview.model.document import Document
from litreview.parsing.lists.likeness import AUTHOR_START

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
    """The lines of a word processor's file, where a soft line end divides a paragraph: whole paragraphs as
    one line each, unless the softly parted lines begin with authors, or there are but one or two of them."""
    soft = {style.start for style in document.styles if style.kind == "soft"}
    begins = [not soft or line.start - line.indent - 1 not in soft for line in lines]
    if all(begins) or sum(begins) < MIN_PARAGRAPHS:
        return lines
    parted = [line for line, begin in zip(lines, begins, strict=True) if not begin]
    authors = sum(bool(AUTHOR_START.match(document.text, line.start, line.end)) for line in parted)
    if authors > PARTED_SHARE * len(parted):
        return lines
    whole: list[Line] = []
    for line, begin in zip(lines, begins, strict=True):
        if begin or not whole:
            whole.append(line)
        else:
            whole[-1] = whole[-1]._replace(end=line.end)
    return whole


PARTED_SHARE = 0.3
"""Share of softly parted lines that may begin with authors though each paragraph is one entry, broken
amid its authors. A judgement."""
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
