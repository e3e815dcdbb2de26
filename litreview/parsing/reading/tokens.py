"""Reference text → tokens: words, numbers and single marks, each with its place; identifiers as one token.

A token is what the label model sees. Identifiers and addresses are cut by pattern beforehand, so the
model sees one stand-in for each (``<doi>``, ``<url>``) instead of their innards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from litreview.normalise.text import fold_dashes
from litreview.normalise.vocabulary.et_al import WORDS_BY_LAST, form_start
from litreview.normalise.vocabulary.joining import JOINING_WORDS
from litreview.normalise.vocabulary.particles import LOOSE_PARTICLES

# Hyphens and apostrophes join letters ("Jean-Pierre", "O'Neil") but not numbers, so that page ranges fall
# apart into first, mark, last. A letter before a number stands alone ("Phys. Rev. D62" is volume 62).
_TOKEN = re.compile(r"[^\W\d_]+(?:['’‐\-][^\W\d_]+)*|\d+(?:[A-Za-z]{1,3}(?![^\W_]))?|``|''|\S")
MAX_TOKENS = 4000
"""Tokens of one reference that are looked at; more than any real entry has (longest in the data: 1,100)."""

_KNOWN = frozenset({("et", "al"), ("u", "a")})
"""Forms that the training strings have."""
_UNSEEN = frozenset(("medium",))
"""Kinds of cuts that the model is not shown, since no training string had them cut."""
_AFTER_NAMES = frozenset(".,;(/")
_SMALL = LOOSE_PARTICLES | JOINING_WORDS
_QUOTES = dict.fromkeys('“”„‟″«»"', '"') | {"``": '"', "''": '"', "‘": "'", "’": "'", "‚": "'", "`": "'"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel tuples: ``words`` as the model sees them (marks folded), and their places in the text."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)


# A quote that opens a title: after a blank, before a letter; and one that ends it: before or behind a mark.
_OPENS = re.compile(r"(?:(?<=[\s(:.,])|^)[‘'`‚](?=[^\W_]|[¿<(\[])")
_ENDS = re.compile(
    r"(?<=[,.?!])[’'‘](?=[\s,.;:)]|$)|(?<=[^\s])[’'‘](?=[,.;)]|\s*\(|\s+[A-ZÀ-Ž]|$|\s+in[:\s])"
)


def _single_quotes(text: str) -> frozenset[int]:
    """Places of the two single quotes around a title; none beside double quotes or without a pair."""
    if '"' in text or "“" in text or "”" in text or "»" in text or "„" in text:
        return frozenset()
    left = _OPENS.search(text)
    right = _ENDS.search(text, left.end() + 8) if left else None
    if left is None or right is None:
        return frozenset()
    return frozenset((left.start(), right.start()))


def tokenise(text: str, cuts: tuple[tuple[int, int, str], ...] = ()) -> Tokens:
    """Split a reference into tokens. ``cuts`` are ``(start, end, kind)`` in order, not overlapping; each
    becomes the single token ``<kind>``, but a medium none.

    >>> tokenise("J. Pain 15(2):45–9").words
    ('J', '.', 'Pain', '15', '(', '2', ')', ':', '45', '-', '9')
    """
    single = _single_quotes(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for start, end, kind in (*cuts, (len(text), len(text), "")):
        for match in _TOKEN.finditer(text, position, start):
            word = match.group()
            if match.start() in single:
                word = '"'
            elif not word[0].isalnum():
                word = _QUOTES.get(word) or fold_dashes(word) or "-"
            words.append(word)
            starts.append(match.start())
            ends.append(match.end())
        if kind and kind not in _UNSEEN:
            words.append(f"<{kind}>")
            starts.append(start)
            ends.append(end)
        position = end
    _call_et_al(words, starts, ends)
    cut = MAX_TOKENS
    return Tokens(tuple(words[:cut]), tuple(starts[:cut]), tuple(ends[:cut]))


def _call_et_al(words: list[str], starts: list[int], ends: list[int]) -> None:
    """Write "y cols.", "и др." and the like as "et al.", which the model knows, where only names precede."""
    for at, word in enumerate(words):
        if word not in WORDS_BY_LAST:
            continue
        after = at + 2 if words[at + 1 : at + 2] == ["."] else at + 1
        start = form_start(words, after)
        goes_on = after < len(words) and words[after].islower()
        if start == after or goes_on or (words[start], word) in _KNOWN or not _only_names(words[:start]):
            continue
        words[start : at + 1] = ["et", "al"]
        starts[start : at + 1] = [starts[start], starts[at]]
        ends[start : at + 1] = [ends[start], ends[at]]
        return


def _only_names(words: list[str]) -> bool:
    """Capitalised words, particles and marks, and a name last, perhaps before a comma."""
    last = next((word for word in reversed(words) if word not in _AFTER_NAMES), "")
    return last[:1].isalpha() and not any(
        word[0].isdigit() or (word[0].islower() and word not in _SMALL) for word in words
    )
