"""Timeline: when the cited works appeared, who cites them, and where a citation gives another year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from litreview.evidence.evidence import Evidence
from litreview.model.errors import DataError
from litreview.normalise.vocabulary.years import LONE_YEAR
from litreview.plots.canvas import MARGIN, Canvas, draw_title, fit, text_width, title_height, widest
from litreview.plots.saving import describe, sentence
from litreview.plots.style import BLUE, GREEN, INK, MUTED, ORANGE, PURPLE, RED, RULE, SIZE, SMALL, house_style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LABEL_ROOM, _ROW, _AXES_WIDTH, _AXIS, _LEGEND = 3.4, 0.24, 4.5, 0.4, 0.26
"""Inches, by eye."""
_LONG_GAP, _SHORT_GAP = 6, 2.0
"""More than this many years without a work are drawn as wide as ``_SHORT_GAP`` years, with a break mark;
by eye."""
_MARKERS = (("o", BLUE), ("s", ORANGE), ("D", PURPLE), ("^", GREEN), ("v", MUTED), ("P", INK))


@dataclass(frozen=True, slots=True)
class TimePoint:
    """One work on the timeline.

    ``year`` is the registered year, None where no record was found; ``cited`` are the years that articles
    give for it; ``group`` decides marker and colour (which articles cite it, or its design).
    """

    label: str
    year: int | None
    group: str = ""
    cited: tuple[int, ...] = ()


def timeline(points: Iterable[TimePoint], *, title: str = "", subtitle: str = "") -> Figure:
    """Draw works in order of year, one row each.

    A filled marker is the registered year. A red open circle is another year that a citation gives, joined to
    the registered one; an open marker alone is a work without a record, at the year cited.

    Raises:
        DataError: no point has a year.
    """
    rows = sorted(points, key=lambda point: (min(_years(point), default=9999), point.label))
    years = sorted({year for point in rows for year in _years(point)})
    if not years:
        raise DataError("no work has a year")
    place = _Scale(years)
    groups = list(dict.fromkeys(point.group for point in rows))
    with house_style():
        label = min(_LABEL_ROOM, widest([point.label for point in rows], SIZE) + 0.1)
        width = MARGIN + label + 0.2 + _AXES_WIDTH + MARGIN
        length = _ROW * len(rows)
        entries = _legend(groups, rows)
        height = 2 * MARGIN + title_height(title, subtitle, width) + length + _AXIS + _LEGEND * len(entries)
        canvas = Canvas(width, height)
        top = draw_title(canvas, title, subtitle)
        axes = canvas.axes(MARGIN + label + 0.2, top, _AXES_WIDTH, length)
        _prepare(axes, place, length)
        for number, point in enumerate(rows):
            y = (number + 0.5) * _ROW
            canvas.text(MARGIN, top + y, fit(point.label, label))
            _draw(axes, place, point, y, groups)
        _draw_legend(canvas, entries, top + length + _AXIS)
    return describe(canvas.figure, _describe(rows, title))


class _Scale:
    """Years to positions; long stretches without a work are shortened."""

    def __init__(self, years: Sequence[int]) -> None:
        self.years = list(years)
        self.at = {years[0]: 0.0}
        self.breaks: list[float] = []
        for before, year in pairwise(years):
            gap = float(year - before)
            if gap > _LONG_GAP:
                self.breaks.append(self.at[before] + _SHORT_GAP / 2)
                gap = _SHORT_GAP
            self.at[year] = self.at[before] + gap

    @property
    def last(self) -> float:
        """Position of the last year."""
        return max(self.at.values())

    def ticks(self) -> list[int]:
        """Years that have a work, without those whose labels would touch the one before."""
        least = (text_width("2000", SMALL) + 0.04) * (self.last + 1.2) / _AXES_WIDTH
        kept: list[int] = []
        for year in self.years:
            if not kept or self.at[year] - self.at[kept[-1]] >= least:
                kept.append(year)
        return kept


def study_years(evidence: Evidence) -> Figure:
    """A timeline of the studies of an evidence table, by the year in their keys ("mu-2020").

    Raises:
        DataError: no key holds a year.
    """
    found = {study: LONE_YEAR.search(study) for study in evidence.studies}
    points = [TimePoint(study, int(year.group())) for study, year in found.items() if year]
    if not points:
        raise DataError("no study key holds a year", advice='keys such as "mu-2020"')
    return timeline(points)


def _years(point: TimePoint) -> tuple[int, ...]:
    return (*(() if point.year is None else (point.year,)), *point.cited)


def _prepare(axes: Axes, place: _Scale, length: float) -> None:
    axes.set(xlim=(-0.6, place.last + 0.6), ylim=(length, 0.0), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.set_xticks([place.at[year] for year in place.ticks()], [str(year) for year in place.ticks()])
    for at in place.at.values():
        axes.axvline(at, color=RULE, linewidth=0.5, zorder=0)
    for at in place.breaks:
        axes.plot(
            [at - 0.12, at + 0.02], [1.0 + 0.02, 1.0 - 0.02], transform=axes.get_xaxis_transform(), alpha=0
        )
        axes.text(
            at, length, "//", ha="center", va="center", color=MUTED, fontsize=SIZE, backgroundcolor="white"
        )


def _draw(axes: Axes, place: _Scale, point: TimePoint, y: float, groups: Sequence[str]) -> None:
    marker, colour = _MARKERS[groups.index(point.group) % len(_MARKERS)]
    wrong = [year for year in dict.fromkeys(point.cited) if year != point.year]
    if point.year is None:
        for year in wrong:
            axes.plot([place.at[year]], [y], marker=marker, markersize=6.5, markerfacecolor="white",
                      markeredgecolor=colour, markeredgewidth=1.2)  # fmt: skip
        return
    for year in wrong:
        ends = [place.at[point.year], place.at[year]]
        axes.plot(ends, [y, y], color=RED, linewidth=1.2, zorder=1)
        axes.plot(ends[1:], [y], marker="o", markersize=6.5, markerfacecolor="white", markeredgecolor=RED,
                  markeredgewidth=1.4, zorder=2)  # fmt: skip
        _label_year(axes, place, ends, year, y)
    axes.plot([place.at[point.year]], [y], marker=marker, markersize=6.5, color=colour, zorder=3)


def _label_year(axes: Axes, place: _Scale, ends: Sequence[float], year: int, y: float) -> None:
    """ "cited as 2015" on the far side of the marker, or beyond the other one where the figure ends."""
    inch = (place.last + 1.2) / _AXES_WIDTH
    words = f"cited as {year}"
    needed = (text_width(words, SMALL) + 0.14) * inch
    right = ends[1] > ends[0]
    if right and ends[1] + needed > place.last + 0.6:
        at, right = ends[0], False
    elif not right and ends[1] - needed < -0.6:
        at, right = ends[0], True
    else:
        at = ends[1]
    x = at + (0.09 if right else -0.09) * inch
    axes.text(x, y, words, color=RED, fontsize=SMALL, ha="left" if right else "right", va="center_baseline")


def _legend(groups: Sequence[str], rows: Sequence[TimePoint]) -> list[tuple[str, str, str, str]]:
    """Marker, face, edge and words of each line of the legend."""
    entries = [
        (_MARKERS[number % len(_MARKERS)][0], *(_MARKERS[number % len(_MARKERS)][1],) * 2, group)
        for number, group in enumerate(groups) if group
    ]  # fmt: skip
    if any(point.year is not None and set(point.cited) - {point.year} for point in rows):
        entries.append(("o", "white", RED, "year given by a citation, where it is another one"))
    if any(point.year is None for point in rows):
        entries.append(("o", "white", MUTED, "open: no record found, drawn at the year cited"))
    return entries


def _draw_legend(canvas: Canvas, entries: Sequence[tuple[str, str, str, str]], y: float) -> None:
    axes = canvas.table_axes(0.0, 0.0, canvas.width, canvas.height)
    for number, (marker, face, edge, words) in enumerate(entries):
        middle = y + (number + 0.5) * _LEGEND
        axes.plot([MARGIN + 0.1], [middle], marker=marker, markersize=6.5, markerfacecolor=face,
                  markeredgecolor=edge, markeredgewidth=1.2, linestyle="none")  # fmt: skip
        canvas.text(MARGIN + 0.26, middle, words, size=SMALL)


def _describe(rows: Sequence[TimePoint], title: str) -> str:
    words = [f"{sentence(title or 'Timeline')} {len(rows)} works."]
    for point in rows:
        wrong = sorted(set(point.cited) - {point.year})
        when = "no record found" if point.year is None else str(point.year)
        cited = f", cited as {', '.join(map(str, wrong))}" if wrong else ""
        words.append(f"{point.label}: {when}{cited}{f' ({point.group})' if point.group else ''}.")
    return " ".join(words)
