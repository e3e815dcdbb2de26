"""How much the studies of several reviews overlap: citation matrix and corrected covered area.

CCA = (N - r) / (r·c - r) with N inclusions, r distinct studies, c reviews (Pieper 2014, J Clin Epidemiol
67:368). With few reviews or studies the number jumps wildly, so it is never shown without its counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_BANDS = ((0.05, "slight"), (0.10, "moderate"), (0.15, "high"))
"""Upper ends of Pieper's bands; above the last one overlap is "very high"."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """``inclusions`` N, ``studies`` r, ``reviews`` c, ``shared`` studies in two or more reviews, and ``cca``
    (None where it is undefined: fewer than two reviews, or no study)."""

    inclusions: int
    studies: int
    reviews: int
    shared: int
    cca: float | None

    @property
    def band(self) -> str:
        """Pieper's word for the overlap: slight, moderate, high, very high; empty where CCA is undefined."""
        if self.cca is None:
            return ""
        return next((word for limit, word in _BANDS if self.cca <= limit), "very high")

    def __str__(self) -> str:
        counts = f"{self.inclusions} inclusions of {self.studies} studies in {self.reviews} reviews"
        if self.cca is None:
            return f"corrected covered area undefined ({counts})"
        return f"corrected covered area {self.cca:.2%} ({self.band}; {counts}, {self.shared} shared)"


def measure_overlap(reviews: Mapping[str, Iterable[str]]) -> Overlap:
    """Overlap over all reviews, each given as the keys of its studies; a key counts once per review.

    >>> measure_overlap({"A": ["x", "y"], "B": ["y", "z"]}).cca
    0.3333333333333333
    """
    sets = [set(keys) for keys in reviews.values()]
    union = set[str]().union(*sets)
    total = sum(len(keys) for keys in sets)
    r, c = len(union), len(sets)
    cca = (total - r) / (r * c - r) if r and c > 1 else None
    shared = sum(sum(key in keys for keys in sets) > 1 for key in union)
    return Overlap(total, r, c, shared, cca)


def pairwise_overlap(reviews: Mapping[str, Iterable[str]]) -> pd.DataFrame:
    """Overlap of each two reviews: columns a, b, shared, union, cca (a fraction)."""
    import pandas as pd

    sets = {name: set(keys) for name, keys in reviews.items()}
    lines = []
    for a, b in combinations(sets, 2):
        shared, union = len(sets[a] & sets[b]), len(sets[a] | sets[b])
        lines.append(
            {"a": a, "b": b, "shared": shared, "union": union, "cca": shared / union if union else None}
        )
    return pd.DataFrame(lines, columns=["a", "b", "shared", "union", "cca"])


def citation_matrix(reviews: Mapping[str, Iterable[str]]) -> pd.DataFrame:
    """Studies (rows, in order of first appearance) by reviews (columns): 1 where the review has the study."""
    import pandas as pd

    sets = {name: list(keys) for name, keys in reviews.items()}
    studies = list(dict.fromkeys(key for keys in sets.values() for key in keys))
    lines = {name: [int(study in keys) for study in studies] for name, keys in sets.items()}
    return pd.DataFrame(lines, index=pd.Index(studies, name="study"))
