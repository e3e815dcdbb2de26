"""EndNote XML. Each record is parsed on its own, so that one damaged record costs only itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from litreview.formats.records.dates import read_date
from litreview.formats.records.drafts import Draft, assemble, decode_records
from litreview.formats.records.names import write_name
from litreview.formats.records.values import (
    Content,
    Value,
    from_plain,
    label,
    plain,
    values_from_work,
    work_from_values,
)
from litreview.formats.xml_tree import check_elements
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.work import Diagnosis, Name, PartialDate, Work

if TYPE_CHECKING:
    from lxml.etree import _Element

_RECORD = re.compile(r"<record\b[^<>]{0,1000}>.*?(?:</record\s*>|(?=<record\b)|\Z)", re.DOTALL)
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

TYPES = (
    ("17", "Journal Article", "article-journal"), ("6", "Book", "book"), ("5", "Book Section", "chapter"),
    ("47", "Conference Paper", "paper-conference"), ("10", "Conference Proceedings", "paper-conference"),
    ("32", "Thesis", "thesis"), ("27", "Report", "report"), ("12", "Web Page", "webpage"),
    ("16", "Electronic Article", "article-journal"), ("44", "Electronic Book", "book"),
    ("59", "Dataset", "dataset"), ("9", "Computer Program", "software"), ("25", "Patent", "patent"),
    ("23", "Newspaper Article", "article-newspaper"), ("19", "Magazine Article", "article-magazine"),
    ("34", "Unpublished Work", "manuscript"), ("28", "Edited Book", "book"), ("31", "Statute", "legislation"),
    ("7", "Case", "legal_case"), ("26", "Personal Communication", "personal_communication"),
    ("46", "Government Document", "report"), ("58", "Standard", "standard"), ("13", "Generic", "document"),
)  # fmt: skip
"""EndNote's reference types: number, name, CSL type. Writing takes the first row with the CSL type."""

_FIELDS = (
    ("contributors/authors/author", "author"), ("contributors/secondary-authors/author", "editor"),
    ("titles/title", "title"), ("titles/secondary-title", "container_title"),
    ("periodical/full-title", "container_title"), ("titles/alt-title", "container_title_short"),
    ("titles/tertiary-title", "collection_title"), ("titles/translated-title", "original_title"),
    ("titles/short-title", "+shorttitle"), ("alt-periodical/full-title", "container_title_short"),
    ("periodical/abbr-1", "container_title_short"), ("pages", "page"),
    ("volume", "volume"), ("number", "issue"),
    ("edition", "edition"), ("keywords/keyword", "+keywords"), ("dates/year", "issued"),
    ("pub-location", "publisher_place"), ("publisher", "publisher"), ("isbn", "isbn"),
    ("accession-num", "+accession"),
    ("electronic-resource-num", "doi"), ("abstract", "abstract"), ("notes", "note"), ("language", "language"),
    ("urls/related-urls/url", "url"), ("custom2", "pmcid"), ("label", "+label"),
    ("custom7", "article_number"),
    ("remote-database-name", "+database"), ("work-type", "+type"), ("section", "+section"),
)  # fmt: skip
"""Paths of elements and what they hold. Reading takes any row, writing the first one with the target."""

_REST = "misc3"
_SKIPPED = {"rec-number", "ref-type", "key", "database", "source-app"}
"""Bookkeeping of the EndNote library itself."""

_BOOKS = {"book", "thesis", "report"}
_IN_BOOKS = {"collection_title": "titles/secondary-title", "container_title": "periodical/full-title"}
_READ = dict(_FIELDS)
_WRITE = {target: path for path, target in reversed(_FIELDS)}


def read_endnote(data: bytes, path: str = "") -> Document:
    """The records of an EndNote XML export. Entities are never resolved, nothing is fetched.

    Raises:
        InputError: the bytes are no text, or hold no ``<record>``, or one of too many elements.
    """
    decoded = decode_records(data, path)
    drafts = [_draft(match, path) for match in _RECORD.finditer(decoded.text)]
    if not drafts:
        raise InputError("no EndNote record in it", path=path, advice="export the library as XML")
    return assemble(decoded, path, "endnote", Notation.ENDNOTE, drafts)


def _draft(match: re.Match[str], path: str) -> Draft:
    text = match.group().rstrip()
    record, damage = _parse(text, path)
    said = (Diagnosis(f"damaged XML ({damage}); read as far as it goes"),) if damage else ()
    work = (
        work_from_values(_values(record, damaged=bool(damage)))
        if record is not None
        else Work(note=re.sub(r"<[^>]{0,2000}>", " ", text).strip())
    )
    return Draft(work, match.start(), match.start() + len(text), work.key, (), said)


def _parse(text: str, path: str) -> tuple[_Element | None, str]:
    """The record's element and what was wrong with it."""
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    source = _NOT_XML.sub(" ", text).encode("utf-8")
    check_elements(source, path)  # of one record: only its tree is in memory, a library may have any number
    try:
        record = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        return None, error.msg or "not XML"
    worst = parser.error_log.last_error
    return record, worst.message.strip() if worst is not None else ""


def _values(record: _Element, *, damaged: bool) -> Iterator[Value]:
    number = record.findtext("ref-type", "").strip()
    kind = record.find("ref-type")
    name = kind.get("name", "") if kind is not None else ""
    csl = next((csl for code, word, csl in TYPES if number == code or name == word), "document")
    yield "type", csl
    if next((word for _, word, written in TYPES if written == csl), "") != name and name:
        yield "+endnote:ref-type", name
    yield "key", _text(record.find("label")) if record.find("label") is not None else ""
    for element in record.iter():
        path = _path(element, record)
        if path is None or path == "label":
            continue
        text = _text(element)
        target = _READ.get(path) or (_by_ending(path) if damaged else None)
        if target is not None:
            yield _told_apart(target, text, csl, path)
        elif path == _REST and (value := from_plain(text)):
            yield value
        elif path.endswith("pub-dates/date"):
            yield _day(text, record.findtext(".//year", ""))
        elif element.tag not in _SKIPPED and (len(element) == 0 or element.find("style") is not None):
            yield f"+endnote:{path}", text


def _by_ending(path: str) -> str | None:
    """What an element holds whose parents are wrong because a tag before it was never closed."""
    return next((target for known, target in _FIELDS if "/" in known and path.endswith(f"/{known}")), None)


def _day(text: str, year: str) -> Value:
    """``<date>Aug 30</date>`` beside its year; seasons and the like stay as they are."""
    date = read_date(text if year and year in text else f"{year} {text}")
    return ("issued", date) if date.month else ("+endnote:dates/pub-dates/date", text)


def _told_apart(target: str, text: str, csl: str, path: str) -> Value:
    """EndNote has one ``isbn`` for both numbers, and ``number`` is a report's own number."""
    if target == "isbn":
        digits = re.sub(r"[^\dXx]", "", text.split("(")[0].split("\r")[0].split("\n")[0])
        return ("isbn" if len(digits) in (10, 13) else "issn"), text
    if target == "issue" and csl in ("report", "patent", "standard"):
        return "number", text
    if target == "pmcid" and not re.match(r"(?i)PMC\d", text):
        return "+endnote:custom2", text
    if path.endswith("secondary-title") and csl in _BOOKS:
        return "collection_title", text
    return target, text


def _path(element: _Element, record: _Element) -> str | None:
    """The element's path below the record; None for the record itself and for ``<style>`` runs."""
    if element is record or not isinstance(element.tag, str) or element.tag == "style":
        return None
    parts = [element.tag]
    for parent in element.iterancestors():
        if parent is record:
            return "/".join(parts)
        parts.insert(0, str(parent.tag))
    return None


def _text(element: _Element | None) -> str:
    """The text of an element over its style runs."""
    return "" if element is None else " ".join("".join(str(part) for part in element.itertext()).split())


def write_endnote(works: Iterable[Work]) -> str:
    """Works as EndNote XML; what has no element of its own stands in ``misc3`` as ``name: value``."""
    from lxml import etree

    root = etree.Element("xml")
    records = etree.SubElement(root, "records")
    for work in works:
        _write_record(etree.SubElement(records, "record"), work)
    text: str = etree.tostring(root, encoding="unicode", pretty_print=True)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + text


def _write_record(record: _Element, work: Work) -> None:
    code, word, _ = next((row for row in TYPES if row[2] == work.type), TYPES[-1])
    word = dict(work.extra).get("endnote:ref-type", word)
    code = next((number for number, name, _ in TYPES if name == word), code)
    kind = _element(record, "ref-type", code)
    kind.set("name", word)
    for target, value in values_from_work(work):
        if target in ("type", "+endnote:ref-type"):
            continue
        for path, text in _elements(target, value, work.type):
            _element(record, path, text)


def _elements(target: str, value: Content, csl: str) -> list[tuple[str, str]]:
    if target == "key":
        return [("label", str(value))]
    if isinstance(value, Name):
        return [(_WRITE[target], write_name(value))]
    if isinstance(value, PartialDate) and target == "issued":
        year = str(value.year or value.literal)
        return [
            ("dates/year", str(value.literal or year)),
            *([("dates/pub-dates/date", str(value))] if value.month else []),
        ]
    if target in ("number", "issue"):
        return [("number", plain(value))]
    if target == "issn":
        return [("isbn", plain(value))]
    if target in _IN_BOOKS and csl in _BOOKS:
        return [(_IN_BOOKS[target], plain(value))]
    if target.startswith("+endnote:"):
        return [(target[9:], plain(value))]
    if target in _WRITE:
        return [(_WRITE[target], plain(value))]
    return [(_REST, label(target, value))]


def _element(record: _Element, path: str, text: str) -> _Element:
    """A new element at a path; its parents are shared, itself is always new."""
    from lxml import etree

    *parents, name = path.split("/")
    place = record
    for parent in parents:
        found = place.find(parent)
        place = etree.SubElement(place, parent) if found is None else found
    element = etree.SubElement(place, name)
    element.text = _NOT_XML.sub(" ", text)
    return element
