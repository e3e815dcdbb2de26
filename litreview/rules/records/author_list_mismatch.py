"""M305."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Cure, CureKind, Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.author_differences import (
    concerns_first_author,
    concerns_further_authors,
    further_authors,
)
from litreview.rules.views.contradictions import differing, disbelieved
from litreview.rules.views.labels import in_record, label


@rule(
    "M305",
    Severity.WARNING,
    bad=Example(
        cites="Higgins JP, Thompson SG, Deeks JJ, Bland JM. Measuring inconsistency in meta-analyses. "
        "BMJ 2003; 327: 557-560.",
        registered={"author": "Higgins JPT; Thompson SG; Deeks JJ; Altman DG"},
        says="Higgins JP, et al. (2003): Bland JM is not among the authors; Altman DG is left "
        "out, in the record found by journal, volume and page.",
    ),
    good=Example(
        cites="Higgins JP, Thompson SG, et al. Measuring inconsistency in meta-analyses. BMJ 2003; "
        "327: 557-560.",
        registered={"author": "Higgins JPT; Thompson SG; Deeks JJ; Altman DG"},
    ),
)
def author_list_mismatch(match: Match) -> Iterator[Problem]:
    """A further author in the reference is wrong, missing, invented or in another place.

    One added name changes who gets the credit and is a mark of references that were never looked up.

    Fix: the authors of the record, in its order.

    A note where the record names a single author and may have lost the others.

    Silent where the list is shortened ("et al.", or the first three or six names), for initials cut short,
    and where the record itself has fewer names than the reference and may be incomplete. A note where the
    record's names are not believed.
    """
    item = differing(match, "author")
    if item is None or not concerns_further_authors(item):
        return
    if item.disbelief:
        if not concerns_first_author(item):  # else first-author-mismatch says it
            yield disbelieved(match, item)
        return
    said = further_authors(match, item)
    if not said:
        return
    yield Problem(
        f"{label(match.reference)}: {said}, {in_record(match)}.",
        field="author",
        cited=item.cited,
        found=item.found,
        cure=Cure(CureKind.AUTHORS),
    )
