"""Where entries begin: not in the braces of a value, and behind a brace that is missing."""

from __future__ import annotations

import pytest

from litreview.formats.bibtex.heads import heads_in

TWO = "@book{two, year = 2002}\n"


@pytest.mark.parametrize(
    "first",
    [
        "@article{one, year = 2001}\n",
        "@article(one, year = 2001)\n",
        "@article{one, note = {see\n@misc{three, year = 1990}\nthere}}\n",
        "@article(one, note = {see\n@misc{three, year = 1990}\nthere})\n",
        "@article{one, title = {open,\n year = 2001}\n",
        "@article{one, title = {open, note = {twice\n",
        "",
    ],
)
def test_each_entry_begins_once(first: str) -> None:
    begins = [0, len(first)] if first else [0]
    assert heads_in(first + TWO) == begins


def test_prose_has_no_entries() -> None:
    assert heads_in("Write to a@b.org, or see {this}.") == []
