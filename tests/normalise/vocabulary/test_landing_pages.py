"""Tails of publishers' addresses."""

from __future__ import annotations

import pytest

from litreview.normalise.vocabulary.landing_pages import TAIL


@pytest.mark.parametrize(
    "tail", ["/full", "/PDF", ".full.pdf", "/suppl_file/a_si_001.pdf", ".s001", "/tab-article-info"]
)
def test_a_tail(tail: str) -> None:
    assert TAIL.sub("", f"10.5555/heron.1{tail}") == "10.5555/heron.1"


@pytest.mark.parametrize("doi", ["10.5555/heron.1", "10.5555/full.1", "10.5555/abstracts", "10.5555/j.pdfx"])
def test_no_tail(doi: str) -> None:
    assert TAIL.sub("", doi) == doi
