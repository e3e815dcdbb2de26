"""M315."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import FIELD_WORDS, Candidate, Match
from litreview.model.reasons import Note
from litreview.rules.engine.placing import prove
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.example_works import EGGER_1997
from litreview.rules.views.labels import label, listed, record_label


@rule(
    "M315",
    Severity.ERROR,
    bad=Example(
        text="References\nDerSimonian R, Laird N. Meta-analysis of trials by a graphical test. "
        "BMJ 1986; 315: 629.\n",
        registered=(
            {
                "DOI": "10.1016/0197-2456(86)90046-2",
                "author": "DerSimonian R; Laird N",
                "title": "Meta-analysis in clinical trials",
                "container-title": "Controlled Clinical Trials",
                "volume": "7",
                "page": "177-188",
                "issued": "1986",
            },
            EGGER_1997,
        ),
        says="DerSimonian R, Laird N (1986): no such work was found; author and year fit "
        "DerSimonian R, Laird N (1986), “Meta-analysis in clinical trials”, Controlled "
        "Clinical Trials 7: 177-188 (10.1016/0197-2456(86)90046-2) and journal, volume and "
        "page fit Egger M, et al. (1997), “Bias in meta-analysis detected by a simple, "
        "graphical test”, BMJ 315: 629-634 (10.1136/bmj.315.7109.629).",
    ),
    good=Example(
        cites="DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials 1986; "
        "7: 177-188.",
    ),
)
def chimera(match: Match) -> Iterator[Problem]:
    """The fields of the reference come from different works.

    Authors and year fit one paper, journal and pages another: no such paper was found, and each half looks
    real by itself.

    Fix: decide which of the works is meant and cite that one. There is no automatic fix.

    Silent where one work explains the reference with a single wrong field, and where the source could not
    be asked.
    """
    if len(match.donors) < 2:
        return
    parts = listed(list(_parts(match.donors)))
    yield Problem(
        f"{label(match.reference)}: no such work was found; {parts}.",
        candidates=tuple(item.work.id for item in match.donors),
        proofs=tuple(prove(item.work) for item in match.donors),
    )


def _parts(donors: tuple[Candidate, ...]) -> Iterator[str]:
    """Each donor with the fields that only it explains."""
    explained: set[str] = set()
    for donor in donors:
        fields = [name for name in _agreeing(donor) if name not in explained]
        explained |= set(fields)
        yield f"{listed([FIELD_WORDS[name] for name in fields])} fit {record_label(donor.work)}"


def _agreeing(donor: Candidate) -> tuple[str, ...]:
    same_first_page = tuple(item.field for item in donor.agreement if Note.LAST_PAGE in item.notes)
    return (*donor.agreement.agreeing, *same_first_page)
