"""M310."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.formats.plain import wording_of
from litreview.formats.stated_doi import linked_doi, states_doi
from litreview.matching.proven import is_proven
from litreview.model.finding import Cure, CureKind, Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.model.reasons import Note
from litreview.normalise.printed_dois import short_dois
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label


@rule(
    "M310",
    Severity.NOTE,
    bad=Example(
        cites="Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. "
        "BMJ 2003; 327: 557-560.",
        registered={"DOI": "10.1136/bmj.327.7414.557"},
        says="Higgins JP, et al. (2003): the DOI is missing; it is https://doi.org/10.1136/bmj.327.7414.557.",
    ),
    good=Example(
        cites="Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. "
        "BMJ 2003; 327: 557-560. doi:10.1136/bmj.327.7414.557",
        registered={"DOI": "10.1136/bmj.327.7414.557"},
    ),
)
def missing_doi(match: Match) -> Iterator[Problem]:
    """The work has a DOI and the reference does not give it.

    With the DOI a reader is one click from the paper, and every later check is certain.

    Fix: add the DOI the record gives; where the record has the title in another language, look first, for the
    other edition may have a DOI of its own.

    Silent where the record has no DOI (many reports and books), where a short DOI or one with a blank in it
    stands there or the address is that of the DOI, and where another field of the reference contradicts the
    record and no locator proves which work is meant: then that comes first.
    """
    cited, work = match.reference.work, match.work
    if match.status is not MatchStatus.MATCHED or work is None or not work.doi or cited.doi:
        return
    if match.agreement is not None and match.agreement.different and not is_proven(match):
        return
    given = match.doi_read or short_dois(wording_of(match.reference))
    if given or linked_doi(match.reference) == work.doi:
        return
    translated = match.agreement is not None and Note.TRANSLATED in match.agreement["title"].notes
    state = "what is given as a DOI is none" if states_doi(match.reference) else "the DOI is missing"
    if linked_doi(match.reference):
        state = "the address is that of another DOI"
    yield Problem(
        f"{label(match.reference)}: {state}; it is https://doi.org/{work.doi}.",
        field="DOI",
        found=work.doi,
        cure=None if translated else Cure(CureKind.ADD_DOI),
        habit="{} references lack a DOI that exists",
    )
