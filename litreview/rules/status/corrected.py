"""S405."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.updates import CORRECTION, status_problem


@rule(
    "S405",
    Severity.NOTE,
    bad=Example(
        cites="Moher D, Liberati A, Tetzlaff J, et al. Preferred reporting items for systematic "
        "reviews and meta-analyses: the PRISMA statement. PLoS Med 2009; 6(7): e1000097.",
        registered={"updated-by": "correction 10.1371/journal.pmed.1000097.c1 2010-01-05"},
        says="Moher D, et al. (2009): the work has a correction (on 2010-01-05, notice "
        "10.1371/journal.pmed.1000097.c1).",
    ),
    good=Example(
        cites="Wakefield AJ, Murch SH, Anthony A, et al. Ileal-lymphoid-nodular hyperplasia, "
        "non-specific colitis, and pervasive developmental disorder in children. Lancet 1998; "
        "351: 637-641.",
        registered={"updated-by": "retraction 10.1016/s0140-6736(10)60175-4 2010-02-06"},
    ),
)
def corrected(match: Match) -> Iterator[Problem]:
    """A correction to the work was published.

    Most corrections concern a name or a table; some change a result.

    Fix: read the correction, and check the numbers you quote against it.

    Silent for retractions and expressions of concern.
    """
    yield from status_problem(match, CORRECTION, "has a correction")
