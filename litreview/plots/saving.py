"""Writing figures: SVG, PNG and the text alternative, the same bytes for the same input."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary
from xml.sax.saxutils import quoteattr

from litreview.formats.writing import encoded, make_folder, replace_files
from litreview.model.errors import OptionError
from litreview.normalise.text import shown
from litreview.plots.style import FONT, house_style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_METADATA: dict[str, dict[str, str | None]] = {
    ".svg": {"Date": None, "Creator": None},
    ".png": {"Software": None},
    ".pdf": {"CreationDate": None, "Producer": None, "Creator": None},
}
SUFFIXES = tuple(_METADATA)
"""The files a figure can be."""
_DESCRIPTIONS: WeakKeyDictionary[Figure, str] = WeakKeyDictionary()


def describe(figure: Figure, text: str) -> Figure:
    """Give a figure its text alternative; returns the figure."""
    _DESCRIPTIONS[figure] = " ".join(text.split())
    return figure


def sentence(text: str) -> str:
    """A title as the first sentence of a description."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def alt_text(figure: Figure) -> str:
    """What the figure shows, in words and numbers; empty for a figure that was not made here."""
    return _DESCRIPTIONS.get(figure, "")


def svg_text(figure: Figure) -> str:
    """The figure as an SVG document whose root carries the text alternative."""
    buffer = BytesIO()
    with house_style():
        figure.savefig(buffer, format="svg", metadata=_METADATA[".svg"])
    role = f'<svg role="img" aria-label={quoteattr(alt_text(figure))} '
    text = buffer.getvalue().decode("utf-8").replace(f"'{FONT}'", f"'{FONT}', Verdana, sans-serif")
    return shown(text.replace("<svg ", role, 1))


def figure_bytes(figure: Figure, suffix: str) -> bytes:
    """The figure as a file: ``.svg``, ``.png`` or ``.pdf``, without date or program version.

    Raises:
        OptionError: another suffix.
    """
    if suffix == ".svg":
        return svg_text(figure).encode("utf-8")
    if suffix not in _METADATA:
        raise OptionError(f"no figure format {suffix!r}", advice=f"one of {', '.join(SUFFIXES)}")
    buffer = BytesIO()
    with house_style():
        figure.savefig(buffer, format=suffix.removeprefix("."), metadata=_METADATA[suffix])
    return buffer.getvalue()


def save(figure: Figure, stem: str | Path) -> tuple[Path, ...]:
    """Write ``stem.svg``, ``stem.png`` and, if the figure has a text alternative, ``stem.txt``.

    No date, no program version and no path goes into the files; ids in the SVG come from a fixed salt.

    All of them change, or none does.

    Raises:
        InputError: the folder cannot be made or written.
    """
    stem = Path(stem)
    contents = {suffix: figure_bytes(figure, suffix) for suffix in (".svg", ".png")}
    if words := alt_text(figure):
        contents[".txt"] = encoded(words + "\n")
    files = [(stem.with_name(f"{stem.name}{suffix}"), data) for suffix, data in contents.items()]
    make_folder(stem.parent)
    replace_files(files)
    return tuple(path for path, _ in files)
