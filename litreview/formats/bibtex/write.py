"""Works as a .bib file that BibTeX and biblatex both read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from litreview.formats.bibtex.accents import from_text, protect_case, to_literal
from litreview.formats.bibtex.tables import ENTRIES, LITERAL, NAMES, NUMBERED, TYPES, WRITE_ONLY
from litreview.formats.records.drafts import letters, made_key
from litreview.formats.records.values import Content, plain, split_pages, values_from_work
from litreview.model.work import Name, PartialDate, Work
from litreview.normalise.vocabulary.months import MONTH_ABBREVIATIONS

_IN_BOOK = {"incollection", "inproceedings", "inbook", "conference", "inreference", "suppbook", "bookinbook"}
_PUBLISHER = {"phdthesis": "school", "mastersthesis": "school", "thesis": "institution",
              "bachelorsthesis": "school",
              "techreport": "institution", "report": "institution", "manual": "organization"}  # fmt: skip
_BAD_KEY = re.compile(r"[\s,{}()\"#%'\\=~]+")
_BAD_NAME = re.compile(r"[^a-z0-9_-]+")


def write_bibtex(works: Iterable[Work]) -> str:
    """Works as BibTeX (UTF-8). Every field is written, ``Work.extra`` under its own names."""
    taken: set[str] = set()
    return "\n".join(_entry(work, _key(work, taken)) for work in works)


def _key(work: Work, taken: set[str]) -> str:
    wanted = _BAD_KEY.sub("-", work.key or made_key(work)).strip("-") or "entry"
    key = wanted
    number = 1
    while key in taken:
        key = wanted + letters(number)
        number += 1
    taken.add(key)
    return key


def _entry(work: Work, key: str) -> str:
    extra = dict(work.extra)
    kind = extra.get("entrytype", "")
    if TYPES.get(kind, "document") != work.type or not kind:
        kind = ENTRIES.get(work.type, "misc")
    fields = [
        (name, "{" + value + "}" if name != "month" or value not in MONTH_ABBREVIATIONS else value)
        for name, value in bibtex_fields(work, kind)
        if value
    ]
    width = max((len(name) for name, _ in fields), default=0)
    lines = "".join(f"  {name.ljust(width)} = {value},\n" for name, value in fields)
    return f"@{kind}{{{key},\n{lines}}}\n"


def bibtex_fields(work: Work, kind: str) -> list[tuple[str, str]]:
    """The fields of a work as an entry of that type has them, each name once, values without braces."""
    values = [
        (target, value)
        for target, value in values_from_work(work)
        if target not in ("key", "type", "+entrytype")
    ]
    fields: list[tuple[str, str]] = []
    for role in ("author", "editor"):
        if people := [_person(value) for target, value in values if target == role]:
            fields.append((role, " and ".join(people)))
    if work.type in WRITE_ONLY and "entrysubtype" not in dict(work.extra):
        fields.append(("entrysubtype", work.type))
    for target, group in groupby(
        (pair for pair in values if pair[0] not in ("author", "editor")), key=lambda pair: pair[0]
    ):
        fields.extend(_field(target, [value for _, value in group], kind))
    return _each_once(fields)


def _each_once(fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    joined: dict[str, str] = {}
    for name, value in fields:
        free = name
        number = 2
        while free in joined:
            free, number = f"{name}-{number}", number + 1
        joined[free] = value
    return list(joined.items())


def _field(target: str, values: list[Content], kind: str) -> list[tuple[str, str]]:
    first = values[0]
    if target == "issued" and isinstance(first, PartialDate):
        return _date(first)
    if not isinstance(first, str):
        return [(_name(target, kind), from_text("; ".join(plain(value) for value in values)))]
    text = (", " if target == "+keywords" else "; " if target.startswith("+") else " ").join(
        plain(v) for v in values
    )
    name = _name(target, kind)
    if target == "arxiv":
        return [("eprint", text), ("archiveprefix", "arXiv")]
    if target == "page":
        first, last = split_pages(text)
        return [("pages", f"{first}--{last}" if last else from_text(text).replace("–", "--"))]
    if name == "unreadable":
        return [("unreadable", from_text(text))]
    if name in LITERAL:
        return [(name, _literal(text))]
    if (target in ("title", "subtitle", "container_title") and kind != "article") or target in (
        "title",
        "subtitle",
    ):
        return [(name, protect_case(from_text(text)))]
    return [(name, from_text(text))]


def _literal(text: str) -> str:
    """An address as it is; only braces that do not balance would break the file."""
    return text if to_literal(text) == text else from_text(text)


def _name(target: str, kind: str) -> str:
    if target in ("issue", "number"):
        numbered = kind in NUMBERED
        return (
            "number" if (target == "number") == numbered else "issue" if target == "issue" else "reportnumber"
        )
    if target == "container_title":
        return "booktitle" if kind in _IN_BOOK else "journal"
    if target == "publisher":
        return _PUBLISHER.get(kind, "publisher")
    return NAMES.get(target) or _BAD_NAME.sub("-", target.lstrip("+").casefold()).strip("-") or "extra"


def _date(date: PartialDate) -> list[tuple[str, str]]:
    if date.literal or date.year is None:
        name = "date" if re.match(r"\d{4}-\d\d", date.literal) else "year"
        return [(name, from_text(date.literal or str(date)))]
    month = [("month", MONTH_ABBREVIATIONS[date.month - 1])] if date.month else []
    day = [("date", str(date))] if date.day and date.month else []
    return [*day, ("year", str(date.year)), *month]


def _person(value: Content) -> str:
    if not isinstance(value, Name):
        return "others"
    if value.literal:
        return "{" + from_text(value.literal) + "}"
    family = " ".join(part for part in (from_text(value.particle), _part(value.family)) if part)
    if not value.given and not value.suffix:
        return family
    return ", ".join(
        part for part in (family, from_text(value.suffix), _part(value.given)) if part or part == value.given
    )


def _part(text: str) -> str:
    """A name part in braces where BibTeX would split it at a comma or the word "and"."""
    latex = from_text(text)
    return f"{{{latex}}}" if "," in text or re.search(r"(?i)(?:^|\s)and(?:\s|$)", text) else latex
