"""M340."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.placing import prove
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.example_works import EGGER_1997
from litreview.rules.views.labels import label, record_label
from litreview.sources.numbers import reference_numbers

WORDS = {
    "PMID": ("PubMed number", "PubMed"),
    "PMCID": ("PubMed Central number", "PubMed Central"),
    "arXiv": ("arXiv number", "arXiv"),
    "ISBN": ("ISBN", "the catalogue"),
}
"""What a number is called, and who gives it out."""


@rule(
    "M340",
    Severity.ERROR,
    bad=Example(
        text="References\nEgger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis "
        "detected by a simple, graphical test. BMJ 1997; 315: 629-634. PMID: 12958120\n",
        registered=(
            EGGER_1997,
            {
                "PMID": "12958120",
                "type": "article-journal",
                "author": "Higgins JPT; Thompson SG; Deeks JJ; Altman DG",
                "title": "Measuring inconsistency in meta-analyses",
                "container-title": "BMJ",
                "volume": "327",
                "page": "557-560",
                "issued": "2003",
            },
        ),
        says="Egger M, et al. (1997): the PubMed number 12958120 belongs to another work, "
        "Higgins JPT, et al. (2003), “Measuring inconsistency in meta-analyses”, BMJ 327: 557-560.",
    ),
    good=Example(
        cites="Egger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis detected by a simple, "
        "graphical test. BMJ 1997; 315: 629-634. PMID: 9310563",
    ),
)
def number_elsewhere(match: Match) -> Iterator[Problem]:
    """The PubMed, arXiv or book number in the reference leads to another work.

    The printed fields describe one work and the link opens another, or nothing.

    Fix: the number of the work described, or none: the fields already say which work is meant.

    Silent where title, people or place of the other work are those of the reference (a preprint under
    another title, a translation, the book of a chapter), where the reference gives several such numbers, and
    where the register could not be asked. A warning where the register has no such number.
    """
    numbers = reference_numbers(match.reference)
    for kind, work in match.cited_elsewhere:
        cited = numbers.get(kind, "")
        name, register = WORDS[kind]
        if work is None:
            said, severity = f"{register} has no record under the {name} {cited}", Severity.WARNING
        else:
            said, severity = f"the {name} {cited} belongs to another work, {record_label(work)}", None
        yield Problem(
            f"{label(match.reference)}: {said}.",
            field=kind,
            cited=cited,
            proofs=(prove(work),) if work else (),
            severity=severity,
        )
