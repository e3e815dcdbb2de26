"""M313."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.model.reasons import DecidedBy
from litreview.rules.engine.placing import prove
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label, listed, record_label

SHOWN = 3
"""Works named in the message."""


@rule(
    "M313",
    Severity.WARNING,
    bad=Example(
        text="References\nHandoll HH. Interventions for hip fracture. 2003.\n",
        registered=(
            {
                "DOI": "10.5555/a1",
                "author": "Handoll HH",
                "title": "Interventions for hip fracture",
                "issued": "2003",
            },
            {
                "DOI": "10.5555/a2",
                "author": "Handoll HH",
                "title": "Interventions for hip fracture",
                "issued": "2003",
            },
        ),
        says="Handoll HH (2003): several works fit: Handoll HH (2003), “Interventions for hip "
        "fracture” (10.5555/a1) and Handoll HH (2003), “Interventions for hip fracture” "
        "(10.5555/a2).",
    ),
    good=Example(
        cites="DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials 1986; "
        "7: 177-188.",
    ),
)
def ambiguous_record(match: Match) -> Iterator[Problem]:
    """Several works fit the reference equally well.

    As printed, the reference does not tell a reader which of them is meant.

    Fix: add what tells them apart: a DOI, a volume, an article number, an edition.

    Silent where one work fits better than the others. A note where only one is known and may be another
    version, and where one work is merely registered under several DOIs. No field is called wrong until the
    work is known.
    """
    if match.status is not MatchStatus.AMBIGUOUS:
        return
    fitting = match.candidates[:SHOWN]
    works = listed([record_label(item.work) for item in fitting])
    said = (
        f"several works fit: {works}" if len(fitting) > 1 else f"it may be {works}, or another version of it"
    )
    yield Problem(
        f"{label(match.reference)}: {said}.",
        candidates=tuple(item.work.id for item in fitting),
        proofs=tuple(prove(item.work) for item in fitting),
        severity=None
        if len(fitting) > 1 and match.decided_by is not DecidedBy.REGISTERED_TWICE
        else Severity.NOTE,
    )
