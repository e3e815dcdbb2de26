"""Series, editions and remarks leave titles and containers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from litreview.parsing.reading.extras import NO_EXTRAS
from litreview.parsing.reading.steps.extras_set_aside import drop_series, leave_out_extras, set_extras_aside
from tests.parsing.reading.drafts import Case, check, draft

REPORT = "Roe K. Baths. (Bath Reviews; No. 169). 2016."
CASES = (
    Case(leave_out_extras, "Roe K. Baths (3rd ed.). Oslo.", {"title": "Baths (3rd ed"}, {"title": "Baths"}),
    Case(
        leave_out_extras,
        "Roe K. Leitlinie (in press). 2016.",
        {"title": "Leitlinie (in press"},
        {"title": "Leitlinie"},
    ),
    Case(leave_out_extras, "Roe K. The 3rd edition of a bath. Oslo.", {"title": "The 3rd edition of a bath"}),
    Case(
        drop_series,
        REPORT,
        {"title": "Baths", "container": "Bath Reviews", "issue": "169"},
        {"title": "Baths"},
    ),
    Case(drop_series, "Roe K. Baths. Bath Reviews 3(2), 9", {"container": "Bath Reviews", "issue": "2"}),
    Case(set_extras_aside, REPORT, {"title": "Baths"}, {"title": "Baths"}),
    Case(set_extras_aside, "Roe K. Baths. Bath J 2016; 3: 9.", {"title": "Baths"}),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)


def test_extras_are_those_behind_the_authors() -> None:
    found = set_extras_aside(replace(draft(REPORT, {"author": "Roe K"}), extras=NO_EXTRAS))
    assert found is not None
    assert (found.extras.series, found.extras.number) == ("Bath Reviews", "169")
