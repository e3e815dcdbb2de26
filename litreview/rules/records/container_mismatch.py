"""M306."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.contradictions import contradiction

PARTS_OF_BOOKS = frozenset({"chapter", "paper-conference", "entry", "book", "report"})
"""Works whose book, series and conference all serve as the place, so that a difference proves little."""


@rule(
    "M306",
    Severity.WARNING,
    bad=Example(
        cites="Hartvigsen J, Hancock MJ, Kongsted A, et al. What low back pain is and why we need to "
        "pay attention. BMJ 2018; 391(10137): 2356-2367.",
        registered={"container-title": "The Lancet"},
        says="Hartvigsen J, et al. (2018): the journal is The Lancet, not BMJ, in the record "
        "found by journal, volume and page.",
    ),
    good=Example(
        cites="Hartvigsen J, Hancock MJ, Kongsted A, et al. What low back pain is and why we need to "
        "pay attention. Lancet 2018; 391(10137): 2356-2367.",
        registered={"container-title": "The Lancet"},
    ),
)
def container_mismatch(match: Match) -> Iterator[Problem]:
    """The journal or book in the reference is not the one the work appeared in.

    A reader who looks for the paper in that journal will not find it.

    Fix: the journal of the record, abbreviated as in the other references.

    Silent where the two are one journal: an abbreviation, a translated or former name, a dropped "The" or
    subtitle, a place in brackets; and where a series stands in place of the journal. A note for chapters and
    conference papers, whose book, series and conference are all in use; and, without a correction, where the
    record's name is not believed: the work's own title, its publisher, its initials, a longer or shorter form
    of the cited name, or another in another register.
    """
    of_a_book = match.work is not None and match.work.type in PARTS_OF_BOOKS
    for problem in contradiction(match, "container-title"):
        yield replace(problem, severity=Severity.NOTE) if of_a_book else problem
