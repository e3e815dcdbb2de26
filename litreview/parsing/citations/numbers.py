"""Numbered citations in brackets: "[12]", "[3–5, 7]", "(8, 11–13)" where the list or the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from litreview.model.article import Citation, CitationItem
from litreview.normalise.vocabulary.dashes import DASH
from litreview.parsing.citations.evidence import ListEvidence

_ONE = r"\d{1,4}[a-z]?"
_SERIES = rf"{_ONE}(?:\s*+(?:,|;|{DASH}{{1,2}}|\band\b|\bund\b|&|\bto\b)\s*+{_ONE}){{0,60}}"
_LEAD = (
    r"(?:(?:[Ss]ee|e\.\s?g\.|cf\.|[Rr]efs?\.?|[Rr]eviewed in|[Rr]eferences?|vgl\.|siehe|voir)"
    r"[,\s]*+(?:also\s*+)?)?"
)
_LOCATOR = (
    r"(?:(?:,|;)?\s*+((?:pp?\.|S\.|[СсTТ]\.\s?\d|стр\.|str\.|chap(?:ter|\.)|ch\.|[Ss]ec(?:tion|t?\.)|§|[Ff]ig(?:ure|s?\.)|[Tt]ab(?:le|\.)|[Tt]h(?:eorem|m\.?)|"
    r"[Ll]emma|[Pp]rop|[Dd]ef|[Ee]q|and references|and ref|for |references therein)[^\[\]()]{0,60}))?"
)
_SQUARE = re.compile(rf"(?<!\\)(?<!\\cite)\[\s*+{_LEAD}({_SERIES})\s*+{_LOCATOR}\s*+,?\s*+\]")
_ROUND = re.compile(rf"\(\s*+{_LEAD}({_SERIES})\s*+{_LOCATOR}\s*+,?\s*+\)")
_PART = re.compile(rf"(\d{{1,4}})[a-z]?(?:\s*{DASH}{{1,2}}\s*(\d{{1,4}})|\s+to\s+(\d{{1,4}}))?")
_RANGE_JOINT = re.compile(rf"\s*{DASH}{{1,2}}\s*")
# What stands before an interval, a vector or a place in an array, never before a citation.
_MATHS = re.compile(
    r"(?:\bCI\b\W{0,3}(?:of|was|is)?|∈|=|<|>|≤|≥|×|\*|\\in|\binterval\b|\brange\b:?|\bIQR\b:?|\bscore[sd]?\b|\bbetween\b|\{)\s*$"
)
_INTERVAL = re.compile(r"\b(?:interval|range|IQR|between|scores?)\s*$")
"""Words before an interval, which has two ends: "in the low range [28]" cites."""
_COUNTED = re.compile(
    r"(?:\b(?:[Ee]qs?\.?|[Ee]quations?|[Ff]igs?\.?|[Ff]igures?|[Tt]ables?|[Ss]cheme|[Ss]teps?|[Ss]ections?|[Cc]ompounds?|[Hh]ypothes[ie]s|[Mm]odels?|[Cc]ase|[Nn]|n|"
    r"[Ii]tems?|[Cc]riteri(?:on|a)|[Aa]ppendix|[Pp]anels?|[Pp]hase|[Tt]ype|[Ll]evel|=))\s*$"
)
MAX_RANGE = 150
"""Longest range that is unfolded, "[1–150]"; longer ones are intervals."""
_YEARS = range(1500, 2100)


def find_bracketed(
    text: str, evidence: ListEvidence, start: int = 0, end: int | None = None
) -> list[Citation]:
    """Numbers in square brackets, in order; a range over two brackets, "[4]–[7]", is one citation."""
    found = []
    for match in _SQUARE.finditer(text, start, len(text) if end is None else end):
        items = _read_series(match, evidence)
        interval = _INTERVAL.search(text, max(0, match.start() - 20), match.start())
        if items and ((len(items) == 1 and interval) or not _is_maths(text, match.start(), evidence)):
            found.append(_citation(match, items))
    return _joined(text, found)


def find_parenthesised(
    text: str, evidence: ListEvidence, start: int = 0, end: int | None = None
) -> list[Citation]:
    """Numbers in round brackets that may be citations: not "(1)" after "Eq.", not an enumeration."""
    found = []
    for match in _ROUND.finditer(text, start, len(text) if end is None else end):
        before = text[max(0, match.start() - 25) : match.start()]
        items = _read_series(match, evidence)
        if (
            items
            and before.strip()
            and not _COUNTED.search(before)
            and (not before.endswith("\n") or before.rstrip().endswith("("))
            and _follows_word(before)
        ):
            found.append(_citation(match, items))
    return _plausible(text, found, evidence)


def _follows_word(before: str) -> bool:
    """A citation follows a word; "f(1)" and the items of a list, "; (2)", do not."""
    return bool(
        re.search(r"(?:[^\W\d_]|[)\]”\"'’%.,\d]|\s\()\s{1,2}$", before)
    ) and not before.rstrip().endswith((";", ":", ",", "and", "or"))


def _plausible(text: str, found: list[Citation], evidence: ListEvidence) -> list[Citation]:
    """Round brackets count only where the list is numbered, or several numbers stand in one of them; then a
    single number must be near those already seen."""
    if evidence.exists:
        reached = {item.number for citation in found for item in citation.items}
        enough = len(reached) >= COVERED_SHARE * evidence.size
        return (
            [c for c in found if all((item.number or 0) <= evidence.size for item in c.items)]
            if enough
            else []
        )
    ends = [citation for citation in found if re.match(r"\s?[.,;]", text[citation.end : citation.end + 3])]
    several = [citation for citation in ends if len(citation.items) > 1]
    if len(ends) < ENDING_SHARE * len(found) or not (several or _alone(text, ends)):
        return []
    numbers = [item.number or 0 for citation in (several or ends) for item in citation.items]
    near = range(max(1, min(numbers) - _REACH), max(numbers) + _REACH)
    return [citation for citation in found if all(item.number in near for item in citation.items)]


def _alone(text: str, citations: list[Citation]) -> bool:
    """A lone "(27)." after a word in small letters; smaller numbers are compounds and enumerations."""
    return any(
        (c.items[0].number or 0) > 9
        and text[c.end : c.end + 1] == "."
        and text[c.start - 2 : c.start - 1].islower()
        for c in citations
    )


COVERED_SHARE = 0.4
"""Share of a reference list that numbers in round brackets must reach; the answers of a questionnaire, "never
(0), often (1)", stay far below."""
ENDING_SHARE = 0.6
"""Share of bracketed numbers that must close a clause; 0.9 of the citations in the one stored article of this
style do, half of the numbers of chemical compounds."""
_REACH = 16


def _read_series(match: re.Match[str], evidence: ListEvidence) -> tuple[CitationItem, ...]:
    """The items of "3–5, 7": one per number; the numbers of a range share its span. Empty where this is no
    list of references: a zero, a falling range, a year."""
    return read_numbers(match.string, match.start(1), match.end(1), (match[2] or "").strip(), evidence)


def read_numbers(
    text: str, start: int, end: int, locator: str, evidence: ListEvidence
) -> tuple[CitationItem, ...]:
    """The numbers of ``text[start:end]`` as items, ranges unfolded; empty if they cannot be references."""
    items: list[CitationItem] = []
    for part in _PART.finditer(text, start, end):
        first, last = int(part[1]), int(part[2] or part[3] or part[1])
        if part[2] and last < first and len(part[2]) < len(part[1]):  # "123-5"
            last = int(part[1][: -len(part[2])] + part[2])
        if (
            first == 0
            or last < first
            or last - first > MAX_RANGE
            or (first in _YEARS and first > evidence.size)
        ):
            return ()
        items += [
            CitationItem(number=number, start=part.start(), end=part.end())
            for number in range(first, last + 1)
        ]
    if items and locator:
        final = items[-1]
        items[-1] = CitationItem(number=final.number, locator=locator, start=final.start, end=final.end)
    return tuple(items)


def _is_maths(text: str, at: int, evidence: ListEvidence) -> bool:
    before = text[max(0, at - 20) : at]
    return bool(_MATHS.search(before)) and not re.search(r"[\w)\]],\s?$", before.replace("],", "]"))


def _citation(match: re.Match[str], items: tuple[CitationItem, ...]) -> Citation:
    return Citation(match.group(), match.start(), match.end(), items, "bracketed")


def _joined(text: str, citations: Iterable[Citation]) -> list[Citation]:
    """ "[4]–[7]" as one citation of four, "[1],[2]" as one of two; "[1], [2]" are two."""
    groups: list[tuple[int, int, list[CitationItem]]] = []
    for citation in citations:
        start, end, items = groups[-1] if groups else (0, 0, [])
        between = _between(text, end, items[-1], citation) if items else None
        if between is None:
            groups.append((citation.start, citation.end, list(citation.items)))
            continue
        if between:
            items.pop()
        items += [*between, *citation.items[bool(between) :]]
        groups[-1] = (start, citation.end, items)
    return [Citation(text[start:end], start, end, tuple(items), "bracketed") for start, end, items in groups]


def _between(text: str, end: int, last: CitationItem, citation: Citation) -> tuple[CitationItem, ...] | None:
    """The items of a range over two brackets, its ends included; empty where a comma joins them; None where
    they do not belong together."""
    if text[end : citation.start] in _COMMAS:
        return ()
    if citation.start - end > _FEW_BLANKS or not _RANGE_JOINT.fullmatch(text, end, citation.start):
        return None
    first, final = last.number or 0, citation.items[0].number or 0
    if not 0 < final - first <= MAX_RANGE:
        return None
    span = (last.start, citation.items[0].end)
    return tuple(CitationItem(number=n, start=span[0], end=span[1]) for n in range(first, final + 1))


_COMMAS = (",", ";")
_FEW_BLANKS = 4
