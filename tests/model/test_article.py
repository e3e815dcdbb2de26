"""Articles: which of several one is, and what they are called when names repeat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import litreview as lr
from litreview.model.article import numbered_apart, position

TEXT = "Heat helps (Laird, 1986).\n"


def test_an_article_is_told_from_its_twin_of_the_same_path_and_text() -> None:
    twins = [lr.parse(TEXT), lr.parse(TEXT)]
    assert [position(one, twins) for one in twins] == [0, 1]


def test_an_article_with_another_date_is_still_the_same_one() -> None:
    articles = [lr.parse(TEXT), lr.parse(TEXT), lr.parse("Other.\n")]
    dated = [replace(one, as_of=date(2026, 1, 1)) for one in articles]
    assert [position(one, dated) for one in articles] == [0, 1, 2]


def test_a_stranger_has_no_position() -> None:
    with pytest.raises(KeyError):
        position(lr.parse("Another text.\n"), [lr.parse(TEXT)])


@given(st.lists(st.sampled_from(["a.md", "b.md", "text"])))
def test_names_that_stand_alone_stay_and_the_others_are_numbered_in_order(names: list[str]) -> None:
    told = numbered_apart(names)
    assert len(set(told)) == len(names)
    for name in set(names):
        own = [new for old, new in zip(names, told, strict=True) if old == name]
        assert own == ([name] if len(own) == 1 else [f"{name} ({n})" for n in range(1, len(own) + 1)])
