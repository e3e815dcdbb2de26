"""Filling in a .bib file in place: new fields are added to their entries, every other character stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from litreview.formats.bibtex.write import bibtex_fields
from litreview.model.document import Document
from litreview.model.reference import Reference
from litreview.model.work import Work

_INDENT = re.compile(r"\n([ \t]+)[A-Za-z][\w-]*\s*=")
_FIELD_NAME = re.compile(r"(?:^|[,{(\s])([A-Za-z][\w-]*)\s*=\s*[{\"\w]")
_SPANS = {"author": "author", "editor": "editor", "title": "title"}


def fill_bibtex(document: Document, works: Sequence[Work]) -> str:
    """The text of a .bib file with what the works know more than its entries.

    ``works`` align with ``document.references``. A field that an entry lacks is added before its closing
    brace; a name list or title that differs is replaced where it stands. Comments, macros, order and
    layout stay as they are, and so does an entry that is damaged.
    """
    text = document.text
    edits = [
        edit
        for reference, work in zip(document.references, works, strict=True)
        for edit in _edits(reference, work)
    ]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _edits(reference: Reference, work: Work) -> Iterator[tuple[int, int, str]]:
    """Replacements (start, end, text) in the document."""
    if work == reference.work or not _is_closed(reference.text):
        return
    kind = reference.text.lstrip("@ \t").split("{")[0].split("(")[0].strip().lower()
    changed = {
        item.name
        for item in fields(Work)
        if getattr(work, item.name) and getattr(work, item.name) != getattr(reference.work, item.name)
    }
    values = dict(bibtex_fields(replace(_only(work, changed), type=work.type), kind))
    for name, field in _SPANS.items():
        span = reference.span(field)
        if name in changed and span and name in values:
            yield (*span, values[name])
    there = {match.group(1).lower() for match in _FIELD_NAME.finditer(reference.text)}
    added = {name: value for name, value in values.items() if name not in there and name != "entrysubtype"}
    if added:
        yield _insertion(reference, added)


def _is_closed(entry: str) -> bool:
    return entry[-1:] in ("}", ")") and entry.count("{") == entry.count("}")


def _only(work: Work, names: set[str]) -> Work:
    """A work with these fields of another and nothing else."""
    empty = Work()
    return replace(
        empty, **{name: getattr(work, name) for name in names if name not in ("key", "extra", "type")}
    )


def _insertion(reference: Reference, added: dict[str, str]) -> tuple[int, int, str]:
    body = reference.text[:-1].rstrip()
    found = _INDENT.search(reference.text)
    indent = f"\n{found.group(1)}" if found else " "
    lines = f",{indent}".join(f"{name} = {{{value}}}" for name, value in added.items())
    comma = "" if body.endswith(",") else ","
    at = reference.start + len(body)
    return at, at, f"{comma}{indent}{lines}{',' if body.endswith(',') else ''}"
