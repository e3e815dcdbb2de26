"""Fixes: the record's value in the way the reference itself is written."""

from __future__ import annotations

import re

from litreview.model.article import Article
from litreview.model.finding import Fix
from litreview.model.match import Match
from litreview.model.work import Work
from litreview.normalise.text import DASHES
from litreview.rules.places import is_placed, written
from litreview.rules.proven import is_proven

_PAGES = re.compile(rf"(\w+)\s*([-{DASHES}]+)\s*(\w+)")


def fix_field(match: Match, article: Article, field: str) -> Fix | None:
    """Replace one field's value by the record's; None where the place or the new value is not known.

    Safe only where an identifier or a locator proves which work is meant.
    """
    reference, work = match.reference, match.work
    place = written(reference, field)
    if work is None or place is None or not is_placed(reference, article):
        return None
    start, end, old = place
    new = _title(old, work, article) if field == "title" else _REPLACEMENTS.get(field, _nothing)(old, work)
    if not new or new == old:
        return None
    return Fix(start, end, new, is_proven(match), f"{old} → {new}")


def _year(old: str, work: Work) -> str:
    suffix = re.search(r"\d{4}([a-z])\b", old)
    if not work.year or not re.search(r"\d{4}", old):
        return ""
    return re.sub(r"\d{4}", str(work.year), old, count=1) if suffix or len(old) > 4 else str(work.year)


def _nothing(old: str, work: Work) -> str:
    return ""


def _title(old: str, work: Work, article: Article) -> str:
    """The registered title, with a final dot only where the old one has it.

    Where the old title is in sentence case, a capitalised word is lowered if the article itself writes
    it small somewhere: that keeps names ("American College") that no rule of spelling could know.
    """
    title = " ".join(work.full_title.split()).rstrip(".")
    if _is_sentence_case(old) and not _is_sentence_case(title):
        known = set(re.findall(r"[a-z]{2,}", f"{article.text} {old}"))
        head, *rest = re.split(r"(?<=\s)", title)
        title = head + "".join(word.lower() if _core(word).lower() in known else word for word in rest)
    return title + ("." if old.rstrip().endswith(".") else "")


def _core(word: str) -> str:
    """The letters of a word that is merely capitalised; empty for acronyms and mixed words (mRNA, COVID)."""
    found = re.fullmatch(r"\W*([A-Z][a-z]+)\W*", word)
    return found[1] if found else ""


def _is_sentence_case(text: str) -> bool:
    words = re.findall(r"[A-Za-z]{4,}", text)[1:]
    return not words or sum(word[0].isupper() for word in words) * 2 <= len(words)


def _page(old: str, work: Work) -> str:
    """The registered pages with the dash of the old ones."""
    new = work.page or work.article_number
    ranges = _PAGES.search(old)
    dash = ranges[2] if ranges else "–" if "–" in old else "-"
    return re.sub(rf"\s*[-{DASHES}]+\s*", dash, new)


def _volume(old: str, work: Work) -> str:
    return work.volume


def _issue(old: str, work: Work) -> str:
    return work.issue


def _doi(old: str, work: Work) -> str:
    return work.doi


def _container(old: str, work: Work) -> str:
    """The journal's short form where the old value is abbreviated, else its name."""
    short = work.container_title_short
    is_short = "." in old or (short and len(old) <= len(short) + 2)
    return (short if is_short and short else work.container_title) or ""


_REPLACEMENTS = {
    "issued": _year, "page": _page, "volume": _volume, "issue": _issue,
    "DOI": _doi, "container-title": _container,
}  # fmt: skip
"""CSL field → how its new value is written, given the old one and the record."""


def add_doi(match: Match, article: Article) -> Fix | None:
    """Append the DOI to a printed entry; None for bibliographies, whose entries have fields of their own."""
    reference, work = match.reference, match.work
    if (
        work is None
        or article.document.is_bibliography
        or reference.origin
        or not is_placed(reference, article)
    ):
        return None
    end = reference.start + len(reference.text.rstrip())
    dot = "" if reference.text.rstrip()[-1:] in ".!?" else "."
    return Fix(end, end, f"{dot} https://doi.org/{work.doi}", is_proven(match), f"add {work.doi}")
