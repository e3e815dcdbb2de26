"""S404."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.updates import CONCERN, status_problem


@rule(
    "S404",
    Severity.WARNING,
    bad=Example(
        cites="DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials 1986; 7:"
        " 177-188.",
        registered={"updated-by": "expression_of_concern 10.5555/notice.4 2020-05-01"},
        says="DerSimonian R, Laird N (1986): the work has an expression of concern (on "
        "2020-05-01, notice 10.5555/notice.4).",
    ),
    good=Example(
        cites="DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials 1986; 7:"
        " 177-188.",
        registered={"updated-by": "correction 10.5555/notice.4 2020-05-01"},
    ),
)
def expression_of_concern(match: Match) -> Iterator[Problem]:
    """The journal has published an expression of concern about the work.

    An inquiry is open or ended without a verdict: the work is neither cleared nor retracted.

    Fix: read the notice; mention it, or rest the statement on another work.

    Silent for corrections and retractions.
    """
    yield from status_problem(match, CONCERN, "has an expression of concern")
