"""Forest plot: one panel per measure and scale, one row per result, never two scales on one axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from litreview.evidence.evidence import DEFAULT_GROUPS, Evidence, as_rows
from litreview.evidence.rows import EvidenceRow
from litreview.evidence.tables import effect_text
from litreview.model.errors import DataError
from litreview.plots.canvas import (
    MARGIN,
    Canvas,
    draw_title,
    line_height,
    text_width,
    title_height,
    widest,
    wrap,
)
from litreview.plots.forest_panels import Panel, describe_forest, is_drawable, panels, row_words
from litreview.plots.saving import describe
from litreview.plots.style import BLUE, HEADING, INK, MUTED, ORANGE, RULE, SIZE, SMALL, house_style

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LABEL_WIDTH, _PLOT_WIDTH, _GAP = (1.9, 3.3), 2.3, 0.16
_ROW_PAD, _PANEL_HEAD, _AXIS, _PANEL_GAP = 0.09, 0.42, 0.46, 0.16
_SQUARE = 0.16
"""Inches, by eye; the last is the side of the largest square."""
_SIDE_COLOURS = {"favours the intervention": BLUE, "favours the comparator": ORANGE}


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges of the columns and the width of the figure, in inches."""

    label: float
    trials: float | None
    people: float | None
    plot: float
    effect: float
    weight: float | None
    certainty: float | None
    width: float


def forest(
    evidence: Evidence | pd.DataFrame | Iterable[EvidenceRow],
    *,
    method: str | None = None,
    adjust: str | None = "HK",
    by: Sequence[str] = DEFAULT_GROUPS,
    labels: Mapping[str, str] | None = None,
    title: str = "",
    subtitle: str = "",
) -> Figure:
    """Draw results with their intervals, grouped by measure, scale and good end of the scale.

    Args:
        evidence: an ``Evidence``, a DataFrame with its columns, or rows. Rows without an estimate on a known
            measure are not drawn; a line under the figure counts and names them.
        method: a pooling method (``"REML"`` …) to add a pooled row to each panel whose rows may be pooled;
            where they may not, the panel says why. None pools nothing.
        adjust: as for ``pool``.
        by: what pooled rows must have in common besides measure and scale; ``()`` for nothing more.
        labels: what to print for a study key; default the key.
        title: printed above the figure; as is ``subtitle``.

    Raises:
        DataError: no row can be drawn.
        OptionError: an unknown pooling method or adjustment.
    """
    rows, names = as_rows(evidence), labels or {}
    found = panels(rows, method, adjust, by)
    if not found:
        raise DataError("no result with an estimate on a known measure", advice="MD, SMD, RR, OR, HR, RD …")
    footer = _footer(rows, names, found)
    with house_style():
        columns = _columns(found, names)
        notes = wrap(footer, columns.width - 2 * MARGIN, SMALL)
        top = title_height(title, subtitle, columns.width)
        height = MARGIN + top + 0.26 + sum(_panel_height(panel, names, columns) for panel in found)
        canvas = Canvas(columns.width, height + len(notes) * line_height(SMALL) + MARGIN)
        y = _draw_head(canvas, draw_title(canvas, title, subtitle), columns)
        for panel in found:
            y = _draw_panel(canvas, y, panel, columns, names)
        canvas.lines(MARGIN, y, notes, size=SMALL, colour=MUTED)
    return describe(canvas.figure, describe_forest(found, footer, names, title))


def _footer(rows: tuple[EvidenceRow, ...], labels: Mapping[str, str], found: tuple[Panel, ...]) -> str:
    sized = "weight in the pooled estimate" if any(panel.pooled for panel in found) else "precision"
    text = f"Squares: estimates; their area shows the {sized} within a panel. Lines: 95 % intervals. "
    if any(row.superseded for panel in found for row in panel.rows):
        text += "Hollow: superseded by a newer version. "
    hidden = [row for row in rows if not is_drawable(row)]
    if hidden:
        names = ", ".join(dict.fromkeys(labels.get(row.study, row.study) for row in hidden))
        text += "Not drawn, because no estimate on a common measure is given: "
        text += f"{len(hidden)} of {len(rows)} results ({names})."
    return text.strip()


def _columns(found: tuple[Panel, ...], labels: Mapping[str, str]) -> _Columns:
    """Columns as wide as their texts; a column that would be empty is left out."""
    rows = [row for panel in found for row in panel.rows]
    words = [row_words(row, labels) for row in rows]
    details = sorted(text_width(detail, SMALL) for _, detail in words)
    wished = max(widest([name for name, _ in words], SIZE, "bold"), details[len(details) // 2] / 2 + 0.2)
    label = min(_LABEL_WIDTH[1], max(_LABEL_WIDTH[0], wished + 0.05))
    right = _Edge(MARGIN + label + _GAP)
    trials = right.take(0.42, wanted=any(row.n_studies is not None for row in rows))
    people = right.take(0.5, wanted=any(row.n is not None for row in rows))
    plot = right.take(_PLOT_WIDTH) or 0.0
    texts = (
        [effect_text(row) for row in rows] + [panel.pooled_text() for panel in found] + ["Effect (95 % CI)"]
    )
    effect = right.take(widest(texts, SIZE, "bold")) or 0.0
    weight = right.take(0.52, wanted=any(panel.pooled for panel in found))
    room = max(0.65, min(1.1, widest([row.certainty or "not rated" for row in rows], SIZE) + 0.05))
    certainty = right.take(room, wanted=any(row.certainty for row in rows))
    return _Columns(label, trials, people, plot, effect, weight, certainty, right.at - _GAP + MARGIN)


class _Edge:
    """The right edge of what has been laid out so far."""

    def __init__(self, at: float) -> None:
        self.at = at

    def take(self, width: float, *, wanted: bool = True) -> float | None:
        """The left edge of a new column, or None where it is not wanted."""
        if not wanted:
            return None
        left, self.at = self.at, self.at + width + _GAP
        return left


def _draw_head(canvas: Canvas, y: float, columns: _Columns) -> float:
    canvas.text(MARGIN, y + 0.1, "Study", size=SMALL, weight="bold", colour=MUTED)
    heads = (
        ("Trials", columns.trials, 0.42),
        ("People", columns.people, 0.5),
        ("Weight", columns.weight, 0.5),
    )
    for name, left, width in heads:
        if left is not None:
            canvas.text(left + width, y + 0.1, name, align="right", size=SMALL, weight="bold", colour=MUTED)
    for name, left in (("Effect (95 % CI)", columns.effect), ("Certainty", columns.certainty)):
        if left is not None:
            canvas.text(left, y + 0.1, name, size=SMALL, weight="bold", colour=MUTED)
    canvas.rule(y + 0.22, colour=INK, width=0.8)
    return y + 0.26


def _label_lines(
    row: EvidenceRow, labels: Mapping[str, str], columns: _Columns
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = columns.label
    name, details = row_words(row, labels)
    return wrap(name, room, SIZE, "bold"), wrap(details, room, SMALL) if details else ()


def _row_height(row: EvidenceRow, labels: Mapping[str, str], columns: _Columns) -> float:
    name, details = _label_lines(row, labels, columns)
    return len(name) * line_height(SIZE) + len(details) * line_height(SMALL) + _ROW_PAD


def _pooled_height(panel: Panel) -> float:
    return (0.30 if panel.pooled else 0.0) + (0.22 if panel.prediction_text() else 0.0)


def _panel_height(panel: Panel, labels: Mapping[str, str], columns: _Columns) -> float:
    rows = sum(_row_height(row, labels, columns) for row in panel.rows)
    foot = len(wrap(panel.heterogeneity_text(), columns.width - 2 * MARGIN, SMALL)) * line_height(SMALL)
    note = foot if panel.heterogeneity_text() else 0.0
    return _PANEL_HEAD + rows + _pooled_height(panel) + _AXIS + note + _PANEL_GAP


def _draw_panel(
    canvas: Canvas, y: float, panel: Panel, columns: _Columns, labels: Mapping[str, str]
) -> float:
    canvas.text(MARGIN, y + 0.2, panel.heading, size=HEADING, weight="bold")
    top = y + _PANEL_HEAD
    heights = [_row_height(row, labels, columns) for row in panel.rows]
    length = sum(heights) + _pooled_height(panel)
    axes = _panel_axes(canvas, panel, columns, top, length)
    at = top
    for row, height in zip(panel.rows, heights, strict=True):
        _draw_row_text(canvas, at, height, row, panel, columns, labels)
        _draw_interval(axes, panel, row, at - top + height / 2)
        at += height
    at = _draw_pooled(canvas, axes, at, top, panel, columns)
    _draw_sides(canvas, panel, columns, at + 0.33)
    at += _AXIS
    if panel.heterogeneity_text():
        lines = wrap(panel.heterogeneity_text(), columns.width - 2 * MARGIN, SMALL)
        at = canvas.lines(MARGIN, at, lines, size=SMALL, colour=MUTED)
    canvas.rule(at + _PANEL_GAP / 2)
    return at + _PANEL_GAP


def _panel_axes(canvas: Canvas, panel: Panel, columns: _Columns, top: float, length: float) -> Axes:
    axes = canvas.axes(columns.plot, top, _PLOT_WIDTH, length)
    axes.set(xlim=panel.limits(), ylim=(length, 0.0), yticks=[])
    axes.spines["left"].set_visible(False)
    ticks = panel.ticks()
    axes.set_xticks([at for at, _ in ticks], [label for _, label in ticks])
    axes.axvline(panel.position(panel.measure.null), color=INK, linewidth=0.9, zorder=1)
    if panel.pooled:
        axes.axvline(panel.pooled.estimate, color=BLUE, linewidth=0.7, linestyle=(0, (4, 3)), zorder=1)
    return axes


def _draw_row_text(
    canvas: Canvas,
    y: float,
    height: float,
    row: EvidenceRow,
    panel: Panel,
    columns: _Columns,
    labels: Mapping[str, str],
) -> None:
    name, details = _label_lines(row, labels, columns)
    colour = MUTED if row.superseded else INK
    below = canvas.lines(MARGIN, y + _ROW_PAD / 2, name, weight="bold", colour=colour)
    canvas.lines(MARGIN, below, details, size=SMALL, colour=MUTED)
    middle = y + height / 2
    weight = panel.weight(row)
    cells = (
        (columns.trials, 0.42, "–" if row.n_studies is None else f"{row.n_studies}"),
        (columns.people, 0.5, "–" if row.n is None else f"{row.n:,}".replace(",", " ")),
        (columns.weight, 0.5, "–" if weight is None else f"{weight:.1%}"),
    )
    for left, width, text in cells:
        if left is not None:
            canvas.text(left + width, middle, text, align="right", colour=colour)
    canvas.text(columns.effect, middle, effect_text(row), colour=colour)
    if columns.certainty is not None:
        words = wrap(row.certainty or "not rated", canvas.width - MARGIN - columns.certainty, SIZE)
        top = middle - len(words) * line_height(SIZE) / 2
        canvas.lines(columns.certainty, top, words, colour=colour if row.certainty else MUTED)


def _draw_interval(axes: Axes, panel: Panel, row: EvidenceRow, y: float) -> None:
    if row.estimate is None:
        return
    colour = MUTED if row.superseded else INK
    low, high = panel.limits()
    if row.ci_low is not None and row.ci_high is not None:
        ends = panel.position(row.ci_low), panel.position(row.ci_high)
        axes.plot([max(ends[0], low), min(ends[1], high)], [y, y], color=colour, linewidth=1.1, zorder=2)
        _draw_arrows(axes, ends, y, colour)
    side = 72 * _SQUARE * max(0.35, sqrt(panel.size(row)))
    fill = "white" if row.superseded or not row.has_interval else BLUE
    axes.plot([panel.position(row.estimate)], [y], marker="s", markersize=side, markerfacecolor=fill,
              markeredgecolor=colour if fill == "white" else BLUE, markeredgewidth=1.0, zorder=4)  # fmt: skip


def _draw_arrows(axes: Axes, ends: tuple[float, float], y: float, colour: str) -> None:
    """An arrow at each edge of the axis that an interval crosses: never a silent cut."""
    low, high = axes.get_xlim()
    for crossed, edge, marker in ((ends[0] < low, low, "<"), (ends[1] > high, high, ">")):
        if crossed:
            axes.plot([edge], [y], marker=marker, color=colour, markersize=5, clip_on=False, zorder=5)


def _draw_pooled(canvas: Canvas, axes: Axes, y: float, top: float, panel: Panel, columns: _Columns) -> float:
    if (pooled := panel.pooled) is None:
        return y
    canvas.rule(y, colour=RULE)
    middle = y + 0.16
    canvas.text(MARGIN, middle, "Pooled", weight="bold")
    canvas.text(columns.effect, middle, panel.pooled_text(), weight="bold")
    canvas.text(
        (columns.weight or 0.0) + 0.5, middle, f"{sum(pooled.weights):.1%}", weight="bold", align="right"
    )
    at, half = middle - top, 0.075
    corners = [
        (pooled.ci_low, at),
        (pooled.estimate, at - half),
        (pooled.ci_high, at),
        (pooled.estimate, at + half),
    ]
    axes.fill(*zip(*corners, strict=True), facecolor=BLUE, edgecolor=BLUE, linewidth=0.8, zorder=4)
    _draw_arrows(axes, (pooled.ci_low, pooled.ci_high), at, BLUE)
    if panel.prediction_text() and pooled.pi_low is not None and pooled.pi_high is not None:
        lower = middle + 0.22
        canvas.text(MARGIN, lower, "Prediction interval", colour=MUTED)
        canvas.text(columns.effect, lower, panel.prediction_text(), colour=MUTED)
        _draw_arrows(axes, (pooled.pi_low, pooled.pi_high), lower - top, BLUE)
        axes.plot(
            [pooled.pi_low, pooled.pi_high],
            [lower - top] * 2,
            color=BLUE,
            linewidth=3.0,
            solid_capstyle="butt",
        )
    return y + _pooled_height(panel)


def _draw_sides(canvas: Canvas, panel: Panel, columns: _Columns, y: float) -> None:
    left, right = panel.sides
    low, high = panel.limits()
    null = columns.plot + _PLOT_WIDTH * (panel.position(panel.measure.null) - low) / (high - low)
    if not left:
        canvas.text(
            columns.plot + _PLOT_WIDTH / 2,
            y,
            "which side is good is not known",
            size=SMALL,
            colour=MUTED,
            align="center",
        )
        return
    canvas.text(null - 0.06, y, f"◄ {left}", size=SMALL, align="right", colour=_SIDE_COLOURS[left])
    canvas.text(null + 0.06, y, f"{right} ►", size=SMALL, colour=_SIDE_COLOURS[right])
