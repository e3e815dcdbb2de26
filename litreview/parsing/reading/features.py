"""What the label model looks at: each word, its neighbours, and where it stands in the entry.

The same functions serve training (attribute names as strings) and decoding (``labelmodel`` adds up the
weights of each word's attributes once and keeps the sum), so the two cannot drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from litreview.parsing.reading.lexicon import word_classes

START, END = "<s>", "</s>"
SLOTS = (0, -1, 1, -2, 2)
"""Offsets of the neighbours whose attributes a token sees; 0 is the token itself."""
JOINTS = ((-1, 0), (0, 1), (-1, 0, 1), (-2, -1), (1, 2), (-2, -1, 0), (0, 1, 2))
"""Groups of neighbours that are looked at together, by their rough forms."""

_CJK = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_YEAR = re.compile(r"(?:1[5-9]\d\d|20[0-4]\d)[a-z]?")
_BREAKS = frozenset(".,:;\"'-?!")
_MARKS = frozenset('.,;:()[]"')
_DELIMITERS = frozenset(".,;:()[]\"'-/&<>")


@lru_cache(maxsize=50_000)
def shape(word: str) -> str:
    """The look of a word: ``X`` initial, ``XX`` up to three capitals, ``XXX``, ``Xx``, ``xx``, digits."""
    if word[0] == "<" and len(word) > 1:
        return word
    if word.isdigit():
        return "year" if _YEAR.fullmatch(word) else "d" * min(len(word), 5)
    if not any(char.isalnum() for char in word):
        return word[:2]
    if any(char.isdigit() for char in word):
        if _YEAR.fullmatch(word):
            return "yeara"
        return "Ad" if word[0].isalpha() else "dA"
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if not word.isascii() and _CJK.match(word):
        return "cjk"
    if word.isupper():
        return "XX" if len(word) <= 3 else "XXX"
    if word[0].isupper():
        if "-" in word:
            return "Xx-X" if any(char.isupper() for char in word[1:]) else "Xx-x"
        return "Xx" if word[1:].islower() else "XxX"
    return "xx"


@lru_cache(maxsize=50_000)
def rough(word: str) -> str:
    """A word's form for groups of neighbours: the mark itself, its class, or its shape."""
    if word in _DELIMITERS or word[0] == "<":
        return word
    classes = word_classes(word)
    return classes[0] if classes else shape(word)


def own_attributes(word: str) -> list[str]:
    """Attributes of the token itself."""
    low = word.casefold()
    look = shape(word)
    found = [f"s={look}", *(f"c={name}" for name in word_classes(word))]
    if look[0] in "dy" and low.rstrip("abcdefgh").isdigit():
        return found
    found.append(f"w={low}")
    if look == "cjk":
        return [*found, f"e1={low[-1]}", f"e2={low[-2:]}", f"n={min(len(low), 12)}"]
    if len(low) > 2 and low[0] != "<":
        found += [f"p2={low[:2]}", f"p3={low[:3]}", f"e2={low[-2:]}", f"e3={low[-3:]}"]
        if len(low) > 4:
            found += [f"p4={low[:4]}", f"e4={low[-4:]}"]
        found.append(f"n={min(len(low), 12)}")
    return found


def near_attributes(word: str, slot: int) -> list[str]:
    """Attributes that a token takes from the neighbour at ``slot``."""
    look = shape(word)
    found = [f"{slot}s={look}", *(f"{slot}c={name}" for name in word_classes(word))]
    if look[0] not in "dy":
        found.append(f"{slot}w={word.casefold()}")
    return found


def slot_attributes(word: str, slot: int) -> list[str]:
    """Attributes of ``word`` as seen by the token that has it at ``slot``."""
    return own_attributes(word) if slot == 0 else near_attributes(word, slot)


def joint_attribute(forms: Sequence[str], joint: int) -> str:
    """The attribute of one group of rough forms."""
    return f"j{joint}=" + "|".join(forms)


Stand = tuple[str, str, str, str, str, str, int, int, int]
Far = tuple[int, int, int]


def places(words: Sequence[str]) -> list[tuple[Stand, Far]]:
    """For each token: what it stands in (quotes, brackets, before or after the year, "In", "(eds)"), and how
    far it is from both ends. ``stand_names`` and ``far_names`` give the attributes."""
    total = len(words)
    quoted = words.count('"') >= 2
    years = [at for at, word in enumerate(words) if len(word) in (4, 5) and _YEAR.fullmatch(word)]
    first_year = years[0] if years else -1
    layout = _layout(words, first_year, total) + ("q" if quoted else "-")
    marks = _marks(words)
    kind = "".join(mark if mark in marks else "-" for mark in "iedvp")
    ends = [_ends_segment(words, at) for at in range(total)]
    inside = depth = segment = since = 0
    left = sum(ends)
    found = []
    for at, word in enumerate(words):
        if word == '"':
            inside += 1
        elif word == "(" or word == "[":
            depth += 1
        quote = "-" if not quoted else "0" if inside == 0 else "i" if inside % 2 or word == '"' else "a"
        when = "n" if first_year < 0 else "b" if at < first_year else "y" if at == first_year else "a"
        passed = "".join(["-" if mark not in marks else "b" if at < marks[mark] else "a" for mark in "ie"])
        bracket = "1" if depth else "0"
        stand = (quote, when, bracket, passed, layout, kind, min(segment, 6), min(since, 3), min(left, 5))
        ahead = total - at
        front = at if at < 4 else min(at // 4 + 3, 12)
        back = min(ahead, 4) if ahead < 5 else min(ahead // 4 + 4, 9)
        found.append((stand, (at * 12 // total, front, back)))
        since += 1
        if word == ")" or word == "]":
            depth = max(0, depth - 1)
        elif ends[at]:
            segment += 1
            left -= 1
            since = 0
    return found


def stand_names(key: Stand) -> tuple[str, ...]:
    """The attributes of what a token stands in."""
    quote, when, bracket, passed, layout, kind, segment, since, left = key
    return (
        f"q={quote}{when}{bracket}{passed}",
        f"g={layout}{segment}",
        f"l={layout}{quote}{when}{since}",
        f"k={kind}{min(segment, 4)}{when}",
        f"t={layout}{kind[2:4]}{passed}{left}{when}",
    )


def far_names(key: Far) -> tuple[str, ...]:
    """The attributes of how far a token is from both ends."""
    return f"r={key[0]}", f"f={key[1]}", f"b={key[2]}"


def segment_attributes(words: Sequence[str]) -> list[tuple[str, ...]]:
    """For each token: what the stretch between two marks looks like that it stands in, once between any marks
    and once between full stops: how long, how many capitals, what comes before and after."""
    kinds = [_kind(word) for word in words]
    narrow = _stretches(words, kinds, [word in _MARKS for word in words])
    wide = _stretches(
        words, kinds, [word == '"' or _ends_segment(words, at) for at, word in enumerate(words)]
    )
    return [
        (f"n1={left[0]}", f"n2={left[1]}", f"w1={right[0]}", f"w2={right[1]}", f"nw={left[0]}{right[2]}")
        for left, right in zip(narrow, wide, strict=True)
    ]


@lru_cache(maxsize=50_000)
def _kind(word: str) -> str:
    """One letter for a word: y year, d digits, X capital first, x small first, the mark itself."""
    first = word[0]
    if first.isdigit():
        return "y" if _YEAR.fullmatch(word) else "d"
    if first.isalpha():
        return "X" if first.isupper() else "x"
    return first if first in _MARKS or first in "-/'&<" else "~"


def _stretches(
    words: Sequence[str], kinds: Sequence[str], ends: Sequence[bool]
) -> list[tuple[str, str, str]]:
    """Descriptions of the stretch each token stands in; a closing mark belongs to the stretch it closes."""
    found: list[tuple[str, str, str]] = []
    start, total = 0, len(words)
    for at in range(total):
        if not ends[at] and at + 1 < total:
            continue
        stretch = kinds[start : at + 1]
        capitals, small = stretch.count("X"), stretch.count("x")
        size = capitals + small
        look = (
            "-"
            if not size
            else "C"
            if not small
            else "c"
            if capitals * 2 > size
            else "s"
            if capitals > 1
            else "l"
        )
        long = str(size) if size < 4 else "5" if size < 6 else "8" if size < 9 else "9"
        after = kinds[at + 1] if at + 1 < total else "$"
        further = kinds[at + 2] if at + 2 < total else "$"
        before = (kinds[start - 2] if start > 1 else "^") + (kinds[start - 1] if start else "^")
        mark = kinds[at] if ends[at] else "$"
        described = (
            f"{long}{look}{mark}{after}",
            f"{before}{look}{mark}{after}{further}",
            f"{long}{look}{after}",
        )
        found += [described] * (at + 1 - start)
        start = at + 1
    return found


def _ends_segment(words: Sequence[str], at: int) -> bool:
    """A full stop, colon or semicolon that is not an initial's or an abbreviation's."""
    word = words[at]
    return word in (".", ":", ";") and at > 0 and not (word == "." and len(words[at - 1]) < 3)


def _marks(words: Sequence[str]) -> dict[str, int]:
    """Where the words stand that tell what kind of entry this is: i "In", e "(eds)", d "Dissertation" or
    report, v volume number, p page range."""
    marks: dict[str, int] = {}
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        before = words[at - 1] if at else ""
        classes = word_classes(word)
        if (
            "in" in classes
            and at > 4
            and (following == ":" or (word != "in" and before in _BREAKS) or before in (",", '"', "'"))
        ):
            marks.setdefault("i", at)
        elif "editors" in classes and at > 2:
            marks.setdefault("e", at)
        elif "thesis" in classes or "report" in classes:
            marks.setdefault("d", at)
        elif (
            "volume" in classes
            or "issue" in classes
            or (word == "(" and before.isdigit() and following[:1].isdigit())
        ):
            marks.setdefault("v", at)
        elif word == "-" and before.isdigit() and following.isdigit():
            marks.setdefault("p", at)
    return marks


def _layout(words: Sequence[str], first_year: int, total: int) -> str:
    """Rough style of the entry: where the first year stands and what surrounds it."""
    if first_year < 0:
        return "n"
    before = words[first_year - 1] if first_year else ""
    after = words[first_year + 1] if first_year + 1 < total else ""
    place = "e" if first_year * 2 < total and total - first_year > 12 else "l"
    return place + ("p" if before == "(" and after == ")" else "c" if after in (":", ".", ";") else "o")


def attributes(words: Sequence[str]) -> list[list[str]]:
    """All attributes of all tokens as strings, as training needs them."""
    padded = [START, START, *words, END, END]
    forms = [rough(word) for word in padded]
    rows = []
    placed = zip(places(words), segment_attributes(words), strict=True)
    for at, ((stand, far), segment) in enumerate(placed, start=2):
        row = [*stand_names(stand), *far_names(far), *segment]
        for slot in SLOTS:
            row += slot_attributes(padded[at + slot], slot)
        for number, joint in enumerate(JOINTS):
            row.append(joint_attribute([forms[at + offset] for offset in joint], number))
        rows.append(row)
    return rows
