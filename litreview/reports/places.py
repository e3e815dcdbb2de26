"""Where a person looks for a finding: a line, a paragraph of a Word file, a page of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from litreview.formats.catalogue import named
from litreview.model.article import Article
from litreview.model.finding import Finding

_NOTES = {"footnote": "a footnote", "endnote": "an endnote"}
"""Notes are numbered by the file, not as they are printed."""
_COUNTED = re.compile(r"(?P<word>[a-z]+) (?P<number>\d+)(?P<rest>.*)")


def whereabouts(article: Article, line: int | None, start: int | None = None, origin: str = "") -> str:
    """Where a person looks: ``paragraph 12`` of a Word file, ``page 3`` of a PDF, ``line 40`` of the rest (of
    a web page or XML the line of the file, not of the text in it)."""
    if not line:
        return "the whole file"
    if origin:
        return f"line {line} of {PurePath(origin).name}"
    found = None if start is None else article.document.place(start)
    if found and (found.name.startswith("line ") or not named(article.document.format).lines):
        return _NOTES.get(found.name.split()[0], found.name)
    return f"line {line}"


def place_of(article: Article, finding: Finding) -> str:
    """Where a person looks for a finding of an article."""
    return whereabouts(article, finding.line, finding.start, finding.origin)


def listing(article: Article, finding: Finding) -> str:
    """All places of a finding, short: ``lines 4, 12–15``, behind the numbers of a numbered list's entries;
    empty where it has one place."""
    if not finding.places:
        return ""
    numbers = {one.key: one.number for one in article.references if one.number is not None}
    entries = [numbers.get(one.reference) for one in finding.places if not one.citation]
    where = joined(place_of(article, one) for one in finding.places)
    if not entries or not all(entries):
        return where
    return f"{', '.join(f'[{part}]' for part in _runs(entries))} ({where})"


def joined(places: Iterable[str]) -> str:
    """Places in the order found, those of one kind as one list.

    >>> joined(["line 4", "line 5", "line 6", "a footnote", "line 9"])
    'lines 4–6, 9; a footnote'
    """
    kinds: dict[tuple[str, str], list[int]] = {}
    for place in places:
        found = _COUNTED.fullmatch(place)
        kind = (found["word"], found["rest"]) if found else (place, "")
        kinds.setdefault(kind, []).extend([int(found["number"])] if found else [])
    return "; ".join(
        f"{word}{'s' if len(set(numbers)) > 1 else ''} {', '.join(_runs(numbers))}{rest}" if numbers else word
        for (word, rest), numbers in kinds.items()
    )


def _runs(numbers: Iterable[int | None]) -> list[str]:
    """Numbers sorted, three and more in a row as a range.

    >>> _runs([3, 1, 2, 7, 8])
    ['1–3', '7', '8']
    """
    runs: list[list[int]] = []
    for number in sorted({one for one in numbers if one is not None}):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        part
        for run in runs
        for part in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(number) for number in run])
    ]
