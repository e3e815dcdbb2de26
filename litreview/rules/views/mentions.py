"""Works that the text cites in words of its own: by their title, or by a name without a year."""

from __future__ import annotations

import re
from functools import lru_cache

from litreview.model.article import Article
from litreview.model.reference import Reference
from litreview.normalise.text import fold

LONG_TITLE = 25
"""Folded characters of a title's beginning that stand for the title, a judgement on the side of silence: 20
of 487 such beginnings of the stored articles' titles are also printed in their text, some by chance."""
SHORT_TITLE = 9
"""Folded characters that must begin a short title, "Handbook", where the year stands behind it."""
REACH = 160
"""Characters between a short title and its year: a long title is cut anywhere."""


def is_named_undated(reference: Reference, article: Article) -> bool:
    """True where a work without a year has its first author's name in the text: "(Arden et al.; Brill 2003)"
    cites it, in words that nobody can tell from a mention."""
    work = reference.work
    people = work.author or work.editor
    if work.year is not None or not people:
        return False
    name = fold(people[0].literal or people[0].family)
    return bool(name) and f" {name} " in f" {_body(article.text, article.reference_section)} "


_LETTERED = re.compile(r"[\[(]?([A-Z]\d{1,3})[\]).]{1,2}\s")


def is_labelled_apart(reference: Reference) -> bool:
    """True for an entry with a label of letter and number, "S1.", as supplements have: citations by such
    labels are not read, so that nobody can say that one is missing."""
    return bool(_LETTERED.match(reference.text))


def is_named_by_title(reference: Reference, article: Article) -> bool:
    """True where the text before or after the list prints the beginning of a work's title; of a work without
    author or by an organisation, also the first two words of the entry with the year behind them."""
    title = fold(reference.work.title or "")
    body = _body(article.text, article.reference_section)
    if len(title) >= LONG_TITLE and title[:LONG_TITLE] in body:
        return True
    people = reference.work.author
    year, head = reference.work.year, fold(people[0].literal) if people else title
    first = " ".join(head.split(" ")[:2])
    if year is None or len(first) < SHORT_TITLE:
        return False
    return bool(re.search(rf"\b{re.escape(first)}\b.{{0,{REACH}}}?\b{year}", body))


@lru_cache(maxsize=8)
def _body(text: str, section: tuple[int, int] | None) -> str:
    start, end = section or (len(text), len(text))
    return f"{fold(text[:start])} {fold(text[end:])}"
