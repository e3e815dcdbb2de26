"""Places where software and data are kept."""

from __future__ import annotations

import pytest

from litreview.normalise.vocabulary.hosts import is_host


@pytest.mark.parametrize("name", ["Zenodo", "GitHub repository", "zenodo, released", "bioRxiv", "PyPI."])
def test_hosts(name: str) -> None:
    assert is_host(name)


@pytest.mark.parametrize("name", ["Zenodotus of Ephesus", "Git", "", "A history of GitHub"])
def test_other_words(name: str) -> None:
    assert not is_host(name)
