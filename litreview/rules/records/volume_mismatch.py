"""M307."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.contradictions import contradiction


@rule(
    "M307",
    Severity.WARNING,
    bad=Example(
        cites="Hartvigsen J, Hancock MJ, Kongsted A, et al. What low back pain is and why we need to "
        "pay attention. Lancet 2018; 319(10137): 2356-2367.",
        registered={"volume": "391"},
        says="Hartvigsen J, et al. (2018): the volume is 391, not 319, in the record found by "
        "journal, volume and page.",
    ),
    good=Example(
        cites="Hartvigsen J, Hancock MJ, Kongsted A, et al. What low back pain is and why we need to "
        "pay attention. Lancet 2018; 391(10137): 2356-2367.",
        registered={"volume": "391"},
    ),
)
def volume_mismatch(match: Match) -> Iterator[Problem]:
    """The volume in the reference is not the volume of the work.

    Two digits changed places, or the volume belongs to another year.

    Fix: the volume of the record.

    Silent where either side has no volume, where the year stands in place of a volume (Cochrane reviews),
    and where only the writing differs ("Vol. 12", "XII"). A note where the record's volume is not believed:
    it is only its year, no number, or not the one in its own DOI.
    """
    yield from contradiction(match, "volume")
