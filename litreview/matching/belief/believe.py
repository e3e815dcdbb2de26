"""Matches → the same matches, each field of a record that is not believed marked with the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from litreview.matching.belief.known import Known
from litreview.matching.belief.place import (
    disbelieved_container,
    disbelieved_issue,
    disbelieved_page,
    disbelieved_volume,
)
from litreview.matching.belief.title import disbelieved_title
from litreview.matching.belief.version import disbelieved_version
from litreview.matching.belief.witnesses import disbelieved_by_witness
from litreview.matching.belief.year import disbelieved_year
from litreview.matching.journal_volumes import JournalVolumes
from litreview.model.match import Agreement, FieldAgreement, Match, Verdict
from litreview.model.source import Source, neighbours_in
from litreview.model.work import Work

_JUDGES: dict[str, Callable[[Known], str]] = {
    "title": disbelieved_title,
    "container-title": disbelieved_container,
    "issued": disbelieved_year,
    "volume": disbelieved_volume,
    "issue": disbelieved_issue,
    "page": disbelieved_page,
}
"""CSL field → what says why the record's value of it is not believed."""

TOLD_BY_OTHERS = frozenset({"issued", "page"})
"""Fields that a journal's other papers tell about."""


def believe(matches: Sequence[Match], source: Source | None = None) -> tuple[Match, ...]:
    """The matches, with ``disbelief`` in every field whose record cannot be right or need not be.

    Only fields that differ are judged. The other papers of a journal are those that any match brought; a
    source that knows more (``Neighbours``) is asked for matches whose year differs, and for no others.
    """
    judged = [match for match in matches if match.agreement is not None and match.agreement.different]
    if not judged:
        return tuple(matches)
    volumes = JournalVolumes(item.work for match in matches for item in match.candidates)
    doubted = [
        (match.work, match.reference.work.year or 0)
        for match in judged
        if match.work and _differs(match, "issued")
    ]
    if doubted:
        volumes.add(_neighbours(doubted, source))
    return tuple(_judge(match, volumes) for match in matches)


def _neighbours(doubted: Sequence[tuple[Work, int]], source: Source | None) -> list[Work]:
    """Other papers of the journals of these works, from a source that can tell."""
    works, years = [work for work, _ in doubted], [year for _, year in doubted]
    return [work for lookup in neighbours_in(source, works, years) for work in lookup.works]


def _differs(match: Match, field: str) -> bool:
    return match.agreement is not None and match.agreement[field].verdict is Verdict.DIFFERENT


def _judge(match: Match, volumes: JournalVolumes) -> Match:
    agreement, record = match.agreement, match.work
    if agreement is None or record is None or not agreement.different:
        return match
    beside = volumes.beside(record) if set(agreement.different) & TOLD_BY_OTHERS else ()
    known = Known(match.reference.work, record, agreement, _witnesses(match, record), beside)
    fields = tuple(_judged(item, known) for item in agreement)
    return replace(match, agreement=Agreement(fields)) if fields != agreement.fields else match


def _witnesses(match: Match, record: Work) -> tuple[Work, ...]:
    return next((item.witnesses for item in match.candidates if item.work.id == record.id), ())


def _judged(item: FieldAgreement, known: Known) -> FieldAgreement:
    if item.verdict is not Verdict.DIFFERENT or item.disbelief or item.field == "DOI":
        return item
    judge = _JUDGES.get(item.field)
    reason = (
        disbelieved_by_witness(item.field, known)
        or disbelieved_version(item.field, known)
        or (judge(known) if judge else "")
    )
    return replace(item, disbelief=reason) if reason else item
