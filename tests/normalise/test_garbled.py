"""Letters lost on the way to a register are read as those of the other side, and as nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.normalise.garbled import is_garbled, mend
from litreview.normalise.titles import TitleLikeness, compare_titles

GARBLED = [
    ("persistent M\ufffdllerian derivatives", "persistent Müllerian derivatives", True),
    ("persistent M\ufffd\ufffdllerian derivatives", "persistent Müllerian derivatives", True),
    ("persistent M?llerian derivatives", "persistent Müllerian derivatives", True),
    ("persistent MÃ¼llerian derivatives", "persistent Müllerian derivatives", True),
    ("The patient\ufffds view of gait", "The patient’s view of gait", True),
    ("persistent M\ufffdllerian derivatives", "persistent Wolffian derivatives", False),
    ("persistent M\ufffdllerian derivatives", "persistent Müllerian tumours", False),
    ("Is sleep enough? Results", "Is sleep enough? Reports", False),
]


@pytest.mark.parametrize(("registered", "cited", "same"), GARBLED)
def test_a_damaged_record_does_not_convict(registered: str, cited: str, *, same: bool) -> None:
    assert (compare_titles(cited, registered).likeness is TitleLikeness.SAME) is same


def test_question_marks_between_words_are_no_damage() -> None:
    assert not is_garbled("Is sleep enough? A trial")


@given(st.text(alphabet="abcdeéüß -?", max_size=40), st.text(alphabet="abcdeéüß -?", max_size=40))
def test_whole_text_stays_as_it_is(one: str, two: str) -> None:
    assert is_garbled(one) or mend(one, two) == one
    assert mend(one, one).split() == one.split()
