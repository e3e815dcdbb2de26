"""CSL-JSON, as Zotero, Mendeley, pandoc and citeproc exchange it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from litreview.formats.records.dates import read_date
from litreview.formats.records.drafts import Draft, assemble, decode_records
from litreview.formats.records.values import Value, plain, values_from_work, work_from_values
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.work import Csl, CslValue, Diagnosis, Name, PartialDate, Relation, Update, Work
from litreview.normalise.text import encodable

_FIELDS = (
    ("id", "key"), ("type", "type"), ("title", "title"), ("original-title", "original_title"),
    ("container-title", "container_title"), ("container-title-short", "container_title_short"),
    ("journalAbbreviation", "container_title_short"), ("collection-title", "collection_title"),
    ("volume", "volume"), ("issue", "issue"), ("page", "page"), ("number", "number"), ("edition", "edition"),
    ("publisher", "publisher"), ("publisher-place", "publisher_place"), ("DOI", "doi"), ("PMID", "pmid"),
    ("PMCID", "pmcid"), ("ISBN", "isbn"), ("ISSN", "issn"), ("URL", "url"), ("language", "language"),
    ("abstract", "abstract"), ("note", "note"), ("author", "author"), ("editor", "editor"),
    ("issued", "issued"), ("keyword", "+keywords"), ("title-short", "+shorttitle"),
    ("shortTitle", "+shorttitle"), ("genre", "+type"), ("accessed", "+urldate"),
    ("call-number", "+callnumber"), ("annote", "+annotation"), ("number-of-volumes", "+volumes"),
    ("section", "+section"), ("source", "+database"),
)  # fmt: skip
"""CSL variables and what they hold. Reading takes any row, writing the first one with the target."""

_READ = dict(_FIELDS)
_WRITE = {target: name for name, target in reversed(_FIELDS)}
_BLANK = re.compile(r"[\s,]*")
_OPENING = re.compile(r'\s*(?:\{\s*"(?:items|references|data)"\s*:\s*)?\[')
_OBJECT_LINE = re.compile(
    r'\n[ \t]*+(?:\}[ \t]*+)?(?:,[ \t]*+)?(?=\{)|\}\s*+,\s*+(?=\{\s*+"(?:id|type)"\s*+:)'
)
_MEMBER = re.compile(r'"([\w-]{1,40})"[ \t]*:[ \t]*("(?:[^"\\\n]|\\.)*"|\d{1,9})')
_DECODER = json.JSONDecoder(strict=False)
_CUSTOM = "litreview"
"""The member of CSL's ``custom`` object that holds what CSL has no variable for."""


MOST_DAMAGED = 500
"""Damaged items after which a file is no CSL-JSON; finding each one's line costs a pass over the file."""


class _Item(NamedTuple):
    """A JSON object, its place, where its string members stand (without their quotes), and any damage."""

    value: dict[str, object]
    start: int
    end: int
    strings: dict[str, tuple[int, int]]
    damage: str = ""


def read_csl(data: bytes, path: str = "") -> Document:
    """Items of a CSL-JSON file: an array, one object, ``{"items": […]}``, or one object per line.

    An item that is not valid JSON stays an item, with the members that can still be read.

    Raises:
        InputError: the bytes are no text, or hold no item.
    """
    decoded = decode_records(data, path)
    items = list(_items(decoded.text))
    if not any(item.value for item in items):
        raise InputError("no CSL-JSON item in it", path=path, advice="expected an array of objects")
    return assemble(decoded, path, "csl", Notation.CSL_JSON, [_draft(item) for item in items])


def _items(text: str) -> Iterator[_Item]:
    """The objects of the file with their places, the damaged ones included."""
    opening = _OPENING.match(text)
    at = opening.end() if opening else 0
    damaged = 0
    while at < len(text):
        at = _after_blank(text, at)
        if text[at : at + 1] != "{":
            start, at = at, _next_object(text, at)
            if _MEMBER.match(text, start):
                yield _salvaged(text, start, at, "its opening brace is missing")
            continue
        try:
            value, end = _DECODER.raw_decode(text, at)
            yield _Item(value, at, end, _strings(text, at))
        except (ValueError, RecursionError) as error:
            damaged += 1
            if damaged > MOST_DAMAGED:
                raise InputError("not JSON", line=text.count("\n", 0, at) + 1) from error
            end = _next_object(text, at + 1)
            yield _salvaged(text, at, end, getattr(error, "msg", "nested too deeply"))
        at = end


def _next_object(text: str, at: int) -> int:
    """Where the next object opens a line (perhaps behind the comma of the one before), or the end."""
    match = _OBJECT_LINE.search(text, at)
    return match.end() if match else len(text)


def _after_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _salvaged(text: str, start: int, end: int, reason: str) -> _Item:
    """A damaged object with those of its members that are whole strings or numbers."""
    end = start + len(text[start:end].rstrip(" \t\r\n,]"))
    members: dict[str, object] = {}
    for match in _MEMBER.finditer(text, start, end):
        name, written = match.groups()
        members.setdefault(name, _unescaped(written))
    return _Item(members, start, end, {}, reason)


def _unescaped(written: str) -> str:
    """A string or number of a damaged object, its escapes resolved where they are whole."""
    if "\\" in written:
        try:
            return str(_DECODER.decode(written))
        except ValueError:
            pass
    return written.strip('"')


class Member(NamedTuple):
    """A member of a JSON object: its name and where that begins, its value and where that stands."""

    name: str
    at: int
    value: object
    start: int
    end: int


def members(text: str, at: int) -> Iterator[Member]:
    """The members of the JSON object that begins at ``at``, in order.

    Raises:
        ValueError: the object is damaged.
    """
    at = _after_blank(text, at + 1)
    while text[at : at + 1] == '"':
        begin = at
        name, at = _DECODER.raw_decode(text, begin)
        start = _after_blank(text, text.index(":", at) + 1)
        value, end = _DECODER.raw_decode(text, start)
        yield Member(name, begin, value, start, end)
        at = _after_blank(text, end)


def elements(text: str, at: int) -> Iterator[tuple[object, int, int]]:
    """The elements of the JSON array that begins at ``at``, each with where it stands.

    Raises:
        ValueError: the array is damaged.
    """
    at = _after_blank(text, at + 1)
    while text[at : at + 1] not in ("]", ""):
        value, end = _DECODER.raw_decode(text, at)
        yield value, at, end
        at = _after_blank(text, end)


def _strings(text: str, at: int) -> dict[str, tuple[int, int]]:
    """The places of an object's string members that need no unescaping, so that a fix can replace them."""
    found: dict[str, tuple[int, int]] = {}
    for name, _, value, start, end in members(text, at):
        if isinstance(value, str) and text[start + 1 : end - 1] == value:
            found[name] = (start + 1, end - 1)
        elif isinstance(value, int) and not isinstance(value, bool):
            found[name] = (start, end)
    return found


def _draft(item: _Item) -> Draft:
    work = work_from_csl(item.value)
    spans = tuple(
        (name, *place) for name, place in item.strings.items() if name in SPANNED and place[1] > place[0]
    )
    said = (Diagnosis(f"not valid JSON ({item.damage}); read as far as it goes"),) if item.damage else ()
    return Draft(work, item.start, item.end, work.key, spans, said)


SPANNED = {name for name, target in _FIELDS if not target.startswith("+") and name not in ("id", "type")}
"""Variables whose place a correction may ask for."""


def work_from_csl(item: Mapping[str, object]) -> Work:
    """A Work from a CSL-JSON item; variables that ``Work`` has no place for go to ``extra``."""
    return work_from_values(_values(item))


def _values(item: Mapping[str, object]) -> Iterator[Value]:
    for name, value in item.items():
        if name == "custom" and isinstance(value, Mapping):
            yield from _custom(value)
        elif name in ("author", "editor"):
            people = value if isinstance(value, list) else [value]
            yield from ((name, person) for entry in people if (person := _name(entry)))
        elif name == "issued":
            yield "issued", _date(value)
        elif name == "archive_location" and str(item.get("archive", "")).casefold() == "arxiv":
            yield "arxiv", _text(value)
        elif name == "archive" and str(value).casefold() == "arxiv" and item.get("archive_location"):
            continue
        elif name == "accessed":
            yield "+urldate", _date_text(value)
        else:
            yield _READ.get(name, f"+csl:{encodable(name)}"), _text(value)


def _custom(custom: Mapping[str, object]) -> Iterator[Value]:
    for name, value in custom.items():
        if name == _CUSTOM and isinstance(value, list):
            pairs = [pair for pair in value if isinstance(pair, list) and len(pair) == 2]
            yield from ((_text(target), _text(text)) for target, text in pairs)
        else:
            yield f"+csl:custom.{encodable(name)}", _text(value)


def _text(value: object) -> str:
    """A value as text. Crossref's dialect has lists where CSL has one string; other shapes stay JSON."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return encodable(" ".join(value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return "" if value in (None, [], {}) else encodable(json.dumps(value, ensure_ascii=False))


def _name(entry: object) -> Name | str | None:
    if isinstance(entry, str):
        return encodable(entry)
    if not isinstance(entry, Mapping):
        return None
    part = {name: _text(entry.get(name)).strip() for name in ("family", "given", "suffix", "literal", "name")}
    particles = [_text(entry.get(f"{kind}dropping-particle")) for kind in ("", "non-")]
    literal = part["literal"] or part["name"]
    if literal and not part["family"]:
        return Name(literal=literal)
    if not part["family"]:
        return Name(literal=part["given"]) if part["given"] else None
    return Name(part["family"], part["given"], " ".join(filter(None, particles)), part["suffix"])


def _date(value: object) -> PartialDate:
    """``{"date-parts": [[2014, 8, 30]]}`` (strings too), ``{"raw"}``, ``{"literal"}``, plain text, or as
    pandoc wrote it in YAML, ``[{"year": 2014, "month": 8}]``. Of a range the first date."""
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        value = value[0]
    if not isinstance(value, Mapping):
        return read_date(_text(value)) if value else PartialDate()
    ranges = value.get("date-parts")
    first = ranges[0] if isinstance(ranges, list) and ranges and isinstance(ranges[0], list) else []
    if "year" in value:
        first = [part for name in ("year", "month", "day") if (part := value.get(name))]
    parts = [int(str(part)) for part in first[:3] if re.fullmatch(r"\d{1,4}", str(part).strip())]
    if parts and parts[0] > 0 and all(0 < part <= 31 for part in parts[1:]):
        year, month, day = [*parts, None, None][:3]
        return PartialDate(year, month, day)
    text = _text(value.get("raw") or value.get("literal"))
    return read_date(text) if text else PartialDate()


def _date_text(value: object) -> str:
    date = _date(value)
    return str(date)


def write_csl(works: Iterable[Work]) -> str:
    """Works as a CSL-JSON array. What CSL has no variable for stands in ``custom``, as the schema allows."""
    return json.dumps([csl_from_work(work) for work in works], ensure_ascii=False, indent=2) + "\n"


def write_csl_lines(works: Iterable[Work]) -> str:
    """Works as CSL-JSON, one item per line."""
    return "".join(json.dumps(csl_from_work(work), ensure_ascii=False) + "\n" for work in works)


def csl_from_work(work: Work) -> Csl:
    """``work.to_csl()`` with the fields that have no attribute of their own."""
    item = work.to_csl()
    item["type"] = work.type or "document"
    rest: list[CslValue] = []
    for target, value in values_from_work(work):
        name = _WRITE.get(target, "")
        if target.startswith("+csl:") and not target.startswith("+csl:custom."):
            item[target[5:]] = _from_json(str(value))
        elif isinstance(value, str) and name and name not in item:
            item[name] = _csl_value(name, str(value))
        elif isinstance(value, str | PartialDate | Update | Relation) and _is_left_over(target, work):
            rest.append([target, plain(value) if not isinstance(value, str) else value])
    if rest:
        item["custom"] = {_CUSTOM: rest}
    return item


def _is_left_over(target: str, work: Work) -> bool:
    if target in ("article_number", "subtitle"):
        return bool(target == "article_number" and work.page)
    if target == "author":
        return work.et_al
    return target.startswith(("+", "date:")) or target in ("updated_by", "update_to", "relations")


def _csl_value(name: str, text: str) -> CslValue:
    return read_date(text).to_csl() if name == "accessed" else text


def _from_json(text: str) -> CslValue:
    if text[:1] not in "[{":
        return text
    try:
        value: CslValue = json.loads(text)
    except ValueError:
        return text
    return value
