"""A grid of cells with row labels, column heads and a legend: the ground of maps and matrices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from litreview.plots.canvas import MARGIN, Canvas, draw_title, line_height, title_height, widest, wrap
from litreview.plots.style import INK, MUTED, RULE, SIZE, SMALL

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LABEL_ROOM = 3.3
_HEAD_GAP, _FOOT_GAP, _LEGEND = 0.08, 0.12, 0.26
"""Inches, by eye."""


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of a legend: a marker (matplotlib's name) or a sign, its colours and words."""

    words: str
    marker: str = ""
    sign: str = ""
    face: str = "white"
    edge: str = INK
    ink: str = INK
    size: float = 8.0


@dataclass(frozen=True, slots=True)
class Grid:
    """The drawn frame: canvas, cell sizes, and axes whose data are inches from the first corner."""

    canvas: Canvas
    axes: Axes
    cell: float
    heights: tuple[float, ...]

    def x(self, column: int) -> float:
        """Middle of a column, in inches."""
        return (column + 0.5) * self.cell

    def y(self, row: int) -> float:
        """Middle of a row, in inches."""
        return sum(self.heights[:row]) + self.heights[row] / 2


def draw_grid(
    rows: Sequence[str],
    columns: Sequence[str],
    *,
    title: str,
    subtitle: str,
    keys: Sequence[Key],
    footer: str = "",
    cell: float = 0.86,
    row_height: float = 0.34,
    bold_last: bool = False,
) -> Grid:
    """Lay out a grid sized by its labels; cells are left to the caller. Call inside ``house_style``."""
    label = min(_LABEL_ROOM, widest(rows, SIZE) + 0.05)
    texts = [wrap(row, label, SIZE) for row in rows]
    heights = tuple(max(row_height, len(lines) * line_height(SIZE) + 0.08) for lines in texts)
    cell = max(
        [cell, *(widest([word], SMALL, "bold") + 0.12 for column in columns for word in column.split())]
    )
    heads = [wrap(column, cell - 0.08, SMALL, "bold") for column in columns]
    head = max((len(lines) for lines in heads), default=0) * line_height(SMALL) + _HEAD_GAP
    least = widest([title], 11.0, "bold") + 2 * MARGIN if title else 0.0
    width = max(MARGIN + label + 0.14 + cell * len(columns) + MARGIN, min(least, 6.8), 4.6)
    legend = _legend_lines(keys, width - 2 * MARGIN)
    notes = wrap(footer, width - 2 * MARGIN, SMALL) if footer else ()
    foot = _FOOT_GAP + len(legend) * _LEGEND + len(notes) * line_height(SMALL) + (0.06 if notes else 0.0)
    height = MARGIN + title_height(title, subtitle, width) + head + sum(heights) + foot + MARGIN
    canvas = Canvas(width, height)
    top = draw_title(canvas, title, subtitle) + head
    left = MARGIN + label + 0.14
    _draw_heads(canvas, heads, left, top, cell, bold_last=bold_last)
    _draw_labels(canvas, texts, heights, top, bold_last=bold_last)
    y = _draw_legend(canvas, legend, top + sum(heights) + _FOOT_GAP)
    canvas.lines(MARGIN, y + 0.06, notes, size=SMALL, colour=MUTED)
    return Grid(canvas, canvas.table_axes(left, top, cell * len(columns), sum(heights)), cell, heights)


def draw_cell(grid: Grid, row: int, column: int, *, face: str, edge: str = RULE, pad: float = 0.025) -> None:
    """Fill one cell."""
    from matplotlib.patches import Rectangle

    x, y = column * grid.cell + pad, sum(grid.heights[:row]) + pad
    size = grid.cell - 2 * pad, grid.heights[row] - 2 * pad
    grid.axes.add_patch(Rectangle((x, y), *size, facecolor=face, edgecolor=edge, linewidth=0.6))


def _draw_heads(
    canvas: Canvas, heads: Sequence[Sequence[str]], left: float, top: float, cell: float, *, bold_last: bool
) -> None:
    for number, lines in enumerate(heads):
        start = top - _HEAD_GAP - len(lines) * line_height(SMALL)
        colour = MUTED if bold_last and number == len(heads) - 1 else INK
        middle = left + (number + 0.5) * cell
        canvas.lines(middle, start, lines, size=SMALL, weight="bold", align="center", colour=colour)


def _draw_labels(
    canvas: Canvas, texts: Sequence[Sequence[str]], heights: Sequence[float], top: float, *, bold_last: bool
) -> None:
    y = top
    for number, (lines, height) in enumerate(zip(texts, heights, strict=True)):
        last = bold_last and number == len(texts) - 1
        start = y + (height - len(lines) * line_height(SIZE)) / 2
        canvas.lines(MARGIN, start, lines, weight="bold" if last else "normal", colour=MUTED if last else INK)
        y += height


def _legend_lines(keys: Sequence[Key], width: float) -> list[list[Key]]:
    lines: list[list[Key]] = []
    room = 0.0
    for key in keys:
        needed = widest([key.words], SMALL) + 0.42
        if not lines or room < needed:
            lines.append([])
            room = width
        lines[-1].append(key)
        room -= needed
    return lines


def _draw_legend(canvas: Canvas, lines: Sequence[Sequence[Key]], y: float) -> float:
    axes = canvas.table_axes(0.0, 0.0, canvas.width, canvas.height)
    for line in lines:
        x, middle = MARGIN + 0.1, y + _LEGEND / 2
        for key in line:
            if key.marker:
                axes.plot([x], [middle], marker=key.marker, markersize=key.size, markerfacecolor=key.face,
                          markeredgecolor=key.edge, markeredgewidth=0.9, linestyle="none")  # fmt: skip
            if key.sign:
                canvas.text(x, middle, key.sign, size=SMALL, colour=key.ink, weight="bold", align="center")
            canvas.text(x + 0.14, middle, key.words, size=SMALL)
            x += widest([key.words], SMALL) + 0.42
        y += _LEGEND
    return y
