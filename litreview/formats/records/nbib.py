"""PubMed's nbib (MEDLINE) files, with the links to notices: retractions, errata, comments, updates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from litreview.formats.records.dates import read_date
from litreview.formats.records.drafts import Draft, assemble, decode_records
from litreview.formats.records.names import write_name
from litreview.formats.records.tags import Blank, TagLine, tag_lines
from litreview.formats.records.values import (
    Content,
    Value,
    from_plain,
    label,
    plain,
    values_from_work,
    work_from_values,
)
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.work import Diagnosis, Name, PartialDate, Relation, Update, Work
from litreview.normalise.identifiers import find_dois, find_pmids
from litreview.normalise.vocabulary.months import MONTH_ABBREVIATIONS

_LINE = re.compile(r"^(?:(?P<tag>[A-Z][A-Z0-9]{1,3}) {0,2}-(?: |$))(?P<value>.*)")

_TAGS = (
    ("PMID", "pmid"), ("PMC", "pmcid"), ("TI", "title"), ("BTI", "title"), ("TT", "original_title"),
    ("JT", "container_title"), ("TA", "container_title_short"), ("CTI", "collection_title"), ("VI", "volume"),
    ("IP", "issue"), ("PG", "page"), ("DP", "issued"), ("LA", "language"), ("AB", "abstract"),
    ("IS", "issn"), ("ISBN", "isbn"), ("PB", "publisher"), ("EN", "edition"), ("OT", "+keywords"),
    ("PT", "+publicationtype"), ("MH", "+mesh"), ("PL", "+country"), ("JID", "+nlmid"), ("GR", "+grant"),
    ("AD", "+address"), ("GN", "note"), ("OWN", "+nbib:OWN"), ("STAT", "+nbib:STAT"),
)  # fmt: skip
"""MEDLINE tags and what they hold, used in both directions."""

_READ = dict(_TAGS)
_WRITE = {target: tag for tag, target in reversed(_TAGS)}
_REST = "XTRA"

_NOTICES = {
    "RIN": ("updated_by", "retraction"), "ROF": ("update_to", "retraction"),
    "EIN": ("updated_by", "erratum"), "EFR": ("update_to", "erratum"),
    "ECI": ("updated_by", "expression_of_concern"), "ECF": ("update_to", "expression_of_concern"),
    "UIN": ("updated_by", "new_version"), "UOF": ("update_to", "new_version"),
    "RPI": ("updated_by", "correction"), "RPF": ("update_to", "correction"),
    "CRI": ("updated_by", "correction"), "CRF": ("update_to", "correction"),
    "PRIN": ("updated_by", "partial_retraction"), "PROF": ("update_to", "partial_retraction"),
}  # fmt: skip
"""Links between a paper and its notices. ``updated_by`` stands on the paper ("retraction in"), ``update_to``
on the notice ("retraction of"); MEDLINE/PubMed data element descriptions, NLM. PRIN/PROF: "partial
retraction in/of"; RPI/RPF and CRI/CRF: "(corrected and) republished in/from"."""

_LINKS = {
    "CIN": "has-comment",
    "CON": "is-comment-on",
    "UIN-": "",
    "SPIN": "has-summary",
    "ORI": "is-summary-of",
}
_NOTICE_TAGS = {pair: tag for tag, pair in reversed(_NOTICES.items())}
_LINK_TAGS = {kind: tag for tag, kind in _LINKS.items()}
_FULL_FORM = {"AU": "FAU", "ED": "FED"}
_CSL_NAMES = {
    "title": "title", "container_title": "container-title", "container_title_short": "container-title-short",
    "volume": "volume", "issue": "issue", "page": "page", "issued": "issued", "pmid": "PMID",
    "pmcid": "PMCID",
}  # fmt: skip
_TYPES = (
    ("preprint", "article"), ("book", "book"), ("book chapter", "chapter"), ("dataset", "dataset"),
    ("congress", "paper-conference"), ("technical report", "report"), ("journal article", "article-journal"),
)  # fmt: skip


@dataclass
class _Record:
    lines: list[TagLine] = field(default_factory=list)
    diagnoses: list[Diagnosis] = field(default_factory=list)


def read_nbib(data: bytes, path: str = "") -> Document:
    """The records of an nbib file; a record begins at ``PMID-`` or after an empty line.

    Raises:
        InputError: the bytes are no text, or no line looks like MEDLINE.
    """
    decoded = decode_records(data, path)
    records = list(_records(decoded.text))
    if not records:
        raise InputError("no PubMed record in it", path=path, advice="a record begins with 'PMID- '")
    return assemble(decoded, path, "nbib", Notation.NBIB, [_draft(record) for record in records])


def nbib_lines(text: str) -> Iterator[TagLine | Blank]:
    """The tagged lines of an nbib text, and the empty lines between its records."""
    return tag_lines(text, _LINE)


def values_of(lines: Iterable[TagLine]) -> Iterator[tuple[str, Content, TagLine]]:
    """What each line of a record holds, with the line."""
    lines = tuple(lines)
    tags = {line.tag for line in lines}
    return ((target, value, line) for line in lines for target, value in _values(line, tags))


def _records(text: str) -> Iterator[_Record]:
    record: _Record | None = None
    for line in nbib_lines(text):
        if isinstance(line, Blank) or (line.tag == "PMID" and record and _has_pmid(record)):
            if record:
                yield record
            record = None
        if isinstance(line, TagLine):
            record = record or _Record()
            record.lines.append(line)
    if record:
        yield record


def _has_pmid(record: _Record) -> bool:
    return any(line.tag == "PMID" for line in record.lines)


def _draft(record: _Record) -> Draft:
    tags = {line.tag for line in record.lines}
    said = [] if "PMID" in tags else [Diagnosis("the record has no PMID line")]
    values: list[Value] = [("type", _type(record))]
    spans: dict[str, tuple[str, int, int]] = {}
    for target, value, line in values_of(record.lines):
        values.append((target, value))
        name = csl_name(target)
        if name and isinstance(value, str) and line.end > line.start and name not in spans:
            spans[name] = (name, line.start, line.start + len(value) if target == "doi" else line.end)
    work = work_from_values(values)
    end = max(line.end for line in record.lines)
    return Draft(work, record.lines[0].at, end, work.pmid, tuple(spans.values()), tuple(said))


def csl_name(target: str) -> str:
    """The CSL field of a value; empty where a line of its own does not hold it."""
    return "DOI" if target == "doi" else _CSL_NAMES.get(target, "")


def _type(record: _Record) -> str:
    kinds = {line.value.casefold() for line in record.lines if line.tag == "PT"}
    found = next((csl for kind, csl in _TYPES if kind in kinds), "")
    return found or (
        "article-journal" if any(line.tag in ("JT", "TA") for line in record.lines) else "document"
    )


def _values(line: TagLine, tags: set[str]) -> Iterator[Value]:
    tag, text = line.tag, line.value
    if _FULL_FORM.get(tag) in tags:
        return  # the short form of a name that stands in full beside it
    if tag in ("FAU", "AU", "CN"):
        yield "author", Name(literal=text) if tag == "CN" else text
    elif tag in ("FED", "ED"):
        yield "editor", text
    elif tag in ("AID", "LID"):
        yield _identifier(tag, text)
    elif tag == _REST and (value := from_plain(text)):
        yield value
    elif tag in _NOTICES:
        place, kind = _NOTICES[tag]
        yield place, _notice(kind, text)
    elif tag in _LINKS:
        yield "relations", _relation(_LINKS[tag], text)
    elif tag == "DEP":
        yield "date:published-online", _compact(text)
    elif tag == "PG" and re.match(r"(?i)e\d", text) and "-" not in text:
        yield "article_number", text
    elif tag == "TI":
        yield "title", text.removesuffix(".")
    else:
        yield _READ.get(tag, f"+nbib:{tag}"), text.split(" (")[0] if tag == "IS" else text


def _identifier(tag: str, text: str) -> Value:
    """``10.1186/… [doi]``, ``S0140-6736(05)66550-3 [pii]``."""
    value, _, kind = text.rpartition(" [")
    if value and kind.startswith("doi"):
        return "doi", value
    return (f"+{kind.rstrip(']')}", value) if kind.startswith("pii") else (f"+nbib:{tag}", text)


def _notice(kind: str, text: str) -> Update:
    """``Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/…. PMID: 20137807``."""
    dois = find_dois(text)
    year = re.search(r"\b(?:19|20)\d\d(?: [A-Z][a-z]{2}(?: \d{1,2})?)?", text)
    return Update(
        kind, dois[0].value if dois else "", "PubMed", read_date(year.group()) if year else None, text
    )


def _relation(kind: str, text: str) -> Relation:
    if dois := find_dois(text):
        return Relation(kind, dois[0].value)
    if pmids := find_pmids(text):
        return Relation(kind, pmids[0].value, "pmid")
    return Relation(kind, text, "text")


def _compact(text: str) -> PartialDate | str:
    match = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text)
    return PartialDate(int(match[1]), int(match[2]), int(match[3])) if match else text


def write_nbib(works: Iterable[Work]) -> str:
    """Works in PubMed's format. Fields that MEDLINE has no tag for stand in ``XTRA`` as ``name: value``."""
    return "\n".join(_entry(work) for work in works)


def _entry(work: Work) -> str:
    lines = [("PMID", work.pmid)] if work.pmid else []
    for target, value in values_from_work(work):
        if target not in ("pmid", "type") and not (target == "key" and value == work.pmid):
            lines.extend(_tags(target, value))
    return "".join(f"{tag.ljust(4)}- {' '.join(text.split())}\n" for tag, text in lines)


def _tags(target: str, value: Content) -> list[tuple[str, str]]:
    if isinstance(value, Name):
        return (
            [("CN", value.literal)]
            if value.literal
            else [("FED" if target == "editor" else "FAU", write_name(value))]
        )
    if isinstance(value, Update):
        return [(_NOTICE_TAGS.get((target, value.type), _REST), value.note or plain(value))]
    if isinstance(value, Relation):
        tag = _LINK_TAGS.get(value.kind)
        return (
            [(tag, f"PMID: {value.id}" if value.id_type == "pmid" else value.id)]
            if tag
            else [(_REST, label(target, value))]
        )
    if isinstance(value, PartialDate):
        return _dates(target, value)
    if target == "doi":
        return [("AID", f"{value} [doi]")]
    if target == "+pii":
        return [("AID", f"{value} [pii]")]
    if target == "title":
        return [("TI", value if value.endswith(("?", "!")) else f"{value}.")]
    if target == "article_number":
        return [("PG", value)]
    if target.startswith("+nbib:"):
        return [(target[6:], value)]
    return [(_WRITE[target], value)] if target in _WRITE else [(_REST, label(target, value))]


def _dates(target: str, date: PartialDate) -> list[tuple[str, str]]:
    if target == "date:published-online" and date.day:
        return [("DEP", f"{date.year}{date.month:02d}{date.day:02d}")]
    if target != "issued":
        return [(_REST, label(target, date))]
    month = MONTH_ABBREVIATIONS[date.month - 1].capitalize() if date.month else ""
    parts = (str(date.year or ""), month, str(date.day or ""))
    return [("DP", date.literal or " ".join(part for part in parts if part))]
