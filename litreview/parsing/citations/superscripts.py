"""Superscript numbers: as the format marks them, as Unicode digits, or flattened into the text."""

from __future__ import annotations

from litreview.model.article import Citation
from litreview.parsing.citations.evidence import ListEvidence


def find_superscripts(text: str, evidence: ListEvidence, start: int = 0, end: int | None = None) -> list[Citation]:
    """Superscript citations."""
    return []
