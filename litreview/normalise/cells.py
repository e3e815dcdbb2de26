"""Cells of tables that a spreadsheet must not take for formulas: one rule, and its way back.

As OWASP's page "CSV Injection" advises: an apostrophe before the text. A pure number stays a number.
"""

from __future__ import annotations

import re

from litreview.normalise.text import printable

GUARD = "'"
_NUMBER = re.compile(r"[+-]?(?:\d[\d,]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s?%?")
_FORMULA = re.compile(r"[\s\ufeff\u200b\"'“”‘’«»`]*(?:[=+\-@|%＝＋－＠｜]|[\t\r\n])")
"""What a spreadsheet may take for a formula, also behind blanks and quotes; ``|`` and ``%`` for DDE and old
dialects; the full-width signs are read as the plain ones in Chinese and Japanese editions."""


def is_formula(cell: str) -> bool:
    """True for text that a spreadsheet might calculate instead of show.

    >>> [is_formula(cell) for cell in ("=1+1", "-2.5", "-2+3", "Pain", "12-19")]
    [True, False, True, False, False]
    """
    return _FORMULA.match(cell) is not None and _NUMBER.fullmatch(cell) is None


def guarded(cell: str) -> str:
    """A text behind an apostrophe where it might be a formula, else the text."""
    return GUARD + cell if is_formula(cell) else cell


def as_cell(text: str) -> str:
    """Any text as every table of ours is to hold it: no control characters, no formula, lines end as in Unix
    (a lone carriage return ends a row for many readers)."""
    return guarded(re.sub("\r\n?", "\n", printable(text)))


def unguarded(cell: str) -> str:
    """What was given to ``guarded``; other texts as they are."""
    return cell[1:] if cell[:1] == GUARD and is_formula(cell[1:]) else cell
