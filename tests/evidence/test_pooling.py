"""Pooling: what must hold for any data, and what is said where a number is not defined."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.evidence.heterogeneity import ESTIMATORS, q_statistic
from litreview.evidence.pooling import Pooled, pool
from litreview.evidence.small_studies import egger, leave_one_out
from litreview.model.errors import DataError, OptionError

METHODS = sorted(ESTIMATORS)
Y, V = [0.1, 0.9, 0.35, -0.2, 0.6], [0.04, 0.09, 0.02, 0.06, 0.03]


def test_dersimonian_laird_by_hand() -> None:
    # w = 25, 100/9 and 50: the three sums are done on paper.
    y, v = [0.0, 1.0, 0.5], [0.04, 0.09, 0.02]
    w = [25.0, 100 / 9, 50.0]
    mean = (w[1] + 0.5 * w[2]) / sum(w)
    q = w[0] * mean**2 + w[1] * (1 - mean) ** 2 + w[2] * (0.5 - mean) ** 2
    tau2 = (q - 2) / (sum(w) - sum(x * x for x in w) / sum(w))
    got = pool(y, v, method="DL", adjust=None)
    assert got.tau2 == pytest.approx(tau2, rel=1e-12)
    assert (got.q, got.h2, got.i2) == pytest.approx((q, q / 2, 1 - 2 / q), rel=1e-12)
    assert got.se == pytest.approx(1 / sqrt(sum(1 / (x + tau2) for x in v)), rel=1e-12)


def test_two_studies_have_a_closed_solution() -> None:
    # With two studies PM, DL, REML and HE all give ((y1 - y2)² - v1 - v2) / 2.
    for method in ("DL", "PM", "REML", "EB", "HE"):
        assert pool([0.1, 0.9], [0.04, 0.09], method).tau2 == pytest.approx((0.64 - 0.13) / 2, rel=1e-9)


def test_paule_mandel_and_reml_solve_their_equations() -> None:
    assert q_statistic(np.array(Y), np.array(V), pool(Y, V, "PM").tau2) == pytest.approx(4.0, rel=1e-12)
    at = pool(Y, V, "REML").tau2

    def score(tau2: float) -> float:
        w = 1 / (np.array(V) + tau2)
        mean = w @ np.array(Y) / w.sum()
        return float(w**2 @ (np.array(Y) - mean) ** 2 - w.sum() + (w @ w) / w.sum())

    assert score(at * 0.999) > 0 > score(at * 1.001)


numbers = st.floats(-5, 5).map(lambda x: round(x, 3))
studies = st.lists(
    st.tuples(numbers, st.floats(0.001, 4).map(lambda x: round(x, 4) + 0.001)), min_size=2, max_size=12
)


@settings(max_examples=40, deadline=None)
@given(studies, st.sampled_from(METHODS), st.randoms(use_true_random=False))
def test_order_changes_nothing_but_the_order(
    data: list[tuple[float, float]], method: str, random: object
) -> None:
    shuffled = list(range(len(data)))
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first = pool(*zip(*data, strict=True), method=method)  # type: ignore[arg-type]
    second = pool(*zip(*[data[at] for at in shuffled], strict=True), method=method)  # type: ignore[arg-type]
    assert (first.estimate, first.tau2, first.ci_low, first.tau2_ci) == (
        second.estimate, second.tau2, second.ci_low, second.tau2_ci,
    )  # fmt: skip
    assert sorted(first.weights) == sorted(second.weights)


@settings(max_examples=40, deadline=None)
@given(studies, st.sampled_from(METHODS), st.sampled_from([1e-6, 1e-3, 1e6]))
def test_the_unit_of_measurement_does_not_matter(
    data: list[tuple[float, float]], method: str, c: float
) -> None:
    y, v = zip(*data, strict=True)
    one = pool(y, v, method)
    other = pool([c * x for x in y], [c * c * x for x in v], method)
    assert other.estimate == pytest.approx(c * one.estimate, rel=1e-9, abs=1e-12 * c)
    assert other.tau2 == pytest.approx(c * c * one.tau2, rel=1e-7, abs=1e-11 * c * c)


@settings(max_examples=60, deadline=None)
@given(studies, st.sampled_from(METHODS), st.sampled_from(["HK", "HK-adhoc", None]))
def test_what_holds_for_any_data(data: list[tuple[float, float]], method: str, adjust: str | None) -> None:
    y, v = zip(*data, strict=True)
    got = pool(y, v, method, adjust)
    assert sum(got.weights) == pytest.approx(1)
    assert got.k == len(y)
    assert min(y) - 1e-9 <= got.estimate <= max(y) + 1e-9
    assert got.ci_low <= got.estimate <= got.ci_high
    assert 0 <= got.i2 < 1
    assert 0 <= got.i2_tau2 < 1
    assert got.tau2 >= 0
    if got.pi_low is not None and got.pi_high is not None and got.df is not None:
        assert got.pi_low <= got.ci_low + 1e-9
    if got.tau2_ci:
        assert 0 <= got.tau2_ci[0] <= got.tau2_ci[1]


def test_one_study_says_so() -> None:
    got = pool([0.4], [0.04])
    assert (got.ci_low, got.ci_high) == pytest.approx((0.4 - 0.2 * 1.959963985, 0.4 + 0.2 * 1.959963985))
    assert (got.pi_low, got.tau2_ci, got.q_p, got.h2, got.df) == (None, None, None, None, None)
    assert "one study" in got.notes[0]


def test_undefined_and_odd_things_are_said() -> None:
    assert pool([0.1, 0.9], [0.04, 0.09], pi="t(k-2)").pi_low is None
    same = pool([0.3] * 4, [0.01, 0.02, 0.03, 0.04])
    assert (same.tau2, same.i2, same.se, same.test) == (0.0, 0.0, pytest.approx(0, abs=1e-15), same.test)
    assert pool([0.3] * 4, [0.01, 0.02, 0.03, 0.04], adjust="HK-adhoc").se > 0
    fixed = pool(Y, V, "FE")
    assert (fixed.df, fixed.pi_low, fixed.tau2_ci, fixed.adjust) == (None, None, None, None)


@pytest.mark.parametrize(
    ("y", "v", "words"),
    [
        ([], [], "no study"),
        ([1, 2], [1], "2 estimates but 1 variances"),
        ([1, 2], [1, 0], "study 2: the variance is 0"),
        ([1, 2], [1, -1], "study 2"),
        ([1, float("nan")], [1, 1], "study 2: the estimate is nan"),
        ([1, 2], [1, float("inf")], "study 2"),
        (["a"], [1], "must be numbers"),
    ],
)
def test_numbers_that_cannot_be_used(y: list[float], v: list[float], words: str) -> None:
    with pytest.raises(DataError, match=words):
        pool(y, v)


@pytest.mark.parametrize(
    "options", [{"method": "XX"}, {"adjust": "KH"}, {"pi": "t"}, {"level": 95}, {"level": 0}]
)
def test_options_that_do_not_exist(options: dict[str, str]) -> None:
    with pytest.raises(OptionError):
        pool(Y, V, **options)  # type: ignore[arg-type]


def test_leaving_one_out_and_egger() -> None:
    left = leave_one_out(Y, V, "DL")
    assert [one.k for one in left] == [4] * 5
    assert left[0] == pool(Y[1:], V[1:], "DL")
    assert isinstance(left[0], Pooled)
    # A line through the points: the test must find its slope.
    se = np.array([0.1, 0.2, 0.3, 0.4])
    slope = egger(0.5 + 2 * se + np.array([1e-6, -1e-6, 1e-6, -1e-6]), se**2)
    assert (slope.slope, slope.limit) == pytest.approx((2, 0.5), abs=1e-4)
    with pytest.raises(DataError):
        egger([1, 2], [1, 2])
