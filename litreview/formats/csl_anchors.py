"""What pandoc prints of a list and its citations with citeproc: entries behind anchors, links to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from litreview.formats.link_ranges import join_ranges
from litreview.model.document import Entry, Mark

_MARGIN = re.compile(
    r"\[(?P<square>[^\[\]\n]{0,40}(?:\\[\[\]][^\[\]\n]{0,20}){0,2})\]\{\.csl-left-margin\}"
    r"(?:\s*\[(?P<in_square>.*)\]\{\.csl-right-inline\})?"
    r"|<span\s+class=\"csl-left-margin\">(?P<span>[^<>\n]{0,40})</span>"
    r"(?:\s*<span\s+class=\"csl-right-inline\">(?P<in_span>.*)</span>)?"
    r"|\[\.csl-left-margin\]#(?P<hash>[^#\n]{0,40})#(?:\s*\[\.csl-right-inline\]#(?P<in_hash>.*)#)?"
    r"|#\[(?P<block>[^\]\n]{0,40}(?:\\\][^\]\n]{0,20})?)\]\s*#\[(?P<in_block>.*)\]",
    re.DOTALL,
)
"""Label and wording (none where only the label is known) in Markdown, HTML, AsciiDoc and Typst."""
_TYPED_DASH = re.compile(r"(?<!-)-{2,3}(?!-)")
_NUMBER = re.compile(r"\d{1,4}")


class AnchorLink(NamedTuple):
    """A link to an anchor: the span of the whole, that of the words shown, and the key."""

    start: int
    end: int
    first: int
    last: int
    key: str


def anchored_entry(text: str, start: int, end: int, key: str) -> Iterator[Entry]:
    """The entry that ``text[start:end]`` prints, without the label in its margin; none where it is empty."""
    number = None
    if margin := _MARGIN.match(text, _first(text, start, end), end):
        kind = next(name for name in ("square", "span", "hash", "block") if margin[name] is not None)
        label = _NUMBER.search(margin[kind])
        number = int(label[0]) if label else None
        if (margin[f"in_{kind}"] or "").strip():
            start, end = margin.span(f"in_{kind}")
    start = _first(text, start, end)
    end = start + len(text[start:end].rstrip())
    if end > start:
        yield Entry(start, end, key, number)


def _first(text: str, start: int, end: int) -> int:
    said = text[start:end]
    return start + len(said) - len(said.lstrip())


def link_marks(text: str, links: Iterable[AnchorLink], keys: Sequence[str]) -> list[Mark]:
    """The citations that links are. ``keys`` are those of the list in its order, between which a range runs.

    Only the words of the links are left of them for that, at their places: "1–3" is seen as it is shown.
    """
    marks, spelt, at = list[Mark](), list[str](), 0
    for link in links:
        if link.start < at or link.last <= link.first:
            continue
        spelt += [text[at : link.start], " " * (link.first - link.start), text[link.first : link.last]]
        spelt.append(" " * (link.end - link.last))
        marks.append(Mark(link.first, link.last, "link", (link.key,)))
        at = link.end
    return join_ranges(_as_shown("".join([*spelt, text[at:]])), marks, keys) if marks else []


def _as_shown(text: str) -> str:
    """The text with typed dashes as they are printed, and no backslashes; offsets stay."""
    return _TYPED_DASH.sub(lambda found: "–".ljust(len(found.group())), text.replace("\\", " "))
