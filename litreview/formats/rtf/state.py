"""What an RTF reader has in mind: the look that a group hands down, and the field it is in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

INTO = {
    "fonttbl": "fonts", "stylesheet": "styles", "info": "nowhere", "title": "title", "fldinst": "code",
    "datafield": "data",
}  # fmt: skip
"""Words that begin a group → where the letters of the group go."""


@dataclass(frozen=True, slots=True)
class State:
    """What a group hands down to the groups in it.

    ``into`` is where letters go: ``text``, ``nowhere``, or what a table, a field or the title collects.
    """

    into: str = "text"
    page: int = 1252
    uc: int = 1
    raised: bool = False
    hidden: bool = False
    inside: bool = False  # a field's code: nothing in it is seen


@dataclass(slots=True)
class Field:
    """A field that is open: where what it shows begins, its code, its data."""

    start: int
    code: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    chunks: list[str] = field(default_factory=list)


def look_behind(state: State, name: str, number: int | None) -> State:
    """The look of the letters behind a word."""
    is_on = number != 0
    if name == "plain":
        return replace(state, raised=False, hidden=False)
    if name in ("super", "up"):
        return replace(state, raised=is_on)
    if name in ("nosupersub", "sub", "dn"):
        return replace(state, raised=False)
    return replace(state, hidden=is_on) if name in ("v", "deleted") else state
