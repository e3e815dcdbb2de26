"""M332."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.matching.other_forms import Form, form_of
from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.placing import prove
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label

_PREPRINT = {
    "DOI": "10.1101/2021.02.03.21251111",
    "type": "article",
    "author": "Okafor P; Lind B",
    "title": "Gait in low back pain",
    "publisher": "Cold Spring Harbor Laboratory",
    "issued": "2021",
}
_ARTICLE = {
    "DOI": "10.5555/esj.2023.31",
    "author": "Okafor P; Lind B",
    "title": "Gait in low back pain",
    "container-title": "European Spine Journal",
    "volume": "32",
    "page": "31-35",
    "issued": "2023",
}


@rule(
    "M332",
    Severity.NOTE,
    bad=Example(
        text="References\nOkafor P, Lind B. Gait in low back pain. Eur Spine J 2023; 32: 31-35. "
        "doi:10.1101/2021.02.03.21251111\n",
        registered=(_PREPRINT, _ARTICLE),
        says="Okafor P, Lind B (2023): the DOI 10.1101/2021.02.03.21251111 is the preprint's; the article "
        "has 10.5555/esj.2023.31.",
    ),
    good=Example(
        text="References\nOkafor P, Lind B. Gait in low back pain. Eur Spine J 2023; 32: 31-35. "
        "doi:10.5555/esj.2023.31\n",
        registered=(_PREPRINT, _ARTICLE),
    ),
)
def doi_of_other_form(match: Match) -> Iterator[Problem]:
    """The DOI is that of the article's preprint or of its data.

    Journal, volume and pages are the article's, and the link opens the text before peer review, or a table.

    Fix: give the article's DOI, unless the preprint or the data are what you mean.

    Silent where the reference names the preprint server, and where only the preprint was found.
    """
    other, work = match.cited_doi_work, match.work
    if other is None or work is None:
        return
    what = {Form.PREPRINT: "the preprint's", Form.DATA: "that of a data set"}.get(form_of(other, work))
    if what is None:
        return
    doi = match.reference.work.doi
    own = f"; the article has {work.doi}" if work.doi else ""
    yield Problem(
        f"{label(match.reference)}: the DOI {doi} is {what}{own}.",
        field="DOI",
        cited=doi,
        found=work.doi,
        proofs=(prove(other), prove(work)),
    )
