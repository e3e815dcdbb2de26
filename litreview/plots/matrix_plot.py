"""Matrices of signs: references by compared fields, or studies by the articles that cite them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from litreview.model.match import FIELDS, Agreement, Match, Verdict
from litreview.plots.grid import Key, draw_cell, draw_grid
from litreview.plots.saving import describe, sentence
from litreview.plots.style import (
    BLUE,
    GREEN,
    INK,
    MUTED,
    PALE_BLUE,
    PALE_RED,
    RED,
    RULE,
    SIZE,
    SMALL,
    WASH,
    house_style,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class _Look:
    """How one kind of cell looks: its sign, ground and ink, and what it means."""

    sign: str
    face: str
    ink: str
    words: str


_LOOKS = {
    Verdict.EQUAL.value: _Look("=", PALE_BLUE, BLUE, "equal"),
    Verdict.COMPATIBLE.value: _Look("≈", "#e4efe6", GREEN, "compatible: another way to write it"),
    Verdict.DIFFERENT.value: _Look("≠", PALE_RED, RED, "different"),
    Verdict.MISSING.value: _Look("–", WASH, MUTED, "not given on one side"),
    "cited": _Look("●", PALE_BLUE, BLUE, "cites it"),
    "cited-wrongly": _Look("◐", PALE_RED, RED, "cites it, but not as the record has it"),
    "unmatched": _Look("?", "white", MUTED, "no record found to compare with"),
    "": _Look("", WASH, MUTED, ""),
}
FIELD_NAMES = {
    "author": "Author", "title": "Title", "container-title": "Journal", "issued": "Year", "volume": "Volume",
    "issue": "Issue", "page": "Pages", "DOI": "DOI",
}  # fmt: skip


def matrix(
    cells: Mapping[str, Mapping[str, str]],
    *,
    columns: Sequence[str] | None = None,
    title: str = "",
    subtitle: str = "",
    footer: str = "",
) -> Figure:
    """Draw a matrix of signs.

    Args:
        cells: row label to column name to kind of cell: a ``Verdict`` value (``equal`` …), ``cited``,
            ``cited-wrongly``, ``unmatched`` or an empty text; another text is printed as it is.
        columns: order of the columns; default by first appearance.
        title: printed above, as is ``subtitle``; ``footer`` stands below.
    """
    names = list(columns or dict.fromkeys(name for row in cells.values() for name in row))
    used = dict.fromkeys(kind for row in cells.values() for kind in row.values() if kind in _LOOKS and kind)
    keys = [
        Key(look.words, marker="s", sign=look.sign, face=look.face, edge=RULE, ink=look.ink, size=12.0)
        for kind, look in _LOOKS.items() if kind in used
    ]  # fmt: skip
    with house_style():
        grid = draw_grid(
            list(cells),
            names,
            title=title,
            subtitle=subtitle,
            keys=keys,
            footer=footer,
            cell=0.72,
            row_height=0.27,
        )
        for row, values in enumerate(cells.values()):
            for column, name in enumerate(names):
                kind = values.get(name, "")
                look = _LOOKS.get(kind) or _Look(kind, WASH, INK, kind)
                draw_cell(grid, row, column, face=look.face)
                size = SIZE + 1 if kind in _LOOKS else SMALL
                grid.axes.text(grid.x(column), grid.y(row), look.sign, color=look.ink, fontsize=size,
                               ha="center", va="center_baseline", fontweight="bold")  # fmt: skip
    return describe(grid.canvas.figure, _describe(cells, names, title, footer))


def agreement_cells(matches: Mapping[str, Match]) -> dict[str, dict[str, str]]:
    """Cells for ``matrix``: each reference (by label) against its record, field by field."""
    return {label: _verdicts(match.agreement) for label, match in matches.items()}


def _verdicts(agreement: Agreement | None) -> dict[str, str]:
    if agreement is None:
        return {FIELD_NAMES[field]: "unmatched" for field in FIELDS}
    verdicts = agreement.to_dict()
    return {FIELD_NAMES[field]: verdicts.get(field, Verdict.MISSING.value) for field in FIELDS}


def _describe(cells: Mapping[str, Mapping[str, str]], names: Sequence[str], title: str, footer: str) -> str:
    words = [f"{sentence(title or 'Matrix')} {len(cells)} rows by {len(names)} columns."]
    for row, values in cells.items():
        filled = [f"{name} {values[name]}" for name in names if values.get(name)]
        words.append(f"{row}: {', '.join(filled) or 'nothing'}.")
    return " ".join([*words, footer])
