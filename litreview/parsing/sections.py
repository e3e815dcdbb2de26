"""Where the reference lists of a document begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from litreview.model.document import Document
from litreview.parsing.entries import split_list
from litreview.parsing.headings import is_back_matter, is_reference_heading
from litreview.parsing.likeness import (
    MIN_LIKENESS,
    begins_like_entry,
    has_date,
    likeness,
    looks_like_entry,
)
from litreview.parsing.lines import Line, paragraphs, read_lines


class Section(NamedTuple):
    """A reference list: where its heading begins (``start`` where it has none), and the span of its
    entries."""

    heading: int
    start: int
    end: int


MIN_RUN = 2
"""Entries that a list without any heading needs, unless it is the whole text."""
_LOOK_AHEAD = 12
_SHORT = 25


def inside_any(at: int, sections: Sequence[Section]) -> bool:
    """True for a place in a reference list or its heading; the sections are in order."""
    n = bisect_right(sections, at, key=lambda section: section.heading) - 1
    return n >= 0 and at < sections[n].end


def find_sections(document: Document) -> tuple[Section, ...]:
    """The reference lists of a document in order: as the format declares them, else under their headings,
    else the longest run of paragraphs that look like entries. Empty where there is none."""
    if document.is_bibliography:
        return ()
    lines = read_lines(document.text, 0, len(document.text))
    if document.entries:
        return _declared(document, lines)
    return _under_headings(document, lines) or _without_heading(document.text, lines)


def _declared(document: Document, lines: list[Line]) -> tuple[Section, ...]:
    """Runs of declared entries; a heading between two of them begins another list."""
    headings = [line for line in lines if is_reference_heading(document.text[line.start : line.end])]
    sections: list[Section] = []
    for entry in sorted(document.entries, key=lambda item: item.start):
        before = bisect_right(headings, entry.start, key=lambda line: line.end)
        heading = headings[before - 1].start if before else entry.start
        if sections and (not before or heading <= sections[-1].start):
            sections[-1] = sections[-1]._replace(end=max(sections[-1].end, entry.end))
        else:
            sections.append(Section(heading, entry.start, entry.end))
    return tuple(sections)


def _under_headings(document: Document, lines: list[Line]) -> tuple[Section, ...]:
    text = document.text
    declared = {style.start for style in document.styles if style.kind == "heading"}
    at = [n for n, line in enumerate(lines) if is_reference_heading(text[line.start : line.end])]
    found: list[Section] = []
    for place, n in enumerate(at):
        stop = at[place + 1] if place + 1 < len(at) else len(lines)
        body = lines[n + 1 : stop]
        body = body[: _end_of_list(text, body, declared)]
        if body and _holds_entries(text, body, last=stop == len(lines)):
            found.append(Section(lines[n].start, body[0].start, body[-1].end))
    return tuple(found)


def _holds_entries(text: str, body: list[Line], *, last: bool) -> bool:
    """A heading in a table of contents has no entries under it; the last heading of a text is believed."""
    ahead = paragraphs(body[:_LOOK_AHEAD]) + [(line.start, line.end) for line in body[:_LOOK_AHEAD]]
    best = max(likeness(text[start:end]) for start, end in ahead)
    return best >= 2 or (last and body[-1].end - body[0].start >= _SHORT and best >= 1)


def _end_of_list(text: str, body: list[Line], declared: set[int]) -> int:
    """Number of lines that belong to the list: it ends at a heading of the back matter, at a heading the
    format declares, or where a paragraph without a single sign of an entry starts a run of such."""
    for n, line in enumerate(body):
        said = text[line.start : line.end]
        if n and (is_back_matter(said) or (line.start in declared and likeness(said) < 2)):
            return _without_tail(text, body[:n])
        if n and said.lstrip().startswith("#") and likeness(said.lstrip("# ")) < 2:
            return _without_tail(text, body[:n])
    return _without_tail(text, body)


def _without_tail(text: str, body: list[Line]) -> int:
    """Lines left when the paragraphs after the last entry (site furniture, notices) are cut off."""
    spans = paragraphs(body)
    keep = len(spans)
    while keep > 1 and likeness(text[spans[keep - 1][0] : spans[keep - 1][1]]) < 2:
        if likeness(text[spans[keep - 1][0] : spans[keep - 1][1]][:400]) >= 2:
            break
        keep -= 1
    end = spans[keep - 1][1] if spans else 0
    return sum(line.end <= end for line in body)


def _without_heading(text: str, lines: list[Line]) -> tuple[Section, ...]:
    """The longest run of entry-like paragraphs or lines, or a paragraph that holds several entries."""
    units = paragraphs(lines)
    runs = [_longest_run(text, units), _longest_run(text, [(line.start, line.end) for line in lines])]
    runs += [_packed_run(text, units)]
    start, end, count = max(runs, key=lambda run: (run[2], run[1] - run[0]))
    alone = (
        count == 1
        and len(units) == 1
        and begins_like_entry(text[start:end])
        and likeness(text[start:end]) > MIN_LIKENESS
    )
    return (Section(start, start, end),) if count >= MIN_RUN or alone else ()


def _packed_run(text: str, units: list[tuple[int, int]]) -> tuple[int, int, int]:
    """The paragraph that holds most entries, wrapped or run together inside it."""
    best = (0, 0, 0)
    for start, end in units:
        if len(_YEARS.findall(text, start, end)) <= best[2]:
            continue
        cuts = split_list(text, start, end)
        like = sum(looks_like_entry(text[cut.start : cut.end]) for cut in cuts)
        if like > max(1, best[2]) and like >= _PACKED_SHARE * len(cuts):
            best = (start, end, like)
    return best


_PACKED_SHARE = 0.6
_YEARS = re.compile(r"(?<![\d.])(?:1[5-9]|20)\d\d(?!\d)")


def _longest_run(text: str, units: list[tuple[int, int]]) -> tuple[int, int, int]:
    """Start, end and number of entries of the best run. A stray paragraph inside is bridged, paragraphs
    with fewer signs too; at the two ends entries with fewer signs (organisations, reports) are taken in."""
    best = (0, 0, 0)
    marks = [_mark(text[start:end]) for start, end in units]
    n = 0
    while n < len(units):
        if marks[n] < _SURE:
            n += 1
            continue
        last, count, strangers = n, 1, 0.0
        for m in range(n + 1, len(units)):
            strangers = 0 if marks[m] == _SURE else strangers + _STRANGENESS[marks[m]]
            if strangers > 1:
                break
            if marks[m] == _SURE:
                last, count = m, count + 1
        if count > best[2]:
            best = (*_stretched(text, units, n, last), count)
        n = last + 1
    return best


_SURE, _LIKELY, _FOREIGN = 2, 1, 0
_STRANGENESS = {_LIKELY: 0.3, _FOREIGN: 1.0}


def _mark(said: str) -> int:
    if looks_like_entry(said):
        return _SURE
    return _LIKELY if likeness(said) >= 1 and has_date(said) else _FOREIGN


def _stretched(text: str, units: list[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    while first > 0 and _may_be_entry(text, units[first - 1]):
        first -= 1
    while last + 1 < len(units) and _may_be_entry(text, units[last + 1]):
        last += 1
    return units[first][0], units[last][1]


def _may_be_entry(text: str, unit: tuple[int, int]) -> bool:
    said = text[unit[0] : unit[1]]
    return len(said) > 2 * _SHORT and likeness(said) >= 2 and has_date(said)
