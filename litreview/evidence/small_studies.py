"""Do small studies say something else? Egger's regression and leaving one study out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from litreview.evidence.pooling import Numbers, Pooled, pool
from litreview.model.errors import DataError


@dataclass(frozen=True, slots=True)
class Egger:
    """Egger's test: ``slope`` on the standard error, its ``se``, ``t``, ``df`` and ``p``; ``limit`` is the
    estimate at standard error 0. With fewer than ten studies it has little power (Sterne 2011)."""

    slope: float
    se: float
    t: float
    df: int
    p: float
    limit: float


def egger(estimates: Numbers, variances: Numbers) -> Egger:
    """Egger 1997: weighted regression of the estimates on their standard errors, t test with k - 2 df.

    Raises:
        DataError: fewer than three studies, or standard errors that are all equal.
    """
    y, v = np.asarray(estimates, dtype=np.float64), np.asarray(variances, dtype=np.float64)
    pool(y, v, "FE")  # its checks of the numbers
    if len(y) < 3 or np.ptp(v) == 0.0:
        raise DataError("Egger's test needs three studies and unequal standard errors")
    from scipy.special import stdtr

    root = np.sqrt(1.0 / v)
    design = np.column_stack([root, np.ones_like(root)])  # weighted: columns 1 and se, each over se
    coefficients, *_ = np.linalg.lstsq(design, y * root, rcond=None)
    residual = y * root - design @ coefficients
    df = len(y) - 2
    covariance = np.linalg.inv(design.T @ design) * float(residual @ residual) / df
    slope, se = float(coefficients[1]), float(np.sqrt(covariance[1, 1]))
    t = slope / se
    return Egger(slope, se, t, df, float(2 * stdtr(df, -abs(t))), float(coefficients[0]))


def leave_one_out(
    estimates: Numbers, variances: Numbers, method: str = "REML", adjust: str | None = "HK"
) -> tuple[Pooled, ...]:
    """The pooled estimate without the first, the second … study; options as for ``pool``.

    Raises:
        DataError: fewer than two studies, or numbers that cannot be used.
    """
    y, v = np.asarray(estimates, dtype=np.float64), np.asarray(variances, dtype=np.float64)
    pool(y, v, method, adjust)
    if len(y) < 2:
        raise DataError("leaving one out needs two studies")
    return tuple(pool(np.delete(y, at), np.delete(v, at), method, adjust) for at in range(len(y)))
