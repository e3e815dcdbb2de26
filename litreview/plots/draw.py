"""Drawing a figure of an evidence table by the name of its kind: what the command line needs."""

from __future__ import annotations

from litreview.evidence.evidence import Evidence
from litreview.model.errors import OptionError
from litreview.plots.kinds import NAMES, OF_EVIDENCE
from litreview.plots.saving import alt_text, figure_bytes


def draw(evidence: Evidence, kind: str, suffix: str = ".svg") -> tuple[bytes, str]:
    """A figure as the bytes of a ``.svg``, ``.png`` or ``.pdf`` file, and its text alternative.

    Raises:
        OptionError: an unknown kind or file type.
        DataError: nothing in the table can be drawn that way.
    """
    found = OF_EVIDENCE.get(kind.replace("_", "-"))
    if found is None:
        raise OptionError(f"no figure {kind!r}", advice=f"one of {', '.join(NAMES)}")
    figure = found.draw(evidence)
    return figure_bytes(figure, suffix), alt_text(figure)
