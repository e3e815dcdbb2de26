"""Reference strings → fields.

Patterns cut off what they find surely (``cuts``), the label model names the rest token by token
(``labelmodel``), and hand-written readers turn the labelled spans into values and overrule the model where
the form leaves no doubt (names, number blocks). A list is read as one: its entries share one style.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.parsing.keys import reference_keys
from litreview.parsing.reading.cuts import cut
from litreview.parsing.reading.labelmodel import shared_model
from litreview.parsing.reading.readings import Draft, finish, read
from litreview.parsing.reading.stylevote import apply, vote
from litreview.parsing.reading.tokens import tokenise


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
    drafts = []
    for text in texts:
        cuts = cut(text)
        drafts.append(Draft(text, cuts, tokenise(text, cuts.spans)))
    labels = shared_model().label([draft.tokens.words for draft in drafts])
    readings = [read(draft, row) for draft, row in zip(drafts, labels, strict=True)]
    style = vote(readings)
    return tuple(FieldReading(*finish(apply(style, reading), style.order)) for reading in readings)


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
