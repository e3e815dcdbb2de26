"""S401."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.updates import RETRACTION, status_problem


@rule(
    "S401",
    Severity.ERROR,
    bad=Example(
        cites="Wakefield AJ, Murch SH, Anthony A, et al. Ileal-lymphoid-nodular hyperplasia, "
        "non-specific colitis, and pervasive developmental disorder in children. Lancet 1998; "
        "351: 637-641.",
        registered={"updated-by": "retraction 10.1016/s0140-6736(10)60175-4 2010-02-06"},
        says="Wakefield AJ, et al. (1998): the work was retracted (on 2010-02-06, notice "
        "10.1016/s0140-6736(10)60175-4).",
    ),
    good=Example(
        cites="Moher D, Liberati A, Tetzlaff J, et al. Preferred reporting items for systematic "
        "reviews and meta-analyses: the PRISMA statement. PLoS Med 2009; 6(7): e1000097.",
        registered={"updated-by": "correction 10.1371/journal.pmed.1000097.c1 2010-01-05"},
    ),
)
def retracted(match: Match) -> Iterator[Problem]:
    """The work was retracted.

    Its results are withdrawn from the scientific record; whoever relies on them is misled.

    Fix: cite something else, or say in the text that the work was retracted and cite the notice as well.

    Silent for corrections and expressions of concern, which have rules of their own, for a notice that is
    itself cited, and where the work was later reinstated. A title with "RETRACTED:" counts. No record of a
    retraction is no proof that there is none.
    """
    yield from status_problem(match, RETRACTION, "was retracted")
