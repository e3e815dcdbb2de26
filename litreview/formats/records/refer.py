"""refer, which is EndNote's tagged export (``.enw``): ``%A Franke, Helge``; a record begins at ``%0``.

Tags: EndNote's "Refer/BibIX" import filter; the letters are those of refer(1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from litreview.formats.records.dates import read_date
from litreview.formats.records.drafts import Draft, assemble, decode_records
from litreview.formats.records.endnote import TYPES
from litreview.formats.records.values import Value, work_from_values
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.work import Diagnosis
from litreview.normalise.identifiers import clean_doi

_TAG = re.compile(r"^[ \t]?%(?P<tag>[0-9A-Z@!?#$&*()+=\[\]<>~^|])(?:[ \t]+|(?=\r?$))", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t\r]*\n")
_TAGS = {
    "A": "author", "E": "editor", "T": "title", "J": "container_title", "B": "container_title",
    "S": "collection_title", "Y": "+serieseditor", "?": "+subsidiaryauthor", "D": "issued",
    "V": "volume", "N": "issue", "P": "locator", "I": "publisher", "C": "publisher_place", "7": "edition",
    "U": "url", "G": "language", "X": "abstract", "Z": "note", "O": "note", "F": "key",
    "K": "+keywords", "M": "+accession", "L": "+callnumber", "9": "+type", "!": "+shorttitle",
    "Q": "original_title", "[": "+urldate", "6": "+volumes", "&": "+section", "+": "+address", ">": "+file",
    "~": "+database", "W": "+provider", "<": "+researchnotes",
}  # fmt: skip
"""Tags and what they hold; the rest is kept under its own tag."""
_CSL_NAMES = {
    "author": "author", "editor": "editor", "title": "title", "container_title": "container-title",
    "issued": "issued", "volume": "volume", "issue": "issue", "locator": "page", "publisher": "publisher",
    "publisher_place": "publisher-place", "edition": "edition", "url": "URL", "doi": "DOI",
}  # fmt: skip
_MANY = ("author", "editor")
_HEADS = frozenset("0ATEB")
"""Tags of which every record has one: type, author, title, editor, title of the book."""
_NUMBERED = {"report", "patent", "standard"}
_BOOKS = {"book", "thesis", "report"}


class _Line(NamedTuple):
    """A tag and its value, ``text[start:end]`` with its further lines as one. ``at`` is where the tag stands;
    ``is_last`` says that an empty line follows."""

    tag: str
    value: str
    at: int
    start: int
    end: int
    is_last: bool


def read_refer(data: bytes, path: str = "") -> Document:
    """The records of a refer file. A record begins at ``%0`` or behind an empty line; in a file that has
    ``%0`` one that has lost it is kept, with a diagnosis.

    Raises:
        InputError: the bytes are no text, or no line has a tag.
    """
    decoded = decode_records(data, path)
    lines = list(_lines(decoded.text))
    if not lines:
        raise InputError("no refer record in it", path=path, advice="a record begins with '%0'")
    typed = any(line.tag == "0" for line in lines)
    drafts = [_draft(record, typed=typed) for record in _records(lines, typed=typed)]
    return assemble(decoded, path, "refer", Notation.REFER, drafts)


def _lines(text: str) -> Iterator[_Line]:
    """The tagged lines; what stands between two tags, paragraphs too, belongs to the first."""
    found = list(_TAG.finditer(text))
    for tag, stop in zip(found, [*(one.start() for one in found[1:]), len(text)], strict=False):
        raw = text[tag.end() : stop]
        start = tag.end() + len(raw) - len(raw.lstrip()) if raw.strip() else tag.end()
        end = tag.end() + len(raw.rstrip())
        is_last = _BLANK.search(raw, len(raw.rstrip())) is not None
        yield _Line(tag["tag"], _joined(tag["tag"], text[start:end]), tag.start(), start, end, is_last)


def _joined(tag: str, raw: str) -> str:
    """A value on one line; EndNote writes one keyword a line."""
    glue = "; " if tag == "K" else " "
    return glue.join(line for part in raw.splitlines() if (line := part.strip()))


def _records(lines: Sequence[_Line], *, typed: bool) -> Iterator[list[_Line]]:
    """Lines up to the next ``%0`` or empty line. Where a file has ``%0``, lines behind an empty one that name
    neither person nor title go on with the record before them."""
    record: list[_Line] = []
    for block in _blocks(lines):
        goes_on = typed and _HEADS.isdisjoint(line.tag for line in block)
        if record and not goes_on:
            yield record
            record = []
        record += block
    if record:
        yield record


def _blocks(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    for line in lines:
        if block and (line.tag == "0" or block[-1].is_last):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _draft(record: Sequence[_Line], *, typed: bool) -> Draft:
    tags = {line.tag: line.value for line in reversed(record)}
    values, spans = _type(tags), list[tuple[str, int, int]]()
    csl = str(values[0][1])
    for line in record:
        if line.tag == "0" or not line.value:
            continue
        target, value = _value(line, csl, tags)
        names = line.value.split(";") if target in _MANY else [value]
        values += [(target, name) for name in names]
        name = _CSL_NAMES.get(target, "")
        if name and (target in _MANY or name not in {known for known, _, _ in spans}):
            spans.append((name, line.start, line.end))
    said = (Diagnosis("the record has no %0 line"),) if typed and "0" not in tags else ()
    work, end = work_from_values(values), max(record[-1].end, record[-1].at + 2)
    return Draft(work, record[0].at, end, work.key, tuple(spans), said)


def _type(tags: Mapping[str, str]) -> list[Value]:
    """The CSL type, and EndNote's own name for it where that says more; without one a journal is a sign."""
    name = tags.get("0", "")
    csl = next((csl for _, word, csl in TYPES if word == name), "document")
    if not name and "J" in tags:
        csl = "article-journal"
    exact = next(word for _, word, written in TYPES if written == csl) == name
    return [("type", csl), *([("+endnote:ref-type", name)] if name and not exact else [])]


def _value(line: _Line, csl: str, tags: Mapping[str, str]) -> Value:
    """What a line says; some tags depend on the type or on their own looks."""
    tag, text = line.tag, line.value
    if tag == "@":
        return ("isbn" if len(re.sub(r"[^\dXx]", "", text)) in (10, 13) else "issn"), text
    if tag == "8":
        year = tags.get("D", "")
        date = read_date(text if year and year in text else f"{year} {text}")
        return ("issued", date) if date.month else ("+refer:8", text)
    if tag == "R":
        return ("doi" if clean_doi(text) or re.match(r"(?i)doi|10\.", text) else "identifier"), text
    if tag == "2" and re.match(r"(?i)PMC\d", text):
        return "pmcid", text
    if tag == "N" and csl in _NUMBERED:
        return "number", text
    if tag == "B" and csl in _BOOKS:
        return "collection_title", text
    if tag == "7" and csl == "article-journal":
        return "+refer:7", text  # the date of publication ahead of print
    return _TAGS.get(tag, f"+refer:{tag}"), text
