r"""The list that biber leaves beside a source, ``\entry{key}{article}{}`` with its fields, in its order.

Read where the ``.bib`` it was made from is not there (a journal gets source and ``.bbl`` alone).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.latex.plain import to_plain
from litreview.formats.latex.scan import Source
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Work
from litreview.normalise.vocabulary.years import LONE_YEAR

_ENTRY = re.compile(r"\\entry\{(?P<key>[^{}\n]{1,300})\}\{(?P<type>[a-zA-Z]{1,40})\}\{[^{}\n]*\}")
_END = re.compile(r"\\endentry\b")
_FIELD = re.compile(r"\\(?:field|strng)\{(?P<name>[a-z]{1,40})\}(?=\{)")
_VERB = re.compile(
    r"\\verb\{(?P<name>[a-z]{1,40})\}\s*\\verb (?P<value>(?:[^\S\n]*+\S){0,2000}?)\s*+\\endverb"
)
_NAMES = re.compile(r"\\name\{(?P<name>[a-z]{1,40})\}\{\d{1,5}\}\{[^{}\n]*\}(?=\{)")
_LIST = re.compile(r"\\list\{(?P<name>[a-z]{1,40})\}\{\d{1,3}\}(?=\{)")
_PART = re.compile(r"\b(?P<part>family|given|prefix|suffix)=(?=\{)")
_TYPES = {
    "article": "article-journal", "book": "book", "mvbook": "book", "collection": "book", "inbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference", "thesis": "thesis", "phdthesis": "thesis",
    "report": "report", "techreport": "report", "online": "webpage", "dataset": "dataset",
    "software": "software", "unpublished": "manuscript", "patent": "patent",
}  # fmt: skip


def biber_references(text: str, origin: str) -> tuple[Reference, ...]:
    """The references of biber's file, the first of each key; places are in that file."""
    source, found = Source(text), dict[str, Reference]()
    line, at = 1, 0
    for entry in _ENTRY.finditer(text):
        end = _END.search(text, entry.end())
        if end is None:
            break
        work = _work(source, entry, end.start())
        line, at = line + text.count("\n", at, entry.start()), entry.start()
        found.setdefault(
            entry["key"],
            Reference(
                entry["key"], text[entry.start() : end.end()], work, entry.start(), end.end(),
                line=line, origin=origin, notation=Notation.BIBER,
            ),
        )  # fmt: skip
    return tuple(found.values())


def _work(source: Source, entry: re.Match[str], end: int) -> Work:
    fields = dict(_values(source, _FIELD, entry.end(), end)) | dict(_values(source, _LIST, entry.end(), end))
    verbatim = {one["name"]: one["value"].strip() for one in _VERB.finditer(source.text, entry.end(), end)}
    year = LONE_YEAR.search(fields.get("year") or fields.get("date", ""))
    people = dict(_people(source, entry.end(), end))
    return Work(
        key=entry["key"],
        type=_TYPES.get(entry["type"].casefold(), ""),
        title=": ".join(filter(None, (fields.get("title", ""), fields.get("subtitle", "")))),
        author=people.get("author", ()),
        editor=people.get("editor", ()),
        container_title=fields.get("journaltitle") or fields.get("booktitle", ""),
        volume=fields.get("volume", ""),
        issue=fields.get("number", ""),
        page=fields.get("pages", ""),
        issued=PartialDate(int(year[1])) if year else None,
        publisher=fields.get("publisher", ""),
        doi=verbatim.get("doi", ""),
        url=verbatim.get("url", ""),
    )


def _values(source: Source, command: re.Pattern[str], start: int, end: int) -> Iterator[tuple[str, str]]:
    for found in command.finditer(source.text, start, end):
        if group := source.group(found.end()):
            value = source.inside(group).replace("\\bibrangedash", "–").replace("\\bibrangessep", ", ")
            yield found["name"], " ".join(to_plain(value).text.replace("– ", "–").split())


def _people(source: Source, start: int, end: int) -> Iterator[tuple[str, tuple[Name, ...]]]:
    for found in _NAMES.finditer(source.text, start, end):
        group = source.group(found.end())
        if group is not None:
            yield found["name"], tuple(_names(source, group.start, group.stop))


def _names(source: Source, start: int, end: int) -> Iterator[Name]:
    """The persons of a list: one in each pair of braces ``{{hash=…}{family={…}, given={…}}}``."""
    at = start
    while at < end:
        person = source.group(at) if source.text[at] == "{" else None
        if person is None:
            at += 1
            continue
        parts = {
            found["part"]: " ".join(to_plain(source.inside(value)).text.split())
            for found in _PART.finditer(source.text, person.start, person.stop)
            if (value := source.group(found.end()))
        }
        if parts.get("given"):
            yield Name(family=parts.get("family", ""), given=parts["given"], particle=parts.get("prefix", ""))
        elif parts.get("family"):
            yield Name(literal=parts["family"])
        at = person.end
