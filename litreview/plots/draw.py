"""Drawing a figure of an evidence table by the name of its kind: what the command line needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from litreview.evidence.evidence import Evidence
from litreview.model.errors import DataError, OptionError
from litreview.normalise.vocabulary.years import LONE_YEAR
from litreview.plots.bubble_map import gap_map
from litreview.plots.direction_plot import effect_direction
from litreview.plots.forest_plot import forest
from litreview.plots.funnel_plot import funnel
from litreview.plots.saving import alt_text, figure_bytes
from litreview.plots.timeline_plot import TimePoint, timeline

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw(evidence: Evidence, kind: str, suffix: str = ".svg") -> tuple[bytes, str]:
    """A figure as the bytes of a ``.svg``, ``.png`` or ``.pdf`` file, and its text alternative.

    Raises:
        OptionError: an unknown kind or file type.
        DataError: nothing in the table can be drawn that way.
    """
    name = kind.replace("_", "-")
    if name not in KINDS:
        raise OptionError(f"no figure {kind!r}", advice=f"one of {', '.join(KINDS)}")
    figure = KINDS[name](evidence)
    return figure_bytes(figure, suffix), alt_text(figure)


def study_years(evidence: Evidence) -> Figure:
    """A timeline of the studies, by the year in their keys ("mu-2020").

    Raises:
        DataError: no key holds a year.
    """
    found = {study: LONE_YEAR.search(study) for study in evidence.studies}
    points = [TimePoint(study, int(year.group())) for study, year in found.items() if year]
    if not points:
        raise DataError("no study key holds a year", advice='keys such as "mu-2020"')
    return timeline(points)


KINDS: dict[str, Callable[[Evidence], Figure]] = {
    "forest": forest,
    "funnel": funnel,
    "map": gap_map,
    "effect-direction": effect_direction,
    "timeline": study_years,
}
"""The figures that an evidence table alone can give."""
