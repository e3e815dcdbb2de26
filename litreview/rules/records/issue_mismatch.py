"""M308."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.contradictions import contradiction


@rule(
    "M308",
    Severity.WARNING,
    bad=Example(
        cites="Hartvigsen J, Hancock MJ, Kongsted A, et al. What low back pain is and why we need to "
        "pay attention. Lancet 2018; 391(10173): 2356-2367.",
        registered={"issue": "10137"},
        says="Hartvigsen J, et al. (2018): the issue is 10137, not 10173, in the record found by "
        "journal, volume and page.",
    ),
    good=Example(
        cites="Hartvigsen J, Hancock MJ, Kongsted A, et al. What low back pain is and why we need to "
        "pay attention. Lancet 2018; 391(10137): 2356-2367.",
        registered={"issue": "10137"},
    ),
)
def issue_mismatch(match: Match) -> Iterator[Problem]:
    """The issue in the reference is not the issue of the work.

    Fix: the issue of the record, or none: many journals count pages through the volume.

    Silent where either side has no issue, for double issues ("51-52") and supplements written in another
    way, and where the year or the article number stands in the issue's place ("10(2020): 1-6"). A note where
    the record's issue is not believed: no number, or not the one in its own DOI.
    """
    yield from contradiction(match, "issue")
