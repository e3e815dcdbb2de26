"""How far off a year is, and whether print and online dates explain it."""

from __future__ import annotations

from litreview.model.finding import Severity
from litreview.model.match import Match
from litreview.model.work import PartialDate, Work

LATE, EARLY = 10, 3
"""An article of October to December is often printed in the next year's volume, one of January to
March may have been online the year before (print against online years of the Crossref sample)."""


def year_severity(match: Match) -> Severity:
    """How serious a year is that lies outside the record's years; more wrong fields never make it milder."""
    cited, work = match.reference.work.year, match.work
    if cited is None or work is None or not any(abs(cited - year) == 1 for year in work.years):
        return Severity.ERROR
    more = [name for name in match.agreement.different if name != "issued"] if match.agreement else []
    if more:
        return Severity.ERROR
    is_slight = _around_turn(cited, work) or _is_after_year_online(cited, work)
    return Severity.NOTE if is_slight else Severity.WARNING


def _is_after_year_online(cited: int, work: Work) -> bool:
    """True where only the day online is known of a paper that has pages in an issue, and the year cited is
    the next one: that may be the year of the issue. What has an article number appears online alone."""
    online = next((date.year for kind, date in work.dates if kind == "published-online"), None)
    in_issue = bool(work.issue and work.page and not work.article_number)
    return in_issue and work.years == {online} and cited == (online or 0) + 1


def _around_turn(cited: int, work: Work) -> bool:
    dates = [date for date in (work.issued, *(date for _, date in work.dates)) if date is not None]
    return any(_next_to(cited, date) for date in dates)


def _next_to(cited: int, date: PartialDate) -> bool:
    if date.year is None or date.month is None:
        return False
    return (cited == date.year + 1 and date.month >= LATE) or (cited == date.year - 1 and date.month <= EARLY)
