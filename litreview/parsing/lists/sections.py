"""Where the reference lists of a document begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from litreview.model.document import Document
from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.lists.entries import split_list
from litreview.parsing.lists.headings import is_back_matter, is_reference_heading
from litreview.parsing.lists.layout import SKIPPED, is_finished, read_label
from litreview.parsing.lists.likeness import (
    MIN_LIKENESS,
    begins_like_entry,
    cites,
    has_date,
    likeness,
    looks_like_entry,
    sentence_words,
)
from litreview.parsing.lists.lines import Line, paragraphs, read_lines, without_floats, without_notes
from litreview.parsing.lists.listends import SIGNS, continues_entry, is_page_foot, may_be_entry, without_tail


class Section(NamedTuple):
    """A reference list: where its heading begins (``start`` where it has none), and the span of its
    entries."""

    heading: int
    start: int
    end: int


MIN_RUN = 2
"""Entries that a list without any heading needs, unless it is the whole text."""
_LOOK_AHEAD, _FEW = 12, 4
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
    lines = without_floats(read_lines(document.text, 0, len(document.text)), document)
    if document.entries:
        return _declared(document, lines)
    return _under_headings(document, without_notes(lines, document)) or _without_heading(document.text, lines)


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
        found += _lists_between(document.text, lines[n:stop], declared, last=stop == len(lines))
    return tuple(found)


def _lists_between(text: str, lines: list[Line], declared: set[int], *, last: bool) -> list[Section]:
    """The list under the heading ``lines[0]``, and those under its subheadings ("Books", "Web pages")."""
    found: list[Section] = []
    while len(lines) > 1:
        heading, body = lines[0], lines[1:]
        stop = _stop_of_list(text, body, declared)
        kept = body[: without_tail(text, body[:stop])]
        if not (kept and _holds_entries(text, kept, last=last and not found)):
            break
        found.append(Section(heading.start, kept[0].start, kept[-1].end))
        lines = body[stop:]
        if not lines or is_back_matter(text[lines[0].start : lines[0].end]) or not _go_on(text, lines[1:]):
            break
    return found


def _go_on(text: str, lines: list[Line]) -> bool:
    """True where most paragraphs after a subheading are entries beyond doubt."""
    units = paragraphs(lines[:_LOOK_AHEAD])[:_FEW]
    if len(units) == 1:
        units = [(line.start, line.end) for line in lines[:_FEW]]
    return bool(units) and sum(looks_like_entry(text[a:b]) for a, b in units) > len(units) / 2


def _holds_entries(text: str, body: list[Line], *, last: bool) -> bool:
    """A heading in a table of contents has no entries under it; the last heading of a text is believed."""
    ahead = paragraphs(body[:_LOOK_AHEAD]) + [(line.start, line.end) for line in body[:_LOOK_AHEAD]]
    best = max(likeness(text[start:end]) for start, end in ahead)
    return best >= 2 or (last and body[-1].end - body[0].start >= _SHORT and best >= 1)


def _stop_of_list(text: str, body: list[Line], declared: set[int]) -> int:
    """Number of lines before the next heading: one of the back matter, or one that the format declares."""
    low = min(line.indent for line in body)
    for n, line in enumerate(body):
        said = text[line.start : line.end]
        if n and is_back_matter(said):
            return n
        marked = said.startswith("#") or (line.start in declared and not continues_entry(text, line, low))
        if n and marked and likeness(said.lstrip("# ")) < SIGNS:
            return n
    return len(body)


def _without_heading(text: str, lines: list[Line]) -> tuple[Section, ...]:
    """The longest run of entry-like paragraphs or lines, or a paragraph that holds several entries."""
    units = paragraphs(lines)
    runs = [_longest_run(text, units), _longest_run(text, [(line.start, line.end) for line in lines])]
    runs += [_packed_run(text, units), _labelled_run(text, lines)]
    start, end, count = max(runs, key=lambda run: (run[2], run[1] - run[0]))
    alone = (
        count == 1
        and len(units) == 1
        and begins_like_entry(text[start:end])
        and likeness(text[start:end]) > MIN_LIKENESS
    )
    if count >= MIN_RUN:
        start, end = _whole_paragraphs(text, lines, start, end)
    return (Section(start, start, end),) if count >= MIN_RUN or alone else ()


def _whole_paragraphs(text: str, lines: list[Line], start: int, end: int) -> tuple[int, int]:
    """A run of lines made longer by the lines of its first and last paragraph, unless these are prose."""
    first = bisect_right(lines, start, key=lambda line: line.start) - 1
    last = bisect_right(lines, end - 1, key=lambda line: line.start) - 1
    up = down = 0
    while first - up > 0 and not lines[first - up].after_gap and _is_terse(text, lines[first - up - 1]):
        up += 1
    while up and not may_be_entry(text[lines[first - up].start : lines[first - up].end]):
        up -= 1
    while last + down + 1 < len(lines) and _joins(text, lines[last + down + 1]):
        down += 1
    return min(start, lines[first - up].start), max(end, lines[last + down].end)


def _joins(text: str, line: Line) -> bool:
    return not line.after_gap and _is_terse(text, line)


def _is_terse(text: str, line: Line) -> bool:
    """True for a line that may be part of an entry: no prose, no page foot."""
    said = text[line.start : line.end]
    return not (is_page_foot(said) or cites(said) or sentence_words(said) > 1)


def _labelled_run(text: str, lines: list[Line]) -> tuple[int, int, int]:
    """The longest row of labels that count from 1, most of them before what looks like an entry."""
    best, row = (0, 0, 0), _Row()
    labels = [read_label(text, line) for line in lines]
    for n, label in enumerate(labels):
        if label is None:
            continue
        if row.places and row.goes_on(n, label):
            row.places.append(n)
            row.last = label[1]
        elif label[1] == 1:
            best = max(best, _ended_row(text, lines, row), key=itemgetter(2))
            row = _Row([n], *label)
    return max(best, _ended_row(text, lines, row), key=itemgetter(2))


@dataclass
class _Row:
    """Lines whose labels count on."""

    places: list[int] = field(default_factory=list)
    kind: str = ""
    last: int = 0

    def goes_on(self, n: int, label: tuple[str, int]) -> bool:
        return (
            label[0] == self.kind
            and 0 <= label[1] - self.last <= 1 + SKIPPED
            and n - self.places[-1] <= _LOOK_AHEAD
        )


def _ended_row(text: str, lines: list[Line], row: _Row) -> tuple[int, int, int]:
    """Start, end and number of the entries of a row of labels; zeros where too few look like entries."""
    if len(row.places) < MIN_RUN:
        return (0, 0, 0)
    last = row.places[-1]
    until = next((n for n in range(last + 1, len(lines)) if lines[n].after_gap), len(lines))
    bounds = [*(lines[n].start for n in row.places), lines[min(until, last + _LOOK_AHEAD) - 1].end]
    like = sum(looks_like_entry(text[a:b]) for a, b in pairwise(bounds))
    return (bounds[0], bounds[-1], len(row.places)) if like > len(row.places) / 2 else (0, 0, 0)


def _packed_run(text: str, units: list[tuple[int, int]]) -> tuple[int, int, int]:
    """The paragraph that holds most entries, wrapped or run together inside it."""
    best = (0, 0, 0)
    for start, end in units:
        if len(_YEARS.findall(text, start, end)) <= best[2]:
            continue
        cuts = split_list(text, start, end)
        like = sum(looks_like_entry(text[cut.start : cut.end]) for cut in cuts)
        if like > max(1, best[2]) and like >= _PACKED_SHARE * len(cuts):
            best = (start, end, max(MIN_RUN, 2 * like - len(cuts)))  # text before and after speaks against
    return best


_PACKED_SHARE = 0.6
_YEARS = re.compile(rf"(?<![\d.]){YEAR}(?!\d)")


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
    return _LIKELY if (likeness(said) >= 1 and has_date(said)) or may_be_entry(said) else _FOREIGN


def _stretched(text: str, units: list[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    while first > 0 and _may_be_first(text[slice(*units[first - 1])]):
        first -= 1
    while last + 1 < len(units) and may_be_entry(text[slice(*units[last + 1])]):
        last += 1
    return units[first][0], units[last][1]


def _may_be_first(said: str) -> bool:
    """Titles and affiliations stand before a list, so that its first entry needs a date and an end."""
    dated = has_date(said) and is_finished(said)
    return dated and may_be_entry(said) and (likeness(said) >= SIGNS or len(said) > _SHORT)
