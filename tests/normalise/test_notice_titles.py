"""Titles of notices, and titles of papers that begin with the same word."""

from __future__ import annotations

import pytest

from litreview.normalise.notice_titles import names_notice, says_replaced


@pytest.mark.parametrize(
    "title",
    [
        "Retraction", "Erratum", "Corrections", "Retraction notice", "Notice of Retraction and Replacement",
        "Retraction notice to: Salt in soup", "Retraction: Salt in soup", "Retraction—Salt in soup",
        "Retraction. Salt in soup", "Partial retraction: Salt in soup", "Author Correction: Salt in soup",
        "Correction for Ito et al., Salt in soup", "Salt in soup – Retraction", "Retracted: Salt in soup",
        "Salt in soup (Retraction of vol 12, pg 3, 2004)", "Expression of Concern: Salt in soup",
        "Corrigendum to “Salt in soup”", "Withdrawal: Salt in soup", "Removal notice to “Salt in soup”", "",
    ],
)  # fmt: skip
def test_a_notice(title: str) -> None:
    assert names_notice(title)


@pytest.mark.parametrize(
    "title",
    [
        "Retraction of the hand in crabs", "Correction of scoliosis by bracing", "Removal of kidney stones",
        "Withdrawal from sugar in ants", "Correction factors for soup: a study", "Salt in soup",
        "Reinstatement of the old harbour", "Errors in soup",
    ],
)  # fmt: skip
def test_a_paper(title: str) -> None:
    assert not names_notice(title)


def test_a_label_that_says_replaced() -> None:
    assert says_replaced("Retraction and replacement")
    assert says_replaced("retraction and republication")
    assert not says_replaced("Retraction")
