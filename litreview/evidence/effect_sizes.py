"""Effect sizes from counts and from means, on the scale of analysis, with their sampling variances.

All functions take equally long sequences, one value per study, and give logarithms for ratios.
Conventions are metafor's and are the ones to name in a report: 0.5 is added to all four cells of a study
that has an empty cell, and to no other; the bias correction of the standardised difference is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, lgamma, log
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from litreview.model.errors import DataError

Floats: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = "Sequence[float] | Floats"


class EffectSizes(NamedTuple):
    """Estimates and variances, as ``pool`` takes them: ``pool(*risk_ratios(…))``."""

    estimates: Floats
    variances: Floats


class Table(NamedTuple):
    """Counts of k studies: events and non-events with the intervention (a, b) and without (c, d)."""

    a: Floats
    b: Floats
    c: Floats
    d: Floats


def odds_ratios(a: Numbers, b: Numbers, c: Numbers, d: Numbers) -> EffectSizes:
    """Log odds ratios from events and non-events with the intervention (a, b) and without (c, d)."""
    t = _filled(count_table(a, b, c, d))
    return EffectSizes(np.log(t.a * t.d / (t.b * t.c)), 1 / t.a + 1 / t.b + 1 / t.c + 1 / t.d)


def risk_ratios(a: Numbers, b: Numbers, c: Numbers, d: Numbers) -> EffectSizes:
    """Log risk ratios, arguments as for ``odds_ratios``."""
    t = _filled(count_table(a, b, c, d))
    n1, n2 = t.a + t.b, t.c + t.d
    return EffectSizes(np.log(t.a / n1) - np.log(t.c / n2), 1 / t.a - 1 / n1 + 1 / t.c - 1 / n2)


def risk_differences(a: Numbers, b: Numbers, c: Numbers, d: Numbers) -> EffectSizes:
    """Risk differences, arguments as for ``odds_ratios``."""
    t = _filled(count_table(a, b, c, d))
    n1, n2 = t.a + t.b, t.c + t.d
    return EffectSizes(t.a / n1 - t.c / n2, t.a * t.b / n1**3 + t.c * t.d / n2**3)


def mean_differences(
    n1: Numbers, mean1: Numbers, sd1: Numbers, n2: Numbers, mean2: Numbers, sd2: Numbers
) -> EffectSizes:
    """Mean differences (first minus second group), each group with its own variance."""
    n1_, m1, s1, n2_, m2, s2 = _groups(n1, mean1, sd1, n2, mean2, sd2)
    return EffectSizes(m1 - m2, s1**2 / n1_ + s2**2 / n2_)


def standardised_mean_differences(
    n1: Numbers, mean1: Numbers, sd1: Numbers, n2: Numbers, mean2: Numbers, sd2: Numbers
) -> EffectSizes:
    """Hedges' g with the exact correction J; variance 1/n1 + 1/n2 + g²/(2N) (Hedges and Olkin 1985)."""
    n1_, m1, s1, n2_, m2, s2 = _groups(n1, mean1, sd1, n2, mean2, sd2)
    df = n1_ + n2_ - 2
    pooled = np.sqrt(((n1_ - 1) * s1**2 + (n2_ - 1) * s2**2) / df)
    g = np.array([correction(m) for m in df]) * (m1 - m2) / pooled
    return EffectSizes(g, 1 / n1_ + 1 / n2_ + g**2 / (2 * (n1_ + n2_)))


def correction(df: float) -> float:
    """Hedges' J for ``df`` degrees of freedom, by gamma functions.

    >>> round(correction(10), 6)
    0.922746
    """
    return exp(lgamma(df / 2) - log(df / 2) / 2 - lgamma((df - 1) / 2))


def count_table(a: Numbers, b: Numbers, c: Numbers, d: Numbers) -> Table:
    """Counts as arrays.

    Raises:
        DataError: lengths differ, a count is negative or missing, or a group is empty.
    """
    a_, b_, c_, d_ = (np.asarray(column, dtype=np.float64) for column in (a, b, c, d))
    if not a_.shape == b_.shape == c_.shape == d_.shape:
        raise DataError("the four columns of counts differ in length")
    for study, cells in enumerate(zip(a_, b_, c_, d_, strict=True), start=1):
        if not all(cell >= 0 for cell in cells) or cells[0] + cells[1] == 0 or cells[2] + cells[3] == 0:
            shown = ", ".join(f"{cell:g}" for cell in cells)
            raise DataError(f"study {study}: counts {shown}", advice="0 or more, and nobody's group empty")
    return Table(a_, b_, c_, d_)


def _filled(t: Table) -> Table:
    empty = (t.a == 0) | (t.b == 0) | (t.c == 0) | (t.d == 0)
    return Table(*(column + 0.5 * empty for column in t))


def _groups(*columns: Numbers) -> tuple[Floats, ...]:
    found = tuple(np.asarray(column, dtype=np.float64) for column in columns)
    if len({column.shape for column in found}) != 1:
        raise DataError("the columns of means differ in length")
    for study, row in enumerate(zip(*found, strict=True), start=1):
        if not all(np.isfinite(row)) or min(row[0], row[3]) < 2 or min(row[2], row[5]) <= 0:
            raise DataError(f"study {study}: group sizes below 2, or a deviation that is not above 0")
    return found
