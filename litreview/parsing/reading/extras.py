"""What stands around the main fields: report series, register numbers, editions, remarks on the status."""

from __future__ import annotations

import re
from dataclasses import dataclass

from litreview.normalise.vocabulary.marks import EDITION, EDITION_MARK, ISSUE, ORDINAL, REVISED, VOLUME
from litreview.normalise.vocabulary.patterns import NO_LETTER_BEFORE, any_mark, any_of, phrases_of
from litreview.normalise.vocabulary.states import STATES
from litreview.parsing.reading.spans import Span

# "(AHRQ Comparative Effectiveness Reviews; No. 169)", "(Schriftenreihe Bd. 13)"
_LONG_MARKS = [mark for mark in phrases_of(VOLUME) + phrases_of(ISSUE) if len(mark.rstrip(".")) > 1]
_SERIES = re.compile(
    rf"[\[(](?P<series>[^()\[\];]{{4,120}}?)\s?[;,]?\s?(?:{NO_LETTER_BEFORE}{any_mark(_LONG_MARKS)}|#)\s?:?\s?"
    r"(?P<number>[A-Z]{0,3}[\d][\w/.-]*)\s?[\])]",
    re.IGNORECASE,
)
# A word before "-Register Nr." is walked from each of its capitals: no printed one has more than 40 letters.
_REGISTER = re.compile(
    r"(?:[A-Z]\w{0,40}+-)?(?:[Rr]egister[-\s]?(?:[Nn]r|[Nn]ummer|[Nn]o)\.?|[Rr]eg\.[-\s]?[Nn][ro]\.?"
    r"|(?:[Rr]egistration|[Rr]eport|[Pp]ublication) (?:no|number)\.?|[Tt]echnical [Rr]eport (?:no\.?)?"
    r"|NCT(?=\d{8}))\s?:?\s?#?(?P<number>[A-Za-z]{0,10}[-/]?\d[\w/.-]*)"
)
_VOLUME_WORDS = re.compile(rf"\b(?:{any_mark(_LONG_MARKS)}|(?:serial|suppl(?:ement)?|part)\b)", re.IGNORECASE)
_SHORT_MARK = 2
"""Letters of marks that are too short to follow a word in place of a number ("first ed")."""
_REGISTER_SIGNS = ("egister", "eg.", "egistration n", "eport", "ublication n", "NCT")
"""One of these is in every text that ``_REGISTER`` finds something in; most texts have none."""
_LONG_EDITIONS = [mark for mark in phrases_of(EDITION) if len(mark.rstrip(".")) > _SHORT_MARK]
_EDITION = re.compile(
    r"(?P<edition>\d{1,2})\s?(?:st|nd|rd|th|\.|e|ème|ª|º|°|a|-?[еo]e)?,?\s?"
    rf"(?:{any_mark(phrases_of(REVISED))},?\s?){{0,5}}{EDITION_MARK}\s?[\])]?",
    re.IGNORECASE,
)
# In words only behind a full stop, a comma or a bracket: "a second edition of the plague".
_WORDED_EDITION = re.compile(
    rf"(?<=[.,;(\[])\s?(?P<edition>{any_of(phrases_of(ORDINAL))})\s{any_of(_LONG_EDITIONS)}\s?[\])]?(?=\s?[.,;:]|\s?$)",
    re.IGNORECASE,
)
_SMALL_NUMBER = re.compile(r"(?<!\w)\d{1,2}(?!\d)")
# Remarks set in brackets behind a title; they say something about the text, not what it is called.
_STATUS = re.compile(rf"[\[(](?P<note>{any_of(STATES)}|gültig bis [^()]{{4,20}})[\])]", re.IGNORECASE)
# "[J]", "[D]" and the like mark the kind of work in Chinese lists (GB/T 7714).
KIND_MARK = re.compile(r"(?:(?<!\s)\s++)?+\[(?:J|D|M|C|R|N|P|S|EB/OL|J/OL|OL)\]\s*$")


@dataclass(frozen=True, slots=True)
class Extras:
    """What was found, and the spans it covers (so that titles and containers can give them up)."""

    series: str = ""
    number: str = ""
    edition: str = ""
    note: str = ""
    spans: tuple[Span, ...] = ()


NO_EXTRAS = Extras()


def find_extras(text: str, after: int = 0) -> Extras:
    """Read the extras behind ``after`` (the end of the authors).

    >>> find_extras("Noninvasive Treatments. (AHRQ Comparative Effectiveness Reviews; No. 169). 2016.").number
    '169'
    """
    spans: list[Span] = []
    series = _SERIES.search(text, after)
    if series and not _is_volume(series.group("series")):
        spans.append(series.span())
    else:
        series = None
    register = _REGISTER.search(text, after) if any(sign in text for sign in _REGISTER_SIGNS) else None
    if register:
        spans.append(register.span())
    edition = _find_edition(text, after) or _WORDED_EDITION.search(text, after)
    if edition:
        start = _before_blanks(text, edition.start(), after)
        marked = start > after and text[start - 1] in "[(,.;"
        spans.append((start - marked, edition.end()))
    status = _STATUS.search(text, after)
    if status:
        spans.append((_before_blanks(text, status.start(), after), status.end()))
    number = (register or series).group("number").rstrip(".-/") if register or series else ""  # type: ignore[union-attr]
    return Extras(
        series=series.group("series").strip(" ,;:") if series else "",
        number=number,
        edition=edition.group("edition") if edition else "",
        note=status.group("note") if status else "",
        spans=tuple(sorted(spans)),
    )


def _find_edition(text: str, after: int) -> re.Match[str] | None:
    numbers = _SMALL_NUMBER.finditer(text, after)
    found = (_EDITION.match(text, number.start()) for number in numbers)
    return next((edition for edition in found if edition), None)


def _before_blanks(text: str, at: int, after: int) -> int:
    return max(after, len(text[:at].rstrip()))


def _is_volume(name: str) -> bool:
    """ "(Vol. 3, No. 2)" is a volume and issue, not a series."""
    return not re.search(r"[^\W\d_]{4,}", _VOLUME_WORDS.sub("", name))
