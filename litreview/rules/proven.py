"""How sure it is which work a matched reference means."""

from __future__ import annotations

from litreview.matching.notes import FIRST_AUTHOR
from litreview.model.match import Match, MatchStatus, Verdict

PROVEN_BY = frozenset({"doi", "pmid", "locator"})
"""Ways of finding a record that prove which work is meant, whatever else is wrong."""


def found_by(match: Match) -> frozenset[str]:
    """The ways by which the matched work was found."""
    chosen = (item for item in match.candidates if match.work is not None and item.work.id == match.work.id)
    return frozenset(key for candidate in chosen for key in candidate.found_by)


def is_proven(match: Match) -> bool:
    """True where an identifier or a locator, not a likeness, says which work is meant.

    Where title and first author both contradict the record, the place itself may be the slip, and nothing
    is proven.
    """
    if match.status is not MatchStatus.MATCHED or match.agreement is None:
        return False
    author, title = match.agreement["author"], match.agreement["title"]
    another_work = title.verdict is Verdict.DIFFERENT and FIRST_AUTHOR in author.note
    return not another_work and bool(found_by(match) & PROVEN_BY)
