"""What the label model looks at: each word, its neighbours, and where it stands in the entry.

The same functions serve training (attribute names as strings) and decoding (``labelmodel`` adds up the
weights of each word's attributes once and keeps the sum), so the two cannot drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.parsing.lexicon import word_classes

START, END = "<s>", "</s>"
SLOTS = (0, -1, 1, -2, 2)
"""Offsets of the neighbours whose attributes a token sees; 0 is the token itself."""
JOINTS = ((-1, 0), (0, 1), (-1, 0, 1), (-2, -1), (1, 2), (-2, -1, 0), (0, 1, 2))
"""Groups of neighbours that are looked at together, by their rough forms."""

_YEAR = re.compile(r"(?:1[5-9]\d\d|20[0-4]\d)[a-z]?")
_DELIMITERS = frozenset(".,;:()[]\"'-/&<>")


def shape(word: str) -> str:
    """The look of a word: ``X`` initial, ``XX`` two or three capitals, ``XXX``, ``Xx``, ``xx``, digits by count."""
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
    if word.isupper():
        return "XX" if len(word) <= 3 else "XXX"
    if word[0].isupper():
        if "-" in word:
            return "Xx-X" if any(char.isupper() for char in word[1:]) else "Xx-x"
        return "Xx" if word[1:].islower() else "XxX"
    return "xx"


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


def place_attributes(words: Sequence[str]) -> list[tuple[str, ...]]:
    """For each token: where it stands (quotes, brackets, after the year, segment, distance from both ends)."""
    total = len(words)
    quoted = words.count('"') >= 2
    years = [at for at, word in enumerate(words) if len(word) in (4, 5) and _YEAR.fullmatch(word)]
    first_year = years[0] if years else -1
    layout = _layout(words, first_year, total) + ("q" if quoted else "-")
    inside = 0
    depth = 0
    segment = 0
    since = 0
    found: list[tuple[str, ...]] = []
    for at, word in enumerate(words):
        if word == '"':
            inside += 1
        elif word in ("(", "["):
            depth += 1
        quote = "-" if not quoted else "0" if inside == 0 else "i" if inside % 2 or word == '"' else "a"
        when = "n" if first_year < 0 else "b" if at < first_year else "y" if at == first_year else "a"
        found.append(
            (
                f"q={quote}{when}{min(depth, 1)}",
                f"g={layout}{min(segment, 6)}",
                f"r={at * 12 // total}",
                f"f={at if at < 4 else min(at // 4 + 3, 12)}",
                f"b={min(total - at, 4) if total - at < 5 else min((total - at) // 4 + 4, 9)}",
                f"l={layout}{quote}{when}{min(since, 3)}",
            )
        )
        since += 1
        if word in (")", "]"):
            depth = max(0, depth - 1)
        elif word in ".:;" and at and not (word == "." and len(words[at - 1]) < 3):
            segment += 1
            since = 0
    return found


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
    for at, place in enumerate(place_attributes(words), start=2):
        row = list(place)
        for slot in SLOTS:
            row += slot_attributes(padded[at + slot], slot)
        for number, joint in enumerate(JOINTS):
            row.append(joint_attribute([forms[at + offset] for offset in joint], number))
        rows.append(row)
    return rows
