"""Citations by letters and year, as BibTeX's ``alpha`` style prints them: "[Smi10]", "[ABC+12, p. 3]"."""

from __future__ import annotations

import re
from collections.abc import Container

from litreview.model.article import Citation, CitationItem
from litreview.parsing.lists.likeness import ALPHA_LABEL

_GROUP = re.compile(rf"\[\s*({ALPHA_LABEL}(?:[,;]\s?[^\[\]]{{1,80}})?)\s*\]")
_LABEL = re.compile(rf"(?<![\w+]){ALPHA_LABEL}(?![\w+])")
MIN_LABELS = 2
"""Entries with such labels that a list needs before brackets in the text are read as citing them."""


def is_alpha_label(key: str) -> bool:
    """True for "Smi10", "ABC+12", "Doe99a"."""
    return re.fullmatch(ALPHA_LABEL, key) is not None


def find_alphas(text: str, labels: Container[str]) -> list[Citation]:
    """Brackets that begin with such a label, in order. A label that no entry has is an item too: the author
    typed it; what follows the last label is its locator."""
    found = []
    for match in _GROUP.finditer(text):
        marks = list(_LABEL.finditer(text, match.start(1), match.end(1)))
        items = tuple(CitationItem(key=mark[0], start=mark.start(), end=mark.end()) for mark in marks)
        if any(item.key in labels for item in items) or len(items) == 1:
            found.append(Citation(match[0], match.start(), match.end(), items, "key"))
    return found
