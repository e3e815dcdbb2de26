"""BibTeX and biblatex: ``scan`` cuts the file up, ``accents`` knows LaTeX, here are fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person

from litreview.formats.bibtex.accents import to_literal, to_text
from litreview.formats.bibtex.scan import RawBlock, RawEntry, RawField, scan
from litreview.formats.bibtex.tables import (
    CSL_NAMES,
    ENTRIES,
    IN_JOURNAL,
    INHERITED_AS,
    LITERAL,
    NOT_INHERITED,
    NUMBERED,
    TARGETS,
    TYPES,
)
from litreview.formats.records.dates import read_date, read_month
from litreview.formats.records.drafts import Draft, assemble, decode_records
from litreview.formats.records.names import is_suffix, person_name
from litreview.formats.records.values import Value, work_from_values
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.work import Diagnosis, Name, PartialDate
from litreview.normalise.names import parse_names
from litreview.normalise.vocabulary.et_al import WHOLE_CELL
from litreview.normalise.whole_numbers import whole_number

_BRACED = re.compile(r"\{(?!\\)(.*)\}", re.DOTALL)
_CASE_BRACES = re.compile(r"(\\[A-Za-z]+\s*\{[^{}]*\})|\{([^{}\\\s,]+)\}")
_EXTENDED = re.compile(r"\b(family|given|prefix|suffix)(?:-i)?\s*=\s*")
_DIGITS = re.compile(r"\d+")


def read_bibtex(data: bytes, path: str = "") -> Document:
    """The entries of a .bib file, damaged ones included, each with what is odd about it.

    ``@string``, ``@preamble`` and ``@comment`` blocks are kept as written in ``Document.metadata``.

    Raises:
        InputError: the bytes are no text, or there is no entry in them.
    """
    decoded = decode_records(data, path)
    blocks = scan(decoded.text)
    entries = [block for block in blocks if isinstance(block, RawEntry)]
    if not entries:
        raise InputError("no BibTeX entry in it", path=path, advice="an entry begins with '@article{key,'")
    library = {entry.key: entry for entry in reversed(entries) if entry.key}
    drafts = [_draft(entry, library) for entry in entries if entry.type != "xdata"]
    metadata = [(f"@{block.type}", block.text) for block in blocks if isinstance(block, RawBlock)]
    metadata += [
        ("@xdata", decoded.text[entry.start : entry.end]) for entry in entries if entry.type == "xdata"
    ]
    return assemble(decoded, path, "bibtex", Notation.BIBTEX, drafts, metadata=metadata)


def _draft(entry: RawEntry, library: Mapping[str, RawEntry]) -> Draft:
    diagnoses = list(entry.diagnoses)
    inherited = list(_inherited(entry, library, diagnoses))
    fields = [*entry.fields, *inherited]
    work = work_from_values(_values(entry.type, fields))
    spans = tuple(_spans(entry))
    return Draft(work, entry.start, entry.end, entry.key, spans, tuple(diagnoses))


def _values(kind: str, fields: list[RawField]) -> Iterator[Value]:
    csl = TYPES.get(kind, "document")
    given = {item.name: item.value for item in reversed(fields)}
    subtype = given.get("entrysubtype", "")
    yield "type", subtype if subtype in ("article-magazine", "article-newspaper") else csl
    if ENTRIES.get(csl) != kind:
        yield "+entrytype", kind
    date = _date(given)
    if date:
        yield "issued", date
    for item in fields:
        yield from _value(kind, item, given, has_date=date is not None)


def _value(kind: str, item: RawField, given: Mapping[str, str], *, has_date: bool) -> Iterator[Value]:
    name, raw = item.name, item.value
    if name in ("author", "editor"):
        yield from ((name, person) for person in read_people(raw))
    elif name in ("year", "month", "day", "date") and has_date and given.get(name) == raw:
        yield from _leftover_date(name, raw, given)
    elif name in ("archiveprefix", "eprinttype") and "eprint" in given:
        if _eprint(given["eprint"], given)[0] == "+eprint":
            yield f"+{name}", to_text(raw)
    elif name == "eprint":
        yield _eprint(raw, given)
    else:
        text = to_literal(raw) if name in LITERAL else to_text(raw)
        target = _target(kind, name, given)
        if target == "arxiv":
            text = re.sub(r"(?i)^arxiv:", "", text)
        if name == "unreadable":
            text = raw
        yield target, text


def _target(kind: str, name: str, given: Mapping[str, str]) -> str:
    """What a field means; ``number`` and a few others depend on the entry."""
    if name == "number":
        return "number" if kind in NUMBERED else "issue"
    if name == "issue":
        return "+issue" if "number" in given else "issue"
    if name == "booktitle" and ("journal" in given or "journaltitle" in given):
        return "+booktitle"
    if name in ("institution", "organization", "school") and "publisher" in given:
        return f"+{name}"
    if name == "howpublished" and "\\url" in given.get(name, "") and "url" not in given:
        return "url"
    return TARGETS.get(name, f"+{name}")


def _eprint(raw: str, given: Mapping[str, str]) -> Value:
    archive = (given.get("archiveprefix") or given.get("eprinttype") or "").casefold()
    text = to_literal(raw)
    if archive == "arxiv" or re.fullmatch(r"(?i)(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d+)?", text):
        return "arxiv", re.sub(r"(?i)^arxiv:|v\d+$", "", text)
    if archive in ("pubmed", "pmid") and text.isdecimal():
        return "pmid", text
    return "+eprint", text


def _date(given: Mapping[str, str]) -> PartialDate | None:
    """biblatex's ``date``, or ``year`` and ``month`` (``aug # "~30"`` has the day too)."""
    written = to_text(given["date"]) if given.get("date", "").strip() else ""
    if written:
        date = read_date(written.split("/")[0] if re.fullmatch(r"[\d-]+/[\d.-]*", written) else written)
        return replace(date, literal="" if str(date) == written else written)
    year = to_text(given.get("year", ""))
    if not year:
        return None
    date = read_date(year)
    month_text = to_text(given.get("month", ""))
    words = re.split(r"[\s~.,]+", month_text)
    month = next((found for word in words if (found := read_month(word))), None)
    if date.year is None or date.literal or month is None:
        return date
    numbers = (whole_number(word) for word in words[1:] or ())
    day = next((number for number in numbers if number is not None and number <= 31), None)
    return replace(date, month=month, day=day or whole_number(to_text(given.get("day", ""))))


def _leftover_date(name: str, raw: str, given: Mapping[str, str]) -> Iterator[Value]:
    """Parts of a date that the model cannot hold: a season, or a year beside a full date."""
    text = to_text(raw)
    if name == "month" and read_month(re.split(r"[\s~.,-]+", text)[0]) is None:
        yield "+month", text
    if name == "year" and given.get("date", "").strip() and text[:4] != to_text(given["date"])[:4]:
        yield "+year", text


_DEEPEST_BRACES = 50
"""Braces within braces in a list of names; the most that is seen is 4."""


def read_people(raw: str) -> list[Name | str]:
    """A BibTeX name list. ``others`` stays a word; a name wholly in braces is an organisation.

    >>> [str(name) for name in read_people(r"van der Berg, Jan and {World Health Organization} and others")]
    ['van der Berg Jan', 'World Health Organization', 'others']
    """
    people: list[Name | str] = []
    for part in split_name_list(_without_deep_braces(" ".join(raw.split()))):
        part = part.strip().strip(",").strip()
        if WHOLE_CELL.fullmatch(part):
            people.append("others")
        elif _is_comma_list(part):
            people.extend(parse_names(to_text(part))[0])
        elif part:
            people.append(_person(part))
    return people


def _without_deep_braces(names: str) -> str:
    """Braces nested past all sense count for nothing; pybtex gives up on a hundred of them."""
    depth = deepest = 0
    for char in names:
        depth += (char == "{") - (char == "}" and depth > 0)
        deepest = max(deepest, depth)
    return names if deepest <= _DEEPEST_BRACES else re.sub(r"[{}]", "", names)


def _is_comma_list(part: str) -> bool:
    """ "Robin Champseix, Clément Le Couedic, Laurent Ribiere": people divided by commas, not by "and"."""
    pieces = [piece.strip() for piece in part.split(",")]
    return len(pieces) > 2 and not is_suffix(pieces[1]) and "{" not in part and "=" not in part


def _person(written: str) -> Name:
    braced = _BRACED.fullmatch(written)
    if braced and _is_balanced(braced.group(1)):
        return Name(literal=to_text(written))
    if _EXTENDED.match(written):
        parts = {match[0]: to_text(match[1]) for match in _extended(written)}
        return Name(
            parts.get("family", ""), parts.get("given", ""), parts.get("prefix", ""), parts.get("suffix", "")
        )
    # "{W}es" would be taken for a particle; the braces of \v{S} belong to the command.
    written = _CASE_BRACES.sub(lambda match: match[1] or match[2], written)
    pieces = written.split(",")
    if len(pieces) > 3:  # pybtex would complain on standard error; the rest belongs to the given name
        written = ",".join(pieces[:2]) + "," + " ".join(pieces[2:])
    person = Person(written)
    family = to_text(" ".join(person.last_names))
    given = to_text(" ".join(person.first_names + person.middle_names))
    particle = to_text(" ".join(person.prelast_names))
    suffix = to_text(" ".join(person.lineage_names))
    if not family and not given:
        return Name(literal=to_text(written) or written)
    return Name(family, given, particle, suffix) if particle else person_name(family, given, suffix)


def _extended(written: str) -> list[tuple[str, str]]:
    """biblatex's ``family=Berg, prefix=van der, given=Jan``."""
    found = []
    for part in re.split(r",\s*(?=[a-z-]+\s*=)", written):
        name, _, value = part.partition("=")
        found.append((name.strip(), value.strip().strip('"')))
    return found


def _is_balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


def _inherited(
    entry: RawEntry, library: Mapping[str, RawEntry], diagnoses: list[Diagnosis]
) -> Iterator[RawField]:
    """Fields taken over from ``crossref`` and ``xdata`` parents, without spans: they stand elsewhere."""
    own = {item.name for item in entry.fields}
    for link in ("xdata", "crossref"):
        for parent in _parents(entry, link, library, diagnoses):
            for item in parent.fields:
                name = item.name if link == "xdata" else _inherited_name(item.name, entry.type)
                if name and name not in own and name not in ("crossref", "xdata"):
                    own.add(name)
                    yield RawField(name, item.value)


def _inherited_name(name: str, kind: str) -> str:
    if name in NOT_INHERITED:
        return ""
    if name == "title" and kind in IN_JOURNAL:
        return "journal"
    return INHERITED_AS.get(name, name)


def _parents(
    entry: RawEntry, link: str, library: Mapping[str, RawEntry], diagnoses: list[Diagnosis]
) -> Iterator[RawEntry]:
    """The entries a field names, and for xdata theirs; a circle ends where it began."""
    waiting = _named(entry, link)
    seen = {entry.key}
    while waiting:
        key = waiting.pop(0)
        if key in seen:
            continue
        seen.add(key)
        if key in library:
            yield library[key]
            waiting += _named(library[key], link)
        else:
            diagnoses.append(Diagnosis(f"{link} names {key}, which is not in this file"))


def _named(entry: RawEntry, link: str) -> list[str]:
    values = [item.value for item in entry.fields if item.name == link]
    return [key for value in values for part in value.split(",") if (key := part.strip(" {}\n\t"))]


def csl_fields(entry: RawEntry) -> Iterator[tuple[str, RawField]]:
    """The fields of an entry that hold a CSL field, with its name, in the order of the entry."""
    given = {item.name: item.value for item in entry.fields}
    for item in entry.fields:
        target = {"year": "issued", "date": "issued"}.get(item.name) or _target(entry.type, item.name, given)
        name = CSL_NAMES.get(item.name if item.name in ("author", "editor") else target, "")
        if name:
            yield name, item


def _spans(entry: RawEntry) -> Iterator[tuple[str, int, int]]:
    seen: set[str] = set()
    for name, item in csl_fields(entry):
        if name not in seen and item.start is not None and item.end is not None:
            seen.add(name)
            yield name, item.start, item.end
