"""A volume that holds more than the volume: "10/3", "12 2009"."""

from __future__ import annotations

import re

from litreview.parsing.reading.draft import Draft

_TWO = re.compile(r"(\d{1,4})\s?[/ ]\s?(\d{1,4})")
_YEAR = re.compile(r"(?:19|20)\d\d")


def split_volume(draft: Draft) -> Draft | None:
    """ "10/3" is volume and issue ("42/43" a double volume), "12 2009" a volume and the year.

    A volume "10/3" would be held against the registered 10.
    """
    span = draft.places.volume
    match = span and _TWO.fullmatch(draft.text, *span)
    if not match:
        return None
    if _YEAR.fullmatch(match.group(2)):
        return draft.but(volume=match.span(1))
    double = int(match.group(2)) == int(match.group(1)) + 1
    if double or draft.places.issue or draft.text[match.end(1)] != "/":
        return None
    return draft.but(volume=match.span(1), issue=match.span(2))
