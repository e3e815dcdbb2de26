"""Given names that print in full behind a leading initial: "J. Mark Melhorn"."""

from __future__ import annotations

_TABLE = """
    alan albert alexander allen andrew anna anne anthony arthur benjamin bruce carl catherine charles
    christopher daniel david donald douglas edward elizabeth eric eugene frank frederick gary george gregory
    harold harry helen henry jack jacob james jane jean jeffrey jennifer john jonathan joseph joshua julia
    karen kenneth kevin laura lawrence linda louis margaret maria marie mark martin mary matthew michael
    nancy patricia patrick paul peter philip ralph rebecca richard robert roger ruth samuel sarah stephen
    steven stuart susan thomas timothy victor walter william
"""
GIVEN_NAMES = frozenset(_TABLE.split())
"""Whatever else stands behind a leading initial opens a family name."""
