"""Comparing volumes and issues, which are numbers, double numbers, Roman numbers and supplements."""

from __future__ import annotations

import re
from functools import lru_cache

from litreview.model.match import FieldAgreement, Reading, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Work
from litreview.normalise.text import fold, fold_dashes
from litreview.normalise.vocabulary.months import month_number
from litreview.normalise.whole_numbers import whole_number

_ROMAN = re.compile(r"^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_WORDS = re.compile(
    r"\b(?:volume|vol|band|bd|issue|iss|number|no|nr|num|heft|jahrgang|jg|tome|t|article|art|n)\b\.?\s*"
    r"(?=\d|[ivxlcdm]+\b)"
)
_SUPPLEMENT = re.compile(
    r"\b(?:supplement(?:um|s)?|suppl|supp|sup|s(?=\s?\d)|beiheft|special issue|spec no|spec iss)\b\.?\s*"
)
_PART = re.compile(r"\b(?:part|pt|teil)\b\.?\s*")
_LETTERED = re.compile(r"^(\d+)[a-z]$")
_DOUBLE = re.compile(r"(\d{1,9})-(\d{1,9})")
DOUBLE_SPAN = 3
"""Most that the second number of a joint issue lies above the first ("9-12"); further apart they are pages
(judgement)."""


def compare_volumes(cited: Work, found: Work) -> FieldAgreement:
    """Volumes side by side. Cochrane has none or the year; issue and volume may have changed places."""
    one, two = cited.volume, found.volume
    if not one.strip() or not two.strip():
        if _same(one, found.issue):
            return FieldAgreement("volume", Verdict.COMPATIBLE, one, two, (Note.IN_OTHER_PLACE,))
        return FieldAgreement("volume", Verdict.MISSING, one, two)
    verdict, notes = _compare(one, two)
    if verdict is Verdict.DIFFERENT and _is_year(two, found) and _same(one, found.issue):
        return FieldAgreement("volume", Verdict.COMPATIBLE, one, two, (Note.IN_OTHER_PLACE,))
    if verdict is Verdict.DIFFERENT and _is_year(one, cited) and found.issue and _same(cited.issue, two):
        return FieldAgreement("volume", Verdict.COMPATIBLE, one, two, (Note.IN_OTHER_PLACE,))
    return FieldAgreement("volume", verdict, one, two, notes)


def compare_issues(cited: Work, found: Work) -> FieldAgreement:
    """Issues side by side; leaving the issue out is usual and never a difference."""
    one, two = cited.issue, found.issue
    if not one.strip() or not two.strip():
        return FieldAgreement("issue", Verdict.MISSING, one, two)
    verdict, notes = _compare(one, two)
    if verdict is Verdict.DIFFERENT and _month(one) and _month(one) != _month(two):
        # "12(March)" for issue 3: the month says nothing about the number.
        verdict, notes = Verdict.COMPATIBLE, (Note.VARIANT,)
    if verdict is Verdict.DIFFERENT and _is_no_issue(one, cited, found):
        verdict, notes = Verdict.COMPATIBLE, (Note.IN_OTHER_PLACE,)
    if verdict is Verdict.DIFFERENT and _same(one, found.volume) and _is_year(found.volume, found):
        verdict, notes = Verdict.COMPATIBLE, (Note.IN_OTHER_PLACE,)
    return FieldAgreement("issue", verdict, one, two, notes)


def _is_no_issue(issue: str, cited: Work, found: Work) -> bool:
    """True where the year or the article number stands in brackets behind the volume: "10(2020): 1-6"."""
    if _is_year(issue, cited) or _is_year(issue, found):
        return True
    return _same(issue, found.article_number) or _same(issue, found.page)


def _compare(one: str, two: str) -> Reading:
    left, right = fold_number(one), fold_number(two)
    if left == right:
        return Verdict.EQUAL, ()
    if _arabic(left) == _arabic(right):
        return Verdict.COMPATIBLE, (Note.NUMERALS,)
    bare, other = _plain(left), _plain(right)
    if ("s" in left.split() or "s" in right.split() or "p" in left.split() or "p" in right.split()) and (
        bare == other or bare in other.split() or other in bare.split()
    ):
        return Verdict.COMPATIBLE, (Note.SUPPLEMENT,)
    if {left, right} & {"s"} and left[0] == right[0]:
        return Verdict.COMPATIBLE, (Note.SUPPLEMENT,)  # a supplement of which the number is not given
    if (
        right == _bare_number(left)
        or left == _bare_number(right)
        or _is_double(left, right)
        or _is_double(right, left)
    ):
        return Verdict.COMPATIBLE, (Note.VARIANT,)
    return Verdict.DIFFERENT, ()


def _bare_number(folded: str) -> str:
    """The number without what some print beside it: the letter of a series ("83-B"), month, season and
    year of the issue ("3, May 2010"), that it is a special one ("5, SI"), its number through all volumes
    ("4 (234)"). As it is where nothing else stands there."""
    words = [word for word in folded.split() if len(word) == 1 or not word.isalpha()]
    if len(words) == 2 and words[0].isdecimal() and words[1] not in "sp":
        words = words[:1]
    return _LETTERED.sub(r"\1", " ".join(words)) or folded


def _is_double(double: str, single: str) -> bool:
    """True for a double number and one of the two: "10-11" and "10"."""
    ends = _DOUBLE.fullmatch(double)
    return ends is not None and 0 < int(ends[2]) - int(ends[1]) <= DOUBLE_SPAN and single in ends.groups()


@lru_cache(maxsize=16384)
def fold_number(text: str) -> str:
    """A volume or issue as bare numbers: "Vol. 051–52" → "51-52", "Suppl_1" and "S1" → "s 1".

    >>> fold_number("Vol. 051–52"), fold_number("12 Suppl. 3"), fold_number("S1")
    ('51-52', '12 s 3', 's 1')
    """
    folded = fold_dashes(text).casefold().replace("_", " ")
    folded = re.sub(r"(?<=\d)\s*[-/&,+]\s*(?=\d)", "~", folded)
    folded = fold(folded.replace("~", " hyphen ")).replace(" hyphen ", "-")
    folded = _PART.sub(" p ", _SUPPLEMENT.sub(" s ", re.sub(r"\bs(\d)", r"s \1", _WORDS.sub("", folded))))
    folded = re.sub(r"(\d)(s|p)\b", r"\1 \2", folded)
    return " ".join(re.sub(r"\b0+(?=\d)", "", folded).split())


def _same(one: str, two: str) -> bool:
    return bool(one.strip() and two.strip()) and fold_number(one) == fold_number(two)


def _plain(folded: str) -> str:
    return " ".join(word for word in folded.split() if word not in ("s", "p"))


def _arabic(folded: str) -> str:
    return " ".join(str(_roman(word)) if word and _ROMAN.match(word) else word for word in folded.split())


def _roman(word: str) -> int:
    values = [_ROMAN_VALUES[char] for char in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _is_year(volume: str, work: Work) -> bool:
    number = whole_number(volume.strip())
    return number is not None and (number in work.years or number == work.year)


def _month(text: str) -> int | None:
    return month_number(fold(text))
