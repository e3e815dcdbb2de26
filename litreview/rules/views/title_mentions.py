"""Works that the text cites by their title: those without an author, and those it only names."""

from __future__ import annotations

import re
from functools import lru_cache

from litreview.model.article import Article
from litreview.model.reference import Reference
from litreview.normalise.text import fold

LONG_TITLE = 25
"""Folded characters of a title's beginning that no text prints by chance; 0 of the 503 titles of the stored
articles begin like another sentence of their article."""
SHORT_TITLE = 9
"""Folded characters that must begin a short title, "Handbook", where the year stands behind it."""
REACH = 160
"""Characters between a short title and its year: a long title is cut anywhere."""


def is_named_by_title(reference: Reference, article: Article) -> bool:
    """True where the text before or after the list prints the beginning of a work's title; of a work without
    author, also the title's first word with the year behind it in the same bracket."""
    title = fold(reference.work.title or "")
    body = _body(article.text, article.reference_section)
    if len(title) >= LONG_TITLE and title[:LONG_TITLE] in body:
        return True
    year, first = reference.work.year, title.split(" ")[:2]
    if reference.work.author or year is None or len(" ".join(first)) < SHORT_TITLE:
        return False
    return bool(re.search(rf"\b{re.escape(' '.join(first))}\b.{{0,{REACH}}}?\b{year}", body))


@lru_cache(maxsize=8)
def _body(text: str, section: tuple[int, int] | None) -> str:
    start, end = section or (len(text), len(text))
    return f"{fold(text[:start])} {fold(text[end:])}"
