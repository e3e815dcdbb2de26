"""M302."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.contradictions import contradiction
from litreview.rules.views.years import year_severity


@rule(
    "M302",
    Severity.ERROR,
    bad=Example(
        cites="Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. "
        "BMJ 2006; 327: 557-560.",
        registered={"issued": "2003-09-06"},
        says="Higgins JP, et al. (2006): the year is 2003, not 2006, in the record found by "
        "journal, volume and page.",
    ),
    good=Example(
        cites="Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. "
        "BMJ 2003; 327: 557-560.",
        registered={"issued": "2003-09-06"},
    ),
)
def year_mismatch(match: Match) -> Iterator[Problem]:
    """The year in the reference is not a year in which the work appeared.

    A wrong year sends readers to another volume, and to another paper where the same author published
    in both years.

    Fix: the year of the record; the in-text citations follow it.

    Silent where the year is one of the record's years (print, online, posted), where the reference is not
    matched, and where either side has no year. One year off is a note when the work appeared around the
    turn of that year or only its year online is known, a warning when everything else agrees, and an error
    when more is wrong. A note, without a correction, where the record's year is not believed: it does not fit
    the journal's other volumes, the volume's other papers, the year in the DOI, or another register; or the
    record is a preprint's and the reference names a journal.
    """
    for problem in contradiction(match, "issued"):
        severity = problem.severity or year_severity(match)
        yield replace(problem, severity=severity)
