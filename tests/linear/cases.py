"""Worst cases of a pattern, built from its own parse tree."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]

SIGNS = "aA z0,.-–—()[]{}'\"’”“\n;:&/éÉ_x\t9<>=@%#*\\|́"
"""Characters of which members of a class are chosen; together they stand for every kind a text has."""
FILLERS = (
    *(
        " ",
        "\n",
        "A",
        "a",
        "0",
        ".",
        ",",
        "(",
        "[",
        "-",
        "–",
        "“",
        '"',
        "'",
        "É",
        "{",
        "<",
        "/",
        ":",
        ";",
        "&",
    ),
    *(
        "A. ",
        "A, ",
        "Ab, A. ",
        "a ",
        "A ",
        "Aa ",
        "0 ",
        "0,",
        "1-",
        ", ",
        ". ",
        "; ",
        "(a",
        "[1",
        "2015 ",
        "in ",
        "and ",
    ),
    *("https://", "10.1000/", "<a ", "\\a{", " (", "\n ", "\n\n", "A'", "A-", "1;2:", "pp. "),
)
SUFFIXES = ("", "\x00", "\n!", "a", " ")
_UNITS, _PREFIXES = 4, 2

Items = list[tuple[object, object]]


class Sampler:
    """Strings that parts of a parse tree match, chosen by a seeded hand."""

    def __init__(self, flags: int) -> None:
        self.hand = random.Random(0)
        self.flags = flags
        self.groups: dict[int, str] = {}

    def string(self, items: object) -> str:
        return "".join(self.one(code, said) for code, said in items)  # type: ignore[attr-defined]

    def one(self, code: object, said: object) -> str:
        """One string for one node; the empty one for what only looks."""
        if code in (sre.LITERAL,):
            return chr(said)  # type: ignore[arg-type]
        if code in (sre.NOT_LITERAL, sre.IN, sre.ANY):
            return self.hand.choice(members(code, said) or [""])
        if code in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            least, most, body = said  # type: ignore[misc]
            return "".join(
                self.string(body) for _ in range(max(least, min(int(most), self.hand.randint(0, 1))))
            )
        if code is sre.BRANCH:
            return self.string(self.hand.choice(said[1]))  # type: ignore[index]
        if code is sre.SUBPATTERN:
            text = self.string(said[3])  # type: ignore[index]
            self.groups[said[0]] = text  # type: ignore[index]
            return text
        if code is sre.ATOMIC_GROUP:
            return self.string(said)
        if code is sre.GROUPREF:
            return self.groups.get(said, "")  # type: ignore[call-overload, no-any-return]
        if code is sre.GROUPREF_EXISTS:
            return self.string(said[1])  # type: ignore[index]
        return ""


def members(code: object, said: object) -> list[str]:
    """Characters that a class matches, of those that texts have."""
    if code is sre.ANY:
        return [sign for sign in SIGNS if sign != "\n"]
    if code is sre.NOT_LITERAL:
        return [sign for sign in SIGNS if ord(sign) != said]
    negated = any(kind is sre.NEGATE for kind, _ in said)  # type: ignore[attr-defined]
    inside = [sign for sign in SIGNS if _is_in(sign, said) != negated]
    first = [chr(_first(kind, value)) for kind, value in said if kind in (sre.LITERAL, sre.RANGE)]  # type: ignore[attr-defined]
    return inside or ([] if negated else first)


def _first(kind: object, value: object) -> int:
    return value[0] if kind is sre.RANGE else value  # type: ignore[index, return-value]


_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}


def _is_in(sign: str, said: object) -> bool:
    for kind, value in said:  # type: ignore[attr-defined]
        if kind is sre.LITERAL and value == ord(sign):
            return True
        if kind is sre.RANGE and value[0] <= ord(sign) <= value[1]:
            return True
        if kind is sre.CATEGORY and re.match(_CATEGORIES[value], sign):
            return True
    return False


def repeats(items: object, before: Items, ahead: Items) -> Iterator[tuple[Items, object, Items]]:
    """Each repeat of a tree: what stands before it, its body, and what stands behind it."""
    whole = list(items)  # type: ignore[call-overload]
    for place, (code, said) in enumerate(whole):
        left, right = before + whole[:place], whole[place + 1 :] + ahead
        if code in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            if int(said[1]) > _UNITS:
                yield left, said[2], right
            yield from repeats(said[2], left, right)
        elif code is sre.BRANCH:
            for branch in said[1]:
                yield from repeats(branch, left, right)
        elif code is sre.SUBPATTERN:
            yield from repeats(said[3], left, right)
        elif code is sre.ATOMIC_GROUP:
            yield from repeats(said, left, right)
        elif code in (sre.ASSERT, sre.ASSERT_NOT):
            yield from repeats(said[1], left, right)


def pumps(pattern: re.Pattern[str] | re.Pattern[bytes]) -> list[tuple[str, str, str]]:
    """(what stands before, what is repeated, what ends it), each once, for one pattern."""
    tree = _parser.parse(
        pattern.pattern, pattern.flags & ~re.DEBUG if isinstance(pattern.pattern, bytes) else pattern.flags
    )
    sampler = Sampler(pattern.flags)
    found: dict[tuple[str, str, str], None] = {}
    for filler in FILLERS:
        found[("", filler, "\x00")] = None
    for whole in {sampler.string(tree) for _ in range(2 * _UNITS)}:
        if whole:
            found[("", whole, "\x00")] = None
            found[("", whole[:-1], "\x00")] = None
    for left, body, right in repeats(tree, [], []):
        units = _units(sampler, body)
        for _ in range(_PREFIXES):
            prefix = sampler.string(left)
            for unit in units:
                found[(prefix, unit, sampler.hand.choice(SUFFIXES))] = None
                found[(prefix, unit, "\x00")] = None
                if prefix:
                    found[("", prefix + unit, "\x00")] = None
            if prefix:
                found[("", prefix, "\x00")] = None
            after = sampler.string(right)
            if after:
                found[(prefix + units[0], after, "\x00")] = None
    return [pump for pump in sorted(found) if pump[1]]


def _units(sampler: Sampler, body: object) -> list[str]:
    items = list(body)  # type: ignore[call-overload]
    made = {sampler.string(items) for _ in range(2 * _UNITS)}
    if len(items) == 1 and items[0][0] in (sre.IN, sre.ANY, sre.NOT_LITERAL):
        inside = members(*items[0])
        made |= {sign for sign in " A,0.-" if sign in inside}
    units = sorted(unit for unit in made if unit)
    sampler.hand.shuffle(units)
    return units[: 2 * _UNITS] or ["a"]
