"""Pooling raw counts without a model of heterogeneity: Mantel-Haenszel and Peto.

No continuity correction is made: empty cells are no problem for these sums.
"""

from __future__ import annotations

from math import log, sqrt
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

from litreview.evidence.effect_sizes import Numbers, count_table
from litreview.model.errors import DataError, OptionError


class CountPooled(NamedTuple):
    """A pooled estimate (logarithm for ratios), its standard error and normal interval."""

    estimate: float
    se: float
    ci_low: float
    ci_high: float


def mantel_haenszel(
    a: Numbers, b: Numbers, c: Numbers, d: Numbers, measure: str = "OR", level: float = 0.95
) -> CountPooled:
    """Mantel-Haenszel OR, RR or RD.

    Variances: Robins, Breslow and Greenland 1986 (OR), Greenland and Robins 1985 (RR), Sato, Greenland and
    Robins 1989 (RD). Counts as for ``effect_sizes.odds_ratios``.

    Raises:
        DataError: counts that cannot be used, or no event in any group.
        OptionError: another measure.
    """
    if measure not in _ESTIMATORS:
        raise OptionError(f"no Mantel-Haenszel method for {measure!r}", advice="OR, RR or RD")
    columns = count_table(a, b, c, d)
    estimate, variance = _ESTIMATORS[measure](*columns)
    return _result(estimate, variance, level)


def peto(a: Numbers, b: Numbers, c: Numbers, d: Numbers, level: float = 0.95) -> CountPooled:
    """Peto's log odds ratio: observed minus expected events over the hypergeometric variance.

    Raises:
        DataError: counts that cannot be used, or no event in any group.
    """
    t = count_table(a, b, c, d)
    n1, n2, events = t.a + t.b, t.c + t.d, t.a + t.c
    n = n1 + n2
    variance = float((n1 * n2 * events * (n - events) / (n**2 * (n - 1))).sum())
    if variance == 0.0:
        raise DataError("no study has both events and people without")
    return _result(float((t.a - n1 * events / n).sum()) / variance, 1.0 / variance, level)


def _odds_ratio(a: np.ndarray, b: np.ndarray, c: np.ndarray, d: np.ndarray) -> tuple[float, float]:
    n = a + b + c + d
    p, q, r, s = (a + d) / n, (b + c) / n, a * d / n, b * c / n
    total_r, total_s = _positive(r.sum(), s.sum())
    variance = (p * r).sum() / (2 * total_r**2) + (p * s + q * r).sum() / (2 * total_r * total_s)
    return log(total_r / total_s), float(variance + (q * s).sum() / (2 * total_s**2))


def _risk_ratio(a: np.ndarray, b: np.ndarray, c: np.ndarray, d: np.ndarray) -> tuple[float, float]:
    n1, n2 = a + b, c + d
    n = n1 + n2
    r, s = _positive((a * n2 / n).sum(), (c * n1 / n).sum())
    variance = ((n1 * n2 * (a + c) - a * c * n) / n**2).sum() / (r * s)
    return log(r / s), float(variance)


def _risk_difference(a: np.ndarray, b: np.ndarray, c: np.ndarray, d: np.ndarray) -> tuple[float, float]:
    n1, n2 = a + b, c + d
    n = n1 + n2
    weight = float((n1 * n2 / n).sum())
    estimate = float(((a * n2 - c * n1) / n).sum()) / weight
    p = ((c * n1**2 - a * n2**2 + n1 * n2 * (n2 - n1) / 2) / n**2).sum()
    q = ((a * (n2 - c) + c * (n1 - a)) / (2 * n)).sum()
    return estimate, float(estimate * p + q) / weight**2


_ESTIMATORS = {"OR": _odds_ratio, "RR": _risk_ratio, "RD": _risk_difference}


def _positive(first: float, second: float) -> tuple[float, float]:
    if first <= 0 or second <= 0:
        raise DataError("no event in one of the groups of all studies together")
    return float(first), float(second)


def _result(estimate: float, variance: float, level: float) -> CountPooled:
    half = NormalDist().inv_cdf(0.5 + level / 2) * sqrt(variance)
    return CountPooled(estimate, sqrt(variance), estimate - half, estimate + half)
