"""M317."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.model.work import Work
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.contradictions import compared
from litreview.rules.views.labels import label


@rule(
    "M317",
    Severity.NOTE,
    bad=Example(
        cites="Lamb SE, Keene DJ, Nyan A, et al. Exercise for older people. Age Ageing 2019; 49: 12-20.",
        registered={
            "issued": "2019-11-08",
            "published-online": "2019-11-08",
            "published-print": "2020-01-01",
        },
        says="Lamb SE, et al. (2019): 2019 is the year online; the issue is of 2020.",
    ),
    good=Example(
        cites="Lamb SE, Keene DJ, Nyan A, et al. Exercise for older people. Age Ageing 2020; 49: 12-20.",
        registered={
            "issued": "2019-11-08",
            "published-online": "2019-11-08",
            "published-print": "2020-01-01",
        },
    ),
)
def online_year(match: Match) -> Iterator[Problem]:
    """The reference gives the year in which the paper went online beside the volume of a later year.

    Both years are right by themselves. With volume and pages, most journal styles want the year of the
    issue.

    Fix: the year of the issue, if your style asks for it.

    Silent where both years are one, where the reference has no volume, and where the record gives one date
    only.
    """
    item, work, cited = compared(match, "issued"), match.work, match.reference.work
    if item is None or work is None or not cited.volume:
        return
    online, print_ = _year(work, "published-online"), _year(work, "published-print")
    if cited.year is None or online != cited.year or print_ in (None, online):
        return
    yield Problem(
        f"{label(match.reference)}: {online} is the year online; the issue is of {print_}.",
        field="issued",
        cited=str(online),
        found=str(print_),
        habit="{} references give the year online, not that of the issue",
    )


def _year(work: Work, name: str) -> int | None:
    return next((date.year for kind, date in work.dates if kind == name), None)
