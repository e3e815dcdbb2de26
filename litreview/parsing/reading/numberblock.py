"""The number block: volume, issue and pages in the forms that leave no doubt.

Where a block of one of these forms stands behind the title, its reading overrules the label model's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from litreview.normalise.vocabulary.dashes import DASHES
from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.reading.spans import Span

_DASH = rf"\s?(?:--?|[{DASHES}~])\s?"
_PAGE = r"(?:[A-Za-z]{0,3}\d+[A-Za-z]?(?:\.e\d+|\.\d{1,2}(?!\d))?)"
_PAGES = rf"(?P<pages>{_PAGE}(?:{_DASH}{_PAGE})?|CD\d{{6}}(?:\.pub\d)?)(?![\w])"
# "S. 46" is page 46; "S46" is a page of a supplement.
_PP = r"(?:(?:pp?|pages?|Seiten?)\s?[.:]?\s?|[Ss](?:\s?\.\s?|\s))?"
_SUPPLEMENT = r"Suppl(?:ement)?\.?(?:\s?\w{1,3})?"
# Few joined numbers: without an end to them, a text of numbers and commas is read again from each of them.
_NUMBER = r"[A-Z]?\d{1,5}(?:\s?(?:[-–/&,]|and|und)\s?\d{1,3}(?!\d)){0,6}"
_ISSUE = rf"(?P<issue>(?:Suppl(?:ement)?\.?\s?)?{_NUMBER}(?:\s?{_SUPPLEMENT})?|{_SUPPLEMENT}|Pt\.?\s?\d+)"
_BRACKETED = rf"(?:\(\s?{_ISSUE}\s?\))?"
_DAY = r"(?:\s?[A-Z][a-z]{2}\.?(?:\s?\d{1,2})?)?"
_VOLUME = r"(?P<volume>(?:[A-Z]{1,2}-?)?\d+(?:[-–/]\d+)?|[IVXLC]+)"
_NO = r"(?i:no|nr|heft|h|issue|number|n°)\s?\.?\s?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # 2017; 114(51-52): 883-890 · 2020; (7): CD009169 · 2014; 15: 286 · 2013;41(Supplement 3):e24–e30
        rf"(?P<year>{YEAR}){_DAY}\s?[;,]\s?(?P<volume>[A-Z]?\d+)?\s?{_BRACKETED}\s?:\s?{_PP}{_PAGES}",
        # 2014;29 Suppl:308-24 · 2004;Suppl 63:181-206 · 2003;38 Suppl 1:S46-52
        rf"(?P<year>{YEAR}){_DAY}\s?[;,]\s?(?P<volume>[A-Z]?\d+)?\s?,?\s?(?i:(?P<issue>Suppl(?:ement)?\.?\s?\w{{1,3}})|Suppl(?:ement)?\.?)\s?:\s?{_PP}{_PAGES}",
        # 19(5), 785–796 · 14 (1): 61-8 · 256(1):1–90
        rf"(?<![\w.:/-])(?P<volume>(?:[A-Z]{{1,4}}-)?\d{{1,4}})\s?\(\s?(?!{YEAR}\s?\)){_ISSUE}\s?\)\s?[:,.;]\s?{_PP}{_PAGES}",
        # Commun. ACM 64, 3 (Feb. 2021), 56–65 · 77, no. 3 (1996): 982
        rf"(?<![\w.:/-])(?P<volume>\d{{1,4}})\s?,\s?(?:{_NO})?{_ISSUE}\s?\((?:[A-Z][a-z]{{2,8}}\.?,?\s)?"
        rf"(?P<year>{YEAR})\)\s?[,:]\s?{_PP}{_PAGES}(?!\.\d)",
        # DÖV, 64 (2011) 13, S. 504–510
        rf"(?P<volume>\d{{1,4}})\s?\((?P<year>{YEAR})\)\s?,?\s?{_ISSUE}\s?[,:]\s?(?:pp?|S)\s?\.\s?{_PAGES}",
        # Economie Locale 304 (1997) 95. (the last of the entry; "64 (2011) 13, S. 504" is above)
        rf"(?<=[^\W\d_][\s,.]\s|.[^\W\d_]\s)(?P<volume>\d{{1,4}})\s?\((?P<year>{YEAR})\)\s?,?\s?{_PP}{_PAGES}"
        r"(?=\s?[.,;]?\s*(?:$|\[|(?i:https?:|doi)))",
        # Clinical Science (2008) 114, 687–697 · J Clin Invest (1987) 80:425-429
        rf"\((?P<year>{YEAR})\)\s?(?P<volume>\d{{1,4}})\s?{_BRACKETED}\s?[:,]\s?{_PP}{_PAGES}",
        # vol. 48, no. 4, pp. 163–164 · Jg. 16, H. 2, S. 29-37 · Bd. 3, S. 1-9
        rf"(?i:\b(?:vol(?:ume)?|jg|jahrgang|bd|band|tome)\b)\s?\.?\s?{_VOLUME}\s?(?:[,;(]\s?{_NO}{_ISSUE}\)?)?"
        rf"\s?[,.;:]?\s?(?:\(?{YEAR}\)?\s?[,.;:]?\s?)?(?i:pp?|s|pages?|seiten?)\s?\.?\s?{_PAGES}",
    )
)


@dataclass(frozen=True, slots=True)
class Block:
    """Places of year, volume, issue and pages in the text; None for what the block does not hold."""

    start: int
    end: int
    year: Span | None
    volume: Span | None
    issue: Span | None
    pages: Span | None


def find_block(text: str, after: int) -> Block | None:
    """The last number block of an unmistakable form that begins behind ``after``.

    >>> block = find_block("BMJ 2021; 372: m4825.", 0)
    >>> (block.volume, block.issue, block.pages)
    ((10, 13), None, (15, 20))
    """
    found = None
    for form in _FORMS:
        for match in form.finditer(text, after):
            if found is None or match.start() >= found.end():
                found = match
        if found:
            return _block(found)
    return None


def _block(match: re.Match[str]) -> Block:
    spans: dict[str, Span | None] = {}
    for name in ("year", "volume", "issue", "pages"):
        span = match.span(name) if name in match.re.groupindex else (-1, -1)
        spans[name] = span if span[0] >= 0 else None
    return Block(match.start(), match.end(), **spans)
