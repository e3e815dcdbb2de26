"""Markup taken off the wording of a reference, with the way back to where each character stands."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from litreview.normalise.identifiers import clean_doi


class Plain(NamedTuple):
    """A text without markup; its n-th character stands for ``source[starts[n]:ends[n]]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that ``text[start:end]`` was read from; empty stretches stay empty."""
        if not start < end <= len(self.text):
            at = self.ends[-1] if self.ends else 0
            return at, at
        return self.starts[start], self.ends[end - 1]


def gather(tokens: Iterable[tuple[str, int, int]]) -> Plain:
    """A plain text from tokens: what each prints, and the span of the source it stands for."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for text, start, end in tokens:
        pieces.append(text)
        starts += [start] * len(text)
        ends += [end] * len(text)
    return Plain("".join(pieces), tuple(starts), tuple(ends))


def without_markup(text: str, format: str) -> Plain:
    """The wording of a stretch of a document of that format. Formats without markup give it unchanged."""
    readers: dict[str, Callable[[str], Plain]] = {"markdown": markdown_plain, "latex": _latex_plain}
    read = readers.get(format)
    if read is not None:
        return read(text)
    return Plain(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))


def _latex_plain(text: str) -> Plain:
    from litreview.formats.latex_plain import to_plain

    return to_plain(text)


_MARKDOWN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|!?\[(?P<words>[^\[\]\n]{1,500})\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
    r"|<(?P<auto>https?://[^<>\s]+)>|(?P<tag></?[A-Za-z][^<>\n]{0,100}>)|(?P<entity>&#?\w{1,8};)"
    r"|(?P<emphasis>\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))|(?P<dash>(?<!-)---?(?!-))|(?P<code>`)"
)


def markdown_plain(source: str) -> Plain:
    """Markdown as a reader sees it.

    >>> markdown_plain("Backs. *Spine*, **35**, 1--2. [Full text](https://x.org)").text
    'Backs. Spine, 35, 1–2. Full text'
    """
    return gather(_markdown_tokens(source, 0))


def _markdown_tokens(source: str, offset: int) -> Iterable[tuple[str, int, int]]:
    at = 0
    for found in _MARKDOWN.finditer(source):
        yield from ((source[n], offset + n, offset + n + 1) for n in range(at, found.start()))
        start, end = offset + found.start(), offset + found.end()
        at = found.end()
        if found["words"] is not None:
            yield from _markdown_tokens(found["words"], offset + found.start("words"))
            if clean_doi(found["url"]) and not clean_doi(found["words"]):
                yield " ", start, end
                yield from _as_it_is(found["url"], offset + found.start("url"))
        elif found["auto"]:
            yield from _as_it_is(found["auto"], offset + found.start("auto"))
        elif found["escaped"] or found["entity"]:
            yield found["escaped"] or html.unescape(found["entity"]), start, end
        elif found["dash"]:
            yield "–" if len(found["dash"]) == 2 else "—", start, end
    yield from ((source[n], offset + n, offset + n + 1) for n in range(at, len(source)))


def _as_it_is(text: str, offset: int) -> Iterable[tuple[str, int, int]]:
    return ((char, offset + n, offset + n + 1) for n, char in enumerate(text))
