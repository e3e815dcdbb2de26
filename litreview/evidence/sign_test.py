"""Counting directions: the sign test, where effect sizes cannot be combined (Boon and Thomson 2021).

It says whether effects point one way more often than chance would have it, not how large they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import comb, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

from litreview.evidence.direction import Effect
from litreview.evidence.rows import EvidenceRow

if TYPE_CHECKING:
    import pandas as pd

_SIDES = (Effect.INTERVENTION, Effect.COMPARATOR)


@dataclass(frozen=True, slots=True)
class SignTest:
    """``share`` of positive directions among ``n``, the exact two-sided P value against one half, and two
    95 % intervals of the share: Wilson's and the exact one of Clopper and Pearson. None without any."""

    positive: int
    negative: int
    share: float | None
    p: float | None
    wilson: tuple[float, float] | None
    exact: tuple[float, float] | None

    @property
    def n(self) -> int:
        """Number of directions counted."""
        return self.positive + self.negative


def sign_test(positive: int, negative: int) -> SignTest:
    """The sign test of so many positive and negative directions.

    >>> sign_test(10, 2).p
    0.03857421875
    """
    n = positive + negative
    if n == 0:
        return SignTest(0, 0, None, None, None, None)
    tail = sum(comb(n, k) for k in range(min(positive, negative) + 1)) / 2**n
    return SignTest(
        positive, negative, positive / n, min(1.0, 2 * tail), _wilson(positive, n), _exact(positive, n)
    )


def sign_table(rows: Iterable[EvidenceRow]) -> pd.DataFrame:
    """A sign test per outcome heading. A study has one vote; one whose results point both ways has none and
    is counted as conflicting; superseded rows and results without a side do not vote."""
    import pandas as pd

    votes: dict[str, dict[str, set[Effect]]] = {}
    for row in rows:
        if not row.superseded:
            votes.setdefault(row.domain, {}).setdefault(row.study, set()).update({row.effect} & set(_SIDES))
    lines = [_line(domain, studies) for domain, studies in votes.items()]
    return pd.DataFrame(lines, columns=list(_line("", {})))


def _line(domain: str, studies: dict[str, set[Effect]]) -> dict[str, object]:
    positive = sum(sides == {Effect.INTERVENTION} for sides in studies.values())
    negative = sum(sides == {Effect.COMPARATOR} for sides in studies.values())
    test = sign_test(positive, negative)
    low, high = test.wilson or (None, None)
    return {
        "Outcome": domain,
        "Studies": len(studies),
        "For the intervention": positive,
        "For the comparator": negative,
        "Conflicting": sum(len(sides) == 2 for sides in studies.values()),
        "Share": test.share,
        "Low (Wilson)": low,
        "High (Wilson)": high,
        "P (exact)": test.p,
    }


def _wilson(positive: int, n: int) -> tuple[float, float]:
    z = NormalDist().inv_cdf(0.975)
    share, spread = positive / n, z * z / n
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * sqrt(share * (1 - share) / n + spread / (4 * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def _exact(positive: int, n: int) -> tuple[float, float]:
    from scipy.special import betaincinv

    low = float(betaincinv(positive, n - positive + 1, 0.025)) if positive else 0.0
    high = float(betaincinv(positive + 1, n - positive, 0.975)) if positive < n else 1.0
    return low, high
