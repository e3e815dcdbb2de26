"""One list, one style: what most entries of a list do decides the doubtful ones.

Votes count only where nearly the whole list agrees, so a file of mixed references is read entry by entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from litreview.normalise.names import name_order
from litreview.parsing.reading.readings import Reading

UNIFORM = 0.7
"""Share of entries that must be set alike (label, year) before anything is voted on: real lists reach it, the
mixed file of the development data comes to 0.3."""
VOTERS = 5
"""Fewest entries that make a style; a shorter list says too little (examples have 5 and 12)."""
SHARE = 0.9
"""Share that must agree on one feature."""


@dataclass(frozen=True, slots=True)
class ListStyle:
    """``titles``: True where entries give titles, False where they give none, None where unclear.
    ``order``: "family" or "given" first in the first author's name, "" where unclear."""

    titles: bool | None = None
    order: str = ""


def vote(readings: Sequence[Reading]) -> ListStyle:
    """The style most entries share."""
    if len(readings) < VOTERS or not _is_uniform(readings):
        return ListStyle()
    articles = [reading for reading in readings if reading.places.keys() & {"volume", "pages"}]
    titled = sum("title" in reading.places for reading in articles)
    titles = None
    if len(articles) >= VOTERS:
        titles = (
            True
            if titled >= SHARE * len(articles)
            else False
            if titled <= (1 - SHARE) * len(articles)
            else None
        )
    # Only names without a comma vote ("Smith JA"): a list that writes "Smith, J." inverts with commas, so a
    # bare "Katz Jonathan" in it is as likely given name first.
    written = [reading.value("author") for reading in readings]
    orders = [name_order(text) for text in written if " " in text.split(",")[0].strip()]
    orders = [order for order in orders if order]
    order = next(
        (name for name in ("family", "given") if orders.count(name) >= SHARE * max(len(orders), VOTERS)), ""
    )
    return ListStyle(titles, order)


def _is_uniform(readings: Sequence[Reading]) -> bool:
    setting = Counter(_setting(reading) for reading in readings)
    return setting.most_common(1)[0][1] >= UNIFORM * len(readings)


def _setting(reading: Reading) -> tuple[str, str, bool]:
    """How an entry is set: the shape of its label, what surrounds its year, whether that comes early."""
    text, cuts = reading.draft.text, reading.draft.cuts
    label = (
        "".join("0" if char.isdigit() else char for char in text[: cuts.body].strip())
        .replace("00", "0")
        .replace("00", "0")
    )
    if "year" not in reading.places:
        return label, "", False
    start, end = reading.places["year"]
    title = reading.places.get("title") or reading.places.get("container") or (len(text), 0)
    return label, (text[start - 1 : start] + text[end : end + 1]).strip(), start < title[0]


def apply(style: ListStyle, reading: Reading) -> Reading:
    """The reading with its doubtful title or container settled by the list's style."""
    places = dict(reading.places)
    numbered = bool(places.keys() & {"volume", "pages", "issue"})
    if style.titles and "container" in places and "title" not in places and not numbered:
        places["title"] = places.pop("container")
    elif style.titles is False and "title" in places and "container" not in places and numbered:
        places["container"] = places.pop("title")
    else:
        return reading
    return replace(reading, places=places)
