"""Laws as titles, and titles that were overlooked."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.untitled import find_lost_title, title_law
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        title_law,
        "42 U.S.C. § 9983 (2012).",
        {"author": "U.S.C", "pages": "§ 9983", "year": "2012"},
        {"title": "42 U.S.C. § 9983", "year": "2012"},
    ),
    Case(
        title_law,
        "Regulation (EU) 2016/999 of the Parliament on the noise of baths.",
        {"author": "Regulation (EU)", "title": "2016/999 of the Parliament on the noise of baths"},
        {"title": "Regulation (EU) 2016/999 of the Parliament on the noise of baths"},
    ),
    Case(
        title_law,
        "Gesetz über leise Bäder vom 24. August 2005, BGBl. I S. 9914.",
        {"title": "Gesetz über leise Bäder vom 24", "container": "BGBl", "pages": "9914", "year": "2005"},
        {"title": "Gesetz über leise Bäder vom 24. August 2005", "year": "2005"},
    ),
    Case(
        title_law,
        "Bath v. Harbour Board, 347 U.S. 983 (1954).",
        {"author": "Bath v. Harbour Board", "volume": "347", "pages": "983", "year": "1954"},
        {"title": "Bath v. Harbour Board, 347 U.S. 983", "year": "1954"},
    ),
    # an author writes about a law
    Case(
        title_law,
        "Moe P. The Clean Baths Act 2012, c. 9. Bath Law Rev. 2014;3:1-9.",
        {"author": "Moe P", "title": "The Clean Baths Act 2012, c. 9", "container": "Bath Law Rev"},
    ),
    Case(
        title_law,
        "Moe, P. (2014). Directive 2001/20/EC and the baths. Bath Review, 3(2), 1–9.",
        {"author": "Moe, P", "title": "Directive 2001/20/EC and the baths", "container": "Bath Review"},
    ),
    Case(
        find_lost_title,
        "Okonjo, P. (2021). bathkit (Version 2.1) [Computer software]. https://example.org/bathkit",
        {"author": "Okonjo, P", "year": "2021"},
        {"author": "Okonjo, P.", "title": "bathkit", "year": "2021"},
    ),
    Case(
        find_lost_title,
        "Okonjo, P. (2021). https://example.org/bathkit",
        {"author": "Okonjo, P", "year": "2021"},
    ),
    Case(
        find_lost_title,
        "Okonjo, P. (2021). Bath Rev. 12, 30.",
        {"author": "Okonjo, P", "year": "2021", "container": "Bath Rev", "volume": "12", "pages": "30"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_has_no_other_title(case: Case) -> None:
    check(case)
