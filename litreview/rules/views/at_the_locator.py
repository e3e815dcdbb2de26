"""What stands at the place a reference gives, when it is not the work described."""

from __future__ import annotations

from litreview.model.match import Candidate, Match, MatchStatus, Verdict

LOCATOR = ("container-title", "volume", "page")


def at_the_locator(match: Match) -> Candidate | None:
    """The one work that stands at the cited journal, volume and page, though its title is another."""
    if match.status is not MatchStatus.UNMATCHED or len(match.donors) > 1:
        return None
    there = [item for item in match.candidates if _stands_there(item)]
    return there[0] if len(there) == 1 else None


def _stands_there(candidate: Candidate) -> bool:
    verdicts = {item.field: item.verdict for item in candidate.agreement}
    good = {Verdict.EQUAL, Verdict.COMPATIBLE}
    return all(verdicts.get(name) in good for name in LOCATOR) and verdicts.get("title") is Verdict.DIFFERENT
