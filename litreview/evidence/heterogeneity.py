"""The variance between studies (tau²): nine estimators and a confidence interval, each a function of (y, v).

``y`` are estimates, ``v`` their sampling variances, both 1-D float arrays of equal length k ≥ 2. The
iterated estimators look for roots of their own estimating equation inside a bracket that is proven to
hold it, so that neither the unit of measurement nor a start value matters.

Formulas: Viechtbauer 2005 (J Educ Behav Stat 30:261), Veroniki 2016 (Res Synth Methods 7:55).
Checked in ``tests/evidence`` against printed results and, where the data lies beside the checkout, against
metafor 3.8 (tightened convergence).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

_GRID = 48
"""Points at which a likelihood score is looked at for sign changes; three are enough for every data set of
the oracle, the rest guards against likelihoods with two maxima."""


def weighted_mean(y: Floats, w: Floats) -> float:
    """The mean of ``y`` with weights ``w``."""
    return float(w @ y / w.sum())


def q_statistic(y: Floats, v: Floats, tau2: float = 0.0) -> float:
    """Cochran's Q, generalised to weights 1/(v + tau²); at tau² = 0 the usual one."""
    w = 1.0 / (v + tau2)
    return float(w @ np.square(y - weighted_mean(y, w)))


def typical_variance(v: Floats) -> float:
    """The "typical" sampling variance of Higgins and Thompson 2002, equation 9."""
    w = 1.0 / v
    return float((len(v) - 1) * w.sum() / (w.sum() ** 2 - w @ w))


def fixed(y: Floats, v: Floats) -> float:
    """FE, the common-effect model: no variance between studies."""
    return 0.0


def dersimonian_laird(y: Floats, v: Floats) -> float:
    """DL, the method of moments with inverse-variance weights, cut at zero."""
    w = 1.0 / v
    return max(0.0, (q_statistic(y, v) - (len(y) - 1)) / float(w.sum() - w @ w / w.sum()))


def hedges(y: Floats, v: Floats) -> float:
    """HE, the method of moments without weights, cut at zero."""
    return max(0.0, float(np.var(y, ddof=1) - v.mean()))


def hunter_schmidt(y: Floats, v: Floats) -> float:
    """HS, cut at zero."""
    return max(0.0, (q_statistic(y, v) - len(y)) / float((1.0 / v).sum()))


def sidik_jonkman(y: Floats, v: Floats) -> float:
    """SJ, the model-error estimator started at the variance of the estimates (divisor k)."""
    start = float(np.var(y))
    if start == 0.0:
        return 0.0
    return start * q_statistic(y, v, start) / (len(y) - 1)


def paule_mandel(y: Floats, v: Floats) -> float:
    """PM: the tau² at which the generalised Q equals its expectation k - 1."""
    return solve_q(y, v, len(y) - 1.0)


def maximum_likelihood(y: Floats, v: Floats) -> float:
    """ML, the highest point of the profile likelihood on tau² ≥ 0."""
    return _highest_likelihood(y, v, restricted=0.0)


def restricted_likelihood(y: Floats, v: Floats) -> float:
    """REML, the highest point of the restricted likelihood on tau² ≥ 0."""
    return _highest_likelihood(y, v, restricted=1.0)


ESTIMATORS: dict[str, Callable[[Floats, Floats], float]] = {
    "FE": fixed,
    "DL": dersimonian_laird,
    "HE": hedges,
    "HS": hunter_schmidt,
    "SJ": sidik_jonkman,
    "PM": paule_mandel,
    "ML": maximum_likelihood,
    "REML": restricted_likelihood,
    "EB": paule_mandel,  # the same equation (Viechtbauer 2015, Stat Med 34:374)
}
"""The tau² estimators by their usual short names."""


def q_profile(y: Floats, v: Floats, level: float) -> tuple[float, float]:
    """Confidence interval of tau² by the Q-profile method (Viechtbauer 2007, Stat Med 26:37)."""
    from scipy.special import chdtri

    tail = (1.0 - level) / 2.0
    df = len(y) - 1.0
    return solve_q(y, v, float(chdtri(df, tail))), solve_q(y, v, float(chdtri(df, 1.0 - tail)))


def solve_q(y: Floats, v: Floats, target: float) -> float:
    """The tau² ≥ 0 at which the generalised Q equals ``target``; 0 where Q is below it already.

    Q falls with tau², and Q(t) ≤ Σ(y - ȳ)²/t, so the upper end of the bracket is proven.
    """
    if q_statistic(y, v) <= target:
        return 0.0
    upper = float(np.square(y - y.mean()).sum()) / target
    return _root(lambda tau2: q_statistic(y, v, tau2) - target, 0.0, upper)


def _root(function: Callable[[float], float], low: float, high: float) -> float:
    from scipy.optimize import brentq

    if function(high) >= 0.0:  # only by rounding: the bracket is proven
        return high
    return float(brentq(function, low, high, xtol=high * 1e-300 + 5e-324, rtol=8.9e-16, maxiter=500))


def _score(y: Floats, v: Floats, tau2: float, restricted: float) -> float:
    """Twice the derivative of the (restricted) log likelihood in tau²."""
    w = 1.0 / (v + tau2)
    total, squares = float(w.sum()), float(w @ w)
    residual = w * (y - weighted_mean(y, w))
    return float(residual @ residual) - total + restricted * squares / total


def _log_likelihood(y: Floats, v: Floats, tau2: float, restricted: float) -> float:
    w = 1.0 / (v + tau2)
    return float(np.log(w).sum()) - q_statistic(y, v, tau2) - restricted * float(np.log(w.sum()))


def _highest_likelihood(y: Floats, v: Floats, restricted: float) -> float:
    """The best of 0 and of every place where the score changes from plus to minus."""
    spread = float(np.square(y - y.mean()).sum())
    if spread == 0.0:
        return 0.0
    upper = spread / (len(y) - 1) + float(v.max())
    while spread / (float(v.min()) + upper) ** 2 >= (len(y) - 1) / (float(v.max()) + upper):
        upper *= 2.0
    grid = [0.0, *np.geomspace(upper * 1e-10, upper, _GRID)]
    scores = [_score(y, v, tau2, restricted) for tau2 in grid]
    peaks = [0.0] if scores[0] <= 0.0 else []
    for at in range(_GRID):
        if scores[at] > 0.0 >= scores[at + 1]:
            peaks.append(_root(lambda tau2: _score(y, v, tau2, restricted), grid[at], grid[at + 1]))
    return max(peaks, key=lambda tau2: _log_likelihood(y, v, tau2, restricted))
