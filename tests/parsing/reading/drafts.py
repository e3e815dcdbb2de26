"""Drafts for the tests of the steps: a text, and its fields by their values."""

from __future__ import annotations

from dataclasses import dataclass, replace

from litreview.parsing.reading.cuts import cut
from litreview.parsing.reading.draft import Draft, Places
from litreview.parsing.reading.extras import find_extras
from litreview.parsing.reading.readings import Step

Fields = dict[str, str]


@dataclass(frozen=True)
class Case:
    """A step, a text with the fields as labelled, and the fields after the step; None: it stays silent."""

    step: Step
    text: str
    labelled: Fields
    after: Fields | None = None

    def __str__(self) -> str:
        return f"{getattr(self.step, '__name__', '')}-{self.text[:40]}"


def draft(text: str, labelled: Fields) -> Draft:
    """The draft whose fields stand where the values first stand in the text."""
    spans = {label: (text.index(value), text.index(value) + len(value)) for label, value in labelled.items()}
    found = Draft(text, cut(text), Places(**spans))
    return replace(found, extras=find_extras(text, found.author_end))


def check(case: Case) -> None:
    """Run the step of a case and compare the fields."""
    before = draft(case.text, case.labelled)
    after = case.step(before)
    if case.after is None:
        assert after is None or after == before
        return
    assert after is not None
    assert {label: case.text[start:end] for label, (start, end) in after.places} == case.after
