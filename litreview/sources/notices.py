"""Status from the other side: a notice's record names the paper, and the paper's own record may be silent.

Crossref puts ``update-to`` on the notice and ``updated-by`` on the paper, the second only where the first was
deposited after 2023 or has been worked in. So every source that can turns the first round. The direction is
never guessed: what a record says that it updates is what happened to that other work.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from litreview.model.work import Update, Work
from litreview.normalise.notice_titles import names_notice, says_replaced

TOLD = frozenset(
    {
        "retraction", "partial_retraction", "withdrawal", "removal", "expression_of_concern", "correction",
        "erratum", "addendum", "clarification", "reinstatement",
    }
)  # fmt: skip
"""Kinds of update that are said of a work by another record. New versions are works of their own."""
REPLACED = "replaced by this work"
"""The note of an update where the work that updates is the paper published again, and no notice."""


def told_about(work: Work) -> tuple[str, ...]:
    """The DOIs of the works that a record says something about."""
    return tuple(dict.fromkeys(one.doi for one in work.update_to if one.doi and one.type in TOLD))


def notices_by_doi(works: Iterable[Work]) -> Mapping[str, tuple[Work, ...]]:
    """Of some records those that say something about another work, by the DOI of that work."""
    found: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        for doi in told_about(work):
            found[doi].append(work)
    return {doi: tuple(notices) for doi, notices in found.items()}


def with_notices(work: Work, notices: Sequence[Work]) -> Work:
    """The work with what these records say of it. What its own record says of the same notice stands; only
    whether that is the paper published again is learnt from the other record."""
    told = {
        notice.doi: _turned(update, notice)
        for notice in notices
        for update in notice.update_to
        if work.doi and update.doi == work.doi and update.type in TOLD
    }
    if not told:
        return work
    again = {doi for doi, update in told.items() if update.note == REPLACED}
    own = [replace(one, note=REPLACED) if one.doi in again else one for one in work.updated_by]
    known = {one.doi for one in own}
    return replace(work, updated_by=(*own, *(one for doi, one in told.items() if doi not in known)))


def _turned(update: Update, notice: Work) -> Update:
    """A notice's ``update-to`` as the paper's ``updated-by``."""
    again = update.type in ("retraction", "withdrawal", "removal") and is_published_again(notice, update)
    kind = update.type
    if kind == "retraction" and notice.title.casefold().lstrip(" [").startswith("partial retraction"):
        kind = "partial_retraction"
    if notice.doi == update.doi:  # a withdrawn preprint says so itself
        return replace(update, type=kind, doi="")
    return replace(
        update,
        type=kind,
        doi=notice.doi,
        date=update.date or notice.issued,
        note=REPLACED if again else update.note,
    )


def is_published_again(work: Work, update: Update) -> bool:
    """True for the paper published anew in place of the one that it updates: it has a paper's title, and the
    update's label says so."""
    if names_notice(work.title) or update.doi == work.doi:
        return False
    return says_replaced(update.note)
