"""What the reference list prints beside what was read from it: the doubt about a single entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.article import Article, CitationItem

REACH = 400
"""Characters behind a surname in which its year must be printed, within its entry: room for twenty authors; a
judgement."""


def prints(item: CitationItem, article: Article) -> bool:
    """True where the list's own text has what the item names, although no entry was read so: the number as
    a label, or the surname with the year behind it. Two entries were read as one then, or their authors were
    not understood."""
    if article.reference_section is None:
        return False
    if item.number is not None:
        return _prints_label(item.number, article)
    if not item.names or item.year is None:
        return False
    name = re.compile(rf"(?<!\w){re.escape(item.names[0])}(?!\w)")
    return any(
        re.search(rf"(?<!\d){item.year}(?!\d)", part[found.end() : found.end() + REACH])
        for part in _parts(article)
        for found in name.finditer(part)
    )


def _prints_label(number: int, article: Article) -> bool:
    """True where the number begins something between the entries with the next lower and next higher one, in
    brackets or before a full stop, or stands alone; "2019;41(29)" and "pp. 29." do not."""
    start, end = article.reference_section or (0, 0)
    before = [one for one in article.references if one.number is not None and one.number < number]
    behind = [one for one in article.references if one.number is not None and one.number > number]
    start = max((one.start for one in before), default=start)
    end = min((one.start for one in behind if one.start > start), default=end)
    label = rf"(?:\[{number}\]|\({number}\)|{number}[.)\]])"
    begins = rf"(?m:^)\s*{label}(?!\S)|(?<!\S)(?:{label}|{number})\s+[^\W\d_]"
    return bool(re.search(begins, article.text[start:end]))


def _parts(article: Article) -> Iterator[str]:
    """The text of the list's entries, and what of the list is in none."""
    at, end = article.reference_section or (0, 0)
    for entry in sorted(article.references, key=lambda one: one.start):
        if at <= entry.start and entry.end <= end:
            yield article.text[at : entry.start]
            yield article.text[entry.start : entry.end]
            at = entry.end
    yield article.text[at:end]
