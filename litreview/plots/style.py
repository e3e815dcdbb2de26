"""One look for all figures: colours, sizes and the settings that make the bytes repeat.

Colours are told apart with the common forms of colour blindness and in grey print, and none is the
only carrier of a meaning. Every colour that text is written in has a contrast of at least 4.5 to 1 on
white (WCAG 2.2 AA; computed in ``tests/plots``).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

INK = "#1b1f24"
MUTED = "#57606a"
RULE = "#c4cad1"
WASH = "#f3f5f7"
BLUE = "#0b5394"
ORANGE = "#a3480b"
PURPLE = "#6b3fa0"
RED = "#a4161a"
GREEN = "#1d6b45"
PALE_BLUE = "#cfe1f3"
PALE_RED = "#f6d5cf"
TEXT_COLOURS = (INK, MUTED, BLUE, ORANGE, PURPLE, RED, GREEN)
"""Colours that text may have on white."""

SIZE = 8.0
SMALL = 7.0
HEADING = 9.0
TITLE = 11.0
"""Text sizes in points; 7 is the least that journals print."""

FONT = "DejaVu Sans"
"""It comes with matplotlib, so that every machine measures and draws the same."""

_SETTINGS: dict[str, object] = {
    "font.family": FONT,
    "font.size": SIZE,
    "text.color": INK,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.7,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": True,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "xtick.major.width": 0.7,
    "xtick.major.size": 3.0,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "savefig.dpi": 200,
    "svg.fonttype": "none",  # text stays text: it can be searched, read aloud and copied
    "svg.hashsalt": "litreview",
    "path.simplify": False,
    "text.usetex": False,
    "text.parse_math": False,  # a "$" in a title is a dollar
}


@contextmanager
def house_style() -> Iterator[None]:
    """A context in which matplotlib draws in the house style; whatever the user has set is back after it.

    Letters that the font lacks (Chinese, for example) are boxes in a PNG and themselves in an SVG;
    matplotlib's warning about each of them is kept quiet.
    """
    from matplotlib import rc_context, rcParamsDefault

    settings: dict[Any, Any] = {
        key: value for key, value in rcParamsDefault.items() if not key.startswith(("backend", "interactive"))
    }
    with warnings.catch_warnings(), rc_context(settings | _SETTINGS):
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        yield


def contrast(first: str, second: str) -> float:
    """WCAG contrast ratio of two ``#rrggbb`` colours, 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
