"""Citations by letters and year, as BibTeX's ``alpha`` style prints them: "[Smi10]", "[ABC+12, p. 3]"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from litreview.model.article import Citation, CitationItem
from litreview.model.reference import Reference
from litreview.parsing.lists.likeness import ALPHA_LABEL

_BEFORE = 40
"""Characters before an entry among which its label stands."""
MIN_LABELS = 2
"""Entries with such labels that a list needs before brackets in the text are read as citing them."""


def is_alpha_label(key: str) -> bool:
    """True for "Smi10", "ABC+12", "Doe99a"."""
    return re.fullmatch(ALPHA_LABEL, key) is not None


def read_labels(references: Iterable[Reference], text: str) -> set[str]:
    """The labels of a list that has at least ``MIN_LABELS`` of letters and year, with those printed there
    that have no year; empty for other lists."""
    listed = list(references)
    found = {reference.key for reference in listed if is_alpha_label(reference.key)}
    if len(found) < MIN_LABELS:
        return set()
    return found | {
        one.key
        for one in listed
        if text[max(0, one.start - _BEFORE) : one.start].rstrip().endswith(f"[{one.key}]")
    }


def find_alphas(text: str, labels: Collection[str]) -> list[Citation]:
    """Brackets that begin with such a label, in order. A label that no entry has is an item too: the author
    typed it; what follows the last label is its locator."""
    others = sorted((re.escape(label) for label in labels if not is_alpha_label(label)), reverse=True)
    label = rf"(?:{'|'.join([ALPHA_LABEL, *others])})"
    single = re.compile(rf"(?<![\w+]){label}(?![\w+])")
    found = []
    for match in re.finditer(rf"\[\s*({label}(?:[,;]\s?[^\[\]]{{1,80}})?)\s*\]", text):
        marks = list(single.finditer(text, match.start(1), match.end(1)))
        items = tuple(CitationItem(key=mark[0], start=mark.start(), end=mark.end()) for mark in marks)
        if any(item.key in labels for item in items) or len(items) == 1:
            found.append(Citation(match[0], match.start(), match.end(), items, "key"))
    return found
