"""Whether two names of organisations, or of study groups, can be one's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from litreview.model.work import Name
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.function_words import function_words
from litreview.normalise.vocabulary.groups import GROUP_KINDS

_STOPS = function_words("en", "de", "fr") | {"e", "v", "behalf"}
_BRACKET = re.compile(r"\([^)]{0,2000}\)")
_IN_BRACKETS = re.compile(r"\(([^()\s]{2,10})\)")
_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ][\w&-]*[^\W\d_a-zß-ÿ]")
LONGEST_ACRONYM = 8
LONGEST_SHORTENED = 5
LEAST_SPELT = 6
"""Letters of a word from which one other letter is a spelling ("organisation"), not another word."""
LONG_NAME, COMMON_SHARE = 4, 0.75
"""Telling words from which a name may be worded otherwise in part, and the share that must be the same:
"… Health and Clinical Excellence" and "… Health and Care Excellence" are one institute, while two colleges
that share "American College" are two. Judgement; no data set has enough pairs."""


@lru_cache(maxsize=16384)
def organisation_words(name: Name) -> tuple[str, ...]:
    """The folded words of an organisation (or of a person taken for one) without small words."""
    text = _BRACKET.sub(" ", name.literal) or f"{name.given} {name.particle} {name.family}"
    return tuple(word for word in fold(text.strip() or name.literal).split() if word not in _STOPS)


@lru_cache(maxsize=16384)
def are_alike_organisations(one: Name, two: Name) -> bool:
    """True for one organisation in two forms: abbreviated, spelt otherwise, with or without "Study Group"."""
    left, right = organisation_words(one), organisation_words(two)
    if not left or not right:
        return False
    if _stands_for(one, left, right) or _stands_for(two, right, left):
        return True
    numbers = {word for word in left if word.isdigit()}, {word for word in right if word.isdigit()}
    if numbers[0] - numbers[1] and numbers[1] - numbers[0]:
        return False
    cores = _core(left), _core(right)
    return _agree(*cores) if cores[0] and cores[1] else _agree(left, right)


def _stands_for(name: Name, words: Sequence[str], other: Sequence[str]) -> bool:
    """True where a name is the acronym of the other's words, or gives that acronym in brackets."""
    text = name.literal or name.family
    acronyms = {fold(part) for part in _IN_BRACKETS.findall(text)}
    bare = _BRACKET.sub("", text).strip()
    if len(words) == 1 and len(words[0]) <= LONGEST_ACRONYM and (_CAPITALS.fullmatch(bare) or not acronyms):
        acronyms.add(words[0])
    letters = "".join(word[0] for word in other)
    return any(
        acronym == letters or (len(other) == 1 and acronym == other[0]) or _is_cut(acronym, letters)
        for acronym in acronyms
    )


def _is_cut(acronym: str, letters: str) -> bool:
    """True for initials with one left out ("NICE" of "nihce", "CDC" of "cdcp")."""
    return 3 <= len(acronym) == len(letters) - 1 and acronym[0] == letters[0] and _is_within(acronym, letters)


def _agree(left: Sequence[str], right: Sequence[str]) -> bool:
    """True where every word of the shorter name is in the longer, or nearly every one of long names."""
    short, long = sorted((tuple(dict.fromkeys(left)), tuple(dict.fromkeys(right))), key=len)
    common = sum(any(_is_word(word, other) for other in long) for word in short)
    if common == len(short):
        return 2 * len(short) >= len(long)
    return len(short) >= LONG_NAME and common >= COMMON_SHARE * len(long)


def _is_word(one: str, two: str) -> bool:
    """One word, in two spellings ("organisation", "centre") or shortened ("Intl", "Assoc", "Int")."""
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    if len(short) < 3 or short[0] != long[0] or not (short + long).isalpha():
        return False
    if len(short) >= LEAST_SPELT and (Levenshtein.distance(one, two) <= 1 or sorted(one) == sorted(two)):
        return True
    shortened = len(short) <= LONGEST_SHORTENED and short[:2] == long[:2] and _is_within(short, long)
    return len(short) < len(long) - 2 and (long.startswith(short) or shortened)


def _is_within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


def _core(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in GROUP_KINDS)
