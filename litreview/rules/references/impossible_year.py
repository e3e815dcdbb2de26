"""R206."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label

EARLIEST_JOURNAL = 1665
"""Philosophical Transactions and the Journal des sçavans: no paper in a journal is older."""

AHEAD = 1
"""Issues are dated up to a year ahead of the day they appear."""


@rule(
    "R206",
    Severity.ERROR,
    bad=Example(
        cites="Chou R, Deyo R. Therapies for low back pain. Ann Intern Med 2031; 166: 493-505.",
        as_of=date(2024, 5, 1),
        says="Chou R, Deyo R (2031): the year 2031 lies in the future.",
    ),
    good=Example(
        cites="Chou R, Deyo R. Therapies for low back pain. Ann Intern Med 2017; 166: 493-505.",
        as_of=date(2024, 5, 1),
    ),
)
def impossible_year(reference: Reference, as_of: date) -> Iterator[Problem]:
    """The year lies in the future, or before there were journals.

    Digits changed places, or the year of access was taken for the year of publication.

    Fix: the year of the paper.

    Silent for the coming year (issues are dated ahead), for "in press", for old books, and where the check
    was given no date.
    """
    year = reference.work.year
    if year is None:
        return
    too_late = year > as_of.year + AHEAD
    too_early = year < EARLIEST_JOURNAL and reference.work.type == "article-journal"
    if too_late or too_early:
        why = "lies in the future" if too_late else "is older than any journal"
        yield Problem(f"{label(reference)}: the year {year} {why}.", field="issued", cited=str(year))
