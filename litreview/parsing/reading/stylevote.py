"""One list, one style: what most entries of a list do decides the doubtful ones.

Votes count only where nearly the whole list agrees, so a file of mixed references is read entry by entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from litreview.normalise.names import name_order
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.sentences import sentences
from litreview.parsing.reading.spans import Span

UNIFORM = 0.7
"""Share of entries that must be set alike (label, year) before anything is voted on: real lists reach it, the
mixed file of the development data comes to 0.3."""
VOTERS = 5
"""Fewest entries that make a style; a shorter list says too little (examples have 5 and 12)."""
_TITLE_AND_JOURNAL = 2
"""Sentences of a container that holds the title too; more may be a journal's abbreviated words."""
SHARE = 0.9
"""Share that must agree on one feature."""


@dataclass(frozen=True, slots=True)
class ListStyle:
    """``titles``: True where entries give titles, False where they give none, None where unclear.
    ``order``: "family" or "given" first in the first author's name, "" where unclear."""

    titles: bool | None = None
    order: str = ""


def vote(drafts: Sequence[Draft]) -> ListStyle:
    """The style most entries share."""
    if len(drafts) < VOTERS or not _is_uniform(drafts):
        return ListStyle()
    return ListStyle(_titles(drafts), _order(drafts))


def _titles(drafts: Sequence[Draft]) -> bool | None:
    articles = [draft for draft in drafts if draft.places.has("volume", "pages")]
    if len(articles) < VOTERS:
        return None
    titled = sum(draft.places.title is not None for draft in articles)
    if titled >= SHARE * len(articles):
        return True
    return False if titled <= (1 - SHARE) * len(articles) else None


def _order(drafts: Sequence[Draft]) -> str:
    # Only names without a comma vote ("Smith JA"): a list that writes "Smith, J." inverts with commas, so a
    # bare "Katz Jonathan" in it is as likely given name first.
    written = [draft.value("author") for draft in drafts]
    orders = [name_order(text) for text in written if " " in text.split(",")[0].strip()]
    orders = [order for order in orders if order]
    needed = SHARE * max(len(orders), VOTERS)
    return next((name for name in ("family", "given") if orders.count(name) >= needed), "")


def _is_uniform(drafts: Sequence[Draft]) -> bool:
    setting = Counter(_setting(draft) for draft in drafts)
    return setting.most_common(1)[0][1] >= UNIFORM * len(drafts)


def _setting(draft: Draft) -> tuple[str, str, bool]:
    """How an entry is set: the shape of its label, what surrounds its year, whether that comes early."""
    text, places = draft.text, draft.places
    label = "".join("0" if char.isdigit() else char for char in text[: draft.cuts.body].strip())
    label = label.replace("00", "0").replace("00", "0")
    if places.year is None:
        return label, "", False
    start, end = places.year
    title = places.title or places.container or (len(text), 0)
    return label, (text[start - 1 : start] + text[end : end + 1]).strip(), start < title[0]


def apply(style: ListStyle, draft: Draft) -> Draft:
    """The draft with its doubtful title or container settled by the list's style."""
    places = draft.places
    numbered = places.has("volume", "pages", "issue")
    if style.titles and places.container and not places.title and not numbered:
        return draft.but(title=places.container, container=None)
    if style.titles and places.container and not places.title:
        return _parted(draft, places.container)
    if style.titles is False and places.title and not places.container and numbered:
        return draft.but(container=places.title, title=None)
    return draft


def _parted(draft: Draft, container: Span) -> Draft:
    """A container that holds the title too, in a list whose entries give titles: "The tin genome. Nature"."""
    parts = sentences(draft.text, *container)
    if len(parts) != _TITLE_AND_JOURNAL or " " not in draft.text[slice(*parts[0])]:
        return draft
    return draft.but(title=parts[0], container=parts[1])
