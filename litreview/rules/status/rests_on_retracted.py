"""S412."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.model.work import Work
from litreview.rules.engine.placing import prove
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label, record_label
from litreview.rules.views.updates import RETRACTION, WITHDRAWAL

_RESTS_ON = frozenset(
    {"is-based-on", "references", "cites", "is-derived-from", "is-continuation-of", "continues"}
)

_GUIDE = {
    "DOI": "10.5555/guide.2015",
    "author": "Okafor P; Lind B",
    "title": "Managing back pain in rowers: a practice guideline",
    "container-title": "European Spine Journal",
    "volume": "24",
    "page": "1-9",
    "issued": "2015",
    "relation": "is-based-on 10.5555/trial.2012",
}
_TRIAL = {
    "DOI": "10.5555/trial.2012",
    "author": "Sandberg L; Okafor P",
    "title": "Rotational mobilisation of the lumbar spine in rowers",
    "container-title": "European Spine Journal",
    "volume": "21",
    "page": "31-35",
    "issued": "2012",
}
_CITES = (
    "References\n\nOkafor P, Lind B. Managing back pain in rowers: a practice guideline. "
    "Eur Spine J 2015; 24: 1-9.\n\nSandberg L, Okafor P. Rotational mobilisation of the "
    "lumbar spine in rowers. Eur Spine J 2012; 21: 31-35.\n"
)


@rule(
    "S412",
    Severity.WARNING,
    bad=Example(
        text=_CITES,
        registered=(_GUIDE, _TRIAL | {"updated-by": "retraction 10.5555/notice.9 2018-01-01"}),
        says="Okafor P, Lind B (2015) rests on a work that was retracted, Sandberg L, Okafor P "
        "(2012), “Rotational mobilisation of the lumbar spine in rowers”, European Spine "
        "Journal 21: 31-35 (10.5555/trial.2012).",
    ),
    good=Example(text=_CITES, registered=(_GUIDE, _TRIAL)),
)
def rests_on_retracted(match: Match, review: Review) -> Iterator[Problem]:
    """A cited work rests on a work that was retracted.

    Its own conclusions may not hold either: reviews and guidelines are rarely redone when a trial in them
    falls.

    Fix: look whether the conclusion you quote depends on the retracted work.

    Silent where the record does not say what the work rests on, and where the retracted work is not among
    the records at hand.
    """
    work = match.work
    if match.status is not MatchStatus.MATCHED or work is None:
        return
    grounds = [relation for relation in work.relations if relation.kind in _RESTS_ON]
    known = _known(review) if grounds else {}
    for relation in grounds:
        basis = known.get(relation.id.casefold())
        if basis is not None and any(update.type in RETRACTION | WITHDRAWAL for update in basis.updated_by):
            yield Problem(
                f"{label(match.reference)} rests on a work that was retracted, {record_label(basis)}.",
                found=basis.id,
                candidates=(basis.id,),
                proofs=(prove(work), prove(basis)),
            )


def _known(review: Review) -> dict[str, Work]:
    works = (
        work
        for matches in review.matches
        for match in matches
        for work in (*((match.work,) if match.work else ()), *(item.work for item in match.candidates))
    )
    return {work.id.casefold(): work for work in works if work.id}
