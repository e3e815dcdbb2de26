"""M323."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.model.work import Work
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import in_record, label


@rule(
    "M323",
    Severity.WARNING,
    bad=Example(
        cites="Skelly AC, Chou R, Dettori JR, et al. Noninvasive nonpharmacological treatment for "
        "chronic pain. (Comparative Effectiveness Reviews; No. 209). 2020.",
        registered={"type": "report", "number": "227", "issue": ""},
        says="Skelly AC, et al. (2020): the number of the report is 227, not 209, in the record.",
    ),
    good=Example(
        cites="Skelly AC, Chou R, Dettori JR, et al. Noninvasive nonpharmacological treatment for "
        "chronic pain. (Comparative Effectiveness Reviews; No. 227). 2020.",
        registered={"type": "report", "number": "227", "issue": ""},
    ),
)
def report_number_mismatch(match: Match) -> Iterator[Problem]:
    """The number of the report in the reference is not that of the work.

    Reports of one series differ in little but their number: the update has another one than the report it
    replaces.

    Fix: the number of the record.

    Silent where either side has none, and for zeros and words around the number ("No. 007", "CER-227").
    """
    cited, work = match.reference.work, match.work
    if match.status is not MatchStatus.MATCHED or work is None or work.type != "report":
        return
    claimed, registered = _digits(_number(cited)), _digits(work.number)
    if claimed and registered and claimed != registered:
        yield Problem(
            f"{label(match.reference)}: the number of the report is {work.number}, not {_number(cited)}, "
            f"{in_record(match)}.",
            field="number",
            cited=_number(cited),
            found=work.number,
        )


def _number(work: Work) -> str:
    """The number of a report; some readers put it where papers have their issue."""
    return work.number or work.issue


def _digits(text: str) -> str:
    found = re.findall(r"\d+", text)
    return found[-1].lstrip("0") if found else ""
