"""M314."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.placing import prove
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.at_the_locator import at_the_locator
from litreview.rules.views.example_works import DERSIMONIAN_1986
from litreview.rules.views.labels import label, record_label


@rule(
    "M314",
    Severity.ERROR,
    bad=Example(
        text="References\nSandberg L, Okafor P. Rotational mobilisation of the lumbar spine in rowers. "
        "Control Clin Trials 2016; 7: 177.\n",
        registered=(DERSIMONIAN_1986,),
        says="Sandberg L, Okafor P (2016): at the journal, volume and page given stands another "
        "work, DerSimonian R, Laird N (1986), “Meta-analysis in clinical trials”, Controlled "
        "Clinical Trials 7(3): 177-188 (10.1016/0197-2456(86)90046-2).",
    ),
    good=Example(
        cites="DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials 1986; "
        "7: 177-188.",
    ),
)
def locator_elsewhere(match: Match) -> Iterator[Problem]:
    """Another paper stands at the journal, volume and page given.

    The reader who follows the reference finds a paper by other authors under another title.

    Fix: find out which paper is meant; neither half of the reference can be trusted.

    Silent where author or title fit the paper at that place (then the wrong field is named), and where no
    record at that place is known.
    """
    there = at_the_locator(match)
    if there is None:
        return
    yield Problem(
        f"{label(match.reference)}: at the journal, volume and page given stands another work, "
        f"{record_label(there.work)}.",
        field="page",
        cited=there.agreement["page"].cited,
        work="",
        candidates=(there.work.id,),
        proofs=(prove(there.work),),
    )
