"""S403."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.updates import WITHDRAWAL, status_problem


@rule(
    "S403",
    Severity.ERROR,
    bad=Example(
        cites="Moher D, Liberati A, Tetzlaff J, et al. Preferred reporting items for systematic "
        "reviews and meta-analyses: the PRISMA statement. PLoS Med 2009; 6(7): e1000097.",
        registered={"updated-by": "withdrawal 10.5555/notice.2 2012-05-01"},
        says="Moher D, et al. (2009): the work was withdrawn (on 2012-05-01, notice 10.5555/notice.2).",
    ),
    good=Example(
        cites="DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials 1986; 7:"
        " 177-188.",
        registered={"updated-by": "correction 10.5555/notice.3 1987-01-01"},
    ),
)
def withdrawn(match: Match) -> Iterator[Problem]:
    """The work was withdrawn or removed.

    Authors or publisher took it back, often before it had an issue; a Cochrane review is withdrawn when it is
    out of date.

    Fix: cite what replaced it, or take the citation out.

    Silent for retractions (a rule of their own), and where the work was reinstated.
    """
    yield from status_problem(match, WITHDRAWAL, "was withdrawn")
