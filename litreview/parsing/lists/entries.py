"""A reference list cut into its entries. n entries in, n out: every letter of the list ends in one of
them, but for lines that are none of it (``foreign``)."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from litreview.model.document import Document, Entry
from litreview.parsing.lists.dividers import without_dividers
from litreview.parsing.lists.foreign import foreign_from
from litreview.parsing.lists.layout import MIN_LETTERED, are_entries, entry_starts
from litreview.parsing.lists.likeness import BULLET, LABEL, LETTERED, PERSON_START, YEARLESS
from litreview.parsing.lists.lines import Line, by_paragraphs, read_lines, without_notes
from litreview.parsing.lists.runtogether import inner_starts, packed_starts


class Cut(NamedTuple):
    """One entry: its span without label, its number (None where unnumbered), and its key where the format
    has one."""

    start: int
    end: int
    number: int | None = None
    key: str = ""


_BARE = re.compile(r"[\[(]?(\d{1,3})[\])]?[.:]?")
_INLINE = re.compile(
    r"(?:\[(\d{1,4})\]|\((\d{1,4})\)|(?<![\d.(–-])(\d{1,4})[.)])\s{0,3}(?=[^\W\d_]|[\"“„«‘'—–])"
)


def split_entries(document: Document, start: int, end: int) -> tuple[Cut, ...]:
    """The entries of the reference list ``document.text[start:end]``, in order; as the format declares
    them, if it does."""
    declared = [entry for entry in document.entries if start <= entry.start < end]
    if declared:
        cuts = [_declared(document.text, entry) for entry in declared]
        return _counted(document.text, [cut for cut in cuts if cut.end > cut.start])
    printed = by_paragraphs(read_lines(document.text, start, end), document)
    lines = without_dividers(document.text, without_notes(printed, document))
    kept = {line.start for line in lines}
    return _split(document.text, lines, end, [line.start for line in printed if line.start not in kept])


def _declared(text: str, entry: Entry) -> Cut:
    """An entry of the format; of some only the number is known."""
    cut = _trim(text, entry.start, entry.end)
    if entry.number is None and cut.number is None and (bare := _BARE.fullmatch(text, cut.start, cut.end)):
        cut = cut._replace(number=int(bare[1]))
    return cut._replace(key=entry.key, number=cut.number if entry.number is None else entry.number)


def _counted(text: str, cuts: list[Cut]) -> tuple[Cut, ...]:
    """Entries of which nearly all begin with their place in the list; some are no label by themselves:
    "8“World report", "32R: a language", "3 2011." """
    found = []
    for n, cut in enumerate(cuts, 1):
        glued = re.compile(rf"{n}(?!\d)\s*(?=\S)").match(text, cut.start, cut.end)
        found.append(cut._replace(start=glued.end(), number=n) if glued and cut.number is None else cut)
    agree = sum(cut.number == n for n, cut in enumerate(found, 1))
    return tuple(found if len(cuts) > 1 and agree >= _COUNTED_SHARE * len(cuts) else cuts)


_COUNTED_SHARE = 0.9
"""Share of entries that begin with their place from which they all are numbered; one may have lost it."""


def split_list(text: str, start: int, end: int) -> tuple[Cut, ...]:
    """The entries of ``text[start:end]``: by labels, bullets, blank lines, indents or line ends; then
    those that were run together in one paragraph."""
    return _split(text, read_lines(text, start, end), end, [])


def _split(text: str, lines: list[Line], end: int, floats: list[int]) -> tuple[Cut, ...]:
    """``floats`` are the starts of lines of tables and figures, which are none of ``lines``."""
    if not lines:
        return ()
    first = lines[0].start
    labelled = (
        LABEL.match(text, first, end) or BULLET.match(text, first, end) or LETTERED.match(text, first, end)
    )
    apart = bool(labelled) or are_entries(text, lines)
    packed = () if apart else packed_starts(text, first, end)
    gaps = sum(line.after_gap for line in lines)
    starts = packed if packed and gaps < _PARTED * len(packed) else entry_starts(text, lines)
    pieces = [_trim(text, a, _own_end(text, lines, a, b, floats)) for a, b in pairwise([*starts, end])]
    pieces = [piece for piece in pieces if piece.end > piece.start]
    if not pieces:  # a line of rights and no entry
        return ()
    following = [*(piece.number for piece in pieces[1:]), None]
    cuts = [
        cut
        for piece, next_ in zip(pieces, following, strict=True)
        for cut in _run_together(text, piece, next_)
    ]
    cuts = _yearless(text, _filled(cuts))
    if len(cuts) > 1 and all(cut.number == 1 for cut in cuts):  # Markdown counts "1." "1." "1." itself
        cuts = [cut._replace(number=n) for n, cut in enumerate(cuts, 1)]
    return tuple(cuts)


def _filled(cuts: list[Cut]) -> list[Cut]:
    """An entry without a number between two whose numbers leave one out has the one that is missing."""
    found = list(cuts)
    for at, (before, cut, after) in enumerate(zip(cuts, cuts[1:], cuts[2:], strict=False), 1):
        if cut.number is None and before.number is not None and after.number == before.number + 2:
            found[at] = cut._replace(number=before.number + 1)
    return found


def _yearless(text: str, cuts: list[Cut]) -> list[Cut]:
    """Labels without a year in a list that is labelled by letters are cut off too: "[End]"."""
    if sum(bool(cut.key) for cut in cuts) < MIN_LETTERED:
        return cuts
    found = []
    for cut in cuts:
        label = None if cut.key or cut.number else YEARLESS.match(text, cut.start, cut.end)
        found.append(cut._replace(start=label.end(), key=label[1]) if label else cut)
    return found


def _own_end(text: str, lines: list[Line], start: int, end: int, floats: list[int]) -> int:
    """The end of an entry without the foreign lines and the tables that stand after it."""
    first, last_line = (bisect_left(lines, at, key=lambda line: line.start) for at in (start, end))
    own = lines[first:last_line]
    foreign = foreign_from(text, own)
    if foreign is not None:
        return foreign
    last = own[-1].start if own else start
    return min((at for at in floats if last < at < end), default=end)


def _trim(text: str, start: int, end: int) -> Cut:
    """The span without label and blanks."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    label = LABEL.match(text, start, end)
    if label and not _is_year(text, label) and label.end() < end:
        return Cut(label.end(), end, int(next(value for value in label.groups() if value)))
    lettered = LETTERED.match(text, start, end)
    if lettered and lettered.end() < end:
        return Cut(lettered.end(), end, key=lettered[1])
    bullet = BULLET.match(text, start, end)
    return Cut(bullet.end() if bullet and bullet.end() < end else start, end)


def _is_year(text: str, label: re.Match[str]) -> bool:
    bare, round_ = label["bare"], label["round"]
    if round_ is not None and len(round_) == 4:  # "(2022) World report."
        return True
    return bare is not None and (len(bare) == 4 or text[label.end() : label.end() + 1].isdigit())


def _run_together(text: str, cut: Cut, following: int | None) -> list[Cut]:
    """An entry that is really several, printed in one paragraph, cut at its inner labels or name starts.

    ``following`` is the label of the next entry: if it counts on, nothing is missing in between.
    """
    inner = _inner_labels(text[cut.start : cut.end], cut.number, following)
    if inner:
        bounds = [cut.start, *(cut.start + place for place in inner), cut.end]
        first, *others = [_trim(text, a, b) for a, b in pairwise(bounds)]
        return [first._replace(start=cut.start, number=cut.number), *others]
    if cut.number is None and not cut.key:
        places = inner_starts(text, cut.start, cut.end)
        return [_trim(text, a, b)._replace(number=None) for a, b in pairwise([cut.start, *places, cut.end])]
    return [cut]


def _inner_labels(body: str, number: int | None, following: int | None) -> list[int]:
    """Places of labels that count on from the entry's own: "… 2010. [2] Smith …"; "Vol. 6. Springer" in the
    fifth entry of a list is none."""
    if number is None or following in (number, number + 1):
        return []
    last_of_many = following is None and number > 1
    places, expected, last = [], number + 1, 0
    for match in _INLINE.finditer(body):
        value = int(next(value for value in match.groups() if value))
        before = body[last : match.start()]
        person = bool(PERSON_START.match(body, match.end()))
        clear = person or ((match[1] or _ends(before)) and not last_of_many)
        if expected <= value <= expected + _SKIPPED and len(before) >= _SHORTEST and clear:
            places.append(match.start())
            expected, last = value + 1, match.end()
    return places


_SHORTEST, _SKIPPED = 20, 1
_PARTED = 0.6
"""Blank lines, as a share of the entries found by their words, from which the blank lines are believed."""


def _ends(before: str) -> bool:
    return before.rstrip()[-1:] in '.)]/>;"”' or before.rstrip()[-1:].isdigit()
