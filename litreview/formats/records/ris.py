"""RIS, as Zotero, EndNote, Mendeley, Cochrane, Scopus and the publishers write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from litreview.formats.records.drafts import Draft, assemble, decode_records
from litreview.formats.records.names import write_name
from litreview.formats.records.tags import TagLine, tag_lines
from litreview.formats.records.values import (
    Content,
    Value,
    from_plain,
    label,
    split_pages,
    values_from_work,
    work_from_values,
)
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.work import Diagnosis, Name, PartialDate, Work

# The specification: two letters, two blanks, a dash, a blank. Exports that went through a mail programme or
# an editor have one blank or none; then a tag must be a known one, or prose would be taken for tags.
_STRICT = re.compile(r"^\s?(?P<tag>[A-Z][A-Z0-9])  ?-(?:[ \t]|$)(?P<value>.*)")
_LOOSE = re.compile(r"^\s*(?P<tag>[A-Za-z][A-Za-z0-9])[ \t]{0,4}-[ \t]?(?P<value>.*)")
_FLUSH = re.compile(_LOOSE.pattern.replace(r"\s*", r"\s?", 1))
"""For a file whose records begin at the margin: "  VL - 13" is a wrapped line of a note there."""
_BEGINS = re.compile(r"^\s?TY  -", re.MULTILINE)
_BEGINS_FLUSH = re.compile(r"^[ \t]?TY[ \t]{0,4}-", re.MULTILINE | re.IGNORECASE)

_TYPES = (
    ("JOUR", "article-journal"), ("BOOK", "book"), ("CHAP", "chapter"), ("CONF", "paper-conference"),
    ("CPAPER", "paper-conference"), ("THES", "thesis"), ("RPRT", "report"), ("ELEC", "webpage"),
    ("WEB", "webpage"), ("DATA", "dataset"), ("COMP", "software"), ("NEWS", "article-newspaper"),
    ("MGZN", "article-magazine"), ("PAT", "patent"), ("STAT", "legislation"), ("CASE", "legal_case"),
    ("UNPB", "manuscript"), ("PCOMM", "personal_communication"), ("MAP", "map"), ("VIDEO", "motion_picture"),
    ("MPCT", "motion_picture"), ("SOUND", "song"), ("SLIDE", "speech"), ("STAND", "standard"),
    ("ENCYC", "entry-encyclopedia"), ("DICT", "entry-dictionary"), ("BLOG", "post-weblog"), ("BILL", "bill"),
    ("HEAR", "hearing"), ("PAMP", "pamphlet"), ("GEN", "document"), ("ART", "graphic"),
    ("EJOUR", "article-journal"), ("JFULL", "article-journal"), ("INPR", "article-journal"),
    ("ABST", "article-journal"), ("EBOOK", "book"), ("EDBOOK", "book"), ("SER", "book"), ("ECHAP", "chapter"),
    ("GOVDOC", "report"), ("AGGR", "dataset"), ("DBASE", "dataset"), ("MANSCPT", "manuscript"),
    ("PREPRINT", "article"), ("SOFTWARE", "software"), ("ICOMM", "post"),
)  # fmt: skip
"""RIS reference types and CSL types. Reading takes any row, writing the first one with the CSL type."""

_TAGS = (
    ("ID", "key"), ("AU", "author"), ("A1", "author"), ("ED", "editor"), ("TI", "title"),
    ("T1", "title"), ("T2", "container_title"), ("JF", "container_title"), ("JO", "container_title"),
    ("BT", "container_title"), ("JA", "container_title_short"), ("J2", "container_title_short"),
    ("J1", "container_title_short"), ("T3", "collection_title"), ("TT", "original_title"),
    ("PY", "issued"), ("Y1", "issued"), ("DA", "issued"), ("VL", "volume"), ("IS", "issue"),
    ("SP", "first_page"), ("EP", "last_page"), ("SE", "+section"), ("ET", "edition"), ("PB", "publisher"),
    ("CY", "publisher_place"), ("DO", "doi"), ("SN", "+sn"), ("UR", "url"), ("LK", "url"), ("LA", "language"),
    ("AB", "abstract"), ("N2", "abstract"), ("N1", "note"), ("KW", "+keywords"), ("ST", "+shorttitle"),
    ("Y2", "+urldate"), ("M3", "+type"), ("AN", "+accession"), ("DB", "+database"), ("DP", "+provider"),
    ("L1", "+file"), ("AD", "+address"), ("CN", "+callnumber"), ("C2", "pmcid"), ("RN", "+researchnotes"),
    ("NV", "+volumes"), ("C7", "article_number"),
)  # fmt: skip
"""Tags and what they hold. Reading takes any row, writing the first one with the target."""

_READ = dict(_TAGS)
_WRITE = {target: tag for tag, target in reversed(_TAGS)}
_BY_ROLE = {"A2": "editor", "A3": "+serieseditor", "A4": "+subsidiaryauthor"}
_CSL_NAMES = {
    "author": "author", "editor": "editor", "title": "title", "container_title": "container-title",
    "container_title_short": "container-title-short", "issued": "issued", "volume": "volume",
    "issue": "issue", "first_page": "page", "article_number": "page", "doi": "DOI", "url": "URL",
    "publisher": "publisher", "publisher_place": "publisher-place", "edition": "edition",
}  # fmt: skip
_BOOKS = {"BOOK", "EDBOOK", "EBOOK", "THES", "RPRT", "GOVDOC", "SER", "ELEC", "COMP", "DATA"}
_IN_BOOKS = {"collection_title": "T2", "container_title": "JF"}
_NUMBERED = {"RPRT": "IS", "PAT": "IS", "GOVDOC": "IS", "STAND": "IS"}


@dataclass
class _Record:
    """A record being read."""

    lines: list[TagLine] = field(default_factory=list)
    end: int = 0
    diagnoses: list[Diagnosis] = field(default_factory=list)


def read_ris(data: bytes, path: str = "") -> Document:
    """The records of a RIS file. A record without ``ER``, without ``TY`` or with stray lines is kept, with
    a diagnosis.

    Raises:
        InputError: the bytes are no text, or no line looks like RIS.
    """
    decoded = decode_records(data, path)
    records = list(_records(decoded.text))
    if not records:
        raise InputError("no RIS record in it", path=path, advice="a record begins with 'TY  - '")
    return assemble(decoded, path, "ris", Notation.RIS, [_draft(record) for record in records])


def _records(text: str) -> Iterator[_Record]:
    record: _Record | None = None
    for line in ris_lines(text):
        if line.tag == "ER":
            if record:
                record.end = line.at + len(text[line.at :].split("\n", 1)[0].rstrip())
                yield record
            record = None
            continue
        if record and line.tag == "TY":
            record.diagnoses.append(Diagnosis("the record has no ER line at its end"))
            yield record
            record = None
        if record is None:
            record = _Record()
            if line.tag != "TY":
                record.diagnoses.append(Diagnosis("the record has no TY line at its beginning"))
        record.lines.append(line)
        record.end = max(line.end, line.start)
    if record:
        record.diagnoses.append(Diagnosis("the record has no ER line at its end"))
        yield record


def ris_lines(text: str) -> Iterator[TagLine]:
    """The tagged lines of a RIS text, ``TY`` and ``ER`` included."""
    pattern = _STRICT if _BEGINS.search(text) else _FLUSH if _BEGINS_FLUSH.search(text) else _LOOSE
    known = {tag for tag, _ in _TAGS} | {"TY", "ER", *_BY_ROLE}
    for line in tag_lines(text, pattern):
        if isinstance(line, TagLine) and (pattern is _STRICT or line.tag in known):
            yield line


def targets_of(lines: Sequence[TagLine]) -> Iterator[tuple[str, TagLine]]:
    """What each line of a record holds, with the line; ``TY`` and ``ER`` hold nothing."""
    kind = next((line.value.upper() for line in lines if line.tag == "TY"), "")
    return ((_target(line, kind), line) for line in lines if line.tag not in ("TY", "ER"))


def _draft(record: _Record) -> Draft:
    kind = next((line.value.upper() for line in record.lines if line.tag == "TY"), "")
    values: list[Value] = []
    spans = []
    for target, line in targets_of(record.lines):
        values.append((from_plain(line.value) if line.tag == "U1" else None) or (target, line.value))
        if line.value and target in _CSL_NAMES and line.end > line.start:
            spans.append((_CSL_NAMES[target], line.start, line.end))
    if any(
        line.tag == "EP" and line.value for line in record.lines
    ):  # two tags hold the page: none is its place
        spans = [span for span in spans if span[0] != "page"]
    work = work_from_values(_typed(kind, values))
    return Draft(
        work, record.lines[0].at, record.end, work.key, _first_of_each(spans), tuple(record.diagnoses)
    )


def csl_name(target: str) -> str:
    """The CSL field of what a line holds; empty where it has none."""
    return _CSL_NAMES.get(target, "")


def _typed(kind: str, values: list[Value]) -> list[Value]:
    csl = dict(_TYPES).get(kind, "document" if kind else "")
    exact = next((ris for ris, name in _TYPES if name == csl), "") == kind
    return [("type", csl), *([] if exact or not kind else [("+ris:TY", kind)]), *values]


def _target(line: TagLine, kind: str) -> str:
    tag = line.tag
    if tag == "SN":
        return "isbn" if len(re.sub(r"[^\dXx]", "", line.value)) in (10, 13) else "issn"
    if tag in _BY_ROLE:
        return _BY_ROLE[tag]
    if tag == "T2" and kind in _BOOKS:
        return "collection_title"
    if tag == "IS" and kind in _NUMBERED:
        return "number"
    if tag == "C2" and not re.match(r"(?i)PMC\d", line.value):
        return "+ris:C2"
    if tag == "AN" and re.fullmatch(r"\d{5,9}", line.value):
        return "+accession"
    if tag in ("BT",) and kind in _BOOKS:
        return "title"
    return _READ.get(tag, f"+ris:{tag}")


def _first_of_each(spans: Sequence[tuple[str, int, int]]) -> tuple[tuple[str, int, int], ...]:
    """One span per field, except that all authors have theirs (one line each)."""
    seen: set[str] = set()
    kept = []
    for name, start, end in spans:
        if name in ("author", "editor") or name not in seen:
            kept.append((name, start, end))
        seen.add(name)
    return tuple(kept)


def write_ris(works: Iterable[Work]) -> str:
    """Works as RIS; fields that RIS has no tag for stand in ``U1`` as ``name: value``, so nothing is lost."""
    return "".join(_entry(work) for work in works)


def _entry(work: Work) -> str:
    kind = dict(work.extra).get("ris:TY") or next((ris for ris, csl in _TYPES if csl == work.type), "GEN")
    lines = [("TY", kind)]
    for target, value in values_from_work(work):
        if target not in ("type", "+ris:TY"):
            lines.extend(_tags(target, value, kind))
    lines.append(("ER", ""))
    return "".join(f"{tag}  - {' '.join(text.split())}\n" for tag, text in lines) + "\n"


def _tags(target: str, value: Content, kind: str) -> list[tuple[str, str]]:
    """The tagged lines of one value."""
    if isinstance(value, Name):
        return [("A2" if target == "editor" else "AU", write_name(value))]
    if isinstance(value, PartialDate):
        return _date_lines(target, value)
    if not isinstance(value, str):
        return [("U1", label(target, value))]
    if target == "page":
        first, last = split_pages(value)
        return [("SP", first), ("EP", last)] if last else [("SP", first)]
    if target in ("isbn", "issn"):
        return [("SN", value)]
    if target in _IN_BOOKS and kind in _BOOKS:
        return [(_IN_BOOKS[target], value)]
    if target == "number" and kind in _NUMBERED:
        return [("IS", value)]
    if target.startswith("+ris:"):
        return [(target[5:], value)]
    if target in _WRITE:
        return [(_WRITE[target], value)]
    return [("U1", label(target, value))]


def _date_lines(target: str, date: PartialDate) -> list[tuple[str, str]]:
    if target != "issued":
        return [("U1", label(target, date))]
    if date.literal or date.year is None:
        return [("PY", date.literal or str(date))]
    lines = [("PY", str(date.year))]
    if date.month:
        lines.append(("DA", f"{date.year}/{date.month:02d}/" + (f"{date.day:02d}" if date.day else "")))
    return lines
