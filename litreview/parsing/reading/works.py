"""A finished draft → the Work that it claims, and where each value stands."""

from __future__ import annotations

from dataclasses import replace

from litreview.model.work import PartialDate, Work
from litreview.normalise.names import parse_names
from litreview.normalise.printed_dates import parse_date, parse_date_words
from litreview.parsing.reading.draft import TEXTS, Draft
from litreview.parsing.reading.spans import blanked
from litreview.parsing.reading.worktype import guess_type

CSL_NAMES = {
    "author": "author",
    "editor": "editor",
    "title": "title",
    "container": "container-title",
    "year": "issued",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "pages": "page",
    "publisher": "publisher",
    "place": "publisher-place",
}
Spans = tuple[tuple[str, int, int], ...]


def finish(draft: Draft, order: str = "") -> tuple[Work, Spans]:
    """The Work that the places claim, and the places by CSL name. ``order``: see ``parse_names``."""
    cuts, extras = draft.cuts, draft.extras
    author, et_al = parse_names(draft.value("author"), order)
    editor, _ = parse_names(draft.value("editor"))
    work = Work(
        author=author,
        et_al=et_al or draft.et_al,
        editor=author if draft.edited and not editor else editor,
        title=draft.value("title"),
        container_title=draft.value("container"),
        collection_title=extras.series,
        number=extras.number or draft.value("number"),
        edition=extras.edition,
        note=extras.note,
        issued=_issued(draft),
        volume=draft.value("volume"),
        issue=draft.value("issue"),
        page=draft.value("pages"),
        publisher=draft.value("publisher"),
        publisher_place=draft.value("place"),
        doi=cuts.doi,
        pmid=cuts.pmid,
        pmcid=cuts.pmcid,
        arxiv=cuts.arxiv,
        url=cuts.url,
        isbn=(cuts.isbn,) if cuts.isbn else (),
        issn=(cuts.issn,) if cuts.issn else (),
    )
    spans = [(CSL_NAMES[label], start, end) for label, (start, end) in draft.places]
    if cuts.doi_span:
        spans.append(("DOI", *cuts.doi_span))
    ordered = tuple(sorted(spans, key=lambda span: (span[1], span[2])))
    return replace(work, type=guess_type(work, draft.text)), ordered


def _issued(draft: Draft) -> PartialDate | None:
    """The year where the labels put it, else a literal such as "in press"."""
    printed = draft.value("year")
    if printed:
        return parse_date(printed) or PartialDate(literal=printed)
    return parse_date_words(blanked(draft.text, (span for label, span in draft.places if label in TEXTS)))
