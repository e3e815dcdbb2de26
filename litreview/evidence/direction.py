"""Whom a result favours: from its numbers if they can tell, else from the words of its source.

A sign alone says nothing: -10 points is good on a pain scale and bad on a function scale. So the end of
the scale that is good has to be given (``better``), or be readable from the words; otherwise the answer is
"not reported".
"""

from __future__ import annotations

import re
from enum import StrEnum

from litreview.normalise.text import fold

BETTER = ("lower", "higher", "")


class Effect(StrEnum):
    """Whom a result favours. ``NOT_REPORTED`` is the absence of an answer, not an answer."""

    INTERVENTION = "favours the intervention"
    COMPARATOR = "favours the comparator"
    NEITHER = "no clear difference"
    MIXED = "mixed results"
    NOT_REPORTED = "direction not reported"

    @property
    def symbol(self) -> str:
        """A sign that does not depend on colour: ▲ ▼ ◆ ◇ ·"""
        return {"INTERVENTION": "▲", "COMPARATOR": "▼", "NEITHER": "◆", "MIXED": "◇", "NOT_REPORTED": "·"}[
            self.name
        ]


_WORDS = (
    (
        Effect.NEITHER,
        re.compile(
            r"\bno (clear |significant |important )?(difference|effect|benefit)|\bneither|\bnot effective"
        ),
    ),
    (Effect.MIXED, re.compile(r"\bmixed\b|\bconflicting|\binconsistent")),
    (Effect.COMPARATOR, re.compile(r"\bworse\b|\bharmful\b|\bfavou?rs (the )?(comparator|control)")),
    (Effect.INTERVENTION, re.compile(r"\bfavou?rs (the )?intervention|\bimproved|\beffective\b|\bbenefit")),
)
_BETTER = re.compile(r"\b(lower|higher)( scores?| values?)? (is|are) better")
_STEM = 8
"""Letters compared of a word, so that "manipulation" meets "manipulative"."""
_FAVOURS = re.compile(r"(?:(?P<sign>positive|negative)\W*+)?\bfavou?rs (the )?(?P<whom>[^;.,]+)")


def read_better(direction: str, intervention: str, comparator: str) -> str:
    """``lower`` or ``higher`` from words such as "lower is better" or "positive favours acupuncture"."""
    text = direction.casefold()
    if found := _BETTER.search(text):
        return found.group(1)
    signed = _FAVOURS.search(text)
    if not signed or not signed["sign"]:
        return ""
    whom = _side(signed["whom"], intervention, comparator)
    if whom is Effect.NOT_REPORTED:
        return ""
    return "higher" if (whom is Effect.INTERVENTION) == (signed["sign"] == "positive") else "lower"


def effect_of_interval(low: float, high: float, null: float, better: str) -> Effect:
    """Whom an interval favours: nobody where it holds the value of no effect (``null``), else the side that
    ``better`` says; not reported where that is empty."""
    if low <= null <= high:
        return Effect.NEITHER
    if not better:
        return Effect.NOT_REPORTED
    return Effect.INTERVENTION if (high < null) == (better == "lower") else Effect.COMPARATOR


def effect_of_words(direction: str, intervention: str, comparator: str) -> Effect:
    """Whom the words of a source favour ("favours TENS", "no important difference")."""
    text = direction.casefold()
    for effect, pattern in _WORDS:
        if pattern.search(text):
            return effect
    favours = _FAVOURS.search(text)
    if favours and not favours["sign"]:
        return _side(favours["whom"], intervention, comparator)
    return Effect.NOT_REPORTED


def _side(whom: str, intervention: str, comparator: str) -> Effect:
    """The side whose words (or initials: "TENS", "OMT") ``whom`` shares more of; none where it is even."""
    wanted = {word[:_STEM] for word in fold(whom).split()}
    here, there = (len(wanted & _names(side)) for side in (intervention, comparator))
    if here == there:
        return Effect.NOT_REPORTED
    return Effect.INTERVENTION if here > there else Effect.COMPARATOR


def _names(side: str) -> set[str]:
    words = fold(side).split()
    return {*(word[:_STEM] for word in words), "".join(word[0] for word in words)}
