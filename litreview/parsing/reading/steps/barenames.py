"""Vancouver lists: names with bare initials, whose end the full stop shows ("Chou R, Deyo R. Title. J Pain").

The label model hesitates where a title begins with few words before a colon or a comma, and calls them a
last author ("Katz RT. Letter: Myokymia.", "Forciea MA. Treatments for Acute, Subacute, and Chronic Pain.").
"""

from __future__ import annotations

import re

from litreview.normalise.organisations import is_organisation
from litreview.parsing.reading.segments import Span, trimmed

Places = dict[str, Span]

_UPPER = r"[^\W\d_a-zà-ÿß]"
_NAME = (
    rf"(?:(?:[a-z]{{1,3}}|[Vv]an|[Vv]on|della)['’\s]\s?){{0,3}}{_UPPER}[\w'’-]+(?:\s{_UPPER}[\w'’-]+)?"
    r"(?:\s(?:Jr|Sr|II|III|Júnior|Filho|Neto))?\.?\s[A-ZÀ-ÖØ-Þ](?:-?[A-ZÀ-ÖØ-Þ]){0,3}(?:\s(?:Jr|Sr|II|III))?"
)
_LIST = re.compile(rf"{_NAME}(?:,\s{_NAME})*(?:,?\s(?:et al|and others))?\.\s+(?=[^\s.,;:)\]])")
_NEXT = re.compile(
    rf"{_NAME}[.,;]\s|{_UPPER}\.|{_UPPER}[\w'’-]+,\s{_UPPER}\.|&|and\s|und\s|\(?(?:1[89]|20)\d\d\b"
)
# "John R. Davies. Title" looks the same but for what follows: two initials, or "2014;15:286", tell.
_TWO_INITIALS = re.compile(r"\s[A-ZÀ-ÖØ-Þ]{2,4}(?=[,.])")
_YEAR_VOLUME = re.compile(r"\b(?:1[89]|20)\d\d\b[^;:,()]{0,12};\s?(?:\d|\(|[Ss]uppl)")
_COLON_BEFORE = re.compile(rf"{_UPPER}\.:\s$")
_SHORTEST_JOURNAL = 4
_STOP = re.compile(r"(?<=[^\W\d_]{3})[.?!]\s(?=[^\W\d_a-zà-ÿ])")


def end_bare_names(text: str, places: Places, body: int) -> None:
    """Authors that end where the form says, and a title that begins there. ``body``: end of the label."""
    names = _LIST.match(text, body)
    if names is None or _NEXT.match(text, names.end()):
        return
    if not _TWO_INITIALS.search(names.group()) and not _YEAR_VOLUME.search(text, names.end()):
        return
    first = names.group().split(",")[0].strip(" .")
    if is_organisation(first) or ("year" in places and places["year"][0] < names.end()):
        return
    if "title" not in places and places.get("container", (0, 0))[0] == names.end():
        _part_container(text, places)
    old = places.get("author", (0, 0))
    author = (body, names.end() - len(names.group()) + len(names.group().rstrip(" .")))
    title = places.get("title")
    if old[1] <= names.end() and (title is None or title[0] <= names.end()):
        return
    start = names.end()
    others = [
        span[0] for label, span in places.items() if label not in ("author", "title") and span[0] > start
    ]
    limit = min(others, default=len(text))
    end = max(title[1] if title and title[0] < limit else 0, min(old[1], limit))
    if end <= start:
        return
    places["author"] = author
    places["title"] = trimmed(text, start, end)
    _with_rest(text, places)


def part_after_colon(text: str, places: Places) -> None:
    """ "Love, A., Sjors, H.: Scandinavian Ecology. Ecology 38, 545": names that a colon ends have a title."""
    if "title" in places or "container" not in places or not places.keys() & {"volume", "pages"}:
        return
    container = places["container"]
    stops = [*_STOP.finditer(text, *container)]
    if not stops or not _COLON_BEFORE.search(text, 0, container[0]):
        return
    title, journal = text[container[0] : stops[-1].start()], text[stops[-1].end() : container[1]]
    # "Astrophys. J.", "Phys. Rev. Lett." after such names are journals in a style without titles.
    if "." not in title and " " in title and len(journal) >= _SHORTEST_JOURNAL:
        places["title"] = trimmed(text, container[0], stops[-1].start() + (text[stops[-1].start()] != "."))
        places["container"] = trimmed(text, stops[-1].end(), container[1])


def _part_container(text: str, places: Places) -> None:
    """ "Widden P, Dix NJ. Fungal Ecology. Ecology. 1996;77": this style gives titles, so the first is one."""
    container = places["container"]
    stops = [*_STOP.finditer(text, *container)]
    if stops and _YEAR_VOLUME.search(text, container[1]):
        places["title"] = trimmed(text, container[0], stops[-1].start() + (text[stops[-1].start()] != "."))
        places["container"] = trimmed(text, stops[-1].end(), container[1])


def _with_rest(text: str, places: Places) -> None:
    """The part of the title that was labelled as the start of the container."""
    title, container = places["title"], places.get("container")
    if container is None or not 0 <= container[0] - title[1] < 3 or text[title[1]] not in ",:":
        return
    stops = [*_STOP.finditer(text, *container)]
    if stops:
        stop = stops[-1]
        places["title"] = trimmed(text, title[0], stop.start() + (text[stop.start()] != "."))
        places["container"] = trimmed(text, stop.end(), container[1])
