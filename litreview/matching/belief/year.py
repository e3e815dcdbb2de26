"""A record's year: the day of a scan or a deposit poses as it, or the day online as that of the issue.

Volumes do not run backwards; so the journal's other papers tell whether a year can be right. Nothing is said
beyond the volumes that were seen.
"""

from __future__ import annotations

import re

from litreview.matching.belief.known import Known
from litreview.matching.compare_pages import parse_locator
from litreview.matching.journal_volumes import volume_number
from litreview.model.match import Verdict
from litreview.model.work import PartialDate, Work
from litreview.normalise.vocabulary.years import YEAR

BACKWARDS = 2
"""Years by which a later volume must be older to show that volumes run backwards: a paper online early may be
a year ahead of its volume (judgement)."""
LONG_AFTER = 5
"""Years between the cited year and a day that several volumes share from which it is that of a deposit; a
journal's early view shares days between volumes of following years (judgement)."""
MATES, MATES_NEXT = 2, 1
"""Other papers of the volume that must have the cited year, and how many where it is the next or the last one
(judgement: one paper may be a slip of its own)."""
NEW_YEARS = 3
"""Other volumes that must share a first of January, which also stands for a year of which no more is known
(judgement: few journals have four volumes in a year)."""

FIRST_DOIS = 2000
"""Year in which Crossref began: the day on which an older paper went online is later than its issue."""
LONGEST_WAIT = 2
"""Years from the day online to the issue: a paper online in the autumn may wait for the spring after next
(judgement). The rule itself makes a note of a single year."""
_FILLERS = frozenset({"1900-01-01", "1970-01-01"})

_YEAR_IN_DOI = re.compile(rf"(?<!\d)({YEAR})(?:\d{{4}}(?=\)))?(?!\d)")


def disbelieved_year(known: Known) -> str:
    """Why the year of the record is not believed; empty where it is."""
    cited, record = known.cited.year, known.record
    if cited is None or not record.years:
        return ""
    return (
        _no_date(record)
        or _its_doi_says(cited, record)
        or _only_online(cited, known)
        or _volumes_say(cited, known)
    )


def _no_date(record: Work) -> str:
    day = _day(record)
    return "stands where no date is known" if day is not None and str(day) in _FILLERS else ""


def _only_online(cited: int, known: Known) -> str:
    """The one date of a paper with an issue and pages is the day online: the issue is younger, or older than
    there were DOIs."""
    record = known.record
    if (
        {name for name, _ in record.dates} != {"published-online"}
        or not record.issue
        or not known.cited.volume
    ):
        return ""
    pages = parse_locator(record.page)
    if pages is None or not pages.last or pages.first == "1":
        return ""  # numbered papers have no other date
    later = cited - _last(record)
    if cited < FIRST_DOIS <= _first(record) and -later >= LONG_AFTER:
        return "is the day online, to which older papers came late"
    return "is the day online, and the issue may be younger" if later == LONGEST_WAIT else ""


def _its_doi_says(cited: int, record: Work) -> str:
    """Registrants put the year of a paper into its DOI: "10.5555/estat.1997.2558", "(19960129)"."""
    named = {int(match[1]) for match in _YEAR_IN_DOI.finditer(record.doi.partition("/")[2])}
    return f"does not fit its own DOI, in which {cited} stands" if named == {cited} else ""


def _volumes_say(cited: int, known: Known) -> str:
    volume = volume_number(known.record)
    if volume is None or known.agreement["volume"].verdict is Verdict.DIFFERENT:
        return ""
    if not _may_be_of(cited, volume, known):
        return ""
    return (
        _after_later_volume(known, volume)
        or _before_earlier_volumes(known, volume)
        or _unlike_its_volume(cited, known, volume)
        or _one_day_for_many(cited, known, volume)
    )


def _may_be_of(cited: int, volume: int, known: Known) -> bool:
    """True where the volume can be of the cited year: no later one is older, no earlier one younger. Earlier
    volumes that are younger than later ones are themselves out of order and tell nothing."""
    later = [work for work in known.neighbours if (volume_number(work) or 0) > volume]
    if any(_last(work) + 1 < cited for work in later):
        return False
    end = min((_last(work) for work in later), default=None)
    return not any(
        _first(work) > cited + 1
        for work in known.neighbours
        if (volume_number(work) or 0) < volume
        and (end is None or _first(work) <= end)
        and not _same_day(work, known.record)
    )


def _after_later_volume(known: Known, volume: int) -> str:
    """The record is younger than a later volume: the later of two days that cannot both be right is that of
    the scan."""
    older = [
        work
        for work in known.neighbours
        if (volume_number(work) or 0) > volume and _last(work) + BACKWARDS <= _first(known.record)
    ]
    return _does_not_fit(older[0]) if older else ""


def _before_earlier_volumes(known: Known, volume: int) -> str:
    """The record is older than several earlier volumes, which a later one shows to be in order."""
    end = min((_last(work) for work in known.neighbours if (volume_number(work) or 0) > volume), default=0)
    younger = [
        work
        for work in known.neighbours
        if (volume_number(work) or 0) < volume and _last(known.record) + BACKWARDS <= _first(work) <= end
    ]
    several = len({volume_number(work) for work in younger}) > 1
    return _does_not_fit(younger[-1]) if several else ""


def _unlike_its_volume(cited: int, known: Known, volume: int) -> str:
    """Other papers of the volume have the cited year, and none the record's."""
    mates = known.in_volume(volume)
    agreeing = [work for work in mates if cited in work.years]
    near = any(abs(year - cited) == 1 for year in known.record.years)
    if len(agreeing) < (MATES_NEXT if near else MATES):
        return ""
    if any(work.years & known.record.years for work in mates):
        return ""
    count = "another paper" if len(agreeing) == 1 else f"{len(agreeing)} other papers"
    return f"does not fit {count} of volume {volume}, of {cited}"


def _one_day_for_many(cited: int, known: Known, volume: int) -> str:
    """One and the same day stands in the records of several volumes."""
    if _first(known.record) - cited < LONG_AFTER:
        return ""
    day = _day(known.record)
    alike = {volume_number(work) or 0 for work in known.neighbours if _same_day(work, known.record)}
    alike -= {volume}
    if day is None or len(alike) < (NEW_YEARS if (day.month, day.day) == (1, 1) else 1):
        return ""
    return f"is the day {day} of volume {min(alike)} too"


def _does_not_fit(work: Work) -> str:
    return f"does not fit volume {volume_number(work)} of {_last(work)}"


def _first(work: Work) -> int:
    return min(work.years)


def _last(work: Work) -> int:
    return max(work.years)


def _same_day(one: Work, two: Work) -> bool:
    day = _day(one)
    return day is not None and day == _day(two)


def _day(work: Work) -> PartialDate | None:
    """The one full date that a record has, beside which no other year stands."""
    dates = {date for date in (work.issued, *(date for _, date in work.dates)) if date and date.year}
    days = {date for date in dates if date.day}
    return days.pop() if len(days) == 1 and len(work.years) == 1 else None
