"""Names whose form leaves no doubt where they end: "Smith, J. A., & Jones, B.", "Smith JA, Jones B"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from litreview.normalise.organisations import is_organisation
from litreview.normalise.vocabulary.et_al import BEHIND_NAMES
from litreview.normalise.vocabulary.joining import JOINING_WORDS
from litreview.normalise.vocabulary.particles import PARTICLES
from litreview.normalise.vocabulary.patterns import any_of
from litreview.normalise.vocabulary.states import UNDATED_PATTERN
from litreview.normalise.vocabulary.suffixes import GENERATION, GENERATION_APART
from litreview.normalise.vocabulary.years import NEAR_YEAR
from litreview.parsing.reading.spans import Span

_UPPER = r"[^\W\d_a-zà-ÿß]"
_PARTICLE = rf"(?:{any_of(PARTICLES)}\s)"
_FAMILY = (
    rf"(?:{_PARTICLE}{{0,3}}|d['’]|['’]t\s){_UPPER}[\w'’-]+(?:\s{_PARTICLE}{{0,2}}{_UPPER}[\w'’-]+){{0,2}}"
)
_DOTTED = rf"{_UPPER}[a-z]?\.(?:[\s-]?[^\W\d_]\.){{0,3}}(?:\s{any_of(PARTICLES)}\b){{0,3}}"
_GIVEN = rf"(?:{_DOTTED}|{_UPPER}[a-zà-ÿ]+\s{_DOTTED})"
_JOINING = any_of(JOINING_WORDS)
_JOINED = rf"(?:[,;]?\s+{_JOINING}\s+|[,;]\s+)"
_CAPITALS = rf"{_UPPER}(?:-?{_UPPER}){{0,3}}"
_FORMS = (
    rf"{_FAMILY},\s{_GIVEN}(?:,?\s{GENERATION})?",
    rf"{_FAMILY}\s{_CAPITALS}(?:\s(?:{GENERATION_APART}))?(?![\w.-]*\w)",
)
_LISTS = tuple(re.compile(rf"(?P<first>{name})(?:{_JOINED}{name})*(?:,?\s…\s{name})?") for name in _FORMS)
_YEAR = re.compile(
    rf"[.,]?\s\({NEAR_YEAR}[a-z]?(?:,\s[^()]{{3,20}})?\)[.,:]?\s+|[.,]?\s{NEAR_YEAR}[a-z]?[.,:]\s+"
    rf"|[.,]?\s\({UNDATED_PATTERN}\)[.,:]?\s+"
)
_FEWEST, _SHARE = 5, 0.25
"""Fewest entries of a list that shows how it writes names, and the share of them that must show it: the lists
of 17 articles come to .55 and more in styles with bare names, to .02 at most in the others."""
_STOP = re.compile(r"\.\s+")
_OPENS = re.compile(
    rf"(?!(?:{_JOINING}|{any_of(PARTICLES)})\s|{NEAR_YEAR}\b)(?:[^\W_][\w’'/.-]|[AI]\s|[“\"‘'\[¿¡«„])"
)
_TWO_CAPITALS = re.compile(rf"\s{_UPPER}{{2,3}}$")


@dataclass(frozen=True, slots=True)
class NameList:
    """The names, and where the words behind them (and behind a year) begin."""

    names: Span
    after: int


def find_names(text: str, start: int, *, bare: bool = False) -> NameList | None:
    """The names an entry begins with, where their form says where they end; None for any other beginning.

    ``bare``: the list writes "Smith J." and no "Jane S. Smith", so that one initial ends a name.

    >>> find_names("Arden, P., and Brill, A. Quillwork: handling data.", 0)
    NameList(names=(0, 24), after=25)
    """
    for form, pattern in enumerate(_LISTS):
        match = pattern.match(text, start)
        if match is None or is_organisation(match.group("first").split(",")[0]):
            continue
        end = match.end()
        shortened = BEHIND_NAMES.match(text, end)
        last = shortened.end() if shortened else end
        year = _YEAR.match(text, last)
        if year:
            after = year.end()
        elif (form == 0 or shortened) and text[last - 1] == "." and text[last : last + 1] == " ":
            after = last + 1
        else:
            # "Karin T. Wick" begins like a bare name: two names, or two initials, tell.
            sure = bare or match.end() > match.end("first") or _TWO_CAPITALS.search(match.group())
            stop = _STOP.match(text, last) if form and sure else None
            if stop is None:
                return None
            after = stop.end()
        return NameList((start, end), after) if _OPENS.match(text, after) else None
    return None


def names_end(text: str, start: int) -> int:
    """Where the names end at ``start`` in one of the forms, whatever follows; ``start`` for no names."""
    return max((found.end() for pattern in _LISTS if (found := pattern.match(text, start))), default=start)


def behind_year(text: str, at: int) -> int:
    """Where the words go on behind a year that stands at ``at``, as behind names; ``at`` where none does."""
    year = _YEAR.match(text, at)
    return year.end() if year else at


def writes_bare_names(texts: Sequence[str], starts: Sequence[int]) -> bool:
    """True for a list whose entries begin with names such as "Smith JA, Jones B." and none of another form.

    ``starts``: where the names of each entry begin, behind its label.
    """
    sure = sum(_is_bare(text, start) for text, start in zip(texts, starts, strict=True))
    return len(texts) >= _FEWEST and sure >= _SHARE * len(texts)


def _is_bare(text: str, start: int) -> bool:
    match = _LISTS[1].match(text, start)
    if match is None or not (match.end() > match.end("first") or _TWO_CAPITALS.search(match.group())):
        return False
    return bool(_STOP.match(text, match.end()) or BEHIND_NAMES.match(text, match.end()))
