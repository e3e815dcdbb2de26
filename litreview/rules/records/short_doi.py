"""M333."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.formats.plain import wording_of
from litreview.matching.proven import is_proven
from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.normalise.identifiers import find_dois
from litreview.normalise.printed_dois import short_dois
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label


@rule(
    "M333",
    Severity.NOTE,
    bad=Example(
        cites="Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. "
        "BMJ 2003; 327: 557-560. doi:10/c5zk8q",
        registered={"DOI": "10.1136/bmj.327.7414.557"},
        says="Higgins JP, et al. (2003): 10/c5zk8q is a short DOI; the DOI itself is "
        "10.1136/bmj.327.7414.557.",
    ),
    good=Example(
        cites="Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. "
        "BMJ 2003; 327: 557-560. doi:10.1136/bmj.327.7414.557",
        registered={"DOI": "10.1136/bmj.327.7414.557"},
    ),
)
def short_doi(match: Match) -> Iterator[Problem]:
    """A short DOI is given instead of the DOI.

    "10/c5zk8q" leads to the paper through doi.org, but no register and no program knows it.

    Fix: the DOI itself.

    Silent where the DOI itself stands there as well.
    """
    said = wording_of(match.reference)
    found = next(iter(short_dois(said)), None)
    if found is None or find_dois(said):
        return
    own = match.work.doi if match.work is not None and is_proven(match) else ""
    rest = f"; the DOI itself is {own}" if own else ", which leads to the work only through doi.org"
    yield Problem(
        f"{label(match.reference)}: {found.value} is a short DOI{rest}.",
        field="DOI",
        cited=found.value,
        found=own,
    )
