"""Reference strings → fields.

Patterns cut off what they find surely (``cuts``), the label model names the rest token by token
(``labelmodel``), and the ``STEPS`` of ``readings`` correct the model where the form leaves no doubt (names,
number blocks); ``works`` turns the spans into values. A list is read as one: its entries share one style.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.parsing.keys import reference_keys
from litreview.parsing.reading.cuts import cut
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.labelmodel import shared_model
from litreview.parsing.reading.namelists import writes_bare_names
from litreview.parsing.reading.readings import read, start
from litreview.parsing.reading.stylevote import apply, vote
from litreview.parsing.reading.tokens import tokenise
from litreview.parsing.reading.works import finish


@dataclass(frozen=True, slots=True)
class FieldReading:
    """What one reference claims, and where: ``spans`` are ``(CSL field, start, end)`` in the entry's text."""

    work: Work
    spans: tuple[tuple[str, int, int], ...] = ()


def read_fields(texts: Sequence[str]) -> tuple[FieldReading, ...]:
    """Read the references of one list; one reading per text, in order. Never raises on any text.

    >>> reading, = read_fields(["Franke H. Osteopathy. BMC Musculoskelet Disord 2014; 15: 286."])
    >>> reading.work.volume, reading.work.page
    ('15', '286')
    """
    drafts = [read(draft) for draft in first_drafts(texts)]
    style = vote(drafts)
    return tuple(FieldReading(*finish(apply(style, draft), style.order)) for draft in drafts)


def first_drafts(texts: Sequence[str]) -> list[Draft]:
    """The references as the label model has them, before any step."""
    cuts = [cut(text) for text in texts]
    tokens = [tokenise(text, found.spans) for text, found in zip(texts, cuts, strict=True)]
    labels = shared_model().label([row.words for row in tokens])
    bare = writes_bare_names(texts, [found.body for found in cuts])
    return [start(*row, bare=bare) for row in zip(texts, cuts, tokens, labels, strict=True)]


def parse_reference(text: str) -> Reference:
    """One reference string as a Reference whose span is the whole text.

    >>> parse_reference("Franke H. Osteopathy. BMC Musculoskelet Disord 2014; 15: 286.").key
    'franke-2014'
    """
    reading = read_fields([text])[0]
    return Reference(
        key=reference_keys((reading.work,), ("",))[0],
        text=text,
        work=reading.work,
        start=0,
        end=len(text),
        spans=reading.spans,
    )
