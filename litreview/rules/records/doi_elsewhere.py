"""M311."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.matching.other_forms import Form, form_of
from litreview.model.finding import Cure, CureKind, Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.placing import prove
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.example_works import EGGER_1997
from litreview.rules.views.labels import label, record_label


@rule(
    "M311",
    Severity.ERROR,
    bad=Example(
        text="References\nEgger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis "
        "detected by a simple, graphical test. BMJ 1997; 315: 629-634. "
        "doi:10.1136/bmj.327.7414.557\n",
        registered=(
            EGGER_1997,
            {
                "DOI": "10.1136/bmj.327.7414.557",
                "author": "Higgins JPT; Thompson SG; Deeks JJ; Altman DG",
                "title": "Measuring inconsistency in meta-analyses",
                "container-title": "BMJ",
                "volume": "327",
                "page": "557-560",
                "issued": "2003",
            },
        ),
        says="Egger M, et al. (1997): the DOI 10.1136/bmj.327.7414.557 belongs to another work, "
        "Higgins JPT, et al. (2003), “Measuring inconsistency in meta-analyses”, BMJ 327: "
        "557-560 (10.1136/bmj.327.7414.557); the work described has 10.1136/bmj.315.7109.629.",
    ),
    good=Example(
        cites="Egger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis detected by a simple, "
        "graphical test. BMJ 1997; 315: 629-634. doi:10.1136/bmj.315.7109.629",
    ),
)
def doi_elsewhere(match: Match) -> Iterator[Problem]:
    """The DOI in the reference leads to another work.

    The printed fields describe one paper and the link opens another.

    Fix: the DOI of the work described. Where no record of that work was found, look which of the two you
    mean.

    Silent where the DOI leads to another version of the same work (preprint, Cochrane update) or to its data
    (doi-of-other-form says so), to a second registration of it, and where the source could not be asked.
    """
    other = match.cited_doi_work
    if other is None or (match.work is not None and form_of(other, match.work) is not Form.OTHER):
        return
    doi = match.reference.work.doi
    own = match.work.doi if match.work else ""
    right = f"; the work described has {own}" if own else ""
    said = f"the DOI {doi} belongs to another work, {record_label(other)}"
    yield Problem(
        f"{label(match.reference)}: {said}{right}.",
        field="DOI",
        cited=doi,
        found=own,
        proofs=(prove(other), *((prove(match.work),) if match.work else ())),
        cure=Cure(CureKind.FIELD),
    )
