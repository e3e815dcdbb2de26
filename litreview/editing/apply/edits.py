"""Fixes → files: the smallest edits, every other byte as it was.

Text in, text out; ``text`` knows the bytes of files whose text is the file, ``html`` and ``word`` the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, unified_diff
from itertools import accumulate
from typing import NamedTuple

from litreview.model.finding import Fix

_TOKENS = re.compile(r"\s+|[^\W\d_]+|\d+|.", re.DOTALL)
LEAST_ALIKE = 0.45
"""Likeness of two values from which single words are replaced; below, the whole value is (a title that is
another one would else be changed into confetti; set on the mutated records of the tests)."""


class Edit(NamedTuple):
    """One stretch of a text and what stands there afterwards."""

    start: int
    end: int
    text: str


def narrowed(text: str, fix: Fix) -> tuple[Edit, ...]:
    """The words of a fix that really change: "1199–1211" → "1203–1211" is the edit "1199" → "1203"."""
    old = text[fix.start : fix.end]
    if not old or not fix.replacement:
        return (Edit(fix.start, fix.end, fix.replacement),)
    before, after = _TOKENS.findall(old), _TOKENS.findall(fix.replacement)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return (Edit(fix.start, fix.end, fix.replacement),)
    at = list(accumulate((len(token) for token in before), initial=fix.start))
    return tuple(
        Edit(at[i], at[j], "".join(after[m:n]))
        for kind, i, j, m, n in matcher.get_opcodes()
        if kind != "equal"
    )


def edits_of(text: str, fixes: Iterable[Fix]) -> tuple[Edit, ...]:
    """The smallest edits that make these fixes, in order, each once."""
    return tuple(sorted({edit for fix in fixes for edit in narrowed(text, fix)}))


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """A text with its fixes made."""
    return apply_edits(text, edits_of(text, fixes))


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """A text with its spans replaced, from the end to the beginning so that offsets hold."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def diff(path: str, before: str, after: str) -> str:
    """A unified diff that ``patch -p1`` takes; empty where nothing changes."""
    lines = unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """Lines as ``patch`` counts them: only a line feed ends one (``splitlines`` also splits at U+2028)."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    return [line for line in lines if line]
