"""R213."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label

_SAID_ELSEWHERE = ("stands twice",)
"""Remarks that have a rule of their own (duplicate-key)."""


@rule(
    "R213",
    Severity.NOTE,
    bad=Example(
        text="TY  - JOUR\nAU  - Berg, T.\nTI  - Heat for stiffness\nJO  - Spine\nPY  - 2011\n",
        format="ris",
        says="Berg T (2011): the record has no ER line at its end (line 1).",
    ),
    good=Example(
        text="TY  - JOUR\nAU  - Berg, T.\nTI  - Heat for stiffness\nJO  - Spine\nPY  - 2011\nER  - \n",
        format="ris",
    ),
)
def odd_entry(reference: Reference) -> Iterator[Problem]:
    """An entry of a bibliography is written in an odd way.

    The record was read as far as it goes; other programs may drop it or read it otherwise.

    Fix: as the message says.

    Silent for entries that keep to their format, and for doubled keys (duplicate-key).
    """
    for remark in reference.diagnoses:
        if any(words in remark.message for words in _SAID_ELSEWHERE):
            continue
        where = f" (line {remark.line})" if remark.line is not None else ""
        yield Problem(
            f"{label(reference)}: {remark.message}{where}.", habit="{} entries are written in an odd way"
        )
