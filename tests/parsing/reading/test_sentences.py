"""Sentences of an entry."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.cuts import cut
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.sentences import sentence, sentences, words_end


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dark baths. Zenodo.", ["Dark baths", "Zenodo"]),
        ("Why baths? The Bath Society", ["Why baths?", "The Bath Society"]),
        ("Roe/bath-py: 0.12.1. Zenodo", ["Roe/bath-py: 0.12.1", "Zenodo"]),
        ("A view of St. Bath. Oslo", ["A view of St. Bath", "Oslo"]),
        ("Advanced R. (Bath Press", ["Advanced R", "Bath Press"]),
        (" . ", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    found = sentences(text, 0, len(text))
    assert [text[slice(*span)].strip("(") for span in found] == parts
    if parts:
        assert sentence(text, 0, len(text)) == found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Roe K. Baths. https://example.org/a",
        "Roe K. Baths. Available at: https://example.org/a",
        "Roe K. Baths. Retrieved from https://example.org/a",
        "Roe K. Baths. doi:10.1234/a",
        "Roe K. Baths",
    ],
)
def test_words_end_before_an_address(text: str) -> None:
    assert text[: words_end(Draft(text, cut(text)), 0)] == "Roe K. Baths"
