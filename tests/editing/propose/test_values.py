"""The record's value in the manner of the entry."""

from __future__ import annotations

from dataclasses import replace

import pytest

import litreview as lr
from litreview.editing.propose.values import value_like
from litreview.model.article import Article
from tests.editing.one_wrong_value import RECORD

TEXT = "Ecology of pilots and their history, recovery after development.\n"


def title_like(old: str, new: str) -> str:
    article: Article = lr.parse(TEXT)
    return value_like(old, replace(RECORD, title=new), article, "title", cited=RECORD)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # the text writes "history" small, and the entry does not
        ("Lessons from the History of knee pain", "Lessons from the history of back pain",
         "Lessons from the History of back pain"),
        ("THE HISTORY OF KNEE PAIN", "The history of back pain", "THE HISTORY OF BACK PAIN"),
        ("The history of knee pain.", "The History of Back Pain", "The history of Back pain."),
    ],
)  # fmt: skip
def test_only_what_differs_is_written_anew(old: str, new: str, expected: str) -> None:
    assert title_like(old, new) == expected


def test_a_title_with_an_author_in_it_was_read_wrong() -> None:
    assert title_like("Okonjo D. Knee pain in rowers", "Back pain in rowers") == ""
