"""A publisher as the last sentence of what was labelled a title: "Lichen survey. Zenodo. https://doi.org/…"."""

from __future__ import annotations

import re

from litreview.normalise.organisations import are_organisations
from litreview.normalise.vocabulary.hosts import is_host
from litreview.parsing.reading.draft import IMPRINT, NUMBERS, Draft
from litreview.parsing.reading.lexicon import word_classes
from litreview.parsing.reading.sentences import sentences, words_end
from litreview.parsing.reading.spans import Span, trimmed

_SMALL = re.compile(r"\s[a-zà-ÿ]{4,}")
# A person who prints the own book, or an acronym; two nouns may be German ("Internes Manuskript").
_NAME = re.compile(r"(?:[A-ZÀ-Þ]\.\s?){1,3}[A-ZÀ-Þ][\w’'-]+|[A-Z]{3,8}")
_BRACKETED = re.compile(r"\s\((?P<name>[^()]+)\)?$")
_BEHIND_SEMICOLON = re.compile(r";\s(?P<name>[^;]+)$")
_SENTENCE_CASE = 2
"""Fewest words in small letters by which a title is seen to be in sentence case, so that a last sentence of
capitals only is a name: judgement."""


def end_title_at_publisher(draft: Draft) -> Draft | None:
    """A title gives up its last sentence where that names a host, an organisation, or the author again, and
    nothing but an address follows: "Dark tin workshop. The University of Northmoor", "Q&A. YouTube".

    A title in sentence case gives up a name in capitals too: "The new tin handbook. R.B. Merrin".
    """
    places = draft.places
    span = places.title or places.container
    if span is None or (places.title and places.container) or places.has("editor", *IMPRINT, *NUMBERS):
        return None
    end = words_end(draft, span[0])
    if span[1] > end:
        return None
    title, last = _parted(draft, span, end) or (span, span)
    if title == last or not _publishes(draft, title, last):
        return None
    return draft.but(title=title, container=None, publisher=last)


def _parted(draft: Draft, span: Span, end: int) -> tuple[Span, Span] | None:
    """The title without its last sentence, its last bracket or what stands behind its semicolon, and that."""
    for mark in (_BRACKETED, _BEHIND_SEMICOLON):
        found = mark.search(draft.text, span[0], span[1])
        if found:
            return trimmed(draft.text, span[0], found.start()), trimmed(draft.text, *found.span("name"))
    parts = sentences(draft.text, span[0], end)
    if len(parts) < 2 or not _reaches(span, parts):
        return None
    return (parts[0][0], parts[-2][1]), parts[-1]


def _reaches(title: Span, parts: list[Span]) -> bool:
    """The title covers the last sentence, or ends right before it."""
    return title[1] > parts[-1][0] or title[1] == parts[-2][1]


def _publishes(draft: Draft, title: Span, last: Span) -> bool:
    name = draft.text[slice(*last)].rstrip(" .,")
    house = "publisher" in word_classes(name.split()[-1]) and name[0].isupper()
    if house or is_host(name) or are_organisations(name) or name == draft.value("author").rstrip(" .,"):
        return True
    sentence_case = len(_SMALL.findall(draft.text[slice(*title)])) >= _SENTENCE_CASE
    return sentence_case and bool(_NAME.fullmatch(name))
