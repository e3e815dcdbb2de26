"""Where the entries of a list begin, told from how its lines are set: labels, gaps, indents, widths."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from litreview.parsing.lists.likeness import (
    BULLET,
    LABEL,
    LETTERED,
    PERSON_START,
    YEARLESS,
    begins_like_entry,
    has_date,
    looks_like_entry,
)
from litreview.parsing.lists.lines import Line

LABEL_SHARE = 0.5
"""Share of paragraphs or lines that must carry rising labels before a list counts as numbered."""
_MANY_LABELS = 5
SKIPPED = 2
"""Labels that may be missing in a row (an entry lost in the export) without ending the count."""
_WIDEST = 140
"""Longest line of a text that somebody wrapped; longer ones are whole paragraphs."""
_FULL = 0.86
"""A wrapped line fills this share of the width before its paragraph goes on."""
_WIDTH_RANK, _FEW_LINES = 0.92, 12
_SHORTEST, _LOOKED_AT = 40, 2000
_WRAPPED_SHARE = 0.35
_WHOLE_SHARE = 0.9
"""Share of lines that may end an entry from which each is one; of wrapped lines half or fewer may."""
_GAP_SHARE = 0.6
_CONTINUES = re.compile(
    r"(?:[a-z(]|https?:|www\.|doi\b|DOI|\d{1,4}[-–]\d|pp?\.|Available|Retrieved|Accessed|In:|In [A-Z]"
    r"|Verfügbar)"
)


def entry_starts(text: str, lines: Sequence[Line]) -> list[int]:
    """Offsets at which the entries of a list start, the first being that of the first line."""
    starts = (
        _uncounted(text, lines)
        or _labelled(text, lines)
        or _lettered(text, lines)
        or _bulleted(text, lines)
        or _by_gaps(text, lines)
    )
    return starts if starts and starts[0] == lines[0].start else [lines[0].start, *starts]


def read_label(text: str, line: Line) -> tuple[str, int] | None:
    """Kind (``square``, ``round``, ``dot``, ``bare``) and number of the label a line begins with; None for
    none, and for a year or a volume that only stands there."""
    label = LABEL.match(text, line.start, line.end)
    if not label:
        return None
    kind, digits = next((kind, value) for kind, value in label.groupdict().items() if value)
    after = text[label.end() : label.end() + 1]
    if (
        len(digits) == 4
        or (kind == "bare" and (after.isdigit() or after in "(:;,"))
        or label.end() >= line.end
    ):
        return None
    return kind, int(digits)


def _uncounted(text: str, lines: Sequence[Line]) -> list[int]:
    """Starts of a Markdown list that leaves the counting to its reader: "1." before every entry."""
    labels = [read_label(text, line) for line in lines]
    ones = [line.start for line, label in zip(lines, labels, strict=True) if label and label[1] == 1]
    gaps = 1 + sum(line.after_gap for line in lines[1:])
    return ones if len(ones) > 1 and len(ones) >= LABEL_SHARE * max(gaps, len(lines) / 3) else []


def _labelled(text: str, lines: Sequence[Line]) -> list[int]:
    """Starts of a list whose labels are of one kind and rise by one; where they begin again at 1 after a
    blank line, another list begins. A label that repeats or leaps counts before an evident entry."""
    starts: list[int] = []
    kind, expected, last, first_at = "", 0, 0, 0
    for n, line in enumerate(lines):
        label = read_label(text, line)
        if label is None or (starts and label[0] != kind):
            continue
        again = label[1] == 1 and expected > SKIPPED and line.after_gap
        rises = not starts or any(top <= label[1] <= top + SKIPPED for top in (expected, last + 1))
        if rises or again or _is_miscounted(text, starts[-1], lines[n - 1], line):
            first_at = first_at if starts else n
            if starts and label[1] == last + 2:
                starts += _unnumbered(text, lines, starts[-1], n)
            starts.append(line.start)
            kind, last = label[0], label[1]
            expected = last + 1 if rises or again else expected
    if _unlabelled_beginnings(text, lines, starts) > len(starts):
        return []
    gaps = 1 + sum(line.after_gap for line in lines[1:])
    few = len(starts) < LABEL_SHARE * min(gaps, len(lines)) and len(starts) < _MANY_LABELS
    return [] if few or first_at > SKIPPED or (len(starts) == 1 and len(lines) > _MANY_LABELS) else starts


def _unnumbered(text: str, lines: Sequence[Line], start: int, until: int) -> list[int]:
    """The start of an entry whose number could not be read, where the count leaves one out: the one line
    after a blank line, at the edge of the labels, behind a whole entry."""
    found = [
        line.start
        for before, line in pairwise(lines[:until])
        if line.start > start and line.after_gap and line.indent <= lines[until].indent
        and is_finished(text[start : before.end])
    ]  # fmt: skip
    return found if len(found) == 1 else []


def _is_miscounted(text: str, start: int, before: Line, line: Line) -> bool:
    """True where a label that does not count on ("2." twice) still begins an entry: after a whole entry, or
    a blank line, it stands before a person or what looks like an entry by itself."""
    entry = text[max(start, before.end - _LOOKED_AT) : before.end]
    whole = is_finished(entry) and len(entry) > _SHORTEST and has_date(entry)
    label = LABEL.match(text, line.start, line.end)
    if label is None or not (whole or line.after_gap):
        return False
    said = text[label.end() : line.end]
    return line.after_gap or bool(PERSON_START.match(said)) or looks_like_entry(said)


def _unlabelled_beginnings(text: str, lines: Sequence[Line], starts: Sequence[int]) -> int:
    """Lines that begin like entries though no label of the count stands there."""
    labelled = set(starts)
    return sum(
        line.start not in labelled and begins_like_entry(text[line.start : line.end]) for line in lines
    )


def _lettered(text: str, lines: Sequence[Line]) -> list[int]:
    """Starts of a list labelled "[Smi10]", "[ABC+12]", with those whose label has no year, "[End]"."""
    marked = [line.start for line in lines if LETTERED.match(text, line.start, line.end)]
    if len(marked) < MIN_LETTERED or not any_lettered(text, lines[0]):
        return []
    return [line.start for line in lines if line.start in set(marked) or any_lettered(text, line)]


MIN_LETTERED = 2
"""Labels with a year that a list needs for others without one to be labels too."""


def any_lettered(text: str, line: Line) -> bool:
    """True for a paragraph that begins with a label of letters, with a year or without."""
    return bool(LETTERED.match(text, line.start, line.end)) or (
        line.after_gap and bool(YEARLESS.match(text, line.start, line.end))
    )


def _bulleted(text: str, lines: Sequence[Line]) -> list[int]:
    marked = [line.start for line in lines if BULLET.match(text, line.start, line.end)]
    gaps = 1 + sum(line.after_gap for line in lines[1:])
    return (
        marked if len(marked) > 1 and (len(marked) >= gaps or len(marked) >= LABEL_SHARE * len(lines)) else []
    )


def _by_gaps(text: str, lines: Sequence[Line]) -> list[int]:
    """Starts of an unnumbered list: after blank lines, at outdents, at every line, or where a wrapped line
    ends early."""
    gaps = [line.start for line in lines if line.after_gap]
    hanging = _by_indent(text, lines)
    if hanging and set(gaps) <= set(hanging):
        return hanging
    if _set_apart(text, lines):
        return sorted({*gaps, *_missed_gaps(text, lines)})
    width = _width(lines)
    wrapped = is_wrapped(text, lines)
    if wrapped and len(gaps) > _FEW_GAPS * len(lines) and _are_whole(text, lines):
        return sorted({*gaps, *_missed_gaps(text, lines)})
    within = _by_width(text, lines, width) if wrapped else _by_line(text, lines)
    if len(gaps) > 1 and len(gaps) >= _GAP_SHARE * len(within):
        return sorted({*gaps, *_missed_gaps(text, lines)})
    return hanging or sorted({*within, *gaps})


def _set_apart(text: str, lines: Sequence[Line]) -> bool:
    """True where blank lines alone part the entries: whole ones stand before them, and hardly any other
    line begins an entry; the second line of one, "Studies, 6(2), 10–20. https://…", stands behind a line that
    stops in the middle of it."""
    others = [
        is_finished(text[line.start : line.end]) and looks_like_entry(text[after.start : after.end])
        for line, after in pairwise(lines)
        if not after.after_gap
    ]
    return _are_whole(text, lines) and sum(others) <= _STRAY_SHARE * len(others)


def _are_whole(text: str, lines: Sequence[Line]) -> bool:
    """True where blank lines stand after whole entries."""
    before = [text[line.start : line.end] for line, after in pairwise(lines) if after.after_gap]
    return bool(before) and sum(map(is_finished, before)) >= _WHOLE_SHARE * len(before)


_STRAY_SHARE, _FEW_GAPS = 0.1, 0.1
"""Share of the other lines that may look like entries; share of wrapped lines from which blank lines are
those between entries, not of pages."""


def _missed_gaps(text: str, lines: Sequence[Line]) -> list[int]:
    """Starts inside paragraphs, where a page break swallowed the blank line: a person begins a line after
    an entry that has everything, its pages or address too."""
    found, start = [], lines[0].start
    for line, after in pairwise(lines):
        entry = text[max(start, line.end - _LOOKED_AT) : line.end]
        if after.after_gap:
            start = after.start
        elif PERSON_START.match(text, after.start, after.end) and _is_complete(entry):
            start = after.start
            found.append(start)
    return found


def _is_complete(entry: str) -> bool:
    has_place = bool(_VENUE.search(entry[-90:]))
    return has_place and is_finished(entry) and len(entry) > 2 * _SHORTEST and has_date(entry)


_VENUE = re.compile(r"\d\s?[-–(:]\s?\w?\d|\b10\.\d{4}|https?://")


def are_entries(text: str, lines: Sequence[Line]) -> bool:
    """True where nearly every line ends like a whole entry and most begin like one: each is one, whatever
    stands within it ("Adler, T. / Brandt, K. (2010): …")."""
    said = [text[line.start : line.end] for line in lines]
    whole = sum(map(is_finished, said)) > _WHOLE_SHARE * len(said)
    return whole and sum(map(begins_like_entry, said)) > _WHOLE_SHARE * len(said)


def is_wrapped(text: str, lines: Sequence[Line]) -> bool:
    """True where lines were broken to a width: many are so full that the next word had no room, and most of
    these stop in mid-entry."""
    if sum(is_finished(text[line.start : line.end]) for line in lines) > _WHOLE_SHARE * len(lines):
        return False
    pairs = [(line, after) for line, after in pairwise(lines) if not after.after_gap]
    width = _width(lines)
    full = [pair for pair in pairs if _filled(pair[0], text[pair[1].start : pair[1].end], width) > _FULL]
    if width > _WIDEST or not full or len(full) < _WRAPPED_SHARE * len(pairs):
        return False
    ended = sum(_ends_entry(text, line, after) for line, after in full)
    return ended <= 0.5 * len(full)


def _ends_entry(text: str, line: Line, after: Line) -> bool:
    return is_finished(text[line.start : line.end]) and begins_like_entry(text[after.start : after.end])


def _width(lines: Sequence[Line]) -> int:
    """The width that lines were broken to; a few stick out because of an address."""
    lengths = sorted(line.end - line.start + line.indent for line in lines)
    return lengths[int(_WIDTH_RANK * (len(lengths) - 1))] if len(lengths) > _FEW_LINES else lengths[-1]


def _filled(line: Line, after: str, width: int) -> float:
    """How full a line would be with the first word of the next; above 1 that word had no room."""
    return (line.indent + line.end - line.start + 1 + len(after.split(" ", 1)[0])) / width


def _by_indent(text: str, lines: Sequence[Line]) -> list[int]:
    """Starts of a hanging list: its outdented lines, if they begin like entries."""
    low = min(line.indent for line in lines)
    outdented = [line for line in lines if line.indent == low]
    if not 0.1 * len(lines) <= len(outdented) < len(lines):
        return []
    begin = sum(begins_like_entry(text[line.start : line.end]) for line in outdented)
    most = len(outdented) > 0.9 * len(lines)  # hardly a line is indented, perhaps by chance
    before = [line for line, after in pairwise(lines) if after.indent == low]
    whole = sum(is_finished(text[line.start : line.end]) for line in before)
    hangs = begin >= (0.7 if most else 0.5) * len(outdented) or whole > _WHOLE_SHARE * len(before)
    return [line.start for line in outdented] if hangs else []


def _by_line(text: str, lines: Sequence[Line]) -> list[int]:
    """Every line, except those that plainly go on: an address alone, a line in small letters."""
    starts, before = [lines[0].start], text[lines[0].start : lines[0].end]
    for line in lines[1:]:
        said = text[line.start : line.end]
        goes_on = _CONTINUES.match(said) and not begins_like_entry(said)
        whole = said[0].islower() and is_finished(before) and has_date(said)
        if not goes_on or whole or line.after_gap:
            starts.append(line.start)
        before = said
    return starts


def _by_width(text: str, lines: Sequence[Line], width: int) -> list[int]:
    """Starts in wrapped text. A line that ended early though the next word had room ends its entry; a full
    one does if a person begins the next and the entry has all an entry needs."""
    starts = [lines[0].start]
    for line, after in pairwise(lines):
        said = text[after.start : after.end]
        if after.after_gap or _is_break(text, starts[-1], line, said, _filled(line, said, width)):
            starts.append(after.start)
    return starts


def _is_break(text: str, start: int, line: Line, after: str, filled: float) -> bool:
    entry = text[max(start, line.end - _LOOKED_AT) : line.end]
    whole = is_finished(entry) and len(entry) > _SHORTEST and has_date(entry)
    if filled > 1 or _CONTINUES.match(after):
        return whole and bool(PERSON_START.match(after))
    return filled <= _FULL or (whole and begins_like_entry(after))


def is_finished(line: str) -> bool:
    """True where a line may end an entry: a full stop, a page number, an address, a closing bracket."""
    line = line.rstrip()[-_LOOKED_AT:]
    return bool(line) and (line[-1] in '.)]>”»"' or line[-1].isdigit() or bool(_ADDRESS_END.search(line)))


_ADDRESS_END = re.compile(r"(?:https?://|10\.\d{4,9}/)\S*$")
