"""Where a container begins and ends: "In", a collaboration before it, volume words and months behind it."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.months import FULL_MONTH
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.spans import LONGEST_GAP, trimmed

_LEAD = re.compile(
    r"(?:in|In|IN|en|dans|//)\s?:\s+|(?P<bare>In|IN|//)\s+(?=[^\W\d_])"
    r"|(?:[Dd]ers|[Dd]ies)\.\s?(?:\([^)]*\))?\s?[:,]\s*"
)
_GROUP = re.compile(
    r"(?:The )?[\w.\- ]{2,40}?\b(?:Collaboration|Consortium|Group|Team|Investigators)s?[,.:]\s+"
)
_VOLUME_INSIDE = re.compile(r",?\s(?:[Vv]ol(?:ume|\.)|Bd\.|Band)\s?(?P<volume>\d+),?\s(?:of|in)\s")
_TAIL = re.compile(
    rf"\s{{0,{LONGEST_GAP}}}+[\[(](?:Internet|online|serial o\w+(?: the Internet)?|electronic version"
    rf"|Online-Dokument)[\])]?$|[\s,]{{1,{LONGEST_GAP}}}+(?:vom|of|dated)\s+\d{{1,2}}\.?$"
    rf"|[\s,.]{{1,{LONGEST_GAP}}}+(?:Vol|No|Nr|H|Bd|Jg|pp|S)\.?$|\s{{1,{LONGEST_GAP}}}+{FULL_MONTH}$",
    re.IGNORECASE,
)


def open_container(draft: Draft) -> Draft | None:
    """A container begins behind "In:", "//" and "Ders.:"; "In: Jugend heute", "In: Dies.: Entgrenzung"."""
    span = draft.places.container
    lead = span and _LEAD.match(draft.text, *span)
    if not span or not lead or lead.end() >= span[1]:
        return None
    # Without a title before it, "In defense of modernity" is a book that begins so.
    if lead.group("bare") and not draft.places.title:
        return None
    return draft.but(container=trimmed(draft.text, lead.end(), span[1]))


def give_group_to_authors(draft: Draft) -> Draft | None:
    """A collaboration before the journal is the author: "CMS Collaboration, Phys. Lett. B 762"."""
    span = draft.places.container
    group = span and not draft.places.author and _GROUP.match(draft.text, *span)
    if not span or not group or group.end() >= span[1]:
        return None
    author = trimmed(draft.text, span[0], group.end())
    return draft.but(author=author, container=trimmed(draft.text, group.end(), span[1]))


def cut_series_volume(draft: Draft) -> Draft | None:
    """A book in a series ends at its volume: "Logics of Programs, volume 193 of Lecture Notes"."""
    span = draft.places.container
    volume = span and _VOLUME_INSIDE.search(draft.text, span[0] + 3, span[1])
    if not span or not volume:
        return None
    return draft.but(
        container=trimmed(draft.text, span[0], volume.start()),
        volume=draft.places.volume or volume.span("volume"),
    )


def cut_container_tail(draft: Draft) -> Draft | None:
    """A container ends before "[Internet]", "Vol." and the month of its issue."""
    span = draft.places.container
    tail = span and _TAIL.search(draft.text, *span)
    if not span or not tail or tail.start() <= span[0]:
        return None
    return draft.but(container=trimmed(draft.text, span[0], tail.start()))
