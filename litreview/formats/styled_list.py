"""The reference list as paragraph styles tell it: managers and word processors have one for its entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from litreview.normalise.text import fold
from litreview.normalise.vocabulary.headings import REFERENCE_HEADINGS
from litreview.normalise.vocabulary.years import YEAR

_LIST_STYLE = re.compile(r"(?:EndNote )?Bibliography(?: \d)?$|Citavi Bibliography Entry$", re.IGNORECASE)
_CAPTION = r"(?:table|figure|fig|box|appendix|annex|supplement\w*|additional|note)s?\b"
_TYPED = re.compile(
    rf"(?!(?i:{_CAPTION}))"
    r"(?:[\[(]?\d{1,4}[\])]?[.:)]?\s+)?[^\W\d_][\w'’-]+,? (?:[A-Z]\.|[A-Z]{1,3}\b|[A-Z]\w+,).*?"
    rf"\b{YEAR}\b"
)
MIN_STYLED = 3
"""Paragraphs in the style of entries from which they are a list; a heading may have the style by mistake."""
_BETWEEN = 2
"""Such entries in a row that may stand among the others; judgement."""


class Paragraph(NamedTuple):
    """A paragraph's span, and whether its style is one of entries."""

    start: int
    end: int
    listed: bool = False


def is_list_style(name: str) -> bool:
    """True for the style of a list's entries: "Bibliography" (Word, Zotero, pandoc), "Bibliography 1"
    (LibreOffice), "EndNote Bibliography", "Citavi Bibliography Entry"; not for their headings'."""
    return bool(_LIST_STYLE.match(name))


def styled_lists(text: str, paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """The spans of the lists whose entries have such a style. An entry or two that the author typed among
    them in another style belong to the list; a list of each chapter stands for itself."""
    lists: list[list[Paragraph]] = []
    between = _BETWEEN + 1
    for one in sorted(paragraphs):
        said = text[one.start : one.end]
        if not said.strip():
            continue
        if not one.listed:
            between += 1 if _TYPED.match(said) else _BETWEEN + 1
        elif fold(said) not in REFERENCE_HEADINGS:
            if between > _BETWEEN:
                lists.append([])
            lists[-1].append(one)
            between = 0
    return [(found[0].start, found[-1].end) for found in lists if len(found) >= MIN_STYLED]


def typed_below(text: str, end: int, paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """What the author typed below a list that ends there: the paragraphs that follow in the style of entries,
    or that begin with a person and have a year."""
    below = (one for one in sorted(paragraphs) if one.start >= end and text[one.start : one.end].strip())
    typed = takewhile(lambda one: one.listed or _TYPED.match(text, one.start, one.end), below)
    return [(one.start, one.end) for one in typed]
