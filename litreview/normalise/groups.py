"""Study groups among names: joined to their writers by words or a comma, and parted from them."""

from __future__ import annotations

import re

from litreview.model.work import Name
from litreview.normalise.initials import is_initials
from litreview.normalise.organisations import is_organisation
from litreview.normalise.vocabulary.function_words import function_words
from litreview.normalise.vocabulary.groups import GROUP_JOINTS, GROUP_KINDS, GROUP_LAST

_GROUP = re.compile(
    rf"(?:[\s.,;]*(?:(?:and|&)\s)?(?P<joint>{'|'.join(GROUP_JOINTS)})\s|\s?[,;]\s(?:(?:and|&)\s)?|\s(?:and|&)\s)"
    r"(?:[Tt]he\s)?(?P<group>[^\W\d_][^.,;:()\n]{3,120}?)(?=\.\s|\.?$|\s?\(|:\s|,\s[\"“‘\d])"
)
_SMALL_WORDS = function_words("en", "de", "fr")
_SPEAKER = re.compile(r"(?:[^\W\d_][\w'’-]+\s){1,3}[A-Z]{1,3}\s[a-z]|.*[A-Z]\.")
"""A person before the joint: "Ruiz P on behalf of the …"."""
_GROUP_JOINT = re.compile(rf"^[\s,]*(?:(?:and\s)?(?:{'|'.join(GROUP_JOINTS)})\s)(?:the\s)?", re.IGNORECASE)
_GROUP_STARTS = re.compile(r"(?<=[\w.)])[\s,;]+(?=[^\W\d_&])|(?<=[\w.)])\s?[,;]?\s(?=&)")


def group_behind(text: str, start: int) -> tuple[int, int] | None:
    """The span of a study group that stands behind names, joined to them by words or a comma.

    >>> group_behind("Vogt R, Ruiz P, for the Tin Study Group. Salt.", 14)
    (24, 39)
    """
    found = _GROUP.match(text, start)
    if not found or _SPEAKER.match(found["group"]):
        return None
    words = found["group"].split()
    if found["joint"]:
        spoken_for = words[0][0].isupper() and GROUP_KINDS & {word.casefold() for word in words}
        return found.span("group") if spoken_for else None
    named = is_organisation(found["group"]) and all(
        word[0].isupper() or word[0].isdigit() or word in _SMALL_WORDS for word in words
    )
    return found.span("group") if named and words[-1].casefold() in GROUP_LAST else None


def without_group(text: str) -> tuple[str, tuple[Name, ...]]:
    """Names and the study group behind them ("Vogt R, Ruiz P, for the Tin Study Group"), each for itself."""
    for place in _GROUP_STARTS.finditer(text):
        span = group_behind(text, place.start())
        if span and span[1] >= len(text) - 1 and any(map(is_initials, text[: place.start()].split())):
            return text[: place.start()].rstrip(" ,;&"), (Name(literal=text[slice(*span)]),)
    return text, ()


def without_joint(text: str) -> str:
    """A name without the words that join it to others ("for the Tin Investigators")."""
    return _GROUP_JOINT.sub("", text)
