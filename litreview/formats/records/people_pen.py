"""Author lists of records: the names as they stand, and the list written anew from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from litreview.formats.name_forms import is_initials
from litreview.formats.pen import Person, Spot
from litreview.model.work import Name


class Written(NamedTuple):
    """An author as an entry writes it."""

    spot: Spot
    name: Name


Look = Callable[[Written, Person], str]
"""One person's names in the look of another one as written; empty where that cannot be done."""


def rewritten(
    entry: str, listed: Sequence[Written], people: Sequence[Person], gap: str, look: Look
) -> tuple[Spot, ...]:
    """The list written anew from the texts of its own names, and what stood between them; ``gap`` is for an
    entry that has a single one."""
    texts = [_text_of(person, listed, look) for person in people] if listed else []
    if not texts or not all(texts):
        return ()
    gaps = [entry[one.spot.end : other.spot.start] for one, other in pairwise(listed)]
    parts = texts[:1]
    for at, text in enumerate(texts[1:]):
        parts += [gaps[at] if at < len(gaps) else (gaps or [gap])[0], text]
    return (Spot(listed[0].spot.start, listed[-1].spot.end, "".join(parts)),)


def _text_of(person: Person, listed: Sequence[Written], look: Look) -> str:
    """A name's text in the entry, else a new one in the look of its neighbours."""
    for one in listed:
        if one.name == person.name:
            return one.spot.text
    alike = [one for one in listed if one.name == person.cited]
    alike += [one for one in listed if is_initials(one.name.given) == is_initials(person.name.given)]
    return look((alike or [listed[-1]])[0], person)


def with_names(model: Written, name: Name, write: Callable[[str], str]) -> str:
    """The model's text with another person's names in it; empty where the model is no such person."""
    if model.name.literal or not model.name.family:
        return ""
    text = model.spot.text
    for old, new in ((surname(model.name), surname(name)), (model.name.given, name.given)):
        if old == new:
            continue
        written = next((form for form in (write(old), old) if form and form in text), "")
        if not written:
            return ""
        text = text.replace(written, write(new), 1)
    return text


def surname(name: Name) -> str:
    """The family name with its particle."""
    return f"{name.particle} {name.family}".strip()
