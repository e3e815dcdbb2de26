"""The figures, one row each: who draws it, of what, and what the pages say of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from litreview.evidence.evidence import Evidence
    from litreview.plots.direction_plot import effect_direction as effect_direction
    from litreview.plots.forest_plot import forest as forest
    from litreview.plots.funnel_plot import funnel as funnel

    # What type checkers see of ``lr.plots``; a line here for every row below.
    from litreview.plots.gap_map_plot import gap_map as gap_map
    from litreview.plots.matrix_plot import matrix as matrix
    from litreview.plots.timeline_plot import timeline as timeline

    map = gap_map


@dataclass(frozen=True, slots=True)
class Kind:
    """One figure.

    ``name`` is the function that draws it, in the module ``home`` of this folder. ``of_evidence`` is the
    function there that draws it of an evidence table alone, empty where a table is not enough.
    """

    name: str
    home: str
    of_evidence: str
    shows: str
    other_name: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """What ``evidence plot --kind`` takes for it, what it is called there last."""
        return tuple(name.replace("_", "-") for name in self.names) if self.of_evidence else ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its names in ``lr.plots``."""
        return (self.name, self.other_name) if self.other_name else (self.name,)

    def draw(self, evidence: Evidence) -> Figure:
        """The figure of an evidence table.

        Raises:
            DataError: nothing in the table can be drawn that way.
        """
        function: Callable[[Evidence], Figure]
        function = getattr(import_module(f"litreview.plots.{self.home}"), self.of_evidence)
        return function(evidence)


KINDS = (
    Kind("forest", "forest_plot", "forest",
         "every result with its interval, one panel per measure, scale and good end; pooled on request"),
    Kind("funnel", "funnel_plot", "funnel", "results against their standard errors"),
    Kind("gap_map", "gap_map_plot", "gap_map",
         "treatments by outcomes: how many studies, the best certainty, and where nobody looked", "map"),
    Kind("effect_direction", "direction_plot", "effect_direction",
         "studies by outcomes: whom each result favours"),
    Kind("timeline", "timeline_plot", "study_years",
         "when the works appeared, and the years that citations give wrongly"),
    Kind("matrix", "matrix_plot", "", "a grid of cells: references by fields, or reviews by studies"),
)  # fmt: skip

OF_EVIDENCE = {option: kind for kind in KINDS for option in kind.options}
"""The figures that an evidence table alone can give, by what the command line takes for them."""

NAMES = tuple(kind.options[-1] for kind in KINDS if kind.of_evidence)
"""What the command line calls them."""


def figures_table() -> str:
    """The figures as the table of docs/evidence.md."""
    rows = [
        f"| {', '.join(f'`{name}`' for name in kind.names)} "
        f"| {f'`--kind {kind.options[-1]}`' if kind.of_evidence else ''} | {kind.shows} |"
        for kind in KINDS
    ]
    return "\n".join(("| `lr.plots.` | `evidence plot` | shows |", "| --- | --- | --- |", *rows))
