"""Reader's doubt: where what was read of an article contradicts itself, the cause is our reading.

A journal's article cites nearly all it lists and lists all it cites. Where most of a list seems uncited, most
citations lead nowhere, or numbers are missing in a row, a column was lost or a style was not understood;
whoever reports each of these as the author's fault accuses falsely, many times over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from litreview.model.article import Citation, Link, meant
from litreview.model.document import Document
from litreview.model.doubt import Doubt, Reading
from litreview.model.reference import Reference

FEW_LOST, MOST_LOST = 3, 0.5
MANY_LOST, MUCH_LOST = 6, 1 / 3
"""Citation items that lead nowhere, and their share of all: from either pair on the reading is in doubt.
Among the 29 stored articles in text, XML and Markdown the largest share is .023 (one item); the limits are a
judgement."""
MANY_UNCITED, MOST_UNCITED = 6, 0.5
"""Printed entries that nothing cites, and their share of the list, likewise. Two of the 17 stored PDFs truly
cite less than half of what they list; there the note says so in one sentence. Of the stored articles one, as
text without its tables, seems to cite just half, the others at least .97."""
MISSING_NUMBERS = 3
"""Numbers that the text cites or the list's own count demands, and no entry has. One or two are an author's
slip; three are entries lost in reading, or a list that was cut off."""


def find_doubts(
    document: Document,
    references: Sequence[Reference],
    citations: Sequence[Citation],
    links: Sequence[Link],
    elsewhere: frozenset[str] = frozenset(),
) -> tuple[Doubt, ...]:
    """What cannot be relied upon in the reading of an article, at most one sentence for each part of it."""
    if document.is_bibliography:
        return ()
    if not references:
        return () if document.diagnoses else tuple(_without_list(links))  # damaged-file says why
    about_list = next(_of_list(references, links), None)
    about_citations = next(_of_lost_text(document), None)
    if not about_list and not about_citations:
        about_citations = next(_of_citations(references, citations, links, elsewhere), None)
    return tuple(doubt for doubt in (about_list, about_citations) if doubt)


def _without_list(links: Sequence[Link]) -> Iterator[Doubt]:
    if links:
        cited = f"{len(links)} works" if len(links) > 1 else "a work"
        yield Doubt(
            Reading.LIST,
            f"the reference list of this file was not recognised, although its text cites {cited}, so the "
            "citations were not checked against it",
        )
    else:
        yield Doubt(
            Reading.LIST,
            "neither a reference list nor a citation was recognised in this file, so nothing was checked",
        )


def _of_lost_text(document: Document) -> Iterator[Doubt]:
    """Text that was not read may cite what seems uncited, and list what seems missing."""
    lost = [remark.message for remark in document.diagnoses if remark.lost]
    if lost:
        yield _unreliable("; ".join(lost))


def _of_list(references: Sequence[Reference], links: Sequence[Link]) -> Iterator[Doubt]:
    """Entries that must be there by their numbers, and were not read."""
    numbers = {reference.number for reference in references if reference.number is not None}
    if len(numbers) < len(references) / 2:
        return
    cited = {link.item.number for link in links if link.item.number is not None and not link.item.key}
    gaps = set(range(min(numbers), max(numbers))) - numbers
    missing = sorted(number for number in (cited - numbers) | gaps if number)
    if len(missing) >= MISSING_NUMBERS:
        yield Doubt(
            Reading.LIST,
            f"the reference list of this file could not be read reliably: of {len(references)} entries read "
            f"none has the number {_series(missing)}; what rests on the list was not judged",
        )


def _of_citations(
    references: Sequence[Reference],
    citations: Sequence[Citation],
    links: Sequence[Link],
    elsewhere: frozenset[str],
) -> Iterator[Doubt]:
    read = [link for link in links if not link.item.key]
    lost = sum(not link.references for link in read)
    if _beyond(lost, len(read), FEW_LOST, MOST_LOST) or _beyond(lost, len(read), MANY_LOST, MUCH_LOST):
        yield _unreliable(f"{lost} of {len(read)} lead to no entry of the reference list")
    cited = {(entry.key, entry.start) for entry in meant(links)}
    printed = [entry for entry in references if not entry.origin and entry.key not in elsewhere]
    uncited = sum((entry.key, entry.start) not in cited for entry in printed)
    if citations and _beyond(uncited, len(printed), MANY_UNCITED, MOST_UNCITED):
        yield _unreliable(
            f"{uncited} of the {len(printed)} entries of the reference list seem not to be cited"
        )


def _beyond(count: int, of: int, least: int, share: float) -> bool:
    return count >= least and count > share * of


def _unreliable(reason: str) -> Doubt:
    return Doubt(
        Reading.CITATIONS,
        f"the citations of this file could not be read reliably: {reason}; what rests on them was not judged",
    )


def _series(numbers: Sequence[int]) -> str:
    """ "4, 5, 9 and 3 more"."""
    shown = ", ".join(str(number) for number in numbers[:_SHOWN])
    more = len(numbers) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


_SHOWN = 6
"""Numbers that a message names; set by what fits a line."""
