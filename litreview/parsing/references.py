"""The references of a document: given as fields by its format, or read from the entries of its lists."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from litreview.formats.plain import without_markup
from litreview.formats.wording import Plain
from litreview.model.document import Document
from litreview.model.reference import Reference
from litreview.normalise.identifiers import clean_doi
from litreview.parsing.keys import reference_keys
from litreview.parsing.lists.entries import Cut, split_entries
from litreview.parsing.lists.repeated_authors import with_repeated_authors
from litreview.parsing.lists.sections import Section
from litreview.parsing.reading.fields import FieldReading, read_fields


def read_references(document: Document, sections: Sequence[Section]) -> tuple[Reference, ...]:
    """The references of a document: those its format gives as fields, else the entries of its lists."""
    return _with_linked_dois(document, _completed(document.references) or _of_lists(document, sections))


def _of_lists(document: Document, sections: Sequence[Section]) -> tuple[Reference, ...]:
    cuts = [cut for section in sections for cut in split_entries(document, section.start, section.end)]
    wordings = [without_markup(document.text[cut.start : cut.end], document.notation) for cut in cuts]
    readings = _read([wording.text for wording in wordings])
    keys = reference_keys([reading.work for reading in readings], [cut.key for cut in cuts])
    return tuple(
        _reference(document, cut, _in_source(reading, wording), key)
        for cut, wording, reading, key in zip(cuts, wordings, readings, keys, strict=True)
    )


def _read(texts: Sequence[str]) -> list[FieldReading]:
    """The fields of a list's entries. Authors that stand for a dash have no place in their entry."""
    readings = read_fields(texts)
    works = with_repeated_authors(texts, [reading.work for reading in readings])
    return [
        reading
        if work is reading.work
        else replace(reading, work=work, spans=tuple(one for one in reading.spans if one[0] != "author"))
        for reading, work in zip(readings, works, strict=True)
    ]


def _in_source(reading: FieldReading, wording: Plain) -> FieldReading:
    """A reading of an entry's wording with its spans led back through the markup."""
    spans = ((name, *wording.back(start, end)) for name, start, end in reading.spans)
    return replace(reading, spans=tuple(span for span in spans if span[2] > span[1]))


def _with_linked_dois(document: Document, references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """Entries whose DOI stands only behind a link ("CrossRef", a linked title) have it as their DOI."""
    links = sorted((one.start, one.end, doi) for one in document.hyperlinks if (doi := clean_doi(one.url)))
    starts = [start for start, _, _ in links]
    found = list(references)
    for at, reference in enumerate(references if links else ()):
        inside = links[bisect_left(starts, reference.start) : bisect_left(starts, reference.end)]
        dois = {doi for _, end, doi in inside if end <= reference.end}
        if not reference.work.doi and not reference.origin and len(dois) == 1:
            found[at] = replace(reference, work=replace(reference.work, doi=dois.pop()))
    return tuple(found)


def _completed(references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """References a format gives as fields; those that are only worded (JATS ``mixed-citation``) are read."""
    worded = [at for at, item in enumerate(references) if item.work.is_empty and item.text.strip()]
    found = list(references)
    for at, reading in zip(worded, _read([references[at].text for at in worded]), strict=True):
        reference = references[at]
        spans = tuple((name, reference.start + a, reference.start + b) for name, a, b in reading.spans)
        found[at] = replace(reference, work=replace(reading.work, key=reference.key), spans=spans)
    return tuple(found)


def _reference(document: Document, cut: Cut, reading: FieldReading, key: str) -> Reference:
    spans = tuple((name, cut.start + start, cut.start + end) for name, start, end in reading.spans)
    return Reference(
        key, document.text[cut.start : cut.end], replace(reading.work, key=key), cut.start, cut.end,
        cut.number, document.line(cut.start), spans, notation=document.notation,
    )  # fmt: skip
