"""Pooling estimates by the inverse-variance method, common-effect or random-effects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt
from statistics import NormalDist
from typing import TypeAlias

import numpy as np

from litreview.evidence.heterogeneity import (
    ESTIMATORS,
    Floats,
    q_profile,
    q_statistic,
    typical_variance,
    weighted_mean,
)
from litreview.model.errors import DataError, OptionError

Numbers: TypeAlias = "Sequence[float] | Floats"
ADJUSTMENTS = ("HK", "HK-adhoc", None)
PREDICTIONS = ("t(k-1)", "t(k-2)", "z")


@dataclass(frozen=True, slots=True)
class Pooled:
    """A pooled estimate with everything needed to judge it. All values are on the scale of the input
    (log scale for ratios); ``i2`` and ``i2_tau2`` are fractions, ``weights`` sum to 1 and keep the order.

    ``i2`` and ``h2`` come from Q (``h2`` = Q/df, not cut at 1); ``i2_tau2`` from tau² and the typical
    variance, the definition of metafor and of RevMan since 2024. ``test`` is the z or t value
    of the estimate and ``df`` its degrees of freedom (None for z). What is not defined is None, with the
    reason in ``notes``: the prediction interval of one study, for example.
    """

    estimate: float
    se: float
    ci_low: float
    ci_high: float
    pi_low: float | None
    pi_high: float | None
    tau2: float
    tau2_ci: tuple[float, float] | None
    i2: float
    i2_tau2: float
    h2: float | None
    q: float
    q_p: float | None
    weights: tuple[float, ...]
    k: int
    method: str
    adjust: str | None = None
    pi: str = "t(k-1)"
    level: float = 0.95
    test: float | None = None
    df: int | None = None
    p: float | None = None
    notes: tuple[str, ...] = ()

    @property
    def tau(self) -> float:
        """The standard deviation between studies."""
        return sqrt(self.tau2)


def pool(
    estimates: Numbers,
    variances: Numbers,
    method: str = "REML",
    adjust: str | None = "HK",
    pi: str = "t(k-1)",
    level: float = 0.95,
) -> Pooled:
    """Pool estimates on one scale.

    Args:
        estimates: k effect estimates, ratios as logarithms.
        variances: their k sampling variances (squared standard errors), all above 0.
        method: FE (common effect) or the tau² estimator DL, HE, HS, SJ, PM, ML, REML, EB.
        adjust: ``"HK"`` Hartung-Knapp-Sidik-Jonkman interval with k - 1 degrees of freedom;
            ``"HK-adhoc"`` the same, never narrower than the normal one; None for the normal one.
        pi: distribution behind the prediction interval: ``"t(k-1)"``, ``"t(k-2)"`` or ``"z"``.
        level: confidence level of all intervals, between 0 and 1.

    Raises:
        DataError: no study, lengths that differ, or an estimate or variance that cannot be used;
            the message counts studies from 1.
        OptionError: an unknown method, adjustment, prediction or level.
    """
    _check_options(method, adjust, pi, level)
    y, v = _check_numbers(estimates, variances)
    order = np.lexsort((v, y))  # one order of summation, so that shuffled studies give the same bits
    ys, vs = y[order], v[order]
    if len(y) == 1:
        return _single(float(y[0]), float(v[0]), method, pi, level)
    tau2 = ESTIMATORS[method](ys, vs)
    w = 1.0 / (vs + tau2)
    mean = weighted_mean(ys, w)
    se, df, used = _standard_error(ys, w, mean, method, adjust)
    test = mean / se if se > 0.0 else None
    half = _quantile(level, df) * se
    q = q_statistic(ys, vs)
    typical = typical_variance(vs)
    pi_low, pi_high = _prediction(mean, se, tau2, len(y), method, pi, level)
    weights = np.empty_like(w)
    weights[order] = w / w.sum()
    return Pooled(
        estimate=mean, se=se, ci_low=mean - half, ci_high=mean + half, pi_low=pi_low, pi_high=pi_high,
        tau2=tau2, tau2_ci=None if method == "FE" else q_profile(ys, vs, level),
        i2=max(0.0, 1.0 - (len(y) - 1) / q) if q > 0.0 else 0.0,
        i2_tau2=tau2 / (tau2 + typical), h2=q / (len(y) - 1), q=q, q_p=_chi2_tail(q, len(y) - 1),
        weights=tuple(weights.tolist()), k=len(y), method=method, adjust=used, pi=pi, level=level,
        test=test, df=df, p=None if test is None else _two_sided(test, df),
        notes=_notes(method, adjust, pi, len(y), se),
    )  # fmt: skip


def _check_options(method: str, adjust: str | None, pi: str, level: float) -> None:
    if method not in ESTIMATORS:
        raise OptionError(f"unknown pooling method {method!r}", advice=f"one of {', '.join(ESTIMATORS)}")
    if adjust not in ADJUSTMENTS:
        raise OptionError(f"unknown adjustment {adjust!r}", advice="HK, HK-adhoc or None")
    if pi not in PREDICTIONS:
        raise OptionError(f"unknown prediction interval {pi!r}", advice=f"one of {', '.join(PREDICTIONS)}")
    if not 0.0 < level < 1.0:
        raise OptionError(f"confidence level {level} is not between 0 and 1", advice="0.95, for example")


def _check_numbers(estimates: Numbers, variances: Numbers) -> tuple[Floats, Floats]:
    try:
        y, v = np.asarray(estimates, dtype=np.float64), np.asarray(variances, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise DataError(f"estimates and variances must be numbers: {error}") from error
    if y.ndim != 1 or y.shape != v.shape:
        raise DataError(f"{y.size} estimates but {v.size} variances", advice="one variance per estimate")
    if not len(y):
        raise DataError("no study to pool")
    for number, (estimate, variance) in enumerate(zip(y, v, strict=True), start=1):
        if not isfinite(estimate):
            raise DataError(
                f"study {number}: the estimate is {estimate}", advice="leave the study out and say so"
            )
        if not isfinite(variance) or variance <= 0.0:
            raise DataError(f"study {number}: the variance is {variance}", advice="it must be above 0")
    return y, v


def _single(y: float, v: float, method: str, pi: str, level: float) -> Pooled:
    """One study: its own normal interval, and no statement about heterogeneity."""
    se = sqrt(v)
    half = _quantile(level, None) * se
    note = "one study: its own interval by the normal distribution; no heterogeneity, no prediction interval"
    return Pooled(
        estimate=y, se=se, ci_low=y - half, ci_high=y + half, pi_low=None, pi_high=None, tau2=0.0,
        tau2_ci=None, i2=0.0, i2_tau2=0.0, h2=None, q=0.0, q_p=None, weights=(1.0,), k=1, method=method,
        pi=pi, level=level, test=y / se, p=_two_sided(y / se, None), notes=(note,),
    )  # fmt: skip


def _standard_error(
    y: Floats, w: Floats, mean: float, method: str, adjust: str | None
) -> tuple[float, int | None, str | None]:
    """Standard error, degrees of freedom (None: normal) and the adjustment really used."""
    variance = 1.0 / float(w.sum())
    if method == "FE" or adjust is None:
        return sqrt(variance), None, None
    df = len(y) - 1
    factor = float(w @ np.square(y - mean)) / df
    if adjust == "HK-adhoc":
        factor = max(1.0, factor)
    return sqrt(factor * variance), df, adjust


def _prediction(
    mean: float, se: float, tau2: float, k: int, method: str, pi: str, level: float
) -> tuple[float | None, float | None]:
    """Where the effect of a new study is expected; undefined for FE and for t(k-2) with two studies."""
    df = {"t(k-1)": k - 1, "t(k-2)": k - 2, "z": None}[pi]
    if method == "FE" or (df is not None and df < 1):
        return None, None
    half = _quantile(level, df) * sqrt(tau2 + se * se)
    return mean - half, mean + half


def _notes(method: str, adjust: str | None, pi: str, k: int, se: float) -> tuple[str, ...]:
    notes = []
    if method == "FE":
        notes.append("common-effect model: normal interval, no tau², no prediction interval")
    if pi == "t(k-2)" and k == 2 and method != "FE":
        notes.append("two studies: a prediction interval with k - 2 degrees of freedom is undefined")
    if se == 0.0:
        notes.append("all estimates are equal: the Hartung-Knapp interval has width 0; use HK-adhoc or None")
    elif adjust is not None and k == 2 and method != "FE":
        notes.append("two studies: the Hartung-Knapp interval has one degree of freedom and is very wide")
    return tuple(notes)


def _quantile(level: float, df: int | None) -> float:
    """Two-sided critical value of t with ``df`` degrees of freedom, or of the normal (None)."""
    if df is None:
        return NormalDist().inv_cdf(0.5 + level / 2.0)
    from scipy.special import stdtrit

    return float(stdtrit(df, 0.5 + level / 2.0))


def _two_sided(value: float, df: int | None) -> float:
    from scipy.special import ndtr, stdtr

    return float(2.0 * (ndtr(-abs(value)) if df is None else stdtr(df, -abs(value))))


def _chi2_tail(q: float, df: int) -> float:
    from scipy.special import chdtrc

    return float(chdtrc(df, q))
