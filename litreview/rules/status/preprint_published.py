"""S410."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label
from litreview.rules.views.preprints import is_preprint, published_version


@rule(
    "S410",
    Severity.WARNING,
    bad=Example(
        cites="Okafor P, Lind B. Gait in low back pain. medRxiv 2021. doi:10.1101/2021.02.03.21251111",
        registered={"type": "article", "relation": "is-preprint-of 10.1136/bmjopen-2021-050505"},
        says="Okafor P, Lind B (2021) is a preprint; it has since been published as "
        "10.1136/bmjopen-2021-050505.",
    ),
    good=Example(
        cites="Okafor P, Lind B. Gait in low back pain. medRxiv 2021. doi:10.1101/2021.02.03.21251111",
        registered={"type": "article"},
    ),
)
def preprint_published(match: Match) -> Iterator[Problem]:
    """A preprint is cited, and the paper has since been published.

    Peer review may have changed numbers and conclusions.

    Fix: cite the published paper, after a look at what changed.

    Silent where the record of the preprint names no published version, and for published papers.
    """
    work = match.work
    if match.status is not MatchStatus.MATCHED or work is None or not is_preprint(work):
        return
    doi = published_version(work)
    if doi:
        yield Problem(
            f"{label(match.reference)} is a preprint; it has since been published as {doi}.",
            field="DOI",
            cited=work.doi,
            found=doi,
            candidates=(doi,),
        )
