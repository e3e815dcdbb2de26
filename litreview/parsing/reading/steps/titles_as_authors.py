"""A title that was labelled as an author: "Right to digging. Information Office; 2022"."""

from __future__ import annotations

import re

from litreview.normalise.organisations import are_organisations
from litreview.normalise.vocabulary.function_words import function_words
from litreview.normalise.vocabulary.joining import JOINING_WORDS
from litreview.normalise.vocabulary.particles import LOOSE_PARTICLES
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.lexicon import word_classes
from litreview.parsing.reading.spans import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INITIAL = re.compile(r"\b[A-Z]\b|\b[A-Z]{2,3}$|[;,&]")
_POSSESSIVE = re.compile(r"[^\W\d_]['’]s\s")
_SMALL_WORDS = function_words("en", "de", "fr", "es", "pt") - LOOSE_PARTICLES - JOINING_WORDS
_COLON, _STOP = re.compile(r"[^.?!()\d]{0,40}:\s+$"), re.compile(r"\.\s+$")


def free_title_from_authors(draft: Draft) -> Draft | None:
    """Authors that hold a small word or a possessive, no initial and no organisation's word are the title.

    What follows behind a colon is its rest ("Everybody's tin: strengthening systems"), and an organisation
    behind a full stop has put it out.
    """
    author, title = draft.places.author, draft.places.title
    if author is None or draft.edited or draft.et_al or author[0] > draft.cuts.body + 1:
        return None
    value, start = draft.text[slice(*author)], author[0]
    if not _is_title(value) or title is None or title[0] < author[1]:
        return None
    between, rest = draft.text[author[1] : title[0]], draft.text[slice(*title)]
    if _COLON.fullmatch(between):
        return draft.but(author=None, title=(start, title[1]))
    if _STOP.fullmatch(between) and are_organisations(rest) and not draft.places.publisher:
        moved: dict[str, Span | None] = {"author": None, "title": author, "publisher": title}
        return draft.but(**moved)
    return None


def _is_title(value: str) -> bool:
    words = _WORD.findall(value)
    if len(words) < 2 or _INITIAL.search(value) or are_organisations(value):
        return False
    if any("organisation" in word_classes(word) for word in words):
        return False
    return bool(_POSSESSIVE.search(value)) or any(word in _SMALL_WORDS for word in words[1:])
