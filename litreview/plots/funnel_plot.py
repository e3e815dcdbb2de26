"""Funnel plot: estimates against their standard errors, with contours of significance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp, log, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

from litreview.evidence.evidence import Evidence, as_rows
from litreview.evidence.grouping import refusal, variance_of
from litreview.evidence.measures import Measure
from litreview.evidence.pooling import Pooled, pool
from litreview.evidence.rows import EvidenceRow
from litreview.evidence.tables import number_text
from litreview.model.errors import DataError
from litreview.plots.canvas import MARGIN, Canvas, draw_title, line_height, title_height, wrap
from litreview.plots.saving import describe, sentence
from litreview.plots.style import BLUE, INK, MUTED, SMALL, house_style

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_CONTOURS = ((0.10, "#e6eaee"), (0.05, "#cdd4db"), (0.01, "#f5f6f8"))
"""Two-sided P values from the inside out, with the grey beyond each; inside the first the ground is white."""
_WIDTH, _HEIGHT = 5.6, 3.9
"""Inches, by eye."""


def funnel(
    evidence: Evidence | pd.DataFrame | Iterable[EvidenceRow],
    *,
    method: str = "REML",
    labels: Mapping[str, str] | None = None,
    title: str = "",
    subtitle: str = "",
) -> Figure:
    """Draw a contour-enhanced funnel plot (Peters 2008, J Clin Epidemiol 61:991) of results on one scale.

    Rows without an interval and superseded ones are left out and counted below the figure. With fewer than
    ten results the figure says that its shape tells nothing.

    Raises:
        DataError: fewer than two results, several measures or scales, or a study twice.
    """
    everything, names = as_rows(evidence), labels or {}
    rows = [row for row in everything if row.has_interval and row.kind and not row.superseded]
    if len({(row.measure, row.scale, row.better) for row in rows}) > 1:
        raise DataError("results on several measures or scales", advice="select one before drawing a funnel")
    if not rows or (why := refusal(rows)):
        raise DataError(why if rows else "no result with an interval on a known measure")
    measure = rows[0].kind
    if measure is None:
        raise DataError("no known measure")
    y = [measure.analyse(row.estimate) for row in rows if row.estimate is not None]
    se = [sqrt(variance_of(row) or 0.0) for row in rows]
    pooled = pool(y, [value * value for value in se], method)
    foot = _footer(len(everything), len(rows))
    with house_style():
        notes = wrap(foot, _WIDTH + 0.6, SMALL)
        head = title_height(title, subtitle, _WIDTH + 1.0)
        canvas = Canvas(
            _WIDTH + 1.0, MARGIN + head + _HEIGHT + 0.62 + len(notes) * line_height(SMALL) + MARGIN
        )
        top = draw_title(canvas, title, subtitle)
        axes = canvas.axes(0.75, top, _WIDTH, _HEIGHT)
        _draw(axes, measure, y, se, pooled)
        canvas.lines(MARGIN, top + _HEIGHT + 0.56, notes, size=SMALL, colour=MUTED)
    return describe(canvas.figure, _describe(rows, names, measure, pooled, title, foot))


def _draw(axes: Axes, measure: Measure, y: list[float], se: list[float], pooled: Pooled) -> None:
    deepest = max(se) * 1.08
    null = measure.analyse(measure.null)
    reach = max(max(abs(value - null) for value in y), NormalDist().inv_cdf(0.995) * deepest * 0.8) * 1.1
    axes.set(xlim=(null - reach, null + reach), ylim=(deepest, 0.0), ylabel="Standard error")
    axes.set_facecolor("white")
    for p, grey in _CONTOURS:
        half = NormalDist().inv_cdf(1 - p / 2) * deepest
        for far, end in ((null - 2 * reach - half, null - half), (null + 2 * reach + half, null + half)):
            axes.fill([null, end, far, far], [0, deepest, deepest, 0], color=grey, linewidth=0, zorder=0)
    axes.axvline(null, color=INK, linewidth=0.9)
    axes.axvline(pooled.estimate, color=BLUE, linewidth=0.9, linestyle=(0, (4, 3)))
    axes.plot(
        y, se, marker="o", markersize=5.5, markerfacecolor=BLUE, markeredgecolor="white", linestyle="none"
    )
    name = f"{measure.label[0].upper()}{measure.label[1:]}"
    axes.set_xlabel(f"{name} (log scale)" if measure.ratio else name)
    if measure.ratio:
        values = [v for v in (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20) if abs(log(v) - null) <= reach]
        axes.set_xticks([log(value) for value in values], [f"{value:g}" for value in values])


def _footer(total: int, drawn: int) -> str:
    parts = [
        "Solid line: no effect. Dashed line: pooled estimate. Ground, from the inside: "
        "P above 0.10 (white), 0.10 to 0.05, 0.05 to 0.01 (darkest), below 0.01."
    ]
    if drawn < total:
        parts.append(f"Not drawn: {total - drawn} of {total} results without interval or superseded.")
    if drawn < 10:
        parts.append(f"With {drawn} results the shape of a funnel tells nothing about missing studies.")
    return " ".join(parts)


def _describe(
    rows: list[EvidenceRow],
    labels: Mapping[str, str],
    measure: Measure,
    pooled: Pooled,
    title: str,
    foot: str,
) -> str:
    centre = exp(pooled.estimate) if measure.ratio else pooled.estimate
    points = "; ".join(f"{labels.get(row.study, row.study)} {number_text(row.estimate)}" for row in rows)
    lead = f"{len(rows)} results, {measure.label}, pooled {number_text(centre)}."
    return f"{sentence(title or 'Funnel plot')} {lead} {points}. {foot}"
