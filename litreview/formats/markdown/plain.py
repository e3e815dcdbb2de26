"""Markdown taken off a short text, with the way back: for reading the fields of a printed entry."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from litreview.formats.wording import Plain, gather
from litreview.normalise.identifiers import clean_doi

_MARKDOWN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|\[\^[^\]\s]{1,60}\](?!:)|(?<![\^\[])\^(?P<raised>[^\^\s\[\]]{1,40})\^"
    r"|\[(?P<span>[^\[\]]{1,2000})\]\{[#.][^{}\n]{1,200}\}|(?:(?<=\))|(?<=\s))\{[#.][^{}\n]{1,200}\}"
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
        elif found["raised"] or found["span"]:
            inner = "raised" if found["raised"] else "span"
            yield from _markdown_tokens(found[inner], offset + found.start(inner))
        elif found["auto"]:
            yield from _as_it_is(found["auto"], offset + found.start("auto"))
        elif found["escaped"] or found["entity"]:
            yield found["escaped"] or html.unescape(found["entity"]), start, end
        elif found["dash"]:
            yield "–" if len(found["dash"]) == 2 else "—", start, end
    yield from ((source[n], offset + n, offset + n + 1) for n in range(at, len(source)))


def _as_it_is(text: str, offset: int) -> Iterable[tuple[str, int, int]]:
    return ((char, offset + n, offset + n + 1) for n, char in enumerate(text))
