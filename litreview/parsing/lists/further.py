"""Lists of works that a text need not cite: "Further reading", "External links", a publisher's "Cited by"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from litreview.model.document import Document
from litreview.normalise.vocabulary.headings import (
    NEIGHBOUR_HEADINGS,
    OWN_CITATION_HEADINGS,
    READING_HEADINGS,
)
from litreview.parsing.lists.headings import heading_words
from litreview.parsing.lists.likeness import likeness
from litreview.parsing.lists.lines import Line, read_lines
from litreview.parsing.lists.listends import SIGNS, may_be_entry
from litreview.parsing.lists.sections import Section, inside_any

_LONGEST_HEADING = 60
"""Letters from which a line is no such heading; a judgement."""
_HEADINGS = READING_HEADINGS | NEIGHBOUR_HEADINGS | OWN_CITATION_HEADINGS


def with_further(document: Document, sections: Sequence[Section]) -> tuple[Section, ...]:
    """The reference lists and the lists of other works, in order: nothing in any of them is a citation. A
    list of other works goes on as long as its lines may be entries: a chapter "Resources" stays text."""
    lines = read_lines(document.text, 0, len(document.text))
    return tuple(sorted((*sections, *_further(document, lines, sections))))


def _further(document: Document, lines: Sequence[Line], sections: Sequence[Section]) -> Iterator[Section]:
    declared = {style.start for style in document.styles if style.kind == "heading"}
    text = document.text
    for n, line in enumerate(lines):
        said = text[line.start : line.end]
        words = heading_words(said) if len(said) <= _LONGEST_HEADING else ""
        if words not in _HEADINGS or not (" " in words or line.start in declared):
            continue
        last = n
        while last + 1 < len(lines) and _is_entry(text, lines[last + 1], sections):
            last += 1
        if last > n:
            yield Section(line.start, lines[n + 1].start, lines[last].end)


def _is_entry(text: str, line: Line, sections: Sequence[Section]) -> bool:
    said = text[line.start : line.end]
    return not inside_any(line.start, sections) and may_be_entry(said) and likeness(said) >= SIGNS
