"""Where the reference lists of a document begin and end."""

from __future__ import annotations

from typing import NamedTuple

from litreview.model.document import Document
from litreview.parsing.headings import is_back_matter, is_reference_heading
from litreview.parsing.likeness import has_date, likeness, looks_like_entry
from litreview.parsing.lines import Line, paragraphs, read_lines


class Section(NamedTuple):
    """A reference list: where its heading begins (``start`` where it has none), and the span of its entries."""

    heading: int
    start: int
    end: int


MIN_RUN = 2
"""Entries that a list without any heading needs, unless it is the whole text."""
_LOOK_AHEAD = 12
_MAX_GAP = 1
_SHORT = 25


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
        before = [line for line in headings if line.end <= entry.start]
        heading = before[-1].start if before else entry.start
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
    """The longest run of entry-like paragraphs, or of entry-like lines."""
    units = paragraphs(lines)
    by_paragraph = _longest_run(text, units)
    by_line = _longest_run(text, [(line.start, line.end) for line in lines])
    start, end, count = max(by_paragraph, by_line, key=lambda run: (run[2], run[1] - run[0]))
    alone = count == 1 and len(units) == 1
    if count >= MIN_RUN or alone:
        return (Section(start, start, end),)
    return ()


def _longest_run(text: str, units: list[tuple[int, int]]) -> tuple[int, int, int]:
    """Start, end and number of entries of the best run; a stray paragraph inside is bridged, and entries of
    organisations at its two ends, which show fewer signs, are taken in."""
    best = (0, 0, 0)
    marks = [looks_like_entry(text[start:end]) for start, end in units]
    n = 0
    while n < len(units):
        if not marks[n]:
            n += 1
            continue
        last, count, m = n, 0, n
        while m < len(units) and m - last <= _MAX_GAP:
            if marks[m]:
                last, count = m, count + 1
            m += 1
        if count > best[2]:
            best = (*_stretched(text, units, n, last), count)
        n = last + 1
    return best


def _stretched(text: str, units: list[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    while first > 0 and _may_be_entry(text, units[first - 1]):
        first -= 1
    while last + 1 < len(units) and _may_be_entry(text, units[last + 1]):
        last += 1
    return units[first][0], units[last][1]


def _may_be_entry(text: str, unit: tuple[int, int]) -> bool:
    said = text[unit[0] : unit[1]]
    return len(said) > 2 * _SHORT and likeness(said) >= 2 and has_date(said)
