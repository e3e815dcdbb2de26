"""What happened to a work: notices read on the paper (``updated_by``), never on the notice's own side."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Proof
from litreview.model.match import Match, MatchStatus
from litreview.model.work import Update, Work
from litreview.normalise.notice_titles import says_replaced
from litreview.rules.engine.placing import prove
from litreview.rules.views.labels import label
from litreview.sources.notices import REPLACED

RETRACTION = frozenset({"retraction"})
PARTIAL = frozenset({"partial_retraction"})
WITHDRAWAL = frozenset({"withdrawal", "removal"})
CONCERN = frozenset({"expression_of_concern"})
CORRECTION = frozenset({"correction", "erratum", "addendum", "clarification"})
NEWER = frozenset({"new_version", "new_edition"})
EXPIRED = frozenset({"expired"})
REVISION = frozenset({"under_revision"})
REINSTATED = "reinstatement"

_KNOWN_FROM = {"retraction-watch": "Retraction Watch", "publisher": "the publisher"}


def updates_of(match: Match, kinds: frozenset[str]) -> tuple[Update, ...]:
    """The notices of these kinds about a matched work, newest first; none once the work was reinstated."""
    work = match.work
    if match.status is not MatchStatus.MATCHED or work is None:
        return ()
    if kinds & (RETRACTION | WITHDRAWAL) and _is_reinstated(work):
        return ()
    found = [update for update in work.updated_by if update.type in kinds]
    return tuple(sorted(found, key=_when, reverse=True))


def _is_reinstated(work: Work) -> bool:
    back = [_when(update) for update in work.updated_by if update.type == REINSTATED]
    gone = [_when(update) for update in work.updated_by if update.type in RETRACTION | WITHDRAWAL]
    return bool(back) and max(back) >= max(gone, default="")


def _when(update: Update) -> str:
    return str(update.date) if update.date else ""


def status_problem(match: Match, kinds: frozenset[str], what: str) -> Iterator[Problem]:
    """One problem for all notices of these kinds: "the work was retracted on 2010-02-06 (10.1016/…)"."""
    updates = updates_of(match, kinds)
    if not updates or match.work is None:
        return
    update = updates[0]
    yield Problem(
        f"{label(match.reference)}: the work {what}{_replacement(update)}{_details(update)}.",
        found=update.type.replace("_", " "),
        work=match.work.id,
        candidates=tuple(one.doi for one in updates if one.doi),
        proofs=(prove(match.work), *(_notice(one) for one in updates if one.doi)),
    )


def _replacement(update: Update) -> str:
    if update.note == REPLACED:
        return f" and replaced by {update.doi}"
    return " and replaced" if says_replaced(update.note) else ""


def _details(update: Update) -> str:
    known = _KNOWN_FROM.get(update.source, "")
    parts = [
        f"on {update.date}" if update.date else "",
        f"notice {update.doi}" if update.doi and update.note != REPLACED else "",
    ]
    parts += [f"says {known}" if known else "", update.note if not update.doi else ""]
    text = ", ".join(part for part in parts if part)
    return f" ({text.rstrip('.')})" if text else ""


def _notice(update: Update) -> Proof:
    return Proof(update.source or "notice", update.doi, f"https://doi.org/{update.doi}")
