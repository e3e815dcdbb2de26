"""One reference: labelled tokens → Work and spans. Readers of names and number blocks overrule the labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from litreview.model.work import PartialDate, Work
from litreview.normalise.names import parse_names
from litreview.normalise.numbers import parse_date, parse_date_words
from litreview.normalise.organisations import leading_organisations
from litreview.normalise.vocabulary.et_al import BEHIND_NAMES
from litreview.parsing.reading.cuts import Cuts
from litreview.parsing.reading.extras import Extras, find_extras
from litreview.parsing.reading.numberblock import find_block
from litreview.parsing.reading.segments import Span, choose, trimmed
from litreview.parsing.reading.steps.barenames import end_bare_names, part_after_colon
from litreview.parsing.reading.steps.borders import mend_borders
from litreview.parsing.reading.steps.imprints import (
    find_lost_container,
    rejoin_subtitle,
    shed_imprint,
    split_title,
    tidy_publisher,
)
from litreview.parsing.reading.steps.oddnumbers import (
    drop_impossible_numbers,
    find_lost_numbers,
    find_year_volume,
    number_report,
    split_volume,
)
from litreview.parsing.reading.steps.repairs import free_title, repair_container, repair_title, repaired_pages
from litreview.parsing.reading.tokens import Tokens
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
_ET_AL = BEHIND_NAMES
_YEAR = re.compile(r"(?<![\d/.-])(?:1[5-9]\d\d|20[0-4]\d)[a-z]?(?![\d/.]\d|\d)")
_SPAN_MARKS = frozenset("-–—")
_ET_AL_CUT = re.compile(r"[\s,]u\.\s?a$")
_IN = re.compile(r"\b[Ii]n\b")
_TEXTS = frozenset({"title", "container"})
_EDITORS = re.compile(r"[\s,;.]*[\[(]?\s?(?:Hrsgg?|Hgg?|Eds?|editors?|eds?|hrsg)\b\.?\s?[\])]?")


@dataclass(frozen=True, slots=True)
class Draft:
    """A reference on its way: the text, what patterns cut off, and the tokens."""

    text: str
    cuts: Cuts
    tokens: Tokens


@dataclass(frozen=True, slots=True)
class Reading:
    """The places of the fields in one reference, after the readers have had their say."""

    draft: Draft
    places: dict[str, Span]
    extras: Extras
    et_al: bool
    edited: bool

    def value(self, label: str) -> str:
        """The text of a field, blanks folded; empty where there is none."""
        if label not in self.places:
            return ""
        start, end = self.places[label]
        return " ".join(self.draft.text[start:end].split())


def read(draft: Draft, labels: Sequence[str]) -> Reading:
    """Places of all fields: the label model's, corrected."""
    text = draft.text
    places = choose(draft.tokens, labels, text)
    organisations = leading_organisations(text, draft.cuts.body)
    if organisations and places.get("author", organisations)[0] <= organisations[0] + 1:
        _claim(text, places, "author", organisations)
    end_bare_names(text, places, draft.cuts.body)
    part_after_colon(text, places)
    author_end = places.get("author", (0, draft.cuts.body))[1]
    extras = find_extras(text, author_end)
    et_al = edited = False
    if "author" in places:
        cut = _ET_AL_CUT.search(text, *places["author"])
        match = _ET_AL.match(text, cut.start() if cut else author_end)
        if match:
            places["author"] = (places["author"][0], match.end())
            et_al, author_end = True, match.end()
        edited = bool(_EDITORS.match(text, author_end))
    free_title(text, places)
    _overrule_numbers(text, places, author_end)
    _share_out(draft, places, extras)
    _find_year(draft, places)
    find_year_volume(text, places)
    drop_impossible_numbers(text, places)
    return Reading(draft, places, extras, et_al, edited)


def _overrule_numbers(text: str, places: dict[str, Span], after: int) -> None:
    """A number block of an unmistakable form is believed against the labels."""
    title = places.get("title")
    block = find_block(text, max(after, title[1] if title else 0))
    if block is None:
        return
    for label, span in (("volume", block.volume), ("issue", block.issue), ("pages", block.pages)):
        if span is not None:
            places[label] = span
    if block.year:
        places["year"] = block.year
    for label in ("volume", "issue"):
        known = places.get(label)
        if known and getattr(block, label) is None and block.start <= known[0] < block.end:
            del places[label]
    container = places.get("container")
    if container and container[0] < block.start < container[1]:
        places["container"] = (container[0], block.start)


def _claim(text: str, places: dict[str, Span], label: str, span: Span) -> None:
    """Give a span to a field; what other texts had of it they lose from their start."""
    for other, (start, end) in list(places.items()):
        if other != label and start < span[1] and end > span[0]:
            left = trimmed(text, max(start, span[1]), end)
            if left[0] < left[1] and other in _TEXTS:
                places[other] = left
            else:
                del places[other]
    places[label] = span


def _find_year(draft: Draft, places: dict[str, Span]) -> None:
    """A year the labels missed: outside all fields, else at the end of the title or container.

    A year that is half of a span ("1871–1880") gives way to a later one that stands alone.
    """
    text = draft.text
    known = places.get("year")
    if known and text[known[1] : known[1] + 1] not in _SPAN_MARKS:
        return
    cuts = [(start, end) for start, end, _ in draft.cuts.spans]
    numbers = [places[label] for label in ("volume", "issue", "pages") if label in places]
    texts = [places[label] for label in _TEXTS if label in places]
    for hidden in (cuts + numbers + texts, cuts + numbers, cuts):
        found = [match.span() for match in _YEAR.finditer(_blanked(text, hidden))]
        alone = [
            (start, end) for start, end in found if not {text[end : end + 1], text[start - 1]} & _SPAN_MARKS
        ]
        if known and not alone:
            return
        if found:
            places["year"] = (alone or found)[-1]
            _give_up(text, places, places["year"])
            return


def _give_up(text: str, places: dict[str, Span], year: Span) -> None:
    """A year found at either end of a title or container is no part of it."""
    for label in _TEXTS & places.keys():
        start, end = places[label]
        if start < year[0] < end <= year[1] + 1:
            places[label] = trimmed(text, start, year[0])
        elif year[0] <= start < year[1] < end:
            places[label] = trimmed(text, year[1], end)


def _blanked(text: str, spans: Sequence[Span]) -> str:
    """The text with blanks where the spans are; places stay."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _share_out(draft: Draft, places: dict[str, Span], extras: Extras) -> None:
    """Titles and containers give up what the extras or a mark claim; a book's lone container is its title."""
    text, spans = draft.text, draft.cuts.spans
    for label, repair in (("title", repair_title), ("container", repair_container)):
        if label in places:
            repair(text, places, extras.spans)
            shed_imprint(text, places, label)
            if places[label][0] >= places[label][1]:
                del places[label]
    find_lost_numbers(text, places, spans)
    find_lost_container(text, places)
    split_volume(text, places)
    split_title(text, places)
    mend_borders(text, places)
    tidy_publisher(text, places)
    rejoin_subtitle(text, places)
    number_report(text, places)
    if extras.series:
        for label in {"container", "issue", "volume"} & places.keys():
            if any(start <= places[label][0] and places[label][1] <= end for start, end in extras.spans):
                del places[label]
    lone = "container" in places and "title" not in places
    start = places.get("author", (0, 0))[1]
    lone = lone and not _IN.search(text, start, places["container"][0])
    if lone and not places.keys() & {"pages", "issue"} and places.keys() & {"publisher", "place"}:
        places["title"] = places.pop("container")


def finish(reading: Reading, order: str = "") -> tuple[Work, Spans]:
    """The Work that the places claim, and the places by CSL name. ``order``: see ``parse_names``."""
    draft, cuts, extras = reading.draft, reading.draft.cuts, reading.extras
    author, et_al = parse_names(reading.value("author"), order)
    editor, _ = parse_names(reading.value("editor"))
    if reading.edited and not editor:
        editor = author
    work = Work(
        author=author,
        et_al=et_al or reading.et_al,
        editor=editor,
        title=reading.value("title"),
        container_title=reading.value("container"),
        collection_title=extras.series,
        number=extras.number or reading.value("number"),
        edition=extras.edition,
        note=extras.note,
        issued=_issued(reading),
        volume=reading.value("volume"),
        issue=reading.value("issue"),
        publisher=reading.value("publisher"),
        publisher_place=reading.value("place"),
        doi=cuts.doi,
        pmid=cuts.pmid,
        pmcid=cuts.pmcid,
        arxiv=cuts.arxiv,
        url=cuts.url,
        isbn=(cuts.isbn,) if cuts.isbn else (),
        issn=(cuts.issn,) if cuts.issn else (),
    )
    work = replace(work, page=repaired_pages(reading.value("pages"), work))
    work = replace(work, type=guess_type(work, draft.text))
    spans = [(CSL_NAMES[label], start, end) for label, (start, end) in reading.places.items()]
    if cuts.doi_span:
        spans.append(("DOI", *cuts.doi_span))
    return work, tuple(sorted(spans, key=lambda span: (span[1], span[2])))


def _issued(reading: Reading) -> PartialDate | None:
    """The year where the labels put it, else a literal such as "in press"."""
    printed = reading.value("year")
    if printed:
        return parse_date(printed) or PartialDate(literal=printed)
    texts = [span for label, span in reading.places.items() if label in _TEXTS]
    return parse_date_words(_blanked(reading.draft.text, texts))
