r"""Bibliographies that a source carries within itself: ``\begin{filecontents}{refs.bib}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from litreview.formats.registry import read_text
from litreview.model.reference import Reference

_CONTAINED = re.compile(
    r"\\begin\s*\{filecontents\*?\}\s*+(?:\[[^\]\n]{0,100}\]\s*+)?\{\s*+(?P<name>[^{}\n]{1,200}?)(?:\.bib)?\s*+\}"
    r"(?P<content>[^\\]*+(?:\\(?!(?:begin|end)\s*+\{filecontents)[^\\]*+)*+)\\end\s*+\{filecontents\*?\}",
    re.DOTALL,
)


def contained(text: str) -> dict[str, tuple[Reference, ...]]:
    """The references of each such file, by its name without ``.bib``; their places are in the source."""
    found = (match for match in _CONTAINED.finditer(text) if "@" in match["content"])
    return {match["name"]: tuple(_references(text, match)) for match in found}


def _references(text: str, found: re.Match[str]) -> Iterator[Reference]:
    start = found.start("content")
    lines = text.count("\n", 0, start)
    for one in read_text(found["content"], "bibtex").references:
        spans = tuple((name, first + start, last + start) for name, first, last in one.spans)
        yield replace(
            one, start=one.start + start, end=one.end + start, line=(one.line or 1) + lines, spans=spans
        )
