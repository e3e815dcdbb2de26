"""S413."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label
from litreview.rules.views.updates import CONCERN, EXPIRED, NEWER, PARTIAL, RETRACTION, WITHDRAWAL, updates_of

_KINDS = (
    (RETRACTION, "S401", "was retracted"), (PARTIAL, "S402", "was retracted in part"),
    (WITHDRAWAL, "S403", "was withdrawn"), (CONCERN, "S404", "got an expression of concern"),
    (NEWER, "S407", "got a newer version"), (EXPIRED, "S408", "expired"),
)  # fmt: skip


@rule(
    "S413",
    Severity.WARNING,
    bad=Example(
        cites="Wakefield AJ, Murch SH, Anthony A, et al. Ileal-lymphoid-nodular hyperplasia. "
        "Lancet 1998; 351: 637-641.",
        registered={"updated-by": "retraction 10.1016/s0140-6736(10)60175-4 2010-02-06"},
        known=(),
        says="Wakefield AJ, et al. (1998): since the last check the work was retracted.",
    ),
    good=Example(
        cites="Wakefield AJ, Murch SH, Anthony A, et al. Ileal-lymphoid-nodular hyperplasia. "
        "Lancet 1998; 351: 637-641.",
        registered={
            "DOI": "10.1016/s0140-6736(97)11096-0",
            "updated-by": "retraction 10.1016/s0140-6736(10)60175-4 2010-02-06",
        },
        known=(("10.1016/s0140-6736(97)11096-0", "S401"),),
    ),
)
def status_changed(match: Match, review: Review) -> Iterator[Problem]:
    """The status of a cited work has changed since the last check.

    When the article was last checked the work stood; now it has been retracted, withdrawn, doubted or
    replaced. Whoever read the earlier report does not know.

    Fix: as the finding about the status itself says.

    Silent without a baseline from an earlier check, and for what the baseline already knows.
    """
    known, work = review.known_statuses, match.work
    if known is None or match.status is not MatchStatus.MATCHED or work is None:
        return
    for kinds, code, what in _KINDS:
        if updates_of(match, kinds) and (work.id, code) not in known:
            yield Problem(f"{label(match.reference)}: since the last check the work {what}.", found=code)
