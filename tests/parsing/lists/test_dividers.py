"""Lines that part the entries of a list and belong to none of them."""

from __future__ import annotations

import pytest

from litreview.model.document import Document
from litreview.parsing.lists.dividers import without_dividers
from litreview.parsing.lists.entries import split_entries
from litreview.parsing.lists.lines import read_lines

ENTRIES = (
    "Arden, P. (2003). First counts of a thing. Journal of Things, 2, 891–902.",
    "Brill, A. (2008). Second counts of a thing. Journal of Things, 7, 224–236.",
    "Corin, B. (2009). Third counts of a thing. Journal of Things, 8, 84–94.",
)


def _entries(text: str) -> list[str]:
    return [text[cut.start : cut.end] for cut in split_entries(Document(text), 0, len(text))]


@pytest.mark.parametrize(
    "text",
    ["A\n\n{}\n\nB\n\n{}\n\nC\n\n{}\n", "**A**\n{}\n**B**\n{}\n**C**\n{}\n", ">\n> {}\n>\n> {}\n>\n> {}\n",
     "{}\n\n{}\n\n{}\n\n[^1]: A remark of 2012.\n", "{}\n\n{}\n\n{}\n\n[tool]: https://tools.example/a\n"],
)  # fmt: skip
def test_dividers_are_no_entries(text: str) -> None:
    assert [one.lstrip("> ") for one in _entries(text.format(*ENTRIES))] == list(ENTRIES)


def test_one_letter_alone_is_kept() -> None:
    text = f"{ENTRIES[0]}\nB\n{ENTRIES[1]}"
    lines = read_lines(text, 0, len(text))
    assert without_dividers(text, lines) == lines


def test_letters_that_do_not_rise_are_kept() -> None:
    text = "B\nArden\nA\nBrill"
    lines = read_lines(text, 0, len(text))
    assert without_dividers(text, lines) == lines


def test_notes_are_the_list_where_they_begin_it() -> None:
    text = "\n".join(f"[^{n}]: {entry}" for n, entry in enumerate(ENTRIES, 1))
    assert len(without_dividers(text, read_lines(text, 0, len(text)))) == len(ENTRIES)
