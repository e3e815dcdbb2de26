"""Tagged lines, the shape that RIS and PubMed's nbib share: tag, dash, value, continuation lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TagLine:
    """One tag with its value. ``start``/``end`` cut the value (with its continuation lines) out of the
    text; ``at`` is where the line begins."""

    tag: str
    value: str
    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty line, which ends a record in some dialects."""

    at: int


_LINE = re.compile(r"[^\n]*(?:\n|\Z)")


def tag_lines(text: str, pattern: re.Pattern[str]) -> Iterator[TagLine | Blank]:
    """The tagged lines of a text. ``pattern`` has the groups ``tag`` and ``value`` and matches one line.

    A line that is not tagged continues the value before it, joined by one blank. Lines before the first
    tag (export banners) belong to nothing and are passed over.
    """
    open_line: TagLine | None = None
    for at, line in _lines(text):
        match = pattern.match(line)
        if match:
            if open_line:
                yield open_line
            value = match["value"] or ""
            stripped = value.strip()
            start = at + (
                match.start("value") + len(value) - len(value.lstrip()) if stripped else match.end()
            )
            open_line = TagLine(match["tag"].upper(), stripped, at, start, start + len(stripped))
        elif not line.strip():
            if open_line:
                yield open_line
            open_line = None
            yield Blank(at)
        elif open_line:
            open_line = _continued(open_line, line, at)
    if open_line:
        yield open_line


def _continued(before: TagLine, line: str, at: int) -> TagLine:
    stripped = line.strip()
    end = at + line.index(stripped) + len(stripped)
    value = f"{before.value} {stripped}" if before.value else stripped
    start = before.start if before.value else end - len(stripped)
    return TagLine(before.tag, value, before.at, start, end)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for match in _LINE.finditer(text):
        if match.start() < len(text):
            yield match.start(), match.group().rstrip("\r\n")
