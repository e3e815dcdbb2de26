"""Effect direction plot: which way each result points, without pretending that it is an effect size.

After Boon and Thomson 2021 (Res Synth Methods 12:29): arrows by study and outcome, sized by participants.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from litreview.evidence.direction import Effect
from litreview.evidence.evidence import Evidence, as_rows
from litreview.evidence.rows import EvidenceRow
from litreview.evidence.tables import shown_directions
from litreview.model.errors import DataError
from litreview.plots.grid import Grid, Key, draw_cell, draw_grid
from litreview.plots.saving import describe, sentence
from litreview.plots.style import BLUE, MUTED, ORANGE, PURPLE, WASH, house_style

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

_LOOKS = {
    Effect.INTERVENTION: ("^", BLUE),
    Effect.COMPARATOR: ("v", ORANGE),
    Effect.NEITHER: ("D", MUTED),
    Effect.MIXED: ("X", PURPLE),
}
_SIZES = ((50, 5.0), (300, 7.5), (float("inf"), 10.0))
"""Boon and Thomson's classes of participants (below 50, to 300, above), with marker sizes in points."""


def effect_direction(
    evidence: Evidence | pd.DataFrame | Iterable[EvidenceRow],
    *,
    labels: Mapping[str, str] | None = None,
    title: str = "",
    subtitle: str = "",
) -> Figure:
    """Draw treatments and studies by outcomes with one arrow per result.

    Superseded versions and results that do not say whom they favour are not drawn; the line below the
    figure counts them. Filled: the result has an interval; hollow: only words say it.

    Raises:
        DataError: no row says whom it favours.
    """
    everything, names = as_rows(evidence), labels or {}
    rows = shown_directions(everything)
    if not rows:
        raise DataError("no result says whom it favours", advice="fill 'better' or 'direction'")
    lines = sorted({(row.treatment, row.study) for row in rows}, key=lambda pair: _first(rows, *pair))
    domains = list(dict.fromkeys(row.domain for row in rows))
    texts = [
        f"{treatment[:1].upper()}{treatment[1:]}: {names.get(study, study)}" for treatment, study in lines
    ]
    with house_style():
        grid = draw_grid(texts, domains, title=title, subtitle=subtitle, keys=_keys(rows),
                         footer=_footer(everything, rows), cell=0.96, row_height=0.30)  # fmt: skip
        for number, pair in enumerate(lines):
            for column, domain in enumerate(domains):
                cell = [row for row in rows if (row.treatment, row.study) == pair and row.domain == domain]
                _draw(grid, number, column, _once(cell))
    return describe(grid.canvas.figure, _describe(rows, names, title, _footer(everything, rows)))


def _once(rows: list[EvidenceRow]) -> list[EvidenceRow]:
    """One result reported on two scales is one arrow: rows alike in all but the numbers, pointing one way."""
    kept: dict[tuple[str, ...], EvidenceRow] = {}
    for row in rows:
        key = (
            row.intervention,
            row.comparator,
            row.population,
            row.condition_duration,
            row.outcome,
            row.follow_up,
        )
        kept.setdefault((*key, row.effect.value), row)
    return list(kept.values())


def _first(rows: tuple[EvidenceRow, ...], treatment: str, study: str) -> tuple[int, int]:
    """Order of treatments by first appearance, then of studies."""
    treatments = [row.treatment for row in rows]
    studies = [(row.treatment, row.study) for row in rows]
    return treatments.index(treatment), studies.index((treatment, study))


def _draw(grid: Grid, row: int, column: int, members: list[EvidenceRow]) -> None:
    draw_cell(grid, row, column, face=WASH if members else "white")
    step = min(0.22, (grid.cell - 0.1) / max(1, len(members)))
    for number, member in enumerate(members):
        marker, colour = _LOOKS[member.effect]
        x = grid.x(column) + (number - (len(members) - 1) / 2) * step
        face = colour if member.has_interval else "white"
        grid.axes.plot([x], [grid.y(row)], marker=marker, markersize=_size(member), markerfacecolor=face,
                       markeredgecolor=colour, markeredgewidth=1.1, linestyle="none")  # fmt: skip


def _size(row: EvidenceRow) -> float:
    """Marker size by participants; unknown numbers get the middle one."""
    return next(size for limit, size in _SIZES if row.n is None or row.n < limit) if row.n else _SIZES[1][1]


def _keys(rows: tuple[EvidenceRow, ...]) -> list[Key]:
    used = {row.effect for row in rows}
    hollow = Key("hollow: in words only, no interval", marker="^", face="white", edge=BLUE)
    return [
        Key(effect.value, marker=marker, face=colour, edge=colour, size=7.5)
        for effect, (marker, colour) in _LOOKS.items() if effect in used
    ] + [hollow]  # fmt: skip


def _footer(everything: tuple[EvidenceRow, ...], rows: tuple[EvidenceRow, ...]) -> str:
    hidden = len(everything) - len(rows)
    text = (
        "Size: people (fewer than 50, 50 to 300, more; medium where not known). "
        "One result on two scales is one arrow. A direction is not an effect size."
    )
    return (
        f"{text} Not drawn: {hidden} of {len(everything)} results without a direction or superseded."
        if hidden
        else text
    )


def _describe(rows: tuple[EvidenceRow, ...], labels: Mapping[str, str], title: str, footer: str) -> str:
    words = [f"{sentence(title or 'Effect direction plot')} {len(rows)} results."]
    for treatment in dict.fromkeys(row.treatment for row in rows):
        parts = [
            f"{labels.get(row.study, row.study)} on {row.domain}: {row.effect.value}" for row in rows
            if row.treatment == treatment
        ]  # fmt: skip
        words.append(f"{treatment}: {'; '.join(parts)}.")
    return " ".join([*words, footer])
