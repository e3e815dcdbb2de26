"""The works that live citations name, and the reference list that they print."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from litreview.formats import registry
from litreview.formats.setting import set_work
from litreview.formats.word.live import Csl, Live
from litreview.model.document import Entry, Style
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.years import YEAR

MIN_TITLE = 12
"""Letters of a folded title that tell one entry of a list from another."""
_LABEL = re.compile(r"[\[(]?\d{1,4}[\])]?[.:)]?(?:\s|$)")
_TYPED = re.compile(
    r"(?:[\[(]?\d{1,4}[\])]?[.:)]?\s+)?[^\W\d_][\w'’-]+,? (?:[A-Z]\.|[A-Z]{1,3}\b|[A-Z]\w+,).*?"
    rf"\b{YEAR}\b"
)
MOST_LABELLED = 0.8
"""Share of the paragraphs of a list that begin with a number above which the others continue an entry."""


def works_of(live: Sequence[Live], keys: Sequence[tuple[str, ...]]) -> dict[str, Work]:
    """Key to work for every record the citations carry, in the order of first citation; ``keys`` are those
    of the cites."""
    csl: dict[str, Csl] = {}
    endnote: dict[str, str] = {}
    for key, cite in zip(
        (key for several in keys for key in several), (c for one in live for c in one), strict=True
    ):
        if cite.endnote:
            endnote.setdefault(key, cite.endnote)
        elif cite.csl:
            csl.setdefault(key, cite.csl)
    works = _from_csl(csl) | _from_endnote(endnote)
    return {
        key: works[key] for key in dict.fromkeys(key for several in keys for key in several) if key in works
    }


def references_of(works: Mapping[str, Work]) -> tuple[Reference, ...]:
    """References for citations whose list is not printed; their text is set by us and stands nowhere."""
    return tuple(
        Reference(
            key,
            "".join(piece.text for piece in set_work(work)),
            replace(work, key=key),
            notation=Notation.WORD_FIELD,
        )
        for key, work in works.items()
    )


def printed_entries(
    text: str, spans: Iterable[tuple[int, int]], soft: Collection[int], styles: Iterable[Style]
) -> list[Entry]:
    """The entries of the printed bibliographies: a paragraph each, or a row of a table.

    Line ends inside paragraphs (``soft``) divide nothing; headings are no entries; in a numbered list a
    paragraph without a number continues the one before.
    """
    headings = {style.start for style in styles if style.kind == "heading"}
    entries: list[Entry] = []
    for start, end in spans:
        lines = [
            (a, b) for a, b in _paragraphs(text, start, end, soft)
            if a not in headings and any(char.isalpha() for char in text[a:b])
        ]  # fmt: skip
        labelled = [bool(_LABEL.match(text, a, b)) for a, b in lines]
        joins = sum(labelled) >= MOST_LABELLED * len(lines)
        for n, (a, b) in enumerate(lines):
            if n and joins and not labelled[n]:
                entries[-1] = Entry(entries[-1].start, b)
            else:
                entries.append(Entry(a, b))
    return entries


def typed_entries(
    text: str, entries: Sequence[Entry], paragraphs: Sequence[tuple[int, int, str]]
) -> list[Entry]:
    """Entries that the author typed below a field's list: the paragraphs that follow it in its own style
    (``Bibliography``, ``EndNoteBibliography``); where the list has none, as long as they begin with a
    person and have a year. ``paragraphs`` are spans with their styles."""
    if not entries:
        return []
    end, last = max(entry.end for entry in entries), max(entry.start for entry in entries)
    own = next((style for start, stop, style in paragraphs if start <= last < stop), "")
    below = [one for one in sorted(paragraphs) if one[0] >= end and one[1] > one[0]]
    typed = takewhile(lambda one: one[2] == own and (own or _TYPED.match(text, one[0], one[1])), below)
    return [Entry(start, stop) for start, stop, _ in typed]


def _paragraphs(text: str, start: int, end: int, soft: Collection[int]) -> Iterable[tuple[int, int]]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        while stop in soft:
            stop = text.find("\n", stop + 1, end)
        stop = end if stop < 0 else stop
        line = text[at:stop]
        if line.strip():
            yield at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        at = stop + 1


def share_printed(text: str, works: Iterable[Work]) -> float:
    """Share of the records that stand in the text outside of citations, by title or DOI: near 1 where a list
    is printed. Styles without titles show first author, year and page in one line."""
    folded, lower = fold(text), text.casefold()
    lines = [fold(line) for line in text.split("\n")]
    told = [_stands(work, folded, lower, lines) for work in works]
    known = [one for one in told if one is not None]
    return sum(known) / len(known) if known else 0.0


def _stands(work: Work, folded: str, lower: str, lines: Sequence[str]) -> bool | None:
    """Whether a record is printed; None where it says too little to know."""
    title = fold(work.title)
    if len(title) >= MIN_TITLE and title in folded:
        return True
    if work.doi and work.doi in lower:
        return True
    page = re.match(r"\w*\d\w*", work.page)
    wanted = [
        fold(work.author[0].family or work.author[0].literal) if work.author else "",
        str(work.year or ""),
        page.group().casefold() if page else "",
    ]
    if all(wanted) and any(
        all(word in line.split(" ") for word in wanted) for line in lines if wanted[1] in line
    ):
        return True
    return False if all(wanted) or len(title) >= MIN_TITLE else None


def _from_csl(items: Mapping[str, Csl]) -> dict[str, Work]:
    if not items:
        return {}
    written = [{**item, "id": key} for key, item in items.items()]
    document = registry.read_text(json.dumps(written), "csl")
    return {key: ref.work for key, ref in zip(items, document.references, strict=False)}


def _from_endnote(records: Mapping[str, str]) -> dict[str, Work]:
    if not records:
        return {}
    try:
        document = registry.read_text(f"<xml><records>{''.join(records.values())}</records></xml>", "endnote")
    except InputError:
        return {}
    return {key: ref.work for key, ref in zip(records, document.references, strict=False)}
