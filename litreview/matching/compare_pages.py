"""Comparing pages, article numbers and e-locators, whichever of them either side has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from litreview.model.match import FieldAgreement, Reading, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Work
from litreview.normalise.text import fold_dashes

# What databases print where there are no pages: "no-no", "n/a-n/a", "np", "ahead of print".
_EMPTY = re.compile(
    r"^(?:no-no|n/?a(?:-n/?a)?|n\.?p\.?|n\.? ?pag\.?|ahead-of-print|epub|-+|null|none|in press|1-1)?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:pages?|pp?\.?|s\.(?=\s?\d)|seiten?|article(?: no\.?| number| id)?|art\.?(?: no\.?)?|no\.|id|paper)"
    r"\s*+(?::\s*+)?(?=\w)",
    re.IGNORECASE,
)
_CD = re.compile(r"CD\d{6}", re.IGNORECASE)
_NUMBER = re.compile(r"^(?P<head>[A-Za-z.]{0,8})(?P<number>\d+)(?P<tail>[A-Za-z]{0,3})$")


_NUMBERED = re.compile(r"(?P<number>\d+)\s?:\s?1-(?:(?P=number):)?(?P<last>\d+)")
_DISCUSSION = re.compile(r"\bdiscussion\s+(?:\d+-)?(?P<last>\d+)\s*$", re.IGNORECASE)
_OWN_LENGTH = re.compile(r"(?<![\s,;(])[\s,;(]++\d++\s?(?:pp?\b|pages?\b)\.?\)?$", re.IGNORECASE)
_ONLINE_PART = re.compile(r"\.e\d+$")
LEAST_NUMBER = 3
"""Characters of an article number; shorter ones are pages as likely."""


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in its container a work stands: first and last as comparable text; ``last`` "" if not given."""

    first: str
    last: str = ""

    @property
    def number(self) -> str:
        """Digits of the first page or article number, without letters and leading zeros."""
        return re.sub(r"\D", "", self.first).lstrip("0")


def compare_pages(cited: Work, found: Work) -> FieldAgreement:
    """First page or article number decide; a different last page is a difference with its own note."""
    one, two = _locators(cited), _locators(found)
    shown = cited.page or cited.article_number, found.page or found.article_number
    if not one or not two:
        return FieldAgreement("page", Verdict.MISSING, *shown)
    verdict, notes = min((_compare(a, b) for a in one for b in two), key=_rank)
    if verdict is Verdict.DIFFERENT and any(
        _counts_within(a, b) or _counts_within(b, a) for a in one for b in two
    ):
        verdict, notes = Verdict.COMPATIBLE, (Note.PAGES_WITHIN,)
    if verdict is Verdict.DIFFERENT and _is_end_of_doi(cited.page, found.doi):
        verdict, notes = Verdict.COMPATIBLE, (Note.ARTICLE_NUMBER,)
    if verdict is not Verdict.DIFFERENT and bool(cited.article_number) != bool(found.article_number):
        notes = (*notes, Note.ARTICLE_NUMBER)
    return FieldAgreement("page", verdict, *shown, notes)


def _locators(work: Work) -> list[Locator]:
    """Every way to read where a work stands: "511e20" with its dash, "8:1-8:15" as a number and pages."""
    page = fold_dashes(work.page)
    readings = [page, _with_its_dash(page), work.article_number]
    if parts := _NUMBERED.fullmatch(page.strip()):
        readings += [parts["number"], f"1-{parts['last']}"]
    if pages := _DISCUSSION.search(page):
        readings.append(f"{page.partition('-')[0]}-{pages['last']}")
    return [part for part in map(parse_locator, readings) if part]


def _is_end_of_doi(page: str, doi: str) -> bool:
    """True for a number by which a work went before it had pages: "gkab123" of 10.1093/nar/gkab123."""
    number = page.strip(" .").casefold()
    return len(number) >= LEAST_NUMBER and re.split(r"[/.-]", doi.casefold())[-1] == number


def _with_its_dash(page: str) -> str:
    """ "511e20" as "511-20": fonts of journals name their en dash "e", and text copied from such a PDF has
    it. Empty for other pages."""
    found = re.fullmatch(r"(\d{1,5})[e{](\d{1,5})", page.strip())
    return f"{found[1]}-{found[2]}" if found else ""


@lru_cache(maxsize=16384)
def parse_locator(text: str) -> Locator | None:
    """Pages, an article number or an e-locator in comparable form; None where nothing is said.

    >>> parse_locator("883–90"), parse_locator("S12-5"), parse_locator("Art. No.: CD009852.pub2")
    (Locator(first='883', last='890'), Locator(first='s12', last='s15'), Locator(first='cd009852', last=''))
    """
    folded = re.sub(r"(?:(?<!\s)\s++)?-\s*+", "-", fold_dashes(text).replace("--", "-")).strip(" .,;()")
    folded = _OWN_LENGTH.sub("", _LABEL.sub("", folded)).strip()
    if _EMPTY.match(folded):
        return None
    if found := _CD.search(folded):
        return Locator(found.group().casefold())
    parts = re.split(
        r"[-,;/+]\s*|(?<!\s)\s++(?=\d)|(?:(?<!\s)\s++)?(?:to|bis|and|&)\s*+(?=\d)",
        folded.casefold().rstrip("+"),
        maxsplit=1,
    )
    first = _bare(parts[0])
    if not first:
        return None
    last = _bare(re.split(r"[,;\s/]", re.sub(r"\.e\d+-\d+$", "", parts[1]))[0]) if len(parts) > 1 else ""
    return Locator(first, _expand(first, last))


def _bare(text: str) -> str:
    text = re.sub(r"[^\w.]|_", "", text).strip(".")
    match = _NUMBER.match(text)
    return f"{match['head']}{match['number'].lstrip('0') or '0'}{match['tail']}" if match else text


def _expand(first: str, last: str) -> str:
    """The last page in full: "883-90" → 890, "s12-5" → s15, "e12-e15" stays; nothing where it is the
    first."""
    if _ONLINE_PART.search(last) and not _ONLINE_PART.search(first):
        last = _ONLINE_PART.sub("", last)  # "345-352.e7": pages 345-352 and some online
    if last.isdigit() and (online := re.fullmatch(r"(.*\.e)\d+", first)):
        last = f"{online[1]}{last}"
    one, two = _NUMBER.match(first), _NUMBER.match(last)
    if not one or not two:
        return "" if last == first else last
    number = two["number"]
    if len(number) < len(one["number"]):
        number = one["number"][: len(one["number"]) - len(number)] + number
    full = f"{two['head'] or one['head']}{number}{two['tail'] or one['tail']}"
    return "" if full == first else full


def _compare(one: Locator, two: Locator) -> Reading:
    if one == two:
        return Verdict.EQUAL, ()
    if not _same_place(one.first, two.first):
        return Verdict.DIFFERENT, (Note.FIRST_PAGE,)
    if not one.last or not two.last:
        return Verdict.COMPATIBLE, (Note.FIRST_PAGE_ONLY,) if one.last or two.last else ()
    if _same_place(one.last, two.last):
        return Verdict.COMPATIBLE, ()
    return Verdict.DIFFERENT, (Note.LAST_PAGE,)


def _same_place(one: str, two: str) -> bool:
    """True for one number with or without its letter: "e286", "286"; "S12" and "12" too, "A12" and "B12"
    not."""
    if one == two:
        return True
    left, right = _NUMBER.match(one), _NUMBER.match(two)
    if not left or not right or left["number"] != right["number"]:
        return False
    heads = {match["head"].rpartition(".")[2] for match in (left, right)}  # "bmj.m4825" is m4825
    tails = {left["tail"], right["tail"]}
    return (len(heads) == 1 or "" in heads) and (len(tails) == 1 or "" in tails)


def _counts_within(pages: Locator, number: Locator) -> bool:
    """True where one side counts the article's own pages from 1 and the other gives its number only."""
    from_one = pages.first in ("1", "e1") and bool(pages.last)
    return from_one and not number.last and len(number.first) >= LEAST_NUMBER


def _rank(result: Reading) -> tuple[int, int]:
    order = {Verdict.EQUAL: 0, Verdict.COMPATIBLE: 1, Verdict.DIFFERENT: 2, Verdict.MISSING: 3}
    return order[result[0]], 0 if Note.LAST_PAGE in result[1] else 1
