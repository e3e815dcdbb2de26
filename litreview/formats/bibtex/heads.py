"""Where entries of a .bib file visibly begin, so that a missing brace costs one of them and not the rest."""

from __future__ import annotations

import re

_HEAD = re.compile(
    r"""^[ \t]*@[ \t]*(?:(?:string|preamble|comment)\s*[{(]|[A-Za-z]+\s*[{(]\s*[^\s,{}()"=#]+\s*(?:,|$))""",
    re.MULTILINE | re.IGNORECASE,
)
_BRACE = re.compile(r"[{}()]")
_LONGEST_ENTRY = 100_000
"""Characters within which an entry is closed, or a brace is missing; the longest seen, with abstracts in two
languages, has some 20,000 (judgement)."""
_MOST_OPEN = 10
"""Entries that may be left open within a value before we stop looking for quoted entries: a file with
more of them is damaged throughout, and each costs a walk over ``_LONGEST_ENTRY`` characters (judgement)."""


def heads_in(text: str) -> list[int]:
    """Where entries visibly begin; what stands in the braces of a value, an abstract that quotes an entry, is
    none."""
    found = [match.start() for match in _HEAD.finditer(text)]
    heads: list[int] = []
    closed = left_open = 0
    for start, following in zip(found, [*found[1:], len(text)], strict=False):
        if start >= closed:
            heads.append(start)
            end = _end_around(text, start, following) if left_open < _MOST_OPEN else 0
            left_open += end < 0
            closed = max(end, 0)
    return heads


def _end_around(text: str, start: int, following: int) -> int:
    """The end of an entry in one of whose values the next beginning stands; 0 where it stands in none, and
    -1 where the braces do not close: then one is missing, and the next entry is one."""
    depth, inside, closing = 0, False, ""
    for brace in _BRACE.finditer(text, start, start + _LONGEST_ENTRY):
        char = brace.group()
        if brace.start() > following and not inside:
            if depth < 2:
                return 0
            inside = True
        closing = closing or {"{": "}", "(": ")"}.get(char, "}")
        if char == "{" or depth == 0:
            depth += 1
        elif char == "}" if depth > 1 else char == closing:
            depth -= 1
            if depth == 0:
                return brace.end() if inside else 0
    return -1
