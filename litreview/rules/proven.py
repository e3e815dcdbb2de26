"""How sure it is which work a matched reference means."""

from __future__ import annotations

from litreview.model.match import Match, MatchStatus

PROVEN_BY = frozenset({"doi", "pmid", "locator"})
"""Ways of finding a record that prove which work is meant, whatever else is wrong."""


def found_by(match: Match) -> frozenset[str]:
    """The ways by which the matched work was found."""
    chosen = (item for item in match.candidates if match.work is not None and item.work.id == match.work.id)
    return frozenset(key for candidate in chosen for key in candidate.found_by)


def is_proven(match: Match) -> bool:
    """True where an identifier or a locator, not a likeness, says which work is meant."""
    return match.status is MatchStatus.MATCHED and bool(found_by(match) & PROVEN_BY)
