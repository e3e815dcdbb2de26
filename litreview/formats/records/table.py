"""Tables of records: our own CSV, and those of Zotero, Scopus, Web of Science, PubMed and Cochrane."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from litreview.formats.bibtex.tables import ENTRIES, TYPES
from litreview.formats.records.drafts import Draft, assemble, decode_records
from litreview.formats.records.names import write_name
from litreview.formats.records.table_names import HEADINGS, TYPE_WORDS, split_people
from litreview.formats.records.values import Value, from_plain, label, values_from_work, work_from_values
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.work import Diagnosis, Name, Work
from litreview.normalise.cells import as_cell, unguarded

COLUMNS = (
    "id", "type", "title", "authors", "editors", "year", "date", "journal", "volume", "issue", "pages",
    "doi", "pmid", "pmcid", "arxiv", "publisher", "place", "edition", "isbn", "issn", "url", "language",
    "abstract", "note", "extra",
)  # fmt: skip
"""The columns we write; ``extra`` holds ``name: value`` lines for everything that has no column."""

_VOLUME = re.compile(
    r"(?i)(?:vol(?:ume|\.)?)?\s*+[\[(]?(?P<volume>\w+)[\])]?\s*+(?:\((?P<issue>[^()]+)\))?[\s.,;:]*+"
)
_DELIMITERS = (",", ";", "\t", "|")
_TARGETS = {
    "key": "id", "type": "type", "title": "title", "container_title": "journal", "volume": "volume",
    "issue": "issue", "page": "pages", "doi": "doi", "pmid": "pmid", "pmcid": "pmcid", "arxiv": "arxiv",
    "publisher": "publisher", "publisher_place": "place", "edition": "edition", "isbn": "isbn",
    "issn": "issn", "url": "url", "language": "language", "abstract": "abstract", "note": "note",
}  # fmt: skip
_CSL_NAMES = {
    "title": "title", "container_title": "container-title", "volume": "volume", "issue": "issue",
    "page": "page", "locator": "page", "doi": "DOI", "issued": "issued", "author": "author",
    "publisher": "publisher", "url": "URL", "pmid": "PMID",
    "first_page": "page-first", "last_page": "page-last", "article_number": "article-number",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    cells: list[str]
    start: int
    end: int


def read_csv(data: bytes, path: str = "") -> Document:
    """A table of records with a heading line. Rows that are too short, too long or empty of any field stay,
    with a diagnosis.

    Raises:
        InputError: the bytes are no text, no heading names a title, author, journal or DOI, or no row
            follows it.
    """
    decoded = decode_records(data, path)
    delimiter = _delimiter(decoded.text)
    try:
        rows = list(_rows(decoded.text, delimiter))
    except csv.Error as error:
        raise InputError(
            f"a damaged table ({error})", path=path, advice="look for a quote that never closes"
        ) from error
    heading = rows[0].cells if rows else []
    if not is_heading(heading):
        raise InputError("no column of titles, authors, journals or DOIs", path=path,
                         advice="the first line must name the columns")  # fmt: skip
    if len(rows) == 1:
        raise InputError("no record in it, only a heading", path=path)
    drafts = [_draft(row, heading, decoded.text, delimiter) for row in rows[1:]]
    return assemble(decoded, path, "csv", Notation.TABLE, drafts)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a table is made of: the sign between cells, the headings, and where rows end, theirs first."""

    delimiter: str
    heading: tuple[str, ...]
    ends: tuple[int, ...]

    def gap(self, row: str, field: str) -> tuple[int, int] | None:
        """Where in a row the empty cell of a CSL field stands; None where it has none."""
        cells = self._cells(row)
        names = [_CSL_NAMES.get(_target(name), "") for name in self.heading]
        found = (
            cell for name, cell in zip(names, cells, strict=False) if name == field and cell[0] == cell[1]
        )
        return next(found, None)

    def lacks(self, row: str, field: str) -> bool:
        """True where no column holds a CSL field, and the row has a cell for every column there is."""
        names = {_CSL_NAMES.get(_target(name), "") for name in self.heading}
        return field not in names and len(self._cells(row)) == len(self.heading) > 0

    def _cells(self, row: str) -> list[tuple[int, int]]:
        rows = list(_rows(row, self.delimiter))
        return _places(rows[0], row, self.delimiter) if len(rows) == 1 else []


def open_sheet(text: str) -> Sheet:
    """The layout of a table.

    Raises:
        csv.Error: a quote never closes.
    """
    delimiter = _delimiter(text)
    rows = list(_rows(text, delimiter))
    return Sheet(delimiter, tuple(rows[0].cells) if rows else (), tuple(row.end for row in rows))


def is_heading(cells: Sequence[str]) -> bool:
    """True where the cells name at least one column that makes a record."""
    targets = {_target(cell) for cell in cells}
    return bool(targets & {"title", "author", "doi", "container_title", "pmid"})


def _is_ours(heading: Sequence[str]) -> bool:
    """True for a table that ``write_csv`` made: elsewhere an apostrophe is an apostrophe."""
    return {unguarded(name) for name in heading}.issuperset(COLUMNS)


def _delimiter(text: str) -> str:
    """The one under which the first line has most known headings."""
    line = re.split(r"[\n\r]", text.lstrip("\n\r"), maxsplit=1)[0]

    def known(delimiter: str) -> int:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        return sum(not _target(cell).startswith("+") for cell in cells)

    return max(_DELIMITERS, key=known)


def _rows(text: str, delimiter: str) -> Iterator[_Row]:
    """Rows with their places; blank lines are no rows.

    A quote that never closes would swallow the rows after it: a row of several lines with the wrong
    number of cells is read again as one line, quotes taken as they stand.
    """
    lines = list(io.StringIO(text, newline=""))
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    at = width = 0
    while at < len(lines):
        for cells, begin, end in _run(lines, at, delimiter):
            open_quote = bool(width) and end - begin > 1 and len(cells) != width
            if open_quote:
                cells, end = lines[begin].rstrip("\r\n").split(delimiter), begin + 1
            at = end
            if any(cell.strip() for cell in cells):
                width = width or len(cells)
                yield _Row(cells, starts[begin], starts[end] - _line_end(lines[end - 1]))
            if open_quote:
                break  # the reader has run ahead: begin afresh on the next line
        else:
            return


def _line_end(line: str) -> int:
    return len(line) - len(line.rstrip("\r\n"))


def _run(lines: Sequence[str], at: int, delimiter: str) -> Iterator[tuple[list[str], int, int]]:
    """Rows from a line on, each with the lines it takes up."""
    reader = csv.reader((lines[n] for n in range(at, len(lines))), delimiter=delimiter)
    begin = at
    for cells in reader:
        end = at + reader.line_num
        yield cells, begin, end
        begin = end


def _draft(row: _Row, heading: Sequence[str], text: str, delimiter: str) -> Draft:
    said = []
    if len(row.cells) > len(heading):
        said.append(
            Diagnosis(f"{len(row.cells)} cells under {len(heading)} headings; is a {delimiter!r} not quoted?")
        )
    elif len(row.cells) < len(heading):
        said.append(Diagnosis(f"only {len(row.cells)} cells under {len(heading)} headings"))
    names = [*heading, *(f"column {n + 1}" for n in range(len(heading), len(row.cells)))]
    values = [unguarded(cell) for cell in row.cells] if _is_ours(heading) else row.cells
    cells = dict(reversed(list(zip(names, values, strict=False))))
    work = work_from_row(cells)
    if work.is_empty:
        said.append(Diagnosis("the row names no title, author, journal or identifier"))
    return Draft(work, row.start, row.end, work.key, tuple(_spans(row, names, text, delimiter)), tuple(said))


def _spans(row: _Row, names: Sequence[str], text: str, delimiter: str) -> Iterator[tuple[str, int, int]]:
    """Where each cell's value stands, without its quotes."""
    for name, (start, end) in zip(names, _places(row, text, delimiter), strict=False):
        target = _target(name)
        volume = _VOLUME.fullmatch(text, start, end) if target == "volume" else None
        if volume:
            yield from ((part, *volume.span(part)) for part in ("volume", "issue") if volume[part])
        elif start < end and (field := _CSL_NAMES.get(target, "")):
            yield field, start, end


def _places(row: _Row, text: str, delimiter: str) -> list[tuple[int, int]]:
    """Start and end of every cell's value; none where the row cannot be cut up as it was read."""
    stop = re.escape(delimiter)
    # As the csv module reads: a quote opens a cell only as its first character.
    cell = re.compile(rf'"(?P<quoted>(?:[^"]|"")*)"(?P<rest>[^{stop}\r\n]*)|(?P<bare>[^{stop}\r\n]*)')
    for pattern in (cell, re.compile(rf"(?P<bare>[^{stop}\r\n]*)")):
        found, values, at = [], [], row.start
        while at <= row.end and (match := pattern.match(text, at, row.end)):
            parts = match.groupdict()
            part = "bare" if parts["bare"] is not None else "quoted"
            values.append(match[part] if part == "bare" else match[part].replace('""', '"') + match["rest"])
            start, end = match.span(part)
            start += len(match[part]) - len(match[part].lstrip())
            found.append((start, max(start, end - len(match[part]) + len(match[part].rstrip()))))
            at = match.end() + 1
        if values == row.cells:
            return found
    return []


def work_from_row(row: Mapping[str, str]) -> Work:
    """A Work from a row of a table, by the names of its columns (any of the dialects above).

    ``id`` becomes the key, ``entry_type`` or ``type`` the CSL type; unknown columns go to ``extra``.
    """
    values: list[Value] = []
    for heading, cell in row.items():
        if cell and cell.strip():
            values.extend(_values(heading, cell.strip()))
    return work_from_values(values)


def _values(heading: str, cell: str) -> Iterator[Value]:
    target = _target(heading)
    if target in ("author", "editor"):
        yield from ((target, person) for person in split_people(cell))
    elif target == "type":
        kind = _type(cell)
        yield "type", kind
        if cell.casefold() not in (kind, ENTRIES.get(kind)):
            yield "+csv:type", cell
    elif target == "+extra":
        yield from _extra(cell)
    elif target == "volume":
        yield from _volume(cell)
    elif target == "container_title" and re.match(r"https?://", cell):
        yield "url", cell  # registries stand under "journal" as addresses (seen in EndNote exports)
    else:
        yield target, cell


def _volume(cell: str) -> Iterator[Value]:
    """ "15", "Vol. 15,", "15(3)": volume and issue."""
    match = _VOLUME.fullmatch(cell)
    yield "volume", match["volume"] if match else cell
    if match and match["issue"]:
        yield "issue", match["issue"]


def _extra(cell: str) -> Iterator[Value]:
    """Our own ``extra`` column and Zotero's: ``name: value`` lines, the rest a note."""
    for line in cell.split("\n"):
        value = from_plain(line)
        target = HEADINGS.get(value[0].lstrip("+").casefold(), "") if value else ""
        if value and target in ("pmid", "pmcid", "doi", "arxiv"):
            yield target, value[1]
        else:
            yield value or ("note", line)


def _target(heading: str) -> str:
    """What a column holds: known headings by their folded words, others are kept under their own name."""
    folded = " ".join(re.sub(r"[\s_./-]+", " ", heading.strip().strip("\ufeff")).casefold().split())
    return HEADINGS.get(folded) or f"+csv:{heading.strip() or 'column'}"


def _type(cell: str) -> str:
    word = re.sub(r"[\s_-]+", "", cell.casefold())
    return TYPE_WORDS.get(word) or TYPES.get(word) or cell


def write_csv(works: Iterable[Work]) -> str:
    """Works as CSV (comma, RFC 4180 quoting), one line per work, with the columns of ``COLUMNS``, then those
    that the table they were read from had besides. Nothing in it is a formula (``normalise.cells``)."""
    return _table(works, ",")


def write_tsv(works: Iterable[Work]) -> str:
    """Works as a table like ``write_csv``'s, its columns separated by tabs."""
    return _table(works, "\t")


def _table(works: Iterable[Work], delimiter: str) -> str:
    works = list(works)
    own = dict.fromkeys(name[4:] for work in works for name, _ in work.extra if _is_column(name))
    out = io.StringIO()
    writer = csv.DictWriter(out, [*COLUMNS, *own], delimiter=delimiter, lineterminator="\n")
    writer.writerow({name: as_cell(name) for name in writer.fieldnames})
    for work in works:
        columns = {name[4:]: text for name, text in work.extra if _is_column(name)}
        row = row_from_work(work) | columns
        writer.writerow({name: as_cell(text) for name, text in row.items()})
    return out.getvalue()


def _is_column(name: str) -> bool:
    return name.startswith("csv:") and name != "csv:type" and name[4:] not in COLUMNS


def row_from_work(work: Work) -> dict[str, str]:
    """A work as one cell per column of ``COLUMNS``; what has no column stands in ``extra``."""
    row = dict.fromkeys(COLUMNS, "")
    people: dict[str, list[str]] = {"author": [], "editor": []}
    extra: list[str] = []
    for target, value in values_from_work(work):
        if target in people:
            people[target].append(write_name(value) if isinstance(value, Name) else "et al.")
        elif target == "issued":
            row["year"] = str(work.year or "")
            row["date"] = str(value) if str(value) != row["year"] else ""
            extra += (
                [f"issued: {work.issued.literal}"]
                if work.issued and work.issued.literal and work.year
                else []
            )
        elif target.startswith("+") and _is_column(target[1:]):
            continue
        elif column := _TARGETS.get(target):
            row[column] = f"{row[column]} {value}".strip()
        else:
            extra.append(label(target, value))
    row["authors"], row["editors"] = ("; ".join(people[role]) for role in ("author", "editor"))
    row["pages"] = row["pages"] or work.article_number
    row["extra"] = "\n".join(extra)
    return row
