"""Accents given by commands of one letter, in names."""

from __future__ import annotations

import pytest

from litreview.formats.registry import read_text


@pytest.mark.parametrize(
    ("written", "family"),
    [(r"{\v{S}}eva, J", "Ševa"), (r"\v{C}ech, B", "Čech"), (r"Mc{D}onald, R", "McDonald"),
     (r"{W}es, A", "Wes"),
     (r"{\c{C}}elik, O", "Çelik"), (r'G{\"o}tze, J', "Götze")],
)  # fmt: skip
def test_letters_are_kept(written: str, family: str) -> None:
    [reference] = read_text(f"@article{{a, author = {{{written}}}, year = 2019}}", "bibtex").references
    assert reference.work.author[0].family == family
