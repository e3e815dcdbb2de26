r"""What pandoc prints of a list and its citations when it makes LaTeX of a text with citeproc.

An entry stands behind an anchor, ``\hypertarget{ref-key}{}`` or, since pandoc 3.1,
``\bibitem[\citeproctext]{ref-key}``; a citation is ``\protect\hyperlink{ref-key}{words}`` or
``\citeproc{ref-key}{words}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from litreview.formats.csl_anchors import AnchorLink, link_marks
from litreview.formats.latex.scan import Group, Source
from litreview.model.document import Entry, Mark

_ANCHOR = re.compile(
    r"\\hypertarget\s*\{ref-(?P<target>[^{}\s]{1,200})\}\s*\{\s*\}[}\s]*"
    r"|\\phantomsection\s*\\label\s*\{ref-(?P<label>[^{}\s]{1,200})\}\s*"
    r"|\\bibitem\s*\[\\citeproctext\]\s*\{ref-(?P<item>[^{}\s]{1,200})\}\s*"
)
_MARGIN = re.compile(r"\s*\\CSLLeftMargin(?![A-Za-z])")
_INLINE = re.compile(r"\s*\\CSL(?:RightInline|Block)(?![A-Za-z])")
_END = re.compile(r"\n[ \t]*\r?\n|\\end\s*\{(?:CSLReferences|document)\}")
_CITED = re.compile(r"(?:\\protect\s*)?\\(?:citeproc|hyperlink)\s*\{ref-(?P<key>[^{}\s]{1,200})\}")
_NUMBER = re.compile(r"\d{1,4}")


def csl_entries(source: Source) -> Iterator[Entry]:
    """One entry behind each anchor: what its style sets to the right of the label, or its paragraph, up to
    the next anchor or the end of the list."""
    anchors = list(_ANCHOR.finditer(source.text))
    stops = [*(found.start() for found in anchors[1:]), len(source.text)]
    for found, stop in zip(anchors, stops, strict=False):
        number, start = _label(source, found.end())
        inner = _argument(source, _INLINE, start)
        if inner is not None and inner.end <= stop:
            start, end = inner.start, inner.stop
        else:
            end = last.start() if (last := _END.search(source.text, start, stop)) else stop
        if not source.text[start:end].strip():  # an entry of which nothing is known but its label
            start = found.end()
        text = source.text[start:end]
        start += len(text) - len(text.lstrip())
        if text.strip():
            yield Entry(start, start + len(text.strip()), next(key for key in found.groups() if key), number)


def _label(source: Source, at: int) -> tuple[int | None, int]:
    """The number that the style sets in the margin, and where reading goes on."""
    margin = _argument(source, _MARGIN, at)
    if margin is None:
        return None, at
    number = _NUMBER.search(source.inside(margin))
    return int(number[0]) if number else None, margin.end


def _argument(source: Source, command: re.Pattern[str], at: int) -> Group | None:
    found = command.match(source.text, at)
    return source.group(found.end()) if found else None


def csl_marks(source: Source, keys: Sequence[str]) -> list[Mark]:
    """The citations that lead to an anchor; what they show is what the style prints. ``keys`` are those of
    the list, in its order."""
    shown = ((found, source.group(found.end())) for found in _CITED.finditer(source.text))
    links = (
        AnchorLink(found.start(), words.end, words.start, words.stop, found["key"])
        for found, words in shown
        if words
    )
    return link_marks(source.text, links, keys)
