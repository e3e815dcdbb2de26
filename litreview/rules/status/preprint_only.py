"""S411."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import in_record, label
from litreview.rules.views.preprints import is_preprint, names_server, published_version


@rule(
    "S411",
    Severity.WARNING,
    bad=Example(
        cites="Okafor P, Lind B. Gait in low back pain. Eur Spine J 2021. doi:10.1101/2021.02.03.21251111",
        registered={"type": "article", "container-title": "", "publisher": "Cold Spring Harbor Laboratory"},
        says="Okafor P, Lind B (2021): the reference names Eur Spine J, and only a preprint was "
        "found, in the record (10.1101/2021.02.03.21251111).",
    ),
    good=Example(
        cites="Okafor P, Lind B. Gait in low back pain. medRxiv 2021. doi:10.1101/2021.02.03.21251111",
        registered={"type": "article", "container-title": "", "publisher": "Cold Spring Harbor Laboratory"},
    ),
)
def preprint_only(match: Match) -> Iterator[Problem]:
    """The reference names a journal, and only a preprint was found.

    Readers take the work for peer reviewed.

    Fix: name the preprint server, or give the DOI of the published paper.

    Silent where the reference names a preprint server, and where the record names a published version
    (preprint-published says so).
    """
    cited, work = match.reference.work, match.work
    if match.status is not MatchStatus.MATCHED or work is None or not is_preprint(work):
        return
    if not cited.container_title or names_server(cited) or published_version(work):
        return
    said = f"the reference names {cited.container_title}, and only a preprint was found"
    yield Problem(
        f"{label(match.reference)}: {said}, {in_record(match)}.",
        field="container-title",
        cited=cited.container_title,
        found=work.publisher,
    )
