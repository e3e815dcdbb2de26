"""Corrections of citations in the text: the year and the names that the corrected list will have."""

from __future__ import annotations

import re

from litreview.editing.propose.authors import correct_list
from litreview.editing.propose.safe_years import LETTERS, is_safe_year
from litreview.matching.proven import UNPROVEN, doubt_about, is_proven
from litreview.model.article import Article
from litreview.model.finding import ET_AL, Cure, Fix
from litreview.model.match import Match
from litreview.normalise.text import fold

_ET_AL = re.compile(r"\s*+(?:,\s*+)?\bet\.?\s+al\b\.?", re.IGNORECASE)
_JOINT = re.compile(r"(?:(?<!\s)\s++(?:,\s++)?|,\s++)(?:\\?&|&amp;|and|und|et|y|e|en)\s+")


def correct_cited_year(match: Match, article: Article, cure: Cure) -> Fix | None:
    """Another year at a citation; None where the old one is not written there."""
    if cure.at is None or len(cure.old) != 1 or len(cure.new) != 1 or _is_in_list(article, cure.at[0]):
        return None
    found = list(re.finditer(rf"(?<!\d){re.escape(cure.old[0])}(?!\d)", article.text[slice(*cure.at)]))
    if not found:
        return None
    start, end = (cure.at[0] + at for at in found[-1].span())
    stays = cure.new[0] == str(match.reference.work.year)
    doubt = _year_doubt(match, article, stays=stays)
    return Fix(start, end, cure.new[0], not doubt, f"{cure.old[0]} → {cure.new[0]}", doubt)


def _is_in_list(article: Article, at: int) -> bool:
    """True within an entry of the list: "Association (1912)" is a name there."""
    return any(not one.origin and one.start <= at < one.end for one in article.references)


def _year_doubt(match: Match, article: Article, *, stays: bool) -> str:
    if stays:
        return "" if is_proven(match) else UNPROVEN
    return doubt_about(match, "issued") or ("" if is_safe_year(match, article) else LETTERS)


def correct_cited_names(match: Match, article: Article, cure: Cure) -> Fix | None:
    """Other names at a citation; None where the old ones do not stand there plainly, and where they are the
    list's, which cannot be corrected: text and list would part."""
    names = [name for name in cure.old if name != ET_AL]
    new = tuple(name for name in cure.new if name != ET_AL)
    if cure.at is None or not names or not new or cure.old == cure.new:
        return None
    listed = correct_list(match, article)
    if listed is None and _repeats_list(names[0], match):
        return None
    places = _places(article.text, names, *cure.at)
    if not places:
        return None
    text, start, end = article.text, places[0][0], places[-1][1]
    is_cut = ET_AL in cure.new
    if is_cut or ET_AL in cure.old:
        tail = _ET_AL.match(text, end, cure.at[1])
        end = tail.end() if tail else end
    joint = text[places[0][1] : places[1][0]] if len(places) == len(new) == 2 else _joint(article, cure.at)
    written = joint.join(new) + (f" {ET_AL}" if is_cut else "")
    # text and list would part where only one of them is corrected
    doubt = doubt_about(match, "author") or (listed.doubt if listed else "")
    return Fix(start, end, written, not doubt, f"{text[start:end]} → {written}", doubt)


def _repeats_list(name: str, match: Match) -> bool:
    cited = match.reference.work.author
    return bool(cited) and fold(name) in (
        fold(cited[0].family),
        fold(f"{cited[0].particle} {cited[0].family}"),
    )


def _places(text: str, names: list[str], start: int, end: int) -> list[tuple[int, int]]:
    """Where the names stand one after the other; none where one of them is not there."""
    found: list[tuple[int, int]] = []
    for name in names:
        at = text.find(name, found[-1][1] if found else start, end)
        if at < 0:
            return []
        found.append((at, at + len(name)))
    return found


def _joint(article: Article, at: tuple[int, int]) -> str:
    """What stands between two names in this article's citations of the same kind."""
    own = next((one for one in article.citations if one.start <= at[0] and at[1] <= one.end), None)
    for other in (own, *article.citations) if own else ():
        found = _JOINT.search(other.text) if other and own and other.kind == own.kind else None
        if found:
            return found.group()
    return " and " if own and own.kind == "narrative" else " & "
