"""A title that swallowed its container, or a container that swallowed its title."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.function_words import function_words
from litreview.parsing.reading.draft import IMPRINT, NUMBERS, Draft
from litreview.parsing.reading.lexicon import word_classes
from litreview.parsing.reading.spans import trimmed

_WORD = re.compile(r"[^\W\d_]+")
_IN_NEXT = re.compile(r"[.,]?\s*[Ii]n\b")
_IN_BEFORE = re.compile(r"\b[Ii]n:?\s$")
_SLASHES = re.compile(r"\s?//\s?")
_PAPER = re.compile(
    r"[.,?!;]\s(?P<paper>(?:[Pp]aper|[Pp]oster|[Vv]ortrag) (?:presented|prepared|read|given|revised|auf|bei))"
)
_QUESTION = re.compile(r"\?[’'”\"]?,?\s(?=[A-ZÄÖÜ])")
# The last full stop inside a title, unless a single letter or an abbreviation stands before it.
_SENTENCE = re.compile(r"(?:(?<=[^\W\d_]{4})|(?<=[^\W\d_]\d)|(?<=[^\W_]\)))\.\s(?=[A-ZÄÖÜÉ][^.?!]{3,}$)")
_FUNCTION_WORDS = function_words("en", "de", "fr", "es", "pt")
_TITLE_WORDS = 4
"""Fewest words of a title that is told from a journal's name by a function word within it."""
_BORDER = re.compile(r"(?:(?<=[^\W\d_]{3})[,.?!]|[?!])\s(?=[^\W\d_a-zà-ÿ])")
_SECTION = re.compile(
    r"\b(?:\w+ Edition|Encyclop\w+|Handbook|Vol|Series|Serie|Sect(?:ion)?|Part|Ser|Reihe|Special|Supp)\b"
)
_SERIAL = frozenset(("journal", "meeting", "report"))


def split_title(draft: Draft) -> Draft | None:
    """A title that swallowed its container: behind a full stop, a question mark, "//", "Paper read at"."""
    text, places = draft.text, draft.places
    if places.title is None or places.container:
        return None
    start, end = places.title
    article = places.has(*NUMBERS) and not places.has(*IMPRINT) and not _IN_NEXT.match(text, end)
    kinds = ((_SLASHES, True), (_PAPER, True), (_QUESTION, bool(places.volume)), (_SENTENCE, article))
    for pattern, fits in kinds:
        match = pattern.search(text, start + 5, end) if fits else None
        if match is None:
            continue
        title = trimmed(text, start, match.start() + 1)
        container = trimmed(text, match.start("paper") if pattern is _PAPER else match.end(), end)
        if min(title[1] - title[0], container[1] - container[0]) > 3:
            return draft.but(title=title, container=container)
        return None
    return None


def part_container(draft: Draft) -> Draft | None:
    """A container that holds the title too, or the rest of one that ended with a question mark.

    "Change in the Management of the Public Service, Public Administration 70", "The Old Ways are the Best?
    The Durability and Usefulness of Bureaucracy in Public Sector Management, Organization 8"
    """
    text, places = draft.text, draft.places
    if places.container is None or not places.has(*NUMBERS):
        return None
    start, end = places.container
    book = places.has(*IMPRINT) and not places.has("issue", "pages")
    if book and not _IN_BEFORE.search(text, max(0, start - 4), start):
        return None
    title = places.title
    if title and not (0 < start - title[1] < 4 and text[title[1] - 1] == "?"):
        return None
    for border in reversed([*_BORDER.finditer(text, start, end)]):
        before = text[start : border.start()]
        # "Research Section A: Accelerators, Spectrometers, Detectors": a journal that lists its subjects.
        lists = text[border.start()] == "," and ("," in before or _SECTION.search(before))
        if lists or _SECTION.match(text, border.end()) or not _is_title(before):
            continue
        last = border.start() + (text[border.start()] in "?!")
        return draft.but(
            title=trimmed(text, title[0] if title else start, last),
            container=trimmed(text, border.end(), end),
        )
    return None


def _is_title(text: str) -> bool:
    """A title, not a journal's name: some words, one of them a function word, none that journals bear."""
    words = _WORD.findall(text)
    classes = {name for word in words for name in word_classes(word)}
    small = any(word in _FUNCTION_WORDS for word in words[1:])
    return small and len(words) >= _TITLE_WORDS and not classes & _SERIAL
