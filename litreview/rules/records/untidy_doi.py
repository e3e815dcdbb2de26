"""M330."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.formats.plain import wording_of
from litreview.model.finding import Cure, CureKind, Problem, Severity
from litreview.model.match import Match
from litreview.normalise.printed_dois import doi_readings, is_escaped_only, page_address
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.example_works import EGGER_1997
from litreview.rules.views.labels import label


@rule(
    "M330",
    Severity.NOTE,
    bad=Example(
        text="References\nEgger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis "
        "detected by a simple, graphical test. BMJ 1997; 315: 629-634. https://doi.org/10.1136/bmj.315.7109.629/full\n",
        registered=(EGGER_1997,),
        says="Egger M, et al. (1997): the DOI is 10.1136/bmj.315.7109.629; what stands there, "
        "10.1136/bmj.315.7109.629/full, does not lead to the paper.",
    ),
    good=Example(
        text="References\nEgger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis "
        "detected by a simple, graphical test. BMJ 1997; 315: 629-634. https://www.bmj.com/content/10.1136/bmj.315.7109.629/full\n",
        registered=(EGGER_1997,),
    ),
)
def untidy_doi(match: Match) -> Iterator[Problem]:
    """More stands at the DOI than the DOI.

    The tail of a page's address ("/full", ".pdf", "?journalCode=…"), a doubled slash or a dash for a hyphen
    came along when it was copied, and the link does not work.

    Fix: the bare DOI.

    Silent where the tail belongs to the address of a publisher's page, for escaped signs ("%28"), which work
    as they stand, where the DOI as printed is registered (some end in "/full"), and where the record of the
    bare DOI does not agree with the reference.
    """
    printed, doi = match.reference.work.doi, match.doi_read
    if not doi or not printed or is_escaped_only(printed, doi):
        return
    if page_address(wording_of(match.reference), printed) or page_address(match.reference.text, printed):
        return
    plain = doi in doi_readings(printed)
    yield Problem(
        f"{label(match.reference)}: the DOI is {doi}; what stands there, {printed}, does not lead to the "
        "paper.",
        field="DOI",
        cited=printed,
        found=doi,
        cure=Cure(CureKind.FIELD) if plain else None,
    )
