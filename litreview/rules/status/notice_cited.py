"""S406."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.normalise.notice_titles import names_notice
from litreview.rules.engine.placing import prove
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label
from litreview.rules.views.updates import CORRECTION

_NOTICES = {
    "retraction": "the notice that retracts", "partial_retraction": "the notice that retracts part of",
    "withdrawal": "the notice that withdraws", "removal": "the notice that removes",
    "expression_of_concern": "an expression of concern about",
} | dict.fromkeys(CORRECTION, "a correction of")  # fmt: skip


@rule(
    "S406",
    Severity.NOTE,
    bad=Example(
        cites="The Editors of The Lancet. Retraction - Ileal-lymphoid-nodular hyperplasia. Lancet "
        "2010; 375: 445.",
        registered={"update-to": "retraction 10.1016/s0140-6736(97)11096-0 2010-02-06"},
        says="The Editors of The Lancet (2010) is the notice that retracts "
        "10.1016/s0140-6736(97)11096-0, not the paper itself.",
    ),
    good=Example(
        cites="Wakefield AJ, Murch SH, Anthony A, et al. Ileal-lymphoid-nodular hyperplasia. "
        "Lancet 1998; 351: 637-641.",
        registered={"updated-by": "retraction 10.1016/s0140-6736(10)60175-4 2010-02-06"},
    ),
)
def notice_cited(match: Match) -> Iterator[Problem]:
    """The reference is to a notice about a paper, not to the paper.

    That is right where the notice itself is meant, and wrong where its title was taken for the paper's.

    Fix: none if the notice is meant; else cite the paper it is about.

    Silent for papers: a paper that has a notice is another matter (retracted, corrected), one that was
    published again in place of a retracted one is no notice, though its record says that it updates that one;
    and for new versions, which are works of their own.
    """
    work = match.work
    if match.status is not MatchStatus.MATCHED or work is None:
        return
    update = next((one for one in work.update_to if one.type in _NOTICES and one.doi != work.doi), None)
    if update is None or not names_notice(work.title):
        return
    about = update.doi or "another paper"
    yield Problem(
        f"{label(match.reference)} is {_NOTICES[update.type]} {about}, not the paper itself.",
        found=update.doi,
        work=work.id,
        candidates=(update.doi,) if update.doi else (),
        proofs=(prove(work),),
    )
