"""What registrants put into the wrong field: two people in one name, a retraction in the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from litreview.formats.records.names import read_name
from litreview.model.work import Name, Update
from litreview.normalise.text import strip_markup
from litreview.normalise.vocabulary.et_al import WHOLE_CELL

TOLD_BY_TITLE = "its title says so"
"""The note of an update that no notice stands behind."""
_RETRACTED = re.compile(
    r"\s*+(?:[\[(*]++\s*+)?retracted(?: article)?\s*+(?:[\])*]++\s*+)?[:.–—]\s*+\S"
    r"|\s*+[\[(]\s*+retracted(?: article)?\s*+[\])]|"
    r".*\S\s*[\[(]retracted(?: article)?[\])]\.?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_WITHDRAWN = re.compile(
    r"\s*(?:(?:WITHDRAWN|REMOVED)(?: ARTICLE)?\s*[:.–—]\s*\S|[\[(]\s*(?i:withdrawn|removed)\s*[\])])"
)
_TWO_PEOPLE = re.compile(r"(\S+(?:\s\S+)?)(?:;|\s+(?:and|&))\s+(\S+\s.*\S)")
_FOOTNOTES = re.compile(r"(?<=[^\W\d_])\s?[\d,*†‡§¶]+$")
_OUT = frozenset({"retraction", "withdrawal", "removal"})


def told_by_title(title: str, known: Sequence[Update], record: Mapping[str, object]) -> Iterator[Update]:
    """The retraction or withdrawal that only the title of the paper tells: "RETRACTED: Dust in rope works".

    Nothing for a notice, which has such a title too and says what it updates.
    """
    if record.get("update-to") or any(update.type in _OUT or "retraction" in update.type for update in known):
        return
    text = strip_markup(title)
    if _RETRACTED.match(text):
        yield Update("retraction", note=TOLD_BY_TITLE)
    elif _WITHDRAWN.match(text):
        yield Update("withdrawal", note=TOLD_BY_TITLE)


def parted(name: Name) -> tuple[Name, ...]:
    """A name without the marks of footnotes, or the two people that a surname joins ("Haas and Jana Novotny",
    given "Ulrich"); nobody for "et al.".

    >>> [str(one) for one in parted(Name("Haas and Jana Novotny", "Ulrich"))]
    ['Haas Ulrich', 'Novotny Jana']
    """
    if not name.given and WHOLE_CELL.fullmatch(str(name)):
        return ()
    match = _TWO_PEOPLE.fullmatch(name.family) if name.given else None
    if match is None:
        return (replace(name, family=_FOOTNOTES.sub("", name.family)),)
    return Name(match[1], name.given, name.particle), read_name(match[2])
