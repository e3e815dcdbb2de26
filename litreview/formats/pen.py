"""Pen: where values stand in an entry of one notation, what they say, and how new ones are written there.

A reader has a pen beside it. A pen finds values by the reader's own spans and tokens, never by searching the
entry: ``year = {2015}`` within a note is words, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, Protocol

from litreview.model.reference import Reference
from litreview.model.work import Name
from litreview.normalise.vocabulary.years import OLD_YEAR

_YEAR = re.compile(rf"(?<!\d){OLD_YEAR}(?!\d)")
_TOKENS = re.compile(r"\s+|\w+|.", re.DOTALL)


class Spot(NamedTuple):
    """A stretch of an entry's text and what is written there; of an edit, what will be written there."""

    start: int
    end: int
    text: str


class Person(NamedTuple):
    """An author of the corrected list, and the cited author whose name that is (None: a new one)."""

    name: Name
    cited: Name | None = None


class Pen(Protocol):
    """How one notation is written. All places are offsets within the entry's text.

    What cannot be done (the place is not known, the entry is damaged) gives no edit; a pen never guesses.
    """

    def read(self, entry: Reference, field: str) -> str | None:
        """What the entry says in a CSL field, in plain words; None where its place is not known."""

    def behind(self, entry: Reference, field: str) -> str:
        """The words that follow a printed value; empty in a record, where a field ends where it ends."""

    def replace(self, entry: Reference, field: str, value: str) -> tuple[Spot, ...]:
        """The edits that write a value in place of the field's old one, wherever the entry repeats it."""

    def replace_surname(self, entry: Reference, old: str, new: str) -> tuple[Spot, ...]:
        """The edit of one author's surname; none where it does not stand among the authors exactly once."""

    def replace_authors(
        self, entry: Reference, people: Sequence[Person], others: Sequence[Reference]
    ) -> tuple[Spot, ...]:
        """The edits that make these people the authors. ``others`` are the entries around it, which show
        how the list writes names."""

    def add_doi(self, entry: Reference, doi: str, sheet: Callable[[], str]) -> Spot | None:
        """The edit that adds a DOI to an entry without one; ``sheet`` gives the whole text it stands in."""

    def complete(self, text: str, edits: Sequence[Spot]) -> tuple[Spot, ...]:
        """The edits that a whole file needs besides these: a table's new column runs through every row."""

    def says(self, written: str, field: str = "") -> str:
        """What a written value says, without the escapes, braces and quotes of the notation."""

    def write(self, text: str, old: str, entry: str, field: str = "") -> str:
        """Plain words written as the old value in their place was; ``entry`` shows how it writes letters."""

    def spell_out(self, text: str, codec: str) -> str:
        """The text with letters that an encoding lacks spelt as the notation spells them, if it can."""


def relaid(old: str, new: str) -> str:
    """The new value with the line breaks of the old one where the words around them are the same."""
    if "\n" not in old:
        return new
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    folded = [" " if token.isspace() else token for token in before]
    parts: list[str] = []
    for kind, i, j, m, n in SequenceMatcher(None, folded, after, autojunk=False).get_opcodes():
        parts += before[i:j] if kind == "equal" else after[m:n]
    return "".join(parts)


def years_within(spot: Spot, year: int | None) -> tuple[Spot, ...]:
    """The four digits of a year within a value that holds more: "2005/05/12/", "Spring 2005"; both of
    "2005-03/2005-04". None of "2005 Dec-2006 Jan", where one year alone cannot be put right."""
    found = list(_YEAR.finditer(spot.text))
    if not year or {match.group() for match in found} != {str(year)}:
        return ()
    return tuple(Spot(spot.start + match.start(), spot.start + match.end(), match.group()) for match in found)


def surname_within(spots: Sequence[Spot], old: str, new: str) -> tuple[Spot, ...]:
    """The edit of a surname that stands as a word exactly once in these places."""
    found = [
        Spot(spot.start + match.start(), spot.start + match.end(), new)
        for spot in spots
        for match in re.finditer(rf"\b{re.escape(old)}\b", spot.text)
    ]
    return tuple(found) if old and new and len(found) == 1 else ()


def cannot_encode(text: str, codec: str) -> bool:
    """True where an encoding lacks a letter of the text."""
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return True
    return False
