"""A figure laid out in inches from its top left corner, with text measured before it is drawn.

Sizes follow from the content: the longest label decides how wide a column is, so that nothing is cut and
nothing overlaps, with one row or two hundred.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypedDict, Unpack

from litreview.normalise.text import shown
from litreview.plots.style import FONT, INK, MUTED, RULE, SIZE, SMALL, TITLE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.ft2font import FT2Font

LINE = 1.36
"""Distance of two lines of text, in text sizes; by eye."""
MARGIN = 0.16
"""Free border around a figure, in inches; by eye."""


class Look(TypedDict, total=False):
    """How text is drawn: size in points, colour, weight (``normal``, ``bold``), alignment."""

    size: float
    colour: str
    weight: str
    align: str


@lru_cache(maxsize=8)
def _font(weight: str) -> FT2Font:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    return get_font(findfont(FontProperties(family=FONT, weight=weight)))


@lru_cache(maxsize=4096)
def text_width(text: str, size: float = SIZE, weight: str = "normal") -> float:
    """Width of one line in inches. A letter that the font lacks is counted as wide as an em."""
    text = shown(text)
    font = _font(weight)
    known = set(font.get_charmap())
    missing = sum(ord(char) not in known for char in text)
    font.set_size(size, 72)
    font.set_text("".join(char for char in text if ord(char) in known), 0.0)
    return float(font.get_width_height()[0] / 64 + missing * size) / 72


def wrap(text: str, width: float, size: float = SIZE, weight: str = "normal") -> tuple[str, ...]:
    """Lines of at most ``width`` inches, broken at blanks; a word is broken only if it is wider itself."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        trial = f"{current} {word}".strip()
        if text_width(trial, size, weight) <= width:
            current = trial
            continue
        if current:
            lines.append(current)
        while text_width(word, size, weight) > width:
            cut = next(
                at
                for at in range(len(word) - 1, 0, -1)
                if at == 1 or text_width(word[:at], size, weight) <= width
            )
            lines.append(word[:cut])
            word = word[cut:]
        current = word
    return tuple([*lines, current] if current or not lines else lines)


def fit(text: str, width: float, size: float = SIZE) -> str:
    """The text, or as many of its words as fit into ``width`` inches, and an ellipsis."""
    if text_width(text, size) <= width:
        return text
    return f"{wrap(text, width - text_width(' …', size), size)[0].rstrip(' ,:;')} …"


def widest(texts: Sequence[str], size: float = SIZE, weight: str = "normal") -> float:
    """Width of the widest of several lines, in inches; 0 for none."""
    return max((text_width(text, size, weight) for text in texts), default=0.0)


def line_height(size: float = SIZE) -> float:
    """Height of one line of text in inches."""
    return size * LINE / 72


class Canvas:
    """A figure of fixed size; x runs to the right and y **down**, in inches."""

    def __init__(self, width: float, height: float) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width, self.height = width, height
        self.figure: Figure = Figure(figsize=(width, height))
        FigureCanvasAgg(self.figure)

    def text(
        self, x: float, y: float, text: str, *, size: float = SIZE, colour: str = INK, weight: str = "normal",
        align: str = "left", baseline: str = "center",
    ) -> None:  # fmt: skip
        """Text at a point; ``baseline`` is ``center``, ``top`` or ``bottom``."""
        self.figure.text(
            x / self.width, 1 - y / self.height, shown(text), fontsize=size, color=colour, fontweight=weight,
            ha=align, va="center_baseline" if baseline == "center" else baseline,
        )  # fmt: skip

    def lines(self, x: float, y: float, texts: Sequence[str], **how: Unpack[Look]) -> float:
        """Lines of text from the top ``y`` downwards; returns where they end."""
        step = line_height(how.get("size", SIZE))
        for number, text in enumerate(texts):
            self.text(x, y + (number + 0.5) * step, text, **how)
        return y + len(texts) * step

    def rule(
        self, y: float, *, x0: float = MARGIN, x1: float | None = None, colour: str = RULE, width: float = 0.6
    ) -> None:
        """A horizontal line over the whole width, or from ``x0`` to ``x1``."""
        from matplotlib.lines import Line2D

        end = self.width - MARGIN if x1 is None else x1
        xs, ys = (x0 / self.width, end / self.width), (1 - y / self.height,) * 2
        self.figure.add_artist(Line2D(xs, ys, color=colour, linewidth=width))

    def axes(self, x: float, y: float, width: float, height: float) -> Axes:
        """Axes over a rectangle given by its top left corner."""
        place = (x / self.width, 1 - (y + height) / self.height, width / self.width, height / self.height)
        return self.figure.add_axes(place)

    def table_axes(self, x: float, y: float, width: float, height: float) -> Axes:
        """Axes without frame whose data are inches, x to the right and y down."""
        axes = self.axes(x, y, width, height)
        axes.set(xlim=(0, width), ylim=(height, 0))
        axes.set_axis_off()
        return axes


def title_height(title: str, subtitle: str, width: float) -> float:
    """Height that ``draw_title`` takes up, with the gap below it."""
    inner = width - 2 * MARGIN
    lines = len(wrap(title, inner, TITLE, "bold")) * line_height(TITLE) if title else 0.0
    under = len(wrap(subtitle, inner, SMALL + 0.5)) * line_height(SMALL + 0.5) + 0.03 if subtitle else 0.0
    return lines + under + (0.14 if title or subtitle else 0.0)


def draw_title(canvas: Canvas, title: str, subtitle: str) -> float:
    """Title and subtitle at the top, wrapped; returns the y below them."""
    inner, y = canvas.width - 2 * MARGIN, MARGIN
    if title:
        y = canvas.lines(MARGIN, y, wrap(title, inner, TITLE, "bold"), size=TITLE, weight="bold")
    if subtitle:
        y = canvas.lines(MARGIN, y + 0.03, wrap(subtitle, inner, SMALL + 0.5), size=SMALL + 0.5, colour=MUTED)
    return y + (0.14 if title or subtitle else 0.0)
