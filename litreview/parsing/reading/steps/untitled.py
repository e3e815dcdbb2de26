"""Laws and judgments, whose number is their title; and titles of one word, which the model overlooks."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.laws import JUDGMENT, STATUTE
from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.reading.cuts import MEDIUM
from litreview.parsing.reading.draft import NUMBERS, Draft
from litreview.parsing.reading.namelists import find_names
from litreview.parsing.reading.sentences import sentence, words_end
from litreview.parsing.reading.spans import trimmed

_TITLE_END = re.compile(
    rf"(?:(?<=[^\W\d_]{{4}})|(?<=\)))\.\s+(?=[A-ZÄÖÜ])|,\s(?=BGBl|OJ\b|ABl|Pub\.|JORF|BOE\b|SI\s\d)"
    rf"|\s\((?:[\w .]{{1,12}}\s)?{YEAR}\)\.?$|\.?$"
)
_SIGNED = re.compile(r"[^\W\d_]+,\s[A-Z]\.|[^\W\d_]+\s[A-Z]{1,3}[,.]\s")
_FARTHEST = 60
"""Characters from the beginning within which the number of a law shows that the entry begins with the law
itself (judgement): "Moe v. Authority of Harbours and Pumps, 347 U.S. 983" has 40."""


def title_law(draft: Draft) -> Draft | None:
    """A law or a judgment that begins the entry is its title, and has no author.

    "42 U.S.C. § 1983 (2012).", "Pump v. Harbour Board, 347 U.S. 983 (1954).", "Ley 41/2012, de bombas."
    """
    text, body, places = draft.text, draft.cuts.body, draft.places
    if places.publisher or (places.author and places.author[0] > body + 1) or _SIGNED.match(text, body):
        return None
    if places.title and places.title[0] == body and not _cut_at_a_day(text, places.title[1]):
        return None
    found = STATUTE.search(text) or JUDGMENT.search(text)
    if found is None or found.start() - body > _FARTHEST:
        return None
    start = min(body, found.start())  # "42 U.S.C." begins like the number of an entry
    if places.title and places.title[0] > found.end() + 2 and found.start() > start:
        return None
    end = _TITLE_END.search(text, start + 3)
    if end is None or end.start() <= start:
        return None
    moved = dict.fromkeys(("author", "container", *NUMBERS))
    return draft.but(**moved).but(title=trimmed(text, start, end.start()))


def _cut_at_a_day(text: str, end: int) -> bool:
    """ "Gesetz über leise Pumpen vom 24": the title goes on with the month."""
    return text[end - 1].isdigit() and text[end : end + 2] == ". "


def find_lost_title(draft: Draft) -> Draft | None:
    """The words between names whose end is beyond doubt and a mark of the kind of work, an address or the
    end: "Okonjo, P. (2021). tidekit (Version 2.1) [Computer software]. https://…"."""
    places, text = draft.places, draft.text
    if places.title or places.container or places.has("editor", *NUMBERS):
        return None
    names = find_names(text, draft.cuts.body, bare=draft.bare)
    if names is None:
        return None
    marks = [start for start, _, kind in draft.cuts.spans if kind == MEDIUM and start >= names.after]
    behind = [span[0] for label, span in places if label not in ("author", "year") and span[0] >= names.after]
    whole = sentence(text, names.after, min([*marks, *behind, words_end(draft, names.after)]))
    if not any(map(str.isalpha, text[slice(*whole)])) or (
        places.year and whole[0] <= places.year[0] < whole[1]
    ):
        return None
    return draft.but(author=names.names, title=trimmed(text, *whole))
