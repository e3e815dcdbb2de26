"""What stands alone before the year, "X. (2021). Y.": an author, or a title and then who put it out."""

from __future__ import annotations

import re

from litreview.normalise.organisations import are_organisations
from litreview.normalise.vocabulary.function_words import function_words
from litreview.normalise.vocabulary.hosts import is_host
from litreview.normalise.vocabulary.states import UNDATED_PATTERN
from litreview.normalise.vocabulary.years import NEAR_YEAR
from litreview.parsing.reading.draft import NUMBERS, Draft
from litreview.parsing.reading.sentences import sentences, words_end
from litreview.parsing.reading.spans import Span, trimmed

_YEAR = rf"(?:{NEAR_YEAR}[a-z]?(?:,\s[^()]{{3,20}})?|{UNDATED_PATTERN})"
_HEAD = re.compile(
    rf"(?P<head>[^()\[\]]{{3,160}}?)"
    rf"(?:[.?!]?\s\({_YEAR}\)[.,:]?|(?<=[^\W\d_]{{3}})[.?!]\s{NEAR_YEAR}[a-z]?\.)(?:\s+|$)"
)
_PERSON = re.compile(
    r",\s(?:[A-Z]\b|[^,]*[a-z]\s[A-Z]\.)|\b[A-Z]\.|\s[A-Z]{1,3}(?=[,.]|$|\s&|\sand\b)|\bet\b|&|;|,\sand\b"
)
_BORDER = re.compile(r"[.:?!]\s")
_QUOTES = frozenset('“"‘„«')
_IN = re.compile(r"[Ii]n:?\s+(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SMALL_WORDS = function_words("en", "de", "fr", "es", "pt")
_NAME_OF_ONE = re.compile(r"[\w.@-]+")
_TITLE_SMALL = 2
"""Fewest words in small letters, function words aside, that make a title of what may be a name ("The
smallest known tin mine"): names of bodies have none, user names and packages are one word."""


def tell_head(draft: Draft) -> Draft | None:
    """An organisation, a package or a user before the year is the author; a sentence there is the title.

    "mossgrid. (2020). Mossgrid-dev: mossgrid. Zenodo", "The smallest known tin mine. (2008). In Tin News".
    Where neither shows, the label model is believed.
    """
    head = _HEAD.match(draft.text, draft.cuts.body)
    if head is None or draft.places.has("editor", *NUMBERS):
        return None
    span = trimmed(draft.text, *head.span("head"))
    words = draft.text[slice(*span)]
    if not words or _PERSON.search(words):
        return None
    behind = sentences(draft.text, head.end(), words_end(draft, head.end()))
    if _BORDER.search(words) and not (
        behind and draft.text[head.end("head") :].lstrip(" .?!").startswith("(")
    ):
        return None
    if _is_title(words, draft.text, behind):
        return _titled(draft, span, head.end(), behind)
    if behind and (are_organisations(words) or _NAME_OF_ONE.fullmatch(words)):
        return _authored(draft, span, behind)
    return None


def _is_title(words: str, text: str, behind: list[Span]) -> bool:
    if are_organisations(words) or (behind and text[behind[0][0] - 1] in _QUOTES):
        return False
    later = _WORD.findall(words)[1:]
    if not behind or _IN.match(text, behind[0][0]):
        return len(later) > 1 and any(word[0].islower() for word in later)
    first = text[slice(*behind[0])]
    small = [word for word in later if word[0].islower() and word not in _SMALL_WORDS]
    if len(behind) == 1 and (are_organisations(first) or is_host(first)):
        return len(words.split()) > 2 or bool(small)
    return len(small) >= _TITLE_SMALL and (len(behind) == 1 or are_organisations(first) or is_host(first))


def _titled(draft: Draft, title: Span, after: int, behind: list[Span]) -> Draft:
    """The head as title; what was the title behind the year is who put it out, or where it stands."""
    places = draft.places
    moved: dict[str, Span | None] = {"title": title, "author": None}
    known = places.publisher and places.publisher[0] >= after
    if behind and not known:
        inside = _IN.match(draft.text, behind[0][0])
        label = "container" if inside or (places.container and places.container[0] >= after) else "publisher"
        start = inside.end() if inside else behind[0][0]
        moved |= {"container": None, label: (start, behind[0][1])}
    if places.container and places.container[0] < after:
        moved["container"] = None
    return draft.but(**moved)


def _authored(draft: Draft, author: Span, behind: list[Span]) -> Draft | None:
    """The head as author, and the first sentence behind the year as title where none is labelled there."""
    title = draft.places.title
    if draft.places.author == author and title and title[0] >= behind[0][0]:
        return None
    draft = draft.claim("author", author)
    title = draft.places.title
    return draft if title and title[0] >= behind[0][0] else draft.claim("title", behind[0])
