"""Where a corrected year would need the letters of a list ("2014a", "2014b") set anew."""

from __future__ import annotations

from litreview.model.article import Article
from litreview.model.match import Match
from litreview.normalise.text import fold

LETTERS = "the letters behind years (2014a, 2014b) would have to be set anew"


def is_safe_year(match: Match, article: Article) -> bool:
    """False where the record's year would give two works one author and year, or break up a pair ("2014a",
    "2014b"): then letters have to be set anew, in the list and in the text."""
    reference, work = match.reference, match.work
    if work is None or work.year is None or article.document.is_bibliography or reference.origin:
        return True
    if all(link.item.year is None for link in article.links):
        return True
    return not any(
        other is not reference and _first(other.work.author) == _first(reference.work.author)
        and other.work.year in (work.year, reference.work.year)
        for other in article.references
    )  # fmt: skip


def _first(author: tuple[object, ...]) -> str:
    return fold(str(author[0])).partition(" ")[0] if author else ""
