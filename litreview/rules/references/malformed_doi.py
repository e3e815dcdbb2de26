"""R203."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.plain import wording_of
from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.normalise.identifiers import find_dois
from litreview.normalise.printed_dois import broken_dois, claimed_doi, short_dois
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label


@rule(
    "R203",
    Severity.WARNING,
    bad=Example(
        cites="Moher D, Liberati A. The PRISMA statement. PLoS Med 2009; 6: e1000097. doi:1371/pmed.1000097",
        says="Moher D, Liberati A (2009): “1371/pmed.1000097” is not a DOI; a DOI begins with 10. "
        "and has a slash.",
    ),
    good=Example(
        cites="Moher D, Liberati A. The PRISMA statement. PLoS Med 2009; 6: e1000097. "
        "doi:10.1371/journal.pmed.1000097"
    ),
)
def malformed_doi(reference: Reference) -> Iterator[Problem]:
    """What stands as a DOI cannot be one.

    A DOI begins with "10.", a number and a slash; anything else is a dead link.

    Fix: copy the DOI from the paper's own page.

    A note only for a DOI with a blank in it.

    Silent for every way of writing a true DOI (address, "doi:",
    "https://dx.doi.org/"), for one that is broken over two lines, for a short DOI (short-doi says so), and
    for "doi: none".
    """
    for said in (reference.text, wording_of(reference)):  # LaTeX writes "10.1234\\%2Fx"
        if find_dois(re.sub(r"(?<=[/.\-_])\s*\n\s*", "", said)) or short_dois(said):
            return
    broken = next(iter(broken_dois(reference.text)), None)
    place = (broken.start, broken.end) if broken else claimed_doi(reference.text)
    if place is None:
        return
    text = reference.text[slice(*place)]
    wrong = "has a blank in it" if broken else "is not a DOI; a DOI begins with 10. and has a slash"
    start = reference.start + place[0]
    yield Problem(
        f"{label(reference)}: “{text}” {wrong}.",
        field="DOI",
        cited=text,
        at=(start, start + len(text)) if reference.end and not reference.origin else None,
        severity=Severity.NOTE if broken else None,
    )
