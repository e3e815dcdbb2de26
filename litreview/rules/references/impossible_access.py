"""R218."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from litreview.formats.plain import wording_of
from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.normalise.access_dates import access_days, find_access_dates
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label

AHEAD = timedelta(days=366)
"""How far behind the day of the check may lie, which is that of the records: a snapshot may be a year old."""


@rule(
    "R218",
    Severity.NOTE,
    bad=Example(
        cites="World Pump Organization. Pumps at night [Internet]. Geneva: WPO; 2022 [cited 2023 Feb 30]. "
        "Available from: https://example.org/pumps",
        as_of=date(2024, 5, 1),
        says="World Pump Organization (2022): the date of access, “cited 2023 Feb 30”, is no day of the "
        "calendar.",
    ),
    good=Example(
        cites="World Pump Organization. Pumps at night [Internet]. Geneva: WPO; 2022 [cited 2023 Feb 3]. "
        "Available from: https://example.org/pumps",
        as_of=date(2024, 5, 1),
    ),
)
def impossible_access(reference: Reference, as_of: date) -> Iterator[Problem]:
    """The day on which a page was looked at cannot be.

    It lies in the future, or the calendar has no such day.

    Fix: the day on which you looked.

    Silent for days that are given by month and year alone, for dates in figures whose order is not certain
    ("03/04/2020"), and where the check was given no date.
    """
    text = wording_of(reference)
    for start, end in find_access_dates(text):
        said = text[start:end].strip(" []().;")
        why = _why(text[start:end], as_of)
        if why:
            yield Problem(
                f"{label(reference)}: the date of access, “{said}”, {why}.", field="accessed", cited=said
            )
            return


def _why(remark: str, as_of: date) -> str:
    for year, month, day in access_days(remark):
        try:
            seen = date(year, month, day)
        except ValueError:
            return "is no day of the calendar"
        if seen > as_of + AHEAD:
            return "lies in the future"
    return ""
