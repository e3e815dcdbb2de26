"""What a relative effect means for a thousand people, given the risk that they have anyway."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from litreview.evidence.measures import find_measure
from litreview.model.errors import DataError, OptionError


@dataclass(frozen=True, slots=True)
class AbsoluteEffect:
    """People per 1000: ``assumed`` without the intervention, ``corresponding`` with it, and ``difference``;
    the last two as estimate and ends of the interval, not rounded."""

    assumed: float
    corresponding: tuple[float, ...]
    difference: tuple[float, ...]


def absolute_effect(measure: str, relative: Sequence[float], assumed_per_1000: float) -> AbsoluteEffect:
    """Absolute effect of an RR, OR or RD (estimate, and ends of its interval if there are any).

    The formulas are the Cochrane Handbook's, 15.4.4; a hazard ratio needs a time and is not taken.

    Raises:
        OptionError: another measure.
        DataError: an assumed risk outside 0 to 1000.
    """
    kind = find_measure(measure)
    if kind is None or kind.name not in ("RR", "OR", "RD"):
        raise OptionError(f"no absolute effect from {measure!r}", advice="RR, OR or RD")
    if not 0 <= assumed_per_1000 <= 1000:
        raise DataError(f"an assumed risk of {assumed_per_1000:g} per 1000", advice="0 to 1000")
    risk = assumed_per_1000 / 1000
    corresponding = tuple(1000 * _risk(kind.name, value, risk) for value in relative)
    return AbsoluteEffect(
        assumed_per_1000, corresponding, tuple(one - assumed_per_1000 for one in corresponding)
    )


def _risk(measure: str, value: float, risk: float) -> float:
    if measure == "RR":
        return value * risk
    if measure == "OR":
        return value * risk / (1 - risk + value * risk)
    return risk + value
