"""From a table of words to the pattern that finds any of them.

A table is a text with one row per language, ``es: y cols. | y col.``; a language may have several rows. The
patterns hold no nested repetitions, so a search costs time in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

NO_LETTER_BEFORE = r"(?<![^\W_])"
"""Where a word may begin; ``\\b`` would ask for a letter, and marks like "№" and "&" are none."""
NO_LETTER_AFTER = r"(?![^\W_])"
"""Where a word may end, be its last sign a letter or a full stop."""


def read_table(text: str) -> dict[str, tuple[str, ...]]:
    """Language → its phrases in order.

    >>> read_table("de: und andere | u. a.")
    {'de': ('und andere', 'u. a.')}
    """
    table: dict[str, tuple[str, ...]] = {}
    for line in text.strip().splitlines():
        language, _, phrases = line.partition(":")
        found = tuple(phrase.strip() for phrase in phrases.split("|"))
        table[language.strip()] = (*table.get(language.strip(), ()), *found)
    return table


def phrases_of(table: dict[str, tuple[str, ...]], *languages: str) -> tuple[str, ...]:
    """All phrases of a table, or those of some languages, each once."""
    rows = (table[language] for language in languages or table)
    return tuple(dict.fromkeys(phrase for row in rows for phrase in row))


def words_of(table: dict[str, tuple[str, ...]], *languages: str) -> frozenset[str]:
    """The phrases of one word, in small letters and without their full stop."""
    found = (phrase.rstrip(".").lower() for phrase in phrases_of(table, *languages))
    return frozenset(word for word in found if " " not in word)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first; blanks stretch, inner full stops take a blank.

    >>> any_of(["og", "m.fl."])
    '(?:m\\\\.\\\\s?fl\\\\.|og)'
    """
    ordered = sorted(dict.fromkeys(phrases), key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(_loosely, ordered))})"


def any_mark(phrases: Iterable[str]) -> str:
    """The same for marks whose last full stop may be missing: "Bd." and "Bd", but never the start of a word.

    >>> import re
    >>> bool(re.match(any_mark(["S."]), "S. 3")), bool(re.match(any_mark(["S."]), "Spine"))
    (True, False)
    """
    bare = {phrase.rstrip(".") for phrase in phrases}
    return rf"{any_of(bare)}{NO_LETTER_AFTER}\.?"


def _loosely(phrase: str) -> str:
    pieces = re.split(r"(\.\s*(?=.)|\s+)", phrase)
    return "".join(
        re.escape(piece) if at % 2 == 0 else r"\.\s?" if piece.startswith(".") else r"\s+"
        for at, piece in enumerate(pieces)
    )
