"""The pen of tables: cells, quoted where their text needs it; a table without a column for DOIs gets one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from litreview.formats.pen import Person, Spot, surname_within, years_within
from litreview.formats.records.names import read_name
from litreview.formats.records.people_pen import Written, rewritten, with_names
from litreview.formats.records.table import open_sheet
from litreview.model.reference import Reference
from litreview.normalise.vocabulary.dashes import DASHES

_TO_QUOTE = re.compile(r"[\",;\t|\r\n]")
_TO_QUOTE_BETWEEN_TABS = re.compile(r"[\"\t\r\n]")
_JOINT = re.compile(r"(?<!\s)\s++and\s+")
HEADING = "doi"
"""The column that is added."""


class TablePen:
    """A row of a CSV or TSV file."""

    def read(self, entry: Reference, field: str) -> str | None:
        """What the cell says, without its quotes; of a date the year."""
        if field == "issued":
            return str(entry.work.year) if self.replace(entry, field, "") else None
        found = _cells(entry, field)
        if field == "page" and not found:
            ends = [_cells(entry, name)[:1] for name in ("page-first", "page-last")]
            found = ends[0]
            if ends[0] and ends[1]:
                return f"{self.says(ends[0][0].text)}-{self.says(ends[1][0].text)}"
        return self.says(found[0].text) if found else None

    def behind(self, entry: Reference, field: str) -> str:
        """Nothing: a field ends where its cell ends."""
        return ""

    def replace(self, entry: Reference, field: str, value: str) -> tuple[Spot, ...]:
        """The value in its cell, and in every other cell that repeats it."""
        if field == "issued":
            years = [year for cell in _cells(entry, field) for year in years_within(cell, entry.work.year)]
            return tuple(Spot(spot.start, spot.end, value) for spot in years)
        found = _cells(entry, field)
        if field == "page" and not found:
            return tuple(self._pages(entry, value))
        said = [self.says(spot.text) for spot in found]
        return tuple(
            self._edit(entry, spot, value)
            for spot, words in zip(found, said, strict=True)
            if words == said[0]
        )

    def _pages(self, entry: Reference, value: str) -> Iterator[Spot]:
        """First and last page in columns of their own."""
        parts = re.sub(rf"[{DASHES}]+", "-", value).partition("-")
        for name, text in (("page-first", parts[0]), ("page-last", parts[2])):
            for spot in _cells(entry, name)[:1]:
                if self.says(spot.text) != text.strip():
                    yield self._edit(entry, spot, text.strip())

    def _edit(self, entry: Reference, spot: Spot, value: str) -> Spot:
        """A value within its quotes, or the cell with quotes where it needs them now."""
        if _is_quoted(entry.text, spot):
            return Spot(spot.start, spot.end, value.replace('"', '""'))
        if not _needs_quotes(value, entry.text):
            return Spot(spot.start, spot.end, value)
        start, end = spot.start, spot.end  # a quote opens a cell only as its first character
        while start and entry.text[start - 1] == " ":
            start -= 1
        while entry.text[end : end + 1] == " ":
            end += 1
        return Spot(start, end, self.write(value, "", entry.text))

    def replace_surname(self, entry: Reference, old: str, new: str) -> tuple[Spot, ...]:
        """The surname in the cell of the authors."""
        return surname_within(_cells(entry, "author"), old, new) if not _needs_quotes(new, entry.text) else ()

    def replace_authors(
        self, entry: Reference, people: Sequence[Person], others: Sequence[Reference]
    ) -> tuple[Spot, ...]:
        """The names of the cell, divided as they are."""
        listed = _authors(entry)
        quoted = bool(listed) and _is_quoted(entry.text, _cells(entry, "author")[0])
        edits = rewritten(entry.text, listed, people, "; ", _look)
        if quoted or not edits or not _needs_quotes(edits[0].text, entry.text) or len(listed) > 1:
            return edits
        cell = _cells(entry, "author")[0]
        return (self._edit(entry, cell, edits[0].text),)

    def add_doi(self, entry: Reference, doi: str, sheet: Callable[[], str]) -> Spot | None:
        """The empty cell of the column for DOIs; where the table has none, a last column.

        None in a row with another number of cells than there are headings.
        """
        if _cells(entry, "DOI"):
            return None
        opened = open_sheet(sheet())
        if gap := opened.gap(entry.text, "DOI"):
            return self._edit(entry, Spot(*gap, ""), doi)
        if not opened.lacks(entry.text, "DOI"):
            return None
        cell = f"{opened.delimiter}{self.write(doi, '', '')}"
        return Spot(len(entry.text), len(entry.text), cell)

    def complete(self, text: str, edits: Sequence[Spot]) -> tuple[Spot, ...]:
        """A new column's heading and its empty cells in the other rows."""
        opened = open_sheet(text)
        added = {edit.start for edit in edits if edit.start == edit.end and edit.text[:1] == opened.delimiter}
        if not opened.ends or not added & set(opened.ends):
            return ()
        heading, *rows = opened.ends
        empty = (Spot(end, end, opened.delimiter) for end in rows if end not in added)
        return (Spot(heading, heading, f"{opened.delimiter}{HEADING}"), *empty)

    def spell_out(self, text: str, codec: str) -> str:
        """The text as it is: there is no other way to write a letter."""
        return text

    def says(self, written: str, field: str = "") -> str:
        """What a cell says, without its quotes."""
        inner = written[1:-1] if written[:1] == '"' == written[-1:] and len(written) > 1 else written
        return inner.replace('""', '"').strip()

    def write(self, text: str, old: str, entry: str, field: str = "") -> str:
        """Plain words as a cell, in quotes where the old one is or where a sign needs them."""
        quoted = old[:1] == '"' or _needs_quotes(text, entry)
        return '"' + text.replace('"', '""') + '"' if quoted else text


def _needs_quotes(text: str, row: str) -> bool:
    """Between tabs a comma divides nothing, and the cells beside this one have no quotes for it."""
    return bool((_TO_QUOTE_BETWEEN_TABS if "\t" in row else _TO_QUOTE).search(text))


def _cells(entry: Reference, field: str) -> list[Spot]:
    """The values of a field's columns, without their quotes."""
    found = [Spot(*place) for place in entry.written(field)]
    if field == "page" and not found and not entry.work.page:
        found = [Spot(*place) for place in entry.written("article-number")]
    return found


def _is_quoted(entry: str, spot: Spot) -> bool:
    """True where a quote stands before the value, blanks between them allowed, and one behind it."""
    before, after = entry[: spot.start].rstrip(" \r\n"), entry[spot.end :].lstrip(" \r\n")
    return before.endswith('"') and after.startswith('"')


def _authors(entry: Reference) -> list[Written]:
    """The authors, each with its place in the cell; none where they are not those that were read."""
    listed = []
    for spot in _cells(entry, "author")[:1]:
        for start, end in _parts(spot.text):
            text = spot.text[start:end]
            listed.append(Written(Spot(spot.start + start, spot.start + end, text), read_name(text)))
    return listed if tuple(one.name for one in listed) == entry.work.author else []


def _parts(cell: str) -> Iterator[tuple[int, int]]:
    """Where the names of a cell stand: divided by semicolons, else by the word "and"."""
    gaps = re.finditer(";", cell) if ";" in cell else _JOINT.finditer(cell)
    at = 0
    for start, end in [*(gap.span() for gap in gaps), (len(cell), len(cell))]:
        part = cell[at:start]
        if part.strip():
            yield at + len(part) - len(part.lstrip()), at + len(part.rstrip())
        at = end


def _look(model: Written, person: Person) -> str:
    return with_names(model, person.name, str)
