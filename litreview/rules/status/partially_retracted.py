"""S402."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.updates import PARTIAL, status_problem


@rule(
    "S402",
    Severity.WARNING,
    bad=Example(
        cites="Moher D, Liberati A, Tetzlaff J, et al. Preferred reporting items for systematic "
        "reviews and meta-analyses: the PRISMA statement. PLoS Med 2009; 6(7): e1000097.",
        registered={"updated-by": "partial_retraction 10.5555/notice.1 2011-03-01"},
        says="Moher D, et al. (2009): the work was retracted in part (on 2011-03-01, notice "
        "10.5555/notice.1).",
    ),
    good=Example(
        cites="Moher D, Liberati A, Tetzlaff J, et al. Preferred reporting items for systematic "
        "reviews and meta-analyses: the PRISMA statement. PLoS Med 2009; 6(7): e1000097.",
        registered={"updated-by": "retraction 10.5555/notice.1 2011-03-01"},
    ),
)
def partially_retracted(match: Match) -> Iterator[Problem]:
    """Part of the work was retracted.

    Some figures, tables or conclusions no longer hold; the rest does.

    Fix: read the notice, and check whether what you rely on is in the part that stands.

    Silent where the whole work was retracted (retracted says so).
    """
    yield from status_problem(match, PARTIAL, "was retracted in part")
