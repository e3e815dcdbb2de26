"""M321."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import in_record, label


@rule(
    "M321",
    Severity.ERROR,
    bad=Example(
        cites="Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in "
        "meta-analyses. BMJ 2003; 327: 557-560. PMID: 12958112",
        registered={"PMID": "12958120"},
        says="Higgins JP, et al. (2003): the PubMed number is 12958120, not 12958112, in the "
        "record found by journal, volume and page.",
    ),
    good=Example(
        cites="Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in "
        "meta-analyses. BMJ 2003; 327: 557-560. PMID: 12958120",
        registered={"PMID": "12958120"},
    ),
)
def pmid_mismatch(match: Match) -> Iterator[Problem]:
    """The PubMed number in the reference is not that of the work.

    The link opens another paper.

    Fix: the PubMed number of the record.

    Silent where either side has none (Crossref's own records never have one, other sources do), and where
    number-elsewhere says to which work the number belongs.
    """
    cited, work = match.reference.work.pmid, match.work
    if (
        match.status is not MatchStatus.MATCHED
        or work is None
        or not cited
        or not work.pmid
        or cited == work.pmid
        or any(kind == "PMID" for kind, _ in match.cited_elsewhere)
    ):
        return
    yield Problem(
        f"{label(match.reference)}: the PubMed number is {work.pmid}, not {cited}, {in_record(match)}.",
        field="PMID",
        cited=cited,
        found=work.pmid,
    )
