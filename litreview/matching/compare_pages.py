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
    r"^(?:pages?|pp?\.?|s\.(?=\s?\d)|seiten?|article(?: no\.?| number)?|art\.?(?: no\.?)?|no\.|id|paper)"
    r"\s*:?\s*(?=\w)",
    re.IGNORECASE,
)
_CD = re.compile(r"CD\d{6}", re.IGNORECASE)
_NUMBER = re.compile(r"^(?P<head>[A-Za-z.]{0,8})(?P<number>\d+)(?P<tail>[A-Za-z]{0,3})$")


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
    spellings = (cited.page, _with_its_dash(cited.page), cited.article_number)
    one = [part for part in map(parse_locator, spellings) if part]
    two = [part for part in map(parse_locator, (found.page, found.article_number)) if part]
    shown = cited.page or cited.article_number, found.page or found.article_number
    if not one or not two:
        return FieldAgreement("page", Verdict.MISSING, *shown)
    verdict, notes = min((_compare(a, b) for a in one for b in two), key=_rank)
    if verdict is Verdict.DIFFERENT and _counts_within(cited, found):
        verdict, notes = Verdict.COMPATIBLE, (Note.PAGES_WITHIN,)
    if verdict is not Verdict.DIFFERENT and bool(cited.article_number) != bool(found.article_number):
        notes = (*notes, Note.ARTICLE_NUMBER)
    return FieldAgreement("page", verdict, *shown, notes)


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
    folded = re.sub(r"\s*-\s*", "-", fold_dashes(text).replace("--", "-")).strip(" .,;()")
    folded = _LABEL.sub("", folded).strip()
    if _EMPTY.match(folded):
        return None
    if found := _CD.search(folded):
        return Locator(found.group().casefold())
    parts = re.split(
        r"[-,;/+]\s*|\s+(?=\d)|\s*(?:to|bis|and|&)\s*(?=\d)", folded.casefold().rstrip("+"), maxsplit=1
    )
    first = _bare(parts[0])
    if not first:
        return None
    last = _bare(re.split(r"[,;\s/]", parts[1])[0]) if len(parts) > 1 else ""
    return Locator(first, _expand(first, last))


def _bare(text: str) -> str:
    text = re.sub(r"[^\w.]|_", "", text).strip(".")
    match = _NUMBER.match(text)
    return f"{match['head']}{match['number'].lstrip('0') or '0'}{match['tail']}" if match else text


def _expand(first: str, last: str) -> str:
    """The last page in full: "883-90" → 890, "s12-5" → s15, "e12-e15" stays; nothing where it is the
    first."""
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
    heads, tails = {left["head"], right["head"]}, {left["tail"], right["tail"]}
    return (len(heads) == 1 or "" in heads) and (len(tails) == 1 or "" in tails)


def _counts_within(cited: Work, found: Work) -> bool:
    """True where one side counts the article's own pages from 1 and the other gives its number only."""
    one, two = parse_locator(cited.page), parse_locator(found.page)
    if found.article_number and not two and one:
        return one.first == "1" and bool(one.last)
    if cited.article_number and not one and two:
        return two.first == "1" and bool(two.last)
    if one is None or two is None:
        return False
    if _is_local(one) and not two.last and (len(two.first) >= 4 or two.first == cited.issue.strip()):
        return True  # "10(2020): 1-6" for article 2020, which the record has as a page
    return _is_local(two) and not one.last and not found.article_number and len(one.first) >= 4


def _is_local(pages: Locator) -> bool:
    """True for a range that begins at 1: most often a count of the article's own pages."""
    return pages.first == "1" and bool(pages.last)


def _rank(result: Reading) -> tuple[int, int]:
    order = {Verdict.EQUAL: 0, Verdict.COMPATIBLE: 1, Verdict.DIFFERENT: 2, Verdict.MISSING: 3}
    return order[result[0]], 0 if Note.LAST_PAGE in result[1] else 1
