"""Doubt: what we could not read reliably in a file, and what therefore nobody is accused of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reading(StrEnum):
    """A part of our reading of a document that findings rest on."""

    LIST = "list"
    """Which entries the reference list has, and where each begins and ends."""
    CITATIONS = "citations"
    """Which works the text cites, and which entries its citations mean."""
    FILE = "file"
    """All of it: the file was given up, so there is neither text nor list."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a part of our reading cannot be relied upon.

    ``message`` is one sentence for the reader, without its full stop. Findings that rest on ``reading`` are
    not made of that article.
    """

    reading: Reading
    message: str
