"""The single words and signs of which author names before a year are made; pure questions about tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.normalise.vocabulary.et_al import form_start
from litreview.normalise.vocabulary.suffixes import GENERATIONS
from litreview.parsing.citations.evidence import ListEvidence
from litreview.parsing.citations.words import (
    CONJUNCTIONS,
    NEVER_NAMES,
    ORGANISATION_JOINS,
    PARTICLES,
    PREFIX_WORDS,
)
from litreview.parsing.citations.words import folded as fold

# Combining accents belong to their letter: PDF exports often write "Mu" + diaeresis + "ller". Spacing accents
# inside a word ("Zago ´rska") are what other exports make of "Zagórska".
_LETTERS = r"(?:[^\W\d_][\u0300-\u036f]*)+"
# Chinese prints "et al." right behind the name: "张伟等, 2010".
TOKEN = re.compile(
    r"[\u3400-\u9fff]{2,8}?(?=等(?![\u3400-\u9fff]))|"
    r"[\u3400-\u9fff]{2,4}?(?=[和与與及][\u3400-\u9fff]{2,4}(?![\u3400-\u9fff]))|"
    r"(?<=[\u3400-\u9fff])[和与與及](?=[\u3400-\u9fff]{2,4}(?![\u3400-\u9fff]))|"
    rf"{_LETTERS}(?:\s?[´¨ˇ˘ˆ˜¸˝]\s?{_LETTERS}|['’ʼ`‐‑-]{_LETTERS}|[‐‑-]\s(?=[A-Z]){_LETTERS}|\d)*"
    r"|&amp;|\d+|[^\w\s]|_"
)
"""A word with its inner hyphens and apostrophes, a number, or a sign."""
SUFFIXES = frozenset(GENERATIONS)
APOSTROPHES = frozenset({"'", "’", "ʼ", "`", "´"})
_LONGEST_ORGANISATION = 14


def et_al_start(tokens: Sequence[str], end: int) -> int:
    """Where the "et al.", "and colleagues", "u. a." begins that ends at ``end``; ``end`` without one."""
    start = form_start(tokens, end)
    if start == end and end > 1 and tokens[end - 1 - (tokens[end - 1] == ".")] == "al":
        return end - 1 - (tokens[end - 1] == ".")  # "Smith al. 2010": "et" was lost
    return start


def organisation_start(tokens: Sequence[str], end: int, evidence: ListEvidence) -> int | None:
    """Where an organisation begins that fills everything between a bracket or semicolon and token ``end``:
    "United Nations Office on Drugs and Crime", or any phrase the list knows. None where none does."""
    start = end
    while start > 0 and tokens[start - 1] not in {";", ",", "(", "[", ":", "."}:
        start -= 1
    words = tokens[start:end]
    if words and words[0].casefold() in CONJUNCTIONS | {"&amp;"}:
        return None  # "(Able, Jones, & Brown, 2013)": "& Brown" folds to a name the list knows
    if len(words) > 1 and (_is_organisation(words) or evidence.knows(" ".join(words))):
        return start
    return None


def _is_organisation(words: Sequence[str]) -> bool:
    """Three words or more, all capitalised but for small ones between them; particles alone make surnames."""
    small = {word for word in words if word in ORGANISATION_JOINS}
    if not 3 <= len(words) <= _LONGEST_ORGANISATION or small <= (PARTICLES | CONJUNCTIONS):
        return False
    proper = [word for word in words if word not in ORGANISATION_JOINS]
    starts = words[0] not in ORGANISATION_JOINS and fold(words[0]) not in NEVER_NAMES
    return starts and all(word[:1].isupper() for word in proper)


def may_be_small(word: str) -> bool:
    """True for a word in small letters that may be a surname: no small word of a sentence."""
    letters = re.sub(r"[-‐’']", "", word)
    plain = len(word) > 1 and letters.isalpha() and word[0].islower()
    return plain and word not in CONJUNCTIONS | PARTICLES and fold(word) not in NEVER_NAMES | PREFIX_WORDS


def is_initial(word: str) -> bool:
    """ "J", "JF", "J-": what stands before the full stop of an initial."""
    return 0 < len(word) <= 2 and word[0].isupper() and (len(word) == 1 or word.isupper() or "-" in word)


def is_initials(word: str) -> bool:
    """ "JPT" after a surname."""
    return len(word) <= 3 and word.isalpha() and word.isupper()


def without_possessive(word: str) -> str:
    """ "Smith's" as "Smith"."""
    for ending in ("'s", "’s", "ʼs", "'", "’"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)]
    return word
