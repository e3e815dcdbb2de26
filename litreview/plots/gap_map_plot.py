"""Evidence gap map: how many studies there are for each treatment and outcome, and where there are none."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import TYPE_CHECKING

from litreview.evidence.evidence import Evidence, as_rows
from litreview.evidence.rows import EvidenceRow
from litreview.plots.grid import Grid, Key, draw_cell, draw_grid
from litreview.plots.saving import describe, sentence
from litreview.plots.style import INK, MUTED, RULE, SIZE, SMALL, WASH, house_style

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

_GRADES = ("high", "moderate", "low", "very low", "")
_FACES = {"high": "#0b3c6f", "moderate": "#3f78b3", "low": "#9dc3e6", "very low": "#dbe9f6", "": "white"}
_INKS = {"high": "white", "moderate": "white", "low": INK, "very low": INK, "": INK}
_EDGES = {"high": "#0b3c6f", "moderate": "#0b3c6f", "low": "#0b3c6f", "very low": "#0b3c6f", "": MUTED}
_LETTERS = {"high": "H", "moderate": "M", "low": "L", "very low": "VL", "": ""}
_ONE = 0.20
"""Diameter of the bubble of one study, in inches; areas grow with the number of studies; by eye."""


def gap_map(
    evidence: Evidence | pd.DataFrame | Iterable[EvidenceRow], *, title: str = "", subtitle: str = ""
) -> Figure:
    """Draw treatments by outcomes with a bubble for the studies in each cell and totals at the margins.

    The area of a bubble and the number in it are the number of studies; its shade and the letters beside it
    are the best certainty given for any of them. A study in several cells counts once in a total;
    superseded versions do not count. An empty cell is a gap: that nobody looked, among the rows given.
    """
    rows = [row for row in as_rows(evidence) if not row.superseded]
    treatments = list(dict.fromkeys(row.treatment for row in rows))
    domains = list(dict.fromkeys(row.domain for row in rows))
    keys = [
        Key(f"{grade} ({_LETTERS[grade]})" if grade else "not rated", marker="o", face=_FACES[grade],
            edge=_EDGES[grade], size=9.0) for grade in _GRADES
    ]  # fmt: skip
    footer = (
        "Number and area: studies. Shade and letters: best certainty of evidence given. "
        "Empty cells: no study among those read. Totals count each study once."
    )
    with house_style():
        grid = draw_grid(
            [*(treatment[:1].upper() + treatment[1:] for treatment in treatments), "All treatments"],
            [*domains, "all outcomes"], title=title, subtitle=subtitle, keys=keys, footer=footer,
            cell=0.92, row_height=0.40, bold_last=True,
        )  # fmt: skip
        for line, treatment in enumerate(treatments):
            for column, domain in enumerate(domains):
                _draw_bubble(
                    grid, line, column, [r for r in rows if (r.treatment, r.domain) == (treatment, domain)]
                )
            _draw_total(grid, line, len(domains), [row for row in rows if row.treatment == treatment])
        for column, domain in enumerate(domains):
            _draw_total(grid, len(treatments), column, [row for row in rows if row.domain == domain])
        _draw_total(grid, len(treatments), len(domains), rows)
    return describe(grid.canvas.figure, _describe(rows, treatments, domains, title))


def _best_grade(rows: list[EvidenceRow]) -> str:
    return next((grade for grade in _GRADES if any(row.grade == grade for row in rows)), "")


def _draw_bubble(grid: Grid, row: int, column: int, members: list[EvidenceRow]) -> None:
    draw_cell(grid, row, column, face=WASH if members else "white")
    if not members:
        return
    grade, count = _best_grade(members), len({member.study for member in members})
    size = min(72 * _ONE * sqrt(count), 72 * grid.heights[row] * 0.92)
    x, y = grid.x(column), grid.y(row)
    grid.axes.plot([x], [y], marker="o", markersize=size, markerfacecolor=_FACES[grade],
                   markeredgecolor=_EDGES[grade],
                   markeredgewidth=0.9)  # fmt: skip
    grid.axes.text(
        x,
        y,
        str(count),
        color=_INKS[grade],
        fontsize=SIZE,
        ha="center",
        va="center_baseline",
        fontweight="bold",
    )
    edge = x + grid.cell / 2 - 0.07
    grid.axes.text(edge, y, _LETTERS[grade], color=MUTED, fontsize=SMALL, ha="right", va="center_baseline")


def _draw_total(grid: Grid, row: int, column: int, members: list[EvidenceRow]) -> None:
    draw_cell(grid, row, column, face="white", edge=RULE)
    count = str(len({member.study for member in members}))
    grid.axes.text(
        grid.x(column), grid.y(row), count, color=MUTED, fontsize=SIZE, ha="center", va="center_baseline"
    )


def _describe(rows: list[EvidenceRow], treatments: list[str], domains: list[str], title: str) -> str:
    studies = len({row.study for row in rows})
    words = [
        f"{sentence(title or 'Evidence gap map')} "
        f"{studies} studies, {len(treatments)} treatments by {len(domains)} outcomes."
    ]
    empty = 0
    for treatment in treatments:
        cells = []
        for domain in domains:
            members = [row for row in rows if (row.treatment, row.domain) == (treatment, domain)]
            count = len({row.study for row in members})
            empty += not count
            if count:
                cells.append(f"{domain} {count} ({_best_grade(members) or 'certainty not rated'})")
        words.append(f"{treatment}: {', '.join(cells)}.")
    return " ".join([*words, f"{empty} of {len(treatments) * len(domains)} cells are empty."])
