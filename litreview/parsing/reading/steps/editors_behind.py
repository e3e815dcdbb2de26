"""Editors behind a book's title, by a form that leaves no doubt: "(W. Roe & I. Poe, Eds.; pp. 1–9)"."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.joining import JOINING_WORDS
from litreview.normalise.vocabulary.patterns import any_of
from litreview.parsing.reading.draft import TEXTS, Draft
from litreview.parsing.reading.spans import LONGEST_GAP, Span, trimmed

_UPPER = r"[^\W\d_a-zà-ÿß]"
_FAMILY = rf"{_UPPER}[\w'’-]+(?:\s{_UPPER}[\w'’-]+)?"
_INITIALS = rf"{_UPPER}\.(?:[\s-]?{_UPPER}\.){{0,3}}"
_JOINED = rf"(?:,?\s{any_of(JOINING_WORDS)}\s|[,;]\s)"
_ROLE = r"(?:[Ee]d(?:itor)?s?\b\.?)"
_MOST_MORE = 40
"""Most editors behind the first that are read (judgement): a list is tried from each of its names."""
_FORMS = tuple(
    re.compile(form)
    for form in (
        # "(W. Roe & I. Poe, Eds.; pp. 1-9)" · "W. Roe and I. Poe, eds."
        rf"(?P<open>[\s(]{{1,{LONGEST_GAP}}}+)(?P<names>{_INITIALS}\s{_FAMILY}(?:{_JOINED}{_INITIALS}\s{_FAMILY}){{0,{_MOST_MORE}}}),\s{_ROLE}",
        # "; Roe, W., Poe, I., Eds.;"
        rf"(?P<open>[;.]\s)(?P<names>{_FAMILY},\s{_INITIALS}(?:{_JOINED}{_FAMILY},\s{_INITIALS}){{0,{_MOST_MORE}}}),\s{_ROLE}",
        # ". Roe W, Poe I, editors."
        rf"(?P<open>[;.]\s)(?P<names>{_FAMILY}\s{_UPPER}{{1,3}}(?:,\s{_FAMILY}\s{_UPPER}{{1,3}}){{0,{_MOST_MORE}}}),"
        r"\s[Ee]d(?:itor)?s\b",
    )
)


def part_editors(draft: Draft) -> Draft | None:
    """A title or container ends before the editors that stand behind it with their mark.

    "Principles of baths (W. Roe & I. Poe, Eds.; pp. 1–9)", "Broken bones; Roe, A., Poe, C., Eds.; 1999".
    """
    author_end = draft.author_end
    for form in _FORMS:
        match = form.search(draft.text, author_end)
        if match is None:
            continue
        names = match.span("names")
        moved: dict[str, Span | None] = {}
        for label in TEXTS:
            span = draft.places.get(label)
            if span and span[0] < match.start() < span[1]:
                moved[label] = trimmed(draft.text, span[0], match.start())
            elif span and names[0] <= span[0] < match.end():
                moved[label] = None
        if not moved and draft.places.editor:
            return None
        return draft.but(**moved, editor=names)
    return None
