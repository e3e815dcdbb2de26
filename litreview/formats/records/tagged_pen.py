"""The pens of tagged lines, RIS and PubMed's nbib: a value is what follows its tag, over all its lines."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from litreview.formats.pen import Person, Spot, relaid, surname_within, years_within
from litreview.formats.records import nbib, ris
from litreview.formats.records.names import read_name
from litreview.formats.records.people_pen import Written, rewritten, surname, with_names
from litreview.formats.records.tags import TagLine
from litreview.model.reference import Reference
from litreview.model.work import Name
from litreview.normalise.vocabulary.dashes import DASHES

_PREFIX = re.compile(r"(?P<lead>[ \t]*)[A-Za-z][A-Za-z0-9]*(?P<dash>[ \t]*-)(?P<blank>[ \t]*)")
_RANGE = re.compile(rf"\w\s*[-{DASHES}]+\s*\w")
_OF_A_PERSON = frozenset({"FAU", "AU", "AD", "AUID"})
"""Lines of an nbib record that belong to one author, in this order."""


class Line(NamedTuple):
    """A line with a value: what it holds (a target of the reader), its CSL field, and its place."""

    target: str
    field: str
    spot: Spot


class TaggedPen(ABC):
    """What tagged notations share."""

    @abstractmethod
    def lines(self, entry: Reference) -> Iterator[Line]:
        """The lines of the entry whose values have a CSL field."""

    @abstractmethod
    def authors(self, entry: Reference) -> list[Written]:
        """The authors, each with the lines that belong to it; none where other lines stand between."""

    @abstractmethod
    def add_doi(self, entry: Reference, doi: str, sheet: Callable[[], str]) -> Spot | None:
        """A line of its own."""

    @abstractmethod
    def look(self, model: Written, person: Person) -> str:
        """A person's lines in the look of another's."""

    def read(self, entry: Reference, field: str) -> str | None:
        """What the lines say, their breaks as blanks; of a date the year."""
        if field == "issued":
            return str(entry.work.year) if self.replace(entry, field, "") else None
        found = self.places(entry, field)
        return self.says(found[0].spot.text) if found else None

    def behind(self, entry: Reference, field: str) -> str:
        """Nothing: a field ends where its line ends."""
        return ""

    def replace(self, entry: Reference, field: str, value: str) -> tuple[Spot, ...]:
        """The value on its line, and on every other line that repeats it."""
        if field == "issued":
            dates = [line.spot for line in self.lines(entry) if line.field == field]
            spots = [spot for date in dates for spot in years_within(date, entry.work.year)]
            return tuple(Spot(spot.start, spot.end, value) for spot in spots)
        return tuple(
            Spot(spot.start, spot.end, self.write(value, spot.text, entry.text))
            for _, _, spot in self.places(entry, field)
        )

    def replace_surname(self, entry: Reference, old: str, new: str) -> tuple[Spot, ...]:
        """The surname on the line of its author."""
        return surname_within([one.spot for one in self.authors(entry)], old, new)

    def replace_authors(
        self, entry: Reference, people: Sequence[Person], others: Sequence[Reference]
    ) -> tuple[Spot, ...]:
        """The lines of the authors."""
        return rewritten(entry.text, self.authors(entry), people, newline_of(entry.text), self.look)

    def complete(self, text: str, edits: Sequence[Spot]) -> tuple[Spot, ...]:
        """Nothing: each entry stands alone."""
        return ()

    def spell_out(self, text: str, codec: str) -> str:
        """The text as it is: there is no other way to write a letter."""
        return text

    def says(self, written: str, field: str = "") -> str:
        """The words of a value, its line breaks as blanks."""
        return " ".join(written.split())

    def write(self, text: str, old: str, entry: str, field: str = "") -> str:
        """The words, broken into lines as the old ones were."""
        return relaid(old, text)

    def places(self, entry: Reference, field: str) -> list[Line]:
        """The line that was read, and those that repeat it."""
        found = [line for line in self.lines(entry) if line.field == field]
        if field == "page":
            found = [line for line in found if (line.target != "article_number") == bool(entry.work.page)]
        said = [self.says(line.spot.text) for line in found]
        return [line for line, words in zip(found, said, strict=True) if words == said[0]]


class RisPen(TaggedPen):
    """RIS: one author per line, first and last page on lines of their own."""

    def lines(self, entry: Reference) -> Iterator[Line]:
        """The lines of the record; of pages the first."""
        for target, line in ris.targets_of(list(ris.ris_lines(entry.text))):
            field = ris.csl_name(target)
            if field and line.value:
                yield Line(target, field, _spot(entry, line))

    def read(self, entry: Reference, field: str) -> str | None:
        """What the lines say; both pages, divided by a hyphen."""
        said, last = super().read(entry, field), self._last_page(entry)
        return f"{said}-{last.value}" if field == "page" and said and last else said

    def replace(self, entry: Reference, field: str, value: str) -> tuple[Spot, ...]:
        """The value on its line; of pages each on its own."""
        first = self.places(entry, "page") if field == "page" else []
        if not first or first[0].target != "first_page" or _RANGE.search(first[0].spot.text):
            return super().replace(entry, field, value)
        return tuple(self._pages(entry, first[0].spot, value))

    def _pages(self, entry: Reference, spot: Spot, value: str) -> Iterator[Spot]:
        """First and last page; the second line goes where there is one page only."""
        first, _, last = re.sub(rf"[{DASHES}]+", "-", value).partition("-")
        line = self._last_page(entry)
        if first.strip() != spot.text:
            yield Spot(spot.start, spot.end, first.strip())
        if line and last and last.strip() != line.value:
            yield Spot(line.start, line.end, last.strip())
        elif line and not last:
            yield Spot(line.at, entry.text.find("\n", line.end) + 1 or len(entry.text), "")

    def _last_page(self, entry: Reference) -> TagLine | None:
        found = (line for line in ris.ris_lines(entry.text) if line.tag == "EP" and line.value)
        return next(found, None)

    def authors(self, entry: Reference) -> list[Written]:
        """Whole lines, so that a name goes with its tag."""
        lines = list(ris.ris_lines(entry.text))
        people = {line.at for target, line in ris.targets_of(lines) if target == "author"}
        return _of_lines(entry, lines, people, {"AU", "A1"})

    def look(self, model: Written, person: Person) -> str:
        """The line with the other name."""
        return with_names(model, person.name, str)

    def add_doi(self, entry: Reference, doi: str, sheet: Callable[[], str]) -> Spot | None:
        """Before the end line, or at the end of a record without one; an empty ``DO`` line is filled."""
        lines = list(ris.ris_lines(entry.text))
        own = [line for line in lines if line.tag == "DO"]
        if any(line.value for line in own):
            return None
        if own:
            blank = "" if entry.text[own[0].start - 1].isspace() else " "
            return Spot(own[0].start, own[0].start, blank + doi)
        newline = newline_of(entry.text)
        line = _prefix(entry.text, lines, "DO") + doi
        end = next((line.at for line in lines if line.tag == "ER"), None)
        if end is None:
            return Spot(len(entry.text), len(entry.text), f"{newline}{line}")
        return Spot(end, end, f"{line}{newline}")


class NbibPen(TaggedPen):
    """PubMed's nbib: an author has a full and a short form, and perhaps an address, each on its line."""

    def lines(self, entry: Reference) -> Iterator[Line]:
        """The lines of the record; of an identifier's line the DOI alone."""
        for target, value, line in nbib.values_of(_tag_lines(entry)):
            field = nbib.csl_name(target)
            if field and line.value and isinstance(value, str):
                spot = _spot(entry, line)
                end = line.start + len(value) if target == "doi" else line.end
                yield Line(target, field, Spot(spot.start, end, entry.text[line.start : end]))

    def authors(self, entry: Reference) -> list[Written]:
        """The lines of each person."""
        lines = _tag_lines(entry)
        people = {line.at for target, _, line in nbib.values_of(lines) if target == "author"}
        return _of_lines(entry, lines, people, _OF_A_PERSON)

    def replace_authors(
        self, entry: Reference, people: Sequence[Person], others: Sequence[Reference]
    ) -> tuple[Spot, ...]:
        """The lines of the authors, initials without stops where the record has none, as MEDLINE's have."""
        if not any("." in name.given for name in entry.work.author):
            people = [_without_stops(person, entry) for person in people]
        return super().replace_authors(entry, people, others)

    def look(self, model: Written, person: Person) -> str:
        """The lines with the other name; a new author has no address."""
        first, *rest = model.spot.text.split("\n")
        ending = "\r" if first.endswith("\r") else ""
        line = with_names(model._replace(spot=Spot(0, 0, first.removesuffix("\r"))), person.name, str)
        short = [one.removesuffix("\r") for one in rest if one.startswith("AU ")]
        if not line:
            return ""
        shown = [line, *(f"{one[: one.index('-') + 2]}{_short(person.name)}" for one in short)]
        if person.cited == model.name:
            shown += [one.removesuffix("\r") for one in rest if not one.startswith("AU ")]
        return f"{ending}\n".join(shown)

    def add_doi(self, entry: Reference, doi: str, sheet: Callable[[], str]) -> Spot | None:
        """An identifier line at the end of the record."""
        end = len(entry.text.rstrip())
        return Spot(end, end, f"{newline_of(entry.text)}AID - {doi} [doi]")


def _of_lines(
    entry: Reference, lines: Sequence[TagLine], people: set[int], tags: frozenset[str] | set[str]
) -> list[Written]:
    """Persons with their lines, if these follow each other and give the authors as read."""
    listed: list[Written] = []
    inside = False
    for line in lines:
        if line.at in people:
            if listed and not inside:
                return []
            name = Name(literal=line.value) if line.tag == "CN" else read_name(line.value)
            listed.append(Written(Spot(line.at, line.end, entry.text[line.at : line.end]), name))
            inside = True
        elif inside and line.tag in tags:
            start = listed[-1].spot.start
            listed[-1] = listed[-1]._replace(spot=Spot(start, line.end, entry.text[start : line.end]))
        else:
            inside = False
    return listed if tuple(one.name for one in listed) == entry.work.author else []


def _without_stops(person: Person, entry: Reference) -> Person:
    if person.name in entry.work.author:
        return person
    return person._replace(name=replace(person.name, given=person.name.given.replace(".", "")))


def _short(name: Name) -> str:
    """The short form of MEDLINE: "van der Berg JH"."""
    initials = "".join(part[:1].upper() for part in re.split(r"[\s.-]+", name.given))
    return f"{surname(name)} {initials}".strip()


def _tag_lines(entry: Reference) -> list[TagLine]:
    return [line for line in nbib.nbib_lines(entry.text) if isinstance(line, TagLine)]


def _spot(entry: Reference, line: TagLine) -> Spot:
    return Spot(line.start, line.end, entry.text[line.start : line.end])


def newline_of(entry: str) -> str:
    """The line end of an entry."""
    return "\r\n" if "\r\n" in entry else "\n"


def _prefix(entry: str, lines: Sequence[TagLine], tag: str) -> str:
    """A tag with its dash as the first line with a value writes it."""
    for line in lines:
        if line.value and (found := _PREFIX.fullmatch(entry[line.at : line.start])):
            return f"{found['lead']}{tag}{found['dash']}{found['blank'] or ' '}"
    return f"{tag}  - "
