"""Effect measures: what "no effect" is, whether the measure is a ratio, and its other names."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from litreview.normalise.text import fold


@dataclass(frozen=True, slots=True)
class Measure:
    """An effect measure. ``null`` is the value of no effect; ratios are pooled and drawn as logarithms."""

    name: str
    label: str
    null: float
    ratio: bool = False

    def analyse(self, value: float) -> float:
        """The value on the scale of analysis."""
        return log(value) if self.ratio else value


_MEASURES = (
    Measure("MD", "mean difference", 0.0),
    Measure("SMD", "standardised mean difference", 0.0),
    Measure("RD", "risk difference", 0.0),
    Measure("RR", "risk ratio", 1.0, ratio=True),
    Measure("OR", "odds ratio", 1.0, ratio=True),
    Measure("HR", "hazard ratio", 1.0, ratio=True),
    Measure("IRR", "incidence rate ratio", 1.0, ratio=True),
    Measure("ROM", "ratio of means", 1.0, ratio=True),
    Measure("COR", "correlation", 0.0),
)

_OTHER_NAMES = {
    "weighted mean difference": "MD", "wmd": "MD", "difference in means": "MD",
    "standardized mean difference": "SMD", "cohen s d": "SMD", "cohens d": "SMD", "hedges g": "SMD",
    "g": "SMD", "d": "SMD", "relative risk": "RR", "r": "COR", "rate ratio": "IRR",
}  # fmt: skip

_BY_NAME = {fold(key): measure for measure in _MEASURES for key in (measure.name, measure.label)} | {
    name: next(measure for measure in _MEASURES if measure.name == short)
    for name, short in _OTHER_NAMES.items()
}


def find_measure(text: str) -> Measure | None:
    """The measure meant by a name or abbreviation; None for anything else ("percent", "incidence")."""
    return _BY_NAME.get(fold(text))
