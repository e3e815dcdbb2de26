"""What the label model looks at: each word, its neighbours, and where it stands in the entry.

The same functions serve training (``benchmarks/train_model`` puts the names together) and decoding
(``labelmodel`` adds up the weights of each word's attributes once and keeps the sum), so the two cannot
drift apart.
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
_TURNS = frozenset('"()[]')
_STOPS = frozenset(".:;")
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


def near_look(word: str, slot: int) -> list[str]:
    """Attributes that a token takes from the look of its neighbour at ``slot``; many words share them."""
    return [f"{slot}s={shape(word)}", *(f"{slot}c={name}" for name in word_classes(word))]


def near_word(word: str, slot: int) -> list[str]:
    """The attribute that a token takes from the neighbour itself; numbers have none."""
    return [] if shape(word)[0] in "dy" else [f"{slot}w={word.casefold()}"]


def joint_attribute(forms: Sequence[str], joint: int) -> str:
    """The attribute of one group of rough forms."""
    return f"j{joint}=" + "|".join(forms)


Setting = tuple[str, str, str, str, str, str]
Stand = tuple[Setting, int, int, int]
Far = tuple[int, int, int]


def stands(words: Sequence[str], ends: Sequence[bool]) -> list[Stand]:
    """For each token what it stands in: quotes, brackets, before or after the year, "In", "(eds)", and in
    which segment. ``ends``: see ``segment_ends``; ``stand_names`` gives the attributes."""
    quoted = words.count('"') >= 2
    first_year = _first_year(words)
    layout = _layout(words, first_year, len(words)) + ("q" if quoted else "-")
    marks = _marks(words)
    kind = "".join(mark if mark in marks else "-" for mark in "iedvp")
    borders = frozenset((first_year, first_year + 1, marks.get("i", -1), marks.get("e", -1)))
    inside = depth = segment = since = 0
    left = sum(ends)
    setting: Setting | None = None
    found: list[Stand] = []
    for at, word in enumerate(words):
        turns = word in _TURNS
        if turns:
            inside += word == '"'
            depth += word in "(["
        if turns or setting is None or at in borders:
            quote = "-" if not quoted else "0" if inside == 0 else "i" if inside % 2 or word == '"' else "a"
            when = "n" if first_year < 0 else "b" if at < first_year else "y" if at == first_year else "a"
            passed = _passed(marks.get("i", -1), at) + _passed(marks.get("e", -1), at)
            setting = (quote, when, "1" if depth else "0", passed, layout, kind)
        found.append((setting, min(segment, 6), min(since, 3), min(left, 5)))
        since += 1
        if turns:
            setting = None
        if word == ")" or word == "]":
            depth = max(0, depth - 1)
        elif ends[at]:
            segment += 1
            left -= 1
            since = 0
    return found


def _passed(mark: int, at: int) -> str:
    """Whether a token stands before or after a mark that is there."""
    return "-" if mark < 0 else "b" if at < mark else "a"


def _first_year(words: Sequence[str]) -> int:
    for at, word in enumerate(words):
        if 4 <= len(word) <= 5 and word[0] in "12" and _YEAR.fullmatch(word):
            return at
    return -1


@lru_cache(maxsize=1000)
def fars(total: int) -> tuple[Far, ...]:
    """How far each of so many tokens is from both ends; ``far_names`` gives the attributes."""
    found = []
    for at in range(total):
        ahead = total - at
        front = at if at < 4 else min(at // 4 + 3, 12)
        back = min(ahead, 4) if ahead < 5 else min(ahead // 4 + 4, 9)
        found.append((at * 12 // total, front, back))
    return tuple(found)


def stand_names(key: Stand) -> tuple[str, ...]:
    """The attributes of what a token stands in."""
    (quote, when, bracket, passed, layout, kind), segment, since, left = key
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


Stretch = tuple[str, str, str]


def segments(words: Sequence[str], ends: Sequence[bool]) -> list[tuple[Stretch, Stretch]]:
    """For each token: what the stretch between two marks looks like that it stands in, once between any marks
    and once between full stops: how long, how many capitals, what comes before and after.
    ``segment_names`` gives the attributes."""
    kinds = [*map(_kind, words)]
    narrow = _stretches(kinds, [word in _MARKS for word in words])
    wide = _stretches(kinds, [end or word == '"' for end, word in zip(ends, words, strict=True)])
    return [*zip(narrow, wide, strict=True)]


def segment_names(key: tuple[Stretch, Stretch]) -> tuple[str, ...]:
    """The attributes of the two stretches."""
    left, right = key
    return f"n1={left[0]}", f"n2={left[1]}", f"w1={right[0]}", f"w2={right[1]}", f"nw={left[0]}{right[2]}"


@lru_cache(maxsize=50_000)
def _kind(word: str) -> str:
    """One letter for a word: y year, d digits, X capital first, x small first, the mark itself."""
    first = word[0]
    if first.isdigit():
        return "y" if _YEAR.fullmatch(word) else "d"
    if first.isalpha():
        return "X" if first.isupper() else "x"
    return first if first in _MARKS or first in "-/'&<" else "~"


def _stretches(kinds: Sequence[str], ends: Sequence[bool]) -> list[Stretch]:
    """Descriptions of the stretch each token stands in; a closing mark belongs to the stretch it closes."""
    found: list[Stretch] = []
    start, total = 0, len(kinds)
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


def segment_ends(words: Sequence[str]) -> list[bool]:
    """True for a full stop, colon or semicolon that is not an initial's or an abbreviation's."""
    found = [word in _STOPS for word in words]
    for at, ends in enumerate(found):
        if ends and (at == 0 or (words[at] == "." and len(words[at - 1]) < 3)):
            found[at] = False
    return found


def _marks(words: Sequence[str]) -> dict[str, int]:
    """Where the words stand that tell what kind of entry this is: i "In", e "(eds)", d "Dissertation" or
    report, v volume number, p page range."""
    marks: dict[str, int] = {}
    for at, word in enumerate(words):
        tells = _telling(word)
        if not tells:
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        before = words[at - 1] if at else ""
        if "i" in tells and at > 4 and _is_in(word, before, following):
            marks.setdefault("i", at)
        elif "e" in tells and at > 2:
            marks.setdefault("e", at)
        elif "d" in tells:
            marks.setdefault("d", at)
        elif "v" in tells or (word == "(" and before.isdigit() and following[:1].isdigit()):
            marks.setdefault("v", at)
        elif word == "-" and before.isdigit() and following.isdigit():
            marks.setdefault("p", at)
    return marks


_TELLING = {"in": "i", "editors": "e", "thesis": "d", "report": "d", "volume": "v", "issue": "v"}


@lru_cache(maxsize=50_000)
def _telling(word: str) -> str:
    """The marks that a word may be; "(" and "-" may be one by what stands beside them."""
    return word if word in ("(", "-") else "".join(_TELLING.get(name, "") for name in word_classes(word))


def _is_in(word: str, before: str, following: str) -> bool:
    return following == ":" or (word != "in" and before in _BREAKS) or before in (",", '"', "'")


def _layout(words: Sequence[str], first_year: int, total: int) -> str:
    """Rough style of the entry: where the first year stands and what surrounds it."""
    if first_year < 0:
        return "n"
    before = words[first_year - 1] if first_year else ""
    after = words[first_year + 1] if first_year + 1 < total else ""
    place = "e" if first_year * 2 < total and total - first_year > 12 else "l"
    return place + ("p" if before == "(" and after == ")" else "c" if after in (":", ".", ";") else "o")
