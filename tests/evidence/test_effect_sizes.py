"""Effect sizes and pooled counts on tables small enough to check by hand."""

from __future__ import annotations

from math import log

import pytest

from litreview.evidence.absolute import AbsoluteEffect, absolute_effect
from litreview.evidence.counts import mantel_haenszel, peto
from litreview.evidence.effect_sizes import (
    correction,
    mean_differences,
    odds_ratios,
    risk_differences,
    risk_ratios,
    standardised_mean_differences,
)
from litreview.evidence.rows import EvidenceRow
from litreview.evidence.sign_test import SignTest, sign_table, sign_test
from litreview.model.errors import DataError, OptionError


def test_one_table_by_hand() -> None:
    table = ([10], [30], [20], [20])
    assert odds_ratios(*table).estimates == pytest.approx([log(10 * 20 / (30 * 20))])
    assert odds_ratios(*table).variances == pytest.approx([1 / 10 + 1 / 30 + 1 / 20 + 1 / 20])
    assert risk_ratios(*table).estimates == pytest.approx([log(0.5)])
    assert risk_ratios(*table).variances == pytest.approx([1 / 10 - 1 / 40 + 1 / 20 - 1 / 40])
    assert risk_differences(*table).estimates == pytest.approx([-0.25])


def test_only_the_study_with_an_empty_cell_is_corrected() -> None:
    both = odds_ratios([0, 10], [10, 30], [5, 20], [5, 20])
    assert both.estimates[1] == odds_ratios([10], [30], [20], [20]).estimates[0]
    assert both.estimates[0] == pytest.approx(log(0.5 * 5.5 / (10.5 * 5.5)))


def test_means() -> None:
    assert mean_differences([10], [5], [2], [20], [3], [4]) == (
        pytest.approx([2]),
        pytest.approx([4 / 10 + 16 / 20]),
    )
    got = standardised_mean_differences([10], [5], [2], [10], [3], [2])
    assert got.estimates == pytest.approx([correction(18)])
    # J is close to 1 - 3/(4m - 1), which is why that is often printed instead.
    assert correction(18) == pytest.approx(1 - 3 / (4 * 18 - 1), abs=2e-4)


def test_a_single_table_is_its_own_pool() -> None:
    table = ([10], [30], [20], [20])
    assert mantel_haenszel(*table).estimate == pytest.approx(odds_ratios(*table).estimates[0])
    assert mantel_haenszel(*table, measure="RR").estimate == pytest.approx(risk_ratios(*table).estimates[0])
    assert mantel_haenszel(*table, measure="RD").estimate == pytest.approx(-0.25)
    expected, variance = 40 * 30 / 80, 40 * 40 * 30 * 50 / (80**2 * 79)
    assert peto(*table).estimate == pytest.approx((10 - expected) / variance)


@pytest.mark.parametrize("table", [([-1], [1], [1], [1]), ([0], [0], [1], [1]), ([1, 2], [1], [1], [1])])
def test_counts_that_cannot_be(table: tuple[list[float], ...]) -> None:
    with pytest.raises(DataError):
        odds_ratios(*table)


def test_absolute_effects() -> None:
    assert absolute_effect("risk ratio", [0.5, 0.25, 1.0], 20) == AbsoluteEffect(
        20, (10, 5, 20), (-10, -15, 0)
    )
    assert absolute_effect("OR", [1.0], 150).difference == pytest.approx((0.0,))
    assert absolute_effect("RD", [-0.01], 50).corresponding == pytest.approx((40.0,))
    with pytest.raises(OptionError):
        absolute_effect("HR", [0.5], 20)
    with pytest.raises(DataError):
        absolute_effect("RR", [0.5], 2000)


def test_sign_tests() -> None:
    assert sign_test(0, 0).p is None
    assert sign_test(5, 0) == SignTest(5, 0, 1.0, 0.0625, sign_test(5, 0).wilson, sign_test(5, 0).exact)
    for positive in range(7):
        one, other = sign_test(positive, 6 - positive), sign_test(6 - positive, positive)
        assert one.p == other.p
        assert one.exact == pytest.approx((1 - other.exact[1], 1 - other.exact[0]))  # type: ignore[index]


def test_a_study_has_one_vote() -> None:
    def row(study: str, words: str, **more: str) -> EvidenceRow:
        return EvidenceRow(study, "yoga", "rest", outcome="pain", direction=words, **more)

    rows = (
        row("a", "favours yoga"), row("a", "favours yoga"), row("b", "favours rest"),
        row("b", "favours yoga"),
        row("c", "no difference"), row("d", "favours rest", superseded="a"),
    )  # fmt: skip
    line = sign_table(rows).iloc[0]
    assert (
        line["For the intervention"],
        line["For the comparator"],
        line["Conflicting"],
        line["Studies"],
    ) == (1, 0, 1, 3)


def test_nothing_happened() -> None:
    with pytest.raises(DataError):
        mantel_haenszel([0], [10], [0], [10])
    with pytest.raises(DataError):
        peto([0], [10], [0], [10])
    with pytest.raises(OptionError):
        mantel_haenszel([1], [1], [1], [1], measure="HR")
    with pytest.raises(DataError):
        mean_differences([1], [1], [1], [1], [1], [1])
