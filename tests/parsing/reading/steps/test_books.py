"""Subtitles and lone containers of books."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.books import rejoin_subtitle, title_lone_container
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        rejoin_subtitle,
        "Doe. Modernity. Complexity and autonomy. Stanford: Aldine.",
        {
            "title": "Modernity",
            "container": "Complexity and autonomy",
            "place": "Stanford",
            "publisher": "Aldine",
        },
        {"title": "Modernity. Complexity and autonomy", "place": "Stanford", "publisher": "Aldine"},
    ),
    Case(
        rejoin_subtitle,
        "Doe. Modernity. Journal of Autonomy. Stanford: Aldine.",
        {"title": "Modernity", "container": "Journal of Autonomy", "place": "Stanford"},
    ),
    Case(
        rejoin_subtitle,
        "Doe. Modernity. Autonomy 3. Stanford.",
        {"title": "Modernity", "container": "Autonomy", "volume": "3", "place": "Stanford"},
    ),
    Case(
        title_lone_container,
        "Doe J. In Defence of Baths. Oslo: Fjord.",
        {"author": "Doe J", "container": "In Defence of Baths", "place": "Oslo"},
        {"author": "Doe J", "title": "In Defence of Baths", "place": "Oslo"},
    ),
    Case(
        title_lone_container,
        "Doe J. In: Seasons of Baths. Oslo: Fjord.",
        {"author": "Doe J", "container": "Seasons of Baths", "place": "Oslo"},
    ),
    Case(
        title_lone_container,
        "Doe J. Bath Letters, 3-9. Oslo.",
        {"author": "Doe J", "container": "Bath Letters", "pages": "3-9", "place": "Oslo"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
