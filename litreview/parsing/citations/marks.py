"""Citations that the format declares by keys: ``\\cite{…}``, ``[@key]``, links into the list."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from litreview.model.article import Citation, CitationItem
from litreview.model.document import Document, Mark
from litreview.normalise.vocabulary.dashes import ANY_DASH, DASH
from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.citations.evidence import ListEvidence
from litreview.parsing.citations.name_reader import Manner
from litreview.parsing.citations.names import read_authors
from litreview.parsing.citations.numbers import find_bracketed, read_numbers

_YEAR = re.compile(rf"(?<!\d)({YEAR})([a-z](?![a-z]))?(?!\d)")
_GAP = re.compile(rf"[\s,;]*+(?:{DASH}|and|&|und|et)?+[\s,;]*+")
_GAP_LIMIT = 8
_OPEN, _CLOSE = "([（［", ")]）］"
_SPACED = ("( ", "[ ")


def read_marks(document: Document, keys: Container[str], evidence: ListEvidence) -> list[Citation]:
    """The declared citations in order; neighbouring links, "(A 2017; B 2015)" or "[1],[2]", are one citation.

    Word's fields are left to ``live``: their keys are no keys of references. A link that leads to no known
    reference is left out; a citation key never is, since the author typed it.
    """
    marks = sorted(
        (mark for mark in document.marks if mark.keys and mark.kind != "field"), key=lambda mark: mark.start
    )
    known = [mark for mark in marks if mark.kind == "key" or any(key in keys for key in mark.keys)]
    return [_citation(document.text, group, keys, evidence) for group in _groups(document.text, known)]


def _groups(text: str, marks: Iterable[Mark]) -> list[list[Mark]]:
    groups: list[list[Mark]] = []
    for mark in marks:
        last = groups[-1][-1] if groups else None
        near = (
            last is not None and mark.kind == last.kind == "link" and 0 <= mark.start - last.end <= _GAP_LIMIT
        )
        if last is not None and near and _GAP.fullmatch(text, last.end, mark.start):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _citation(text: str, marks: list[Mark], keys: Container[str], evidence: ListEvidence) -> Citation:
    items = (item for mark in marks for item in _items(text, mark, keys, evidence))
    return cut_citation(text, marks, tuple(items))


def cut_citation(text: str, marks: list[Mark], items: tuple[CitationItem, ...]) -> Citation:
    """The citation that marks next to each other are, with the brackets around them."""
    start, end = marks[0].start, marks[-1].end
    opened = start - 2 if text[start - 2 : start] in _SPACED else start - 1
    if opened >= 0 and text[opened] in _OPEN and text[end : end + 1] == _CLOSE[_OPEN.index(text[opened])]:
        start, end = opened, end + 1
    return Citation(text[start:end], start, end, items, _kind(text, marks, start, items))


def _kind(text: str, marks: list[Mark], start: int, items: tuple[CitationItem, ...]) -> str:
    if marks[0].kind == "key":
        return "key"
    if any(item.number is not None for item in items):
        return "bracketed" if text[start : start + 1] in _OPEN else "superscript"
    return "parenthetical" if text[start : start + 1] in _OPEN else "narrative"


def _items(text: str, mark: Mark, keys: Container[str], evidence: ListEvidence) -> list[CitationItem]:
    """One item per key, with what the visible text says about it: number, or names and year. A key that leads
    nowhere gives way to the words that the reader sees: "bib41" is a name for programs."""
    numbers = printed_numbers(text, mark, evidence) if mark.kind != "key" else ()
    spoken = (
        _spoken(text, mark, evidence) if mark.kind != "key" and len(mark.keys) == 1 and not numbers else None
    )
    items = []
    for n, key in enumerate(mark.keys):
        locator = mark.locators[n] if n < len(mark.locators) else ""
        if numbers and len(numbers) == len(mark.keys):
            number = numbers[n]
            items.append(
                CitationItem(
                    number=number.number, locator=locator, key=key, start=number.start, end=number.end
                )
            )
        elif spoken:
            items.append(
                CitationItem(
                    spoken.names,
                    spoken.year,
                    spoken.suffix,
                    None,
                    locator,
                    key,
                    spoken.et_al,
                    mark.start,
                    mark.end,
                )
            )
        elif mark.kind == "link" and key not in keys:
            shown = " ".join(text[mark.start : mark.end].strip("()[] ").split())
            items.append(CitationItem((shown,), locator=locator, start=mark.start, end=mark.end))
        else:
            at = text.find(key, mark.start, mark.end)
            span = (at, at + len(key)) if at >= 0 else (mark.start, mark.end)
            items.append(CitationItem(locator=locator, key=key, start=span[0], end=span[1]))
    return items


def printed_numbers(text: str, mark: Mark, evidence: ListEvidence) -> tuple[CitationItem, ...]:
    """The reference numbers that a mark shows, ranges unfolded; empty where it shows words or years."""
    if re.fullmatch(rf"[{ANY_DASH}\s\[\]()\d,;]+", text[mark.start : mark.end]):
        bare = text[mark.start : mark.end].translate(str.maketrans("[]()", "    "))
        shifted = read_numbers(bare, 0, len(bare), "", evidence)
        if any(i.number and i.number > evidence.size and _YEAR.fullmatch(str(i.number)) for i in shifted):
            return ()
        return tuple(
            CitationItem(number=i.number, start=mark.start + i.start, end=mark.start + i.end) for i in shifted
        )
    return tuple(item for one in find_bracketed(text, evidence, mark.start, mark.end) for item in one.items)


def _spoken(text: str, mark: Mark, evidence: ListEvidence) -> CitationItem | None:
    year = _YEAR.search(text, mark.start, mark.end)
    if not year:
        return None
    end = year.start()
    if text[mark.start : end].rstrip().endswith("("):
        end = text.rindex("(", mark.start, end)
    authors = read_authors(text, mark.start, end, Manner(evidence), inside=True)
    return CitationItem(
        authors.names if authors else (), int(year[1]), year[2] or "", et_al=bool(authors and authors.et_al),
        start=mark.start, end=mark.end,
    )  # fmt: skip
