"""Fixes for citations in the text: the year and the names that the corrected list will have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.model.article import Article, Citation, CitationItem, Link
from litreview.model.finding import Fix
from litreview.model.match import Match
from litreview.model.work import Name
from litreview.normalise.text import fold
from litreview.rules.proven import is_proven, is_safe_year
from litreview.rules.views.intext import surname

_ET_AL = re.compile(r"\s*,?\s*\bet\.?\s+al\b\.?", re.IGNORECASE)
_JOINT = re.compile(r"\s*,?\s+(?:\\?&|&amp;|and|und|et|y|e|en)\s+")
FULL_LIST = 3
"""Names from which most styles write "et al."."""


def fix_cited_year(item: CitationItem, match: Match, article: Article) -> Fix | None:
    """The record's year in the text; None where it is not written there, or a letter goes with it."""
    work = match.work
    if work is None or work.year is None or item.suffix:
        return None
    found = list(re.finditer(rf"(?<!\d){item.year}(?!\d)", article.text[item.start : item.end]))
    if not found:
        return None
    start, end = (item.start + at for at in found[-1].span())
    safe = is_proven(match) and is_safe_year(match, article)
    return Fix(start, end, str(work.year), safe, f"{item.year} → {work.year}")


def fix_cited_name(
    item: CitationItem, written: str, right: str, match: Match, article: Article
) -> Fix | None:
    """One surname in the text replaced by another."""
    at = article.text.find(written, item.start, item.end)
    if at < 0 or not right or written == right:
        return None
    return Fix(at, at + len(written), right, is_proven(match), f"{written} → {right}")


def names_in_text(names: Sequence[Name]) -> tuple[tuple[str, ...], bool]:
    """The surnames that a citation in the text shows of a list, and whether "et al." follows."""
    surnames = tuple(f"{name.particle} {name.family}".strip() or str(name) for name in names)
    return (surnames[:1], True) if len(surnames) >= FULL_LIST else (surnames, False)


def is_written_so(item: CitationItem, names: Sequence[Name]) -> bool:
    """True where the item shows these authors as most styles do."""
    shown, et_al = names_in_text(names)
    return item.et_al == et_al and [fold(one) for one in item.names] == [
        fold(name) if fold(name) == fold(one) else surname(name_)
        for one, name, name_ in zip(item.names, shown, names, strict=False)
    ]


def fix_cited_names(link: Link, names: Sequence[Name], match: Match, article: Article) -> Fix | None:
    """The citation's names as those of the corrected list; None where they do not stand there plainly."""
    item, text = link.item, article.text
    start = text.find(item.names[0], item.start, item.end)
    end = start + len(item.names[0])
    for name in item.names[1:]:
        at = text.find(name, end, item.end)
        if at < 0:
            return None
        end = at + len(name)
    if start < 0:
        return None
    if tail := _ET_AL.match(text, end, item.end):
        end = tail.end()
    shown, et_al = names_in_text(names)
    new = _joint(link.citation, article).join(shown) + (" et al." if et_al else "")
    if len(item.names) == 2 and len(shown) == 2:
        first_end = start + len(item.names[0])
        new = f"{shown[0]}{text[first_end : text.find(item.names[1], first_end)]}{shown[1]}"
    return Fix(start, end, new, is_proven(match), f"{text[start:end]} → {new}")


def _joint(citation: Citation, article: Article) -> str:
    """What stands between two names in this article's citations of the same kind."""
    for other in (citation, *article.citations):
        found = _JOINT.search(other.text) if other.kind == citation.kind else None
        if found:
            return found.group()
    return " and " if citation.kind == "narrative" else " & "
