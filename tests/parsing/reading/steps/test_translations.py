"""Translations in brackets."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.translations import keep_translations
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        keep_translations,
        "Shmakov, N. A. 2011, Rejtingi [Ratings. Regions by level], Ekonomika [Economics], no. 6",
        {"title": "Rejtingi [Ratings", "container": "Regions by level], Ekonomika", "issue": "6"},
        {"title": "Rejtingi [Ratings. Regions by level]", "container": "Ekonomika [Economics]", "issue": "6"},
    ),
    Case(
        keep_translations,
        "Smirnova, T. 2010, Rynok [The market], Problemy [Problems of Today], no 1",
        {"title": "Rynok [The market], Problemy", "issue": "1"},
        {"title": "Rynok [The market]", "container": "Problemy [Problems of Today]", "issue": "1"},
    ),
    Case(
        keep_translations, "Doe J. Backs [Internet]. Oslo: Fjord; 2009.", {"title": "Backs", "place": "Oslo"}
    ),
    Case(keep_translations, "Doe J. The last back [film]. Oslo: Fjord; 2003.", {"title": "The last back"}),
    Case(keep_translations, "Doe J. “Backs”, Bath Letters [Preprint].", {"container": "Bath Letters"}),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
