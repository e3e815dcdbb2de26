"""What a record merely lacks is no reason to take it away."""

from __future__ import annotations

import pytest

from litreview.editing.propose.losses import loss, lost_authors
from litreview.model.work import Name


@pytest.mark.parametrize(
    ("field", "old", "new", "loses"),
    [
        ("title", "Songs of frozen locks", "Songs of locks", True),
        ("title", "Songs of frozen locks", "Songs of open locks", False),
        ("title", "Songs of locks", "Songs of frozen locks", False),
        ("page", "e1234", "1-6", True),
        ("page", "2020", "1–6", True),
        ("page", "84-101", "1-6", False),
        ("page", "e1234", "84-101", False),
        ("volume", "12", "1", False),
    ],
)
def test_a_value_that_says_less(field: str, old: str, new: str, loses: bool) -> None:
    assert bool(loss(field, old, new)) is loses


def test_a_list_that_is_shorter_by_a_whole_author() -> None:
    one, two = Name("Halden", "Iva"), Name("Orrin", "Paul")
    assert lost_authors([one, two], [two])
    assert not lost_authors([one, two], [two, one])
