"""Blanking out what is no prose in Markdown: the header, code, comments, mathematics, addresses.

Every pattern is linear in the length of the text; a file of nothing but back-ticks takes no longer
than any other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

_NOT_NEWLINE = re.compile(r"[^\n]")
_FENCE = re.compile(r"^[ \t>]{0,12}(`{3,}|~{3,})", re.MULTILINE)
_TICKS = re.compile(r"(?<!\\)`+")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\r?\n")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)]|\[\^[^\]\s]{1,99}\]:|:)[ \t]")
_MARGIN = ("    ", "\t")
_ADDRESS = re.compile(
    r"(?<=\]\()[^\s()]+(?:\([^\s()]*\)[^\s()]*)*|\bhttps?://[^\s<>\]]+"
    r"|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,190}"
)


def blank(text: str, start: int = 0, *, addresses: bool = True) -> str:
    """The text with everything that is no prose as blanks; offsets stay. ``start`` is the header's end."""
    text = _fill(text, [(0, start)])
    text = _fill(text, list(_fences(text)))
    text = _fill(text, [*_inline_code(text), *_comments(text), *_indented_code(text)])
    if not addresses:
        return text
    return _fill(text, [found.span() for found in _ADDRESS.finditer(text)])


def _fill(text: str, spans: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in sorted(spans):
        if end > at:
            start = max(start, at)
            pieces += [text[at:start], _NOT_NEWLINE.sub(" ", text[start:end])]
            at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def _fences(text: str) -> Iterator[tuple[int, int]]:
    """Fenced blocks; one that is never closed runs to the end (CommonMark 4.5)."""
    opened: tuple[int, str] | None = None
    for found in _FENCE.finditer(text):
        fence = found[1]
        if opened is None:
            opened = found.start(), fence
        elif fence.startswith(opened[1]):
            yield opened[0], found.end()
            opened = None
    if opened is not None:
        yield opened[0], len(text)


def _inline_code(text: str) -> Iterator[tuple[int, int]]:
    """A run of back-ticks up to the next run of the same length in the paragraph."""
    runs = [found.span() for found in _TICKS.finditer(text)]
    if not runs:
        return
    starts: dict[int, list[int]] = defaultdict(list)
    for start, end in runs:
        starts[end - start].append(start)
    breaks = [found.start() for found in _PARAGRAPH_END.finditer(text)]
    at = 0
    for start, end in runs:
        if start < at:
            continue
        same = starts[end - start]
        following = bisect_left(same, end)
        stop = bisect_left(breaks, start)
        limit = breaks[stop] if stop < len(breaks) else len(text)
        if following < len(same) and same[following] < limit:
            at = same[following] + end - start
            yield start, at


def _comments(text: str) -> Iterator[tuple[int, int]]:
    at = text.find("<!--")
    while at >= 0 and (end := text.find("-->", at)) >= 0:
        yield at, end + 3
        at = text.find("<!--", end)


def _indented_code(text: str) -> Iterator[tuple[int, int]]:
    """Blocks set four blanks in after an empty line, unless they continue a list item or a footnote."""
    at, after_blank, in_list, in_code = 0, True, False, False
    for line in text.splitlines(keepends=True):
        if not line.strip():
            after_blank = True
        elif line.startswith(_MARGIN) and not in_list and (in_code or after_blank):
            in_code = True
            yield at, at + len(line.rstrip("\r\n"))
        else:
            in_list = bool(_LIST_ITEM.match(line)) or (in_list and line[0] in " \t")
            in_code = after_blank = False
        at += len(line)
