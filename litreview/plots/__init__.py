"""Figures: the only floor that imports matplotlib, and only when a figure is asked for.

Every function takes values of the evidence or checking floors and returns a ``Figure``; none changes
matplotlib's global state, and none needs a display. ``save`` writes SVG, PNG and the text alternative,
the same bytes for the same input on every machine with the same matplotlib.

    >>> lr.plots.save(lr.plots.forest(evidence), "build/figures/forest")    # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from litreview.plots.kinds import KINDS

# Modules are not named like the functions in them: importing one would hide the function.
_HOMES = {name: (kind.home, kind.name) for kind in KINDS for name in kind.names} | {
    "TimePoint": ("timeline_plot", "TimePoint"),
    "agreement_cells": ("matrix_plot", "agreement_cells"),
    "alt_text": ("saving", "alt_text"),
    "save": ("saving", "save"),
}

__all__ = sorted(_HOMES)

if TYPE_CHECKING:
    from litreview.plots.kinds import *  # noqa: F403
    from litreview.plots.matrix_plot import agreement_cells as agreement_cells
    from litreview.plots.saving import alt_text as alt_text
    from litreview.plots.saving import save as save
    from litreview.plots.timeline_plot import TimePoint as TimePoint


def __getattr__(name: str) -> object:
    if name in _HOMES:
        module, attribute = _HOMES[name]
        return getattr(import_module(f"litreview.plots.{module}"), attribute)
    raise AttributeError(f"module 'litreview.plots' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
