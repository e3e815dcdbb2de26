"""Vancouver lists: names with bare initials, whose end the full stop shows ("Chou R, Deyo R. Title. J Pain").

The label model hesitates where a title begins with few words before a colon or a comma, and calls them a
last author ("Katz RT. Letter: Myokymia.", "Dias R, Massoud S. Frozen shoulder.").
"""

from __future__ import annotations

import re

from litreview.normalise.organisations import is_organisation
from litreview.normalise.vocabulary.et_al import ET_AL
from litreview.normalise.vocabulary.suffixes import GENERATION, GENERATION_APART
from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.spans import Span, trimmed

_UPPER = r"[^\W\d_a-zà-ÿß]"
_NAME = (
    rf"(?:(?:[a-z]{{1,3}}|[Vv]an|[Vv]on|della)['’\s]\s?){{0,3}}{_UPPER}[\w'’-]+(?:\s{_UPPER}[\w'’-]+)?"
    rf"(?:\s{GENERATION})?\.?\s[A-ZÀ-ÖØ-Þ](?:-?[A-ZÀ-ÖØ-Þ]){{0,3}}(?:\s(?:{GENERATION_APART}))?"
)
# A name holds no comma, so that each name before one is read in one way only.
_LIST = re.compile(rf"(?>{_NAME},\s)*{_NAME}(?:,?\s{ET_AL})?\.\s++(?=[^\s.,;:)\]])")
_NEXT = re.compile(rf"{_NAME}[.,;]\s|{_UPPER}\.|{_UPPER}[\w'’-]+,\s{_UPPER}\.|&|and\s|und\s|\(?{YEAR}\b")
# "John R. Davies. Title" looks the same but for what follows: two initials, or "2014;15:286", tell.
_TWO_INITIALS = re.compile(r"\s[A-ZÀ-ÖØ-Þ]{2,4}(?=[,.])")
_YEAR_VOLUME = re.compile(rf"\b{YEAR}\b[^;:,()]{{0,12}};\s?(?:\d|\(|[Ss]uppl)")
_BARE_NAME = re.compile(r"(?:[^\W\d_][\w'’-]+\s){1,3}[A-Z]{1,3}(?=[,.;]|$)")
_LAST_NAME = re.compile(r"(?<=[\s][A-Z])\.\s+(?=[A-Z])|(?<=[A-Z]{2})\.\s+(?=[A-Z])")
_STOP = re.compile(r"(?<=[^\W\d_]{3})[.?!]\s(?=[^\W\d_a-zà-ÿ])")
_SMALL_WORD = re.compile(r"\s[a-zà-ÿ]{4,}\b")


def end_bare_names(draft: Draft) -> Draft | None:
    """Authors of bare initials end at their full stop, and a title begins behind it."""
    names, places = _bare_names(draft), draft.places
    if names is None:
        return None
    author, title = places.author or (0, 0), places.title
    if author[1] <= names[1] and (title is None or title[0] <= names[1]):
        return None
    starts = [span[0] for label, span in places if label not in ("author", "title") and span[0] > names[1]]
    limit = min(starts, default=len(draft.text))
    end = max(title[1] if title and title[0] < limit else 0, min(author[1], limit))
    if end <= names[1]:
        return None
    last = names[0] + len(draft.text[slice(*names)].rstrip(" ."))
    return _with_rest(draft.but(author=(names[0], last), title=trimmed(draft.text, names[1], end)))


def _with_rest(draft: Draft) -> Draft:
    """The title with what was labelled the start of the container: "Guides, Sixth Edition: An Overview"."""
    title, container = draft.places.title, draft.places.container
    near = title and container and 0 <= container[0] - title[1] < 3 and draft.text[title[1]] in ",:"
    return _parted(draft, title[0]) if near and title else draft


def part_bare_container(draft: Draft) -> Draft | None:
    """A container right behind bare names holds the title too: "Dix NJ. Fungal Ecology. Ecology. 1996;77".

    Vancouver lists give titles; their year and volume tell them from lists that give none.
    """
    names, container = _bare_names(draft), draft.places.container
    if names is None or draft.places.title or container is None or container[0] != names[1]:
        return None
    return _parted(draft, container[0]) if _YEAR_VOLUME.search(draft.text, container[1]) else None


def _parted(draft: Draft, start: int) -> Draft:
    """The container parted at its last full stop; what stands before that is the end of the title."""
    text, container = draft.text, draft.places.container
    stops = [*_STOP.finditer(text, *container)] if container else []
    if not stops or container is None:
        return draft
    end = stops[-1].start() + (text[stops[-1].start()] != ".")
    return draft.but(title=trimmed(text, start, end), container=trimmed(text, stops[-1].end(), container[1]))


def _bare_names(draft: Draft) -> Span | None:
    """The names and the blank behind their full stop, where the form leaves no doubt."""
    text, year = draft.text, draft.places.year
    names = _LIST.match(text, draft.cuts.body)
    if names is None or _NEXT.match(text, names.end()) or (year and year[0] < names.end()):
        return None
    if not _TWO_INITIALS.search(names.group()) and not _YEAR_VOLUME.search(text, names.end()):
        return None
    return None if is_organisation(names.group().split(",")[0].strip(" .")) else names.span()


def free_short_title(draft: Draft) -> Draft | None:
    """A short title that was labelled as a last author: "Dias R, Massoud S. Frozen shoulder. BMJ. 2005".

    Only in lists of bare initials, where a full stop can but end the names.
    """
    text, author, container = draft.text, draft.places.author, draft.places.container
    if author is None or draft.places.title or container is None or container[0] < author[1]:
        return None
    start, end = author
    stop = _LAST_NAME.search(text, start, end)
    if stop is None or not _BARE_NAME.match(text, start) or _BARE_NAME.match(text, stop.end()):
        return None
    # "Smith, Journal" ends a name and "Osteopathy. Journal" a title: the mark behind decides.
    sentence = text[end : end + 1] == "." and "," not in text[stop.end() : end]
    if not sentence and not _SMALL_WORD.search(text, stop.end(), end):
        return None
    return draft.but(author=(start, stop.start()), title=trimmed(text, stop.end(), end))
