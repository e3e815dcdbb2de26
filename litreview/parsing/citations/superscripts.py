"""Superscript numbers: marked by the format, written as Unicode digits or tags, or flattened into the text.

A text export glues them to the word ("pain12,13"), a PDF export sets them loose ("pain 12,13 ."). A flattened
number is believed only where its surroundings speak for a citation and its value fits its neighbours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from litreview.model.article import Citation, CitationItem
from litreview.model.document import Style
from litreview.parsing.citations.evidence import ListEvidence
from litreview.parsing.citations.number_words import (
    ABBREVIATED,
    COUNTING,
    FORMULA,
    GOES_ON,
    ISOTOPE,
    MEASURED,
    OPERATED,
    OPERATES,
    REFERENCE_WORD,
    SYMBOL,
    UNIT,
)
from litreview.parsing.citations.numbers import read_numbers
from litreview.parsing.citations.words import folded as fold

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁼˒’", "0123456789--,,")
_UNICODE = re.compile(r"[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,3}(?:\s?[,⁻⁼˒’–\-‐]\s?[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,3}){0,30}")
_MARKED = r"\d{1,3}(?:\s?[,;–‐‑-]{1,2}\s?\d{1,3}){0,30}"
_TAGGED = re.compile(
    rf"<sup[^<>]{{0,60}}>\s*+(?:<a\b[^<>]{{0,200}}>\s*+)?[\[(]?({_MARKED})[\])]?\s*+(?:</a>\s*+)?</sup>"
    rf"|(?<!\^)\^\[?({_MARKED})\]?\^(?!\^)"
    rf"|(?<!\^)\^\(({_MARKED})\)"  # pandoc's plain text
    rf"|(?:\\textsuperscript|\$\^)\{{({_MARKED})\}}\$?"
)
_SERIES = r"\d{1,3}(?:\s?(?:,|[-‐‑–])\s?\d{1,3}){0,30}"
_FLAT = re.compile(
    rf"(?P<lead>[^\W\d_]|[)\]”\"'’.,;:%]|\d(?= ))(?P<blank> ?)(?P<series>{_SERIES})"
    r"(?![\w%°/′×]|\.\d|,\d{3}| ?[%°×±])"
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*)\W*$")
_WORD_AFTER = re.compile(r"\s*([^\W\d_]+)")


STRONG, BELIEVED = 3, 2
"""Points a number needs to stand alone, and beside strong ones. Set on the superscript articles of the
in-text development data (330 citations in 11 articles), with its other articles as the counter-proof."""
_SIGHT = 12
"""Characters before and behind a number that show a formula."""
_REACH = 25
"""How far beyond the numbers already seen a further one may lie."""
_LARGEST = 400


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    items: tuple[CitationItem, ...]
    points: int
    glued: bool


def find_marked(
    text: str, styles: Iterable[Style], evidence: ListEvidence, start: int = 0, end: int | None = None
) -> list[Citation]:
    """Superscripts that the format or the writing itself marks: Word and HTML formatting, ``<sup>``, "¹²"."""
    end = len(text) if end is None else end
    raised = (one for one in styles if one.kind == "superscript" and start <= one.start < end)
    found = [_styled(text, style, evidence) for style in raised]
    for match in _TAGGED.finditer(text, start, end):
        group = match.lastindex or 1
        items = read_numbers(text, match.start(group), match.end(group), "", evidence)
        found.append(_marked(text, match.start(group), match.end(group), items))
    for match in _UNICODE.finditer(text, start, end):
        items = _unicode_items(match, evidence)
        found.append(_marked(text, match.start(), match.end(), items))
    marked = sorted({c.start: c for c in found if c}.values(), key=lambda c: c.start)
    powers = [citation for citation in marked if _is_exponent(text, citation)]
    behind = {citation.start for citation in powers}
    sure = [citation for citation in marked if citation.start not in behind]
    wanted = _wanted(powers, sure, evidence)
    return _fitting(sorted((*sure, *wanted), key=lambda c: c.start), evidence)


def _wanted(powers: list[Citation], sure: list[Citation], evidence: ListEvidence) -> list[Citation]:
    """Numbers behind a single letter or a unit that are citations all the same, "the package in R³¹": the
    list has that number, nothing else cites it, and it hardly ever stands so."""
    if not evidence.numbered or not sure:
        return []
    cited = {item.number for citation in sure for item in citation.items}
    often = Counter(citation.items[0].number for citation in powers)
    return [
        citation
        for citation in powers
        if citation.items[0].number not in cited
        and (citation.items[0].number or 0) <= evidence.size
        and often[citation.items[0].number] <= _SAME_WORD
    ]


def _styled(text: str, style: Style, evidence: ListEvidence) -> Citation | None:
    said = text[style.start : style.end]
    if not re.fullmatch(rf"[\s\[(]*+{_MARKED}[\s\])]*+,?\s*+", said):
        return None
    inner = re.search(_MARKED, said)
    if inner is None:
        return None
    start, end = style.start + inner.start(), style.start + inner.end()
    return _marked(text, start, end, read_numbers(text, start, end, "", evidence))


def _unicode_items(match: re.Match[str], evidence: ListEvidence) -> tuple[CitationItem, ...]:
    plain = match.group().translate(_DIGITS)
    items = read_numbers(plain, 0, len(plain), "", evidence)
    return tuple(
        CitationItem(number=item.number, start=match.start() + item.start, end=match.start() + item.end)
        for item in items
    )


def _marked(text: str, start: int, end: int, items: tuple[CitationItem, ...]) -> Citation | None:
    return Citation(text[start:end], start, end, items, "superscript") if items else None


def _is_exponent(text: str, citation: Citation) -> bool:
    """ "m²", "10³", "kg m⁻²", "(f(x)) 2 ≤ 1"."""
    before = text[max(0, citation.start - _SIGHT) : citation.start]
    before = re.sub(r"(?:<sup[^<>]*>(?:<a\b[^<>]*>)?|\^|\$\^\{|\\textsuperscript\{)[\[(]?$", "", before)
    said = before.rstrip()
    after = re.sub(r"^[\])]?(?:(?:</a>)?</sup>|\^|\}\$?)?", "", text[citation.end : citation.end + _SIGHT])
    return len(citation.items) == 1 and bool(
        UNIT.search(said)
        or SYMBOL.search(said)
        or before[-1:].isdigit()
        or before[-1:] in "⁻-−"
        or OPERATED.search(said)
        or OPERATES.match(after)
    )


def _fitting(citations: list[Citation], evidence: ListEvidence) -> list[Citation]:
    """With a list, numbers beyond it are exponents or notes, unless most lie within it."""
    if not evidence.exists:
        return citations
    inside = [c for c in citations if all((item.number or 0) <= evidence.size for item in c.items)]
    return citations if len(inside) >= 0.9 * len(citations) or _overruns(citations, evidence) else inside


def _overruns(citations: list[Citation], evidence: ListEvidence) -> bool:
    """True where the numbers count a numbered list to its end, and one citation goes on behind it: an entry
    is missing there. Notes and affiliations that are numbered too begin anew, or stand before the first."""
    numbers = {item.number or 0 for citation in citations for item in citation.items}
    beyond = [c for c in citations if any((item.number or 0) > evidence.size for item in c.items)]
    reached = sum(number <= evidence.size for number in numbers)
    return (
        evidence.numbered
        and len(beyond) == 1
        and beyond[0] is not citations[0]
        and max(numbers) <= evidence.size + OVERRUN
        and reached >= REACHED * evidence.size
    )


OVERRUN = 1
"""Numbers behind the end of a list that are believed to lack an entry in a text of few citations."""
REACHED = 0.8
"""Share of the list that the others must reach, a judgement: the lowest seen in real articles that lost their
last entry is 12 of 15; exponents reach the first few numbers only."""


def find_flattened(
    text: str, evidence: ListEvidence, start: int = 0, end: int | None = None
) -> list[Citation]:
    """Superscripts that lost their height: "pain12,13", "pain 12,13 ."; only where signs suffice."""
    candidates = _one_manner(
        text, list(_candidates(text, evidence, start, len(text) if end is None else end))
    )
    strong = [candidate for candidate in candidates if candidate.points >= STRONG]
    if len(strong) < (_MIN_STRONG if evidence.exists else 1):
        return []
    kept = [candidate for candidate in candidates if candidate.points >= BELIEVED]
    kept = _in_reach(kept, strong, evidence)
    return [Citation(text[c.start : c.end], c.start, c.end, c.items, "superscript") for c in kept]


def _one_manner(text: str, candidates: list[_Candidate]) -> list[_Candidate]:
    """A text glues its superscripts or sets them loose, never both; a word often glued to one number is a
    name."""
    glued = [c for c in candidates if c.glued]
    words = Counter(_glued_word(text, c) for c in glued)
    glued = [c for c in glued if words[_glued_word(text, c)] <= _SAME_WORD]
    loose = [c for c in candidates if not c.glued]
    # A number behind a full stop says more than one behind a word, which may be a name ("minimap2").
    strong_glued = sum(1 + (not text[c.start - 1].isalpha()) for c in glued if c.points >= STRONG)
    strong_loose = sum(c.points >= STRONG for c in loose)
    return glued if strong_glued >= _MIN_GLUED and strong_glued > strong_loose else loose


def _glued_word(text: str, candidate: _Candidate) -> str:
    """The word a number is glued to, with the number; each mark of punctuation is a word of its own."""
    word = re.search(r"(?<![^\W\d_])[^\W\d_]++$", text[max(0, candidate.start - 30) : candidate.start])
    return f"{word[0]}{text[candidate.start : candidate.end]}" if word else f"@{candidate.start}"


def _in_reach(kept: list[_Candidate], strong: list[_Candidate], evidence: ListEvidence) -> list[_Candidate]:
    """Those whose numbers fit the list or, without one, their strong neighbours; a doubtful number must
    carry the count on, since citations are numbered as they come."""
    numbers = [item.number or 0 for candidate in strong for item in candidate.items]
    top = evidence.size if evidence.exists else max(numbers) + _REACH
    low = 1 if evidence.exists else max(1, min(numbers) - _REACH)
    found, high = [], 0
    for candidate in kept:
        own = [item.number or 0 for item in candidate.items]
        doubtful = candidate.points < STRONG and len(own) == 1
        next_one = own[0] in range(high - _BACK, high + _AHEAD) or not high
        if all(low <= number <= top for number in own) and (not doubtful or next_one):
            found.append(candidate)
            high = max(high, *own)
    return found


_MIN_STRONG, _MIN_GLUED = 3, 2
_SAME_WORD = 2
_BACK, _AHEAD = 12, 5


def _candidates(text: str, evidence: ListEvidence, start: int, end: int) -> Iterable[_Candidate]:
    for match in _FLAT.finditer(text, start, end):
        first, last = match.span("series")
        items = read_numbers(text, first, last, "", evidence)
        numbers = [item.number or 0 for item in items]
        if items and max(numbers) <= _LARGEST and numbers == sorted(set(numbers)):
            points = _points(text, match, first, last, len(items))
            if points > 0:
                yield _Candidate(first, last, items, points, not match["blank"])


def _points(text: str, match: re.Match[str], first: int, last: int, count: int) -> int:
    """How much the surroundings speak for a citation; 0 rules it out."""
    before, after = text[max(0, first - 40) : first], text[last : last + 30]
    lead = match["lead"]
    if REFERENCE_WORD.search(before):
        return STRONG
    if ABBREVIATED.search(before) or MEASURED.match(after) or _EQUATES.search(before):
        return 0
    if (
        len(items := match["series"]) < 3
        and items.isdigit()
        and (FORMULA.search(before.rstrip()) or ISOTOPE.match(after))
    ):
        return 0
    word = _WORD_BEFORE.search(before)
    said = word[1] if word else ""
    single = match["series"].isdigit()
    if (
        single
        and len(match["series"]) == 1
        and ((lead.isalpha() and len(said) < 2) or UNIT.search(before.rstrip()))
    ):
        return 0
    if match["blank"] and _DETACHED.match(after) and not (lead.isdigit() and len(match["series"]) == 3):
        return (
            0 if re.search(r"[=<>≤≥±×]\s*[\d.]*\s?$", before) and not lead.isdigit() else STRONG + (count > 1)
        )
    if not match["blank"] and lead.isalpha():
        return _glued_points(said, after)
    counts = fold(said) in COUNTING or len(said) < 2 or UNIT.search(before.rstrip())
    if lead.isdigit() or (lead.isalpha() and counts):
        return 0
    if not match["blank"]:
        return _after_sign(lead, after) if not re.search(r"\d[.,:]$", before) else 0
    return _loose_points(lead, after, count)


_EQUATES = re.compile(r"[=<>≤≥≈±]\s*[-−]?\.$")  # "p < .05", "R² = .5"
_DETACHED = re.compile(r"\s[.,;:)](?:[\s.,;:)]|$)")


_WORD_LENGTH = 4


def _glued_points(said: str, after: str) -> int:
    """ "pain12": a word in small letters; "CD4" and "H2" are names."""
    if len(said) < _WORD_LENGTH or not said.isalpha() or not said[-3:].islower():
        return 0
    return STRONG if re.match(r"(?:[.,;:)]|\s|$)", after) else 1


def _after_sign(lead: str, after: str) -> int:
    """ "pain.12 The", "pain,12 and": glued behind punctuation."""
    if lead in ".!?":
        return STRONG if re.match(r"(?:\s+[^\W\d_a-z]|\s*$)", after) else 0
    return BELIEVED if lead in ',;:)”"’]' and re.match(r"\s+[^\W\d_]|\s*$|[.,;:]\s", after) else 0


def _loose_points(lead: str, after: str, count: int) -> int:
    """ "pain 12 . The", "pain. 12 The": set loose by a PDF."""
    if lead == ".":
        return STRONG if re.match(r"\s+(?:[^\W\d_a-z]|\()|\s*$", after) else 0
    follows = _WORD_AFTER.match(after)
    goes_on = bool(follows) and follows[1].casefold() in GOES_ON if follows else False
    if lead in ",;:":
        return BELIEVED + (count > 1) if goes_on else BELIEVED * (count > 1 and bool(follows))
    if goes_on or re.match(r"\s\(", after):
        return BELIEVED + (count > 1)
    return 1 + (count > 1) if re.match(r"[.,;:)]|\s*$", after) else count > 1
