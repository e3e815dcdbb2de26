"""The works that live citations name, and the reference list that they print."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from litreview.formats import registry
from litreview.formats.setting import set_work
from litreview.formats.styled_list import Paragraph, styled_lists, typed_below
from litreview.formats.word.live import Csl, Live
from litreview.model.document import Entry, Style
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.years import LONE_YEAR

MIN_TITLE = 12
"""Letters of a folded title that tell one entry of a list from another."""
_LABEL = re.compile(r"[\[(]?(\d{1,4})[\])]?[.:)]?(?:\s|$)")
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
        lines = [line for line in _paragraphs(text, start, end, soft) if line[0] not in headings]
        labelled = _labelled(text, lines)
        joins = sum(labelled) >= MOST_LABELLED * len(lines)
        for n, (a, b) in enumerate(lines):
            says = any(char.isalpha() for char in text[a:b]) or bool(LONE_YEAR.search(text, a, b))
            if joins and n and not labelled[n] and says:
                entries[-1] = Entry(entries[-1].start, b)
            elif says or (joins and labelled[n]):
                entries.append(Entry(a, b))
    return entries


def _labelled(text: str, lines: Sequence[tuple[int, int]]) -> list[bool]:
    """Which paragraphs begin with a number; one that counts on needs no blank behind it."""
    found, count = list[bool](), 0
    for a, b in lines:
        label = _LABEL.match(text, a, b)
        count = int(label[1]) if label else count + 1
        found.append(bool(label) or bool(re.compile(rf"{count}(?!\d)").match(text, a, b)))
        count -= not found[-1]
    return found


def list_entries(
    text: str,
    fields: Sequence[tuple[int, int]],
    paragraphs: Sequence[Paragraph],
    soft: Collection[int],
    styles: Iterable[Style],
) -> list[Entry]:
    """The entries of the list: what a field prints and what was typed below it; else the paragraphs in a
    style of entries. Empty where neither is there: the list is then found by its words."""
    spans = list(fields) or styled_lists(text, paragraphs)
    if not spans or (not fields and any(start <= at < end for start, end in spans for at in soft)):
        return []
    entries = printed_entries(text, spans, soft, styles)
    below = typed_below(text, max(end for _, end in spans), paragraphs)
    return [*entries, *(Entry(start, end) for start, end in below)]


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
