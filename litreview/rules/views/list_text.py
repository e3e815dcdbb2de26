"""What the reference list prints beside what was read from it: the doubt about a single entry."""

from __future__ import annotations

import re

from litreview.model.article import Article, CitationItem

REACH = 400
"""Characters behind a surname in which its year must be printed: the longest head of an entry with twenty
authors among the stored articles."""


def prints(item: CitationItem, article: Article) -> bool:
    """True where the list's own text has what the item names, although no entry was read so: the number as
    a label, or the surname with the year behind it. Two entries were read as one then, or their authors were
    not understood."""
    if article.reference_section is None:
        return False
    start, end = article.reference_section
    listed = article.text[start:end]
    if item.number is not None:
        return bool(re.search(rf"(?<![^\s\[(]){item.number}(?:[.)\]]|\s+[A-Z])", listed))
    if not item.names or item.year is None:
        return False
    names = re.finditer(rf"(?<!\w){re.escape(item.names[0])}(?!\w)", listed)
    return any(str(item.year) in listed[name.end() : name.end() + REACH] for name in names)
