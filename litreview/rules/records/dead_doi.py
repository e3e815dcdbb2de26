"""M312."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.plain import wording_of
from litreview.matching.compare_dois import is_near_miss
from litreview.model.finding import Cure, CureKind, Problem, Severity
from litreview.model.match import Match
from litreview.model.reasons import Note
from litreview.model.reference import Reference
from litreview.model.source import NO_AGENCY
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.contradictions import differing
from litreview.rules.views.labels import in_record, label


@rule(
    "M312",
    Severity.ERROR,
    bad=Example(
        cites="Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. "
        "BMJ 2003; 327: 557-560. doi:10.1136/bmj.327.7141.557",
        registered={"DOI": "10.1136/bmj.327.7414.557"},
        says="Higgins JP, et al. (2003): no record was found under the DOI "
        "10.1136/bmj.327.7141.557; it is 10.1136/bmj.327.7414.557 in the record found by "
        "journal, volume and page (10.1136/bmj.327.7414.557).",
    ),
    good=Example(
        cites="Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. "
        "BMJ 2003; 327: 557-560. doi:10.1136/BMJ.327.7414.557",
        registered={"DOI": "10.1136/bmj.327.7414.557"},
    ),
)
def dead_doi(match: Match) -> Iterator[Problem]:
    """The DOI in the reference leads nowhere, and the work has another one.

    A mistyped DOI is a dead link.

    Fix: the DOI of the record.

    An error where the DOI is a near miss of the record's (a few letters, or another suffix behind the same
    prefix) or no agency knows it, else a warning: the paper may have a second DOI that the sources asked do
    not know.

    Silent for letter case (DOIs have none), for another version's DOI, where the DOI belongs to another work
    (doi-elsewhere says so), where it is another registration agency's (doi-of-other-agency), where only the
    tail of a page's address stands behind it, where the entry breaks the right DOI over two lines, and where
    nothing else identifies the work.
    """
    item = differing(match, "DOI")
    if item is None or match.cited_doi_work is not None or match.is_kept_elsewhere:
        return
    if Note.OTHER_VERSION in item.notes or _is_broken_over_lines(item.found, match.reference):
        return
    dead = match.doi_agency == NO_AGENCY or is_near_miss(item.cited, item.found)
    said = f"no record was found under the DOI {item.cited}; it is {item.found}"
    yield Problem(
        f"{label(match.reference)}: {said} {in_record(match)}.",
        field="DOI",
        cited=item.cited,
        found=item.found,
        cure=Cure(CureKind.FIELD) if dead else None,
        severity=None if dead else Severity.WARNING,
    )


def _is_broken_over_lines(doi: str, reference: Reference) -> bool:
    """True where the record's DOI is printed with a line's end or a blank inside it: only its beginning was
    read ("10.5555/tins.", "cutter")."""
    printed = re.sub(r"\s", "", wording_of(reference)).casefold()
    return bool(re.search(rf"{re.escape(doi.casefold())}(?![a-z0-9])", printed))
