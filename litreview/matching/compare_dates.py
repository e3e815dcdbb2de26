"""Comparing years: a work has a set of them (print, online, issued, posted)."""

from __future__ import annotations

from litreview.model.match import FieldAgreement, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Work

_KINDS = (("published-online", Note.ONLINE_YEAR), ("published-print", Note.PRINT_YEAR))


def compare_dates(cited: Work, found: Work) -> FieldAgreement:
    """Equal for the year of issue, compatible for another registered year, else different.

    One year off is different too, with the note "off by one": whether that matters is a rule's business.
    """
    claimed, registered = _text(cited), _years_text(found)
    if cited.year is None or not found.years:
        return FieldAgreement("issued", Verdict.MISSING, claimed, registered)
    if cited.year == found.year:
        return FieldAgreement("issued", Verdict.EQUAL, claimed, registered)
    if cited.year in found.years:
        return FieldAgreement("issued", Verdict.COMPATIBLE, claimed, registered, (_kind(cited.year, found),))
    nearest = min(abs(year - cited.year) for year in found.years)
    notes = (Note.OFF_BY_ONE,) if nearest == 1 else ()
    return FieldAgreement("issued", Verdict.DIFFERENT, claimed, registered, notes)


def _kind(year: int, found: Work) -> Note:
    for name, note in _KINDS:
        if any(kind == name and date.year == year for kind, date in found.dates):
            return note
    return Note.OTHER_YEAR


def _text(work: Work) -> str:
    return str(work.issued.year or work.issued.literal) if work.issued else ""


def _years_text(work: Work) -> str:
    return " or ".join(str(year) for year in sorted(work.years))
