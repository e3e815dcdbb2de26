"""Which text a reference list belongs to: chapters and supplements with a list of their own.

A thesis numbers each chapter's list from 1; a supplement may cite by author and year what its article cites
by numbers. A list belongs to the text before it, back to the list before that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from litreview.model.reference import Reference
from litreview.parsing.lists.sections import Section

OWN_TEXT = 300
"""Characters of text between two lists that make the second one a list of its own; between the parts of one
list ("Books", "Web pages", notes and their sources) stand headings only. A judgement: the one
stored document with a supplement has 14,000."""
SOME_TEXT = 12
"""The same before a list whose numbers begin at 1 again: more than one word of a heading."""


class Scope(NamedTuple):
    """A stretch of text and the references that its citations mean."""

    start: int
    end: int
    references: tuple[Reference, ...]


def find_scopes(text: str, sections: Sequence[Section], references: Sequence[Reference]) -> tuple[Scope, ...]:
    """The scopes of a text in order, which together cover it; one where there is one list or none."""
    groups: list[list[Section]] = []
    firsts = {one.start for one in references if one.number == 1}
    for section in sections:
        least = SOME_TEXT if any(section.start <= at < section.end for at in firsts) else OWN_TEXT
        if groups and len(text[groups[-1][-1].end : section.heading].strip()) < least:
            groups[-1].append(section)
        else:
            groups.append([section])
    if len(groups) < 2 or any(reference.origin for reference in references):
        return (Scope(0, len(text), tuple(references)),)
    ends = [*(group[-1].end for group in groups[:-1]), len(text)]
    starts = [0, *ends[:-1]]
    return tuple(
        Scope(start, end, tuple(one for one in references if start <= one.start < end))
        for start, end in zip(starts, ends, strict=True)
    )
