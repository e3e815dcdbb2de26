"""Where a field stands in a record: also those that two lines, a JSON object or an empty cell hold."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from litreview.formats.records.table_names import HEADINGS
from litreview.model.article import Article
from litreview.model.finding import Fix
from litreview.model.reference import Reference
from litreview.rules.notation import notation_of
from litreview.rules.places import written


class Spot(NamedTuple):
    """A stretch of an entry's text."""

    start: int
    end: int
    text: str


_JSON = json.JSONDecoder(strict=False)
_TAG = r"(?m)^[ \t]*(?:{})[ \t]{{0,2}}-[ \t]*(\S.*?)[ \t\r]*$"
_DATE_TAGS = {"ris": "PY|Y1|DA", "nbib": "DP"}
_BIB_DATE = re.compile(r"(?im)(?:^|[,{\s])(?:year|date)\s*=\s*[{\"]*(\d{4})(?!\d)")
_JSON_YEAR = re.compile(r'"date-parts"\s*:\s*\[\s*\[\s*"?(\d{4})|"(?:raw|literal)"\s*:\s*"\D*?(\d{4})')
_CSV_TARGETS = {"DOI": "doi", "page": "locator", "issued": "issued", "author": "author", "title": "title",
                "container-title": "container_title", "volume": "volume", "issue": "issue"}  # fmt: skip


def spots(reference: Reference, article: Article, field: str) -> list[Spot]:
    """Where a field's value is written, offsets within the entry; several where several lines hold it.

    Years are given as their four digits wherever the notation keeps more than the year.
    """
    notation = notation_of(reference, article)
    entry = reference.text
    if field == "issued" and notation in ("bibtex", "ris", "nbib", "csl"):
        return _years(reference, notation)
    if notation == "ris" and field == "page":
        return tagged(entry, "SP") + tagged(entry, "EP")
    if notation == "csl":
        return [Spot(start, end, entry[start:end]) for name, start, end in members(entry) if name == field][
            :1
        ]
    if notation == "csv":
        return [spot for name, spot in cells(reference, article) if name == _CSV_TARGETS.get(field)][:1]
    place = written(reference, field)
    return [] if place is None else [Spot(place[0] - reference.start, place[1] - reference.start, place[2])]


def _years(reference: Reference, notation: str) -> list[Spot]:
    entry, year = reference.text, str(reference.work.year)
    if notation == "bibtex":
        found = [match.span(1) for match in _BIB_DATE.finditer(entry)]
    elif notation == "csl":
        issued = [(start, end) for name, start, end in members(entry) if name == "issued"]
        matches = [(match, start) for start, end in issued if (match := _JSON_YEAR.search(entry[start:end]))]
        found = [(at + m.start(m.lastindex or 0), at + m.end(m.lastindex or 0)) for m, at in matches]
    else:
        lines = tagged(entry, _DATE_TAGS[notation])
        found = [
            (spot.start + m.start(), spot.start + m.end())
            for spot in lines
            if (m := re.search(r"\d{4}", spot.text))
        ]
    return [Spot(start, end, year) for start, end in found if entry[start:end] == year]


def tagged(entry: str, tags: str) -> list[Spot]:
    """The values of lines with one of these tags (``PY|Y1``), of RIS or nbib."""
    return [Spot(*match.span(1), match[1]) for match in re.finditer(_TAG.format(tags), entry)]


def members(entry: str) -> Iterator[tuple[str, int, int]]:
    """Name and place of each member of a JSON object, strings with their quotes; none if it is damaged."""
    at = entry.find("{") + 1
    try:
        while match := re.compile(r"[\s,]*(?=\")").match(entry, at):
            name, at = _JSON.raw_decode(entry, match.end())
            at = entry.index(":", at) + 1
            at += len(entry[at:]) - len(entry[at:].lstrip())
            start = at
            _, at = _JSON.raw_decode(entry, at)
            yield str(name), start, at
    except ValueError:
        return


def elements(entry: str, start: int) -> Iterator[Spot]:
    """The elements of a JSON array that begins at ``start``."""
    at = start + 1
    while match := re.compile(r"[\s,]*(?=[\[{\"\d])").match(entry, at):
        begin = match.end()
        _, at = _JSON.raw_decode(entry, begin)
        yield Spot(begin, at, entry[begin:at])


def cells(reference: Reference, article: Article) -> Iterator[tuple[str, Spot]]:
    """What each column holds, and the cell of a row as written, quotes included; empty cells too."""
    heading = article.text.lstrip("\r\n").split("\n", 1)[0].rstrip("\r")
    delimiter = max(",;\t|", key=lambda mark: sum(bool(name) for name in _columns(heading, mark)))
    at = 0
    for name in _columns(heading, delimiter):
        match = re.compile(rf'"(?:[^"]|"")*"|[^{re.escape(delimiter)}\r\n]*').match(reference.text, at)
        if match is None:
            return
        yield name, Spot(*match.span(), match.group())
        at = match.end() + 1
        if at > len(reference.text):
            return


def _columns(heading: str, delimiter: str) -> list[str]:
    row = next(csv.reader([heading], delimiter=delimiter), [])
    names = (" ".join(re.sub(r"[\s_./-]+", " ", cell.strip("\ufeff ")).casefold().split()) for cell in row)
    return [HEADINGS.get(name, "") for name in names]


def as_fix(reference: Reference, edits: list[tuple[int, int, str]], description: str, *, safe: bool) -> Fix:
    """Several edits of one entry (offsets within it) as one replacement from the first to the last."""
    edits = sorted(edits)
    first, last = edits[0][0], max(end for _, end, _ in edits)
    parts, at = [], first
    for start, end, text in edits:
        parts += [reference.text[at:start], text]
        at = end
    parts.append(reference.text[at:last])
    return Fix(reference.start + first, reference.start + last, "".join(parts), safe, description)
