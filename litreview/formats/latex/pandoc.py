r"""What pandoc prints of a list and its citations when it makes LaTeX of a text with citeproc.

An entry stands behind an anchor, ``\hypertarget{ref-key}{}`` or, since pandoc 3.1,
``\bibitem[\citeproctext]{ref-key}``; a citation is ``\protect\hyperlink{ref-key}{words}`` or
``\citeproc{ref-key}{words}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.latex.scan import Source
from litreview.model.document import Entry, Mark

_ANCHOR = re.compile(
    r"(?:\\hypertarget\s*\{ref-(?P<old>[^{}\s]{1,200})\}\s*\{\s*\}"
    r"|\\bibitem\s*\[\\citeproctext\]\s*\{ref-(?P<new>[^{}\s]{1,200})\})"
    r"(?:\s*\\CSLLeftMargin\s*\{[^{}]{0,40}\})?"
)
_END = re.compile(r"\n[ \t]*\r?\n|\\end\s*\{(?:CSLReferences|document)\}")
_CITED = re.compile(r"\\(?:citeproc|hyperlink)\s*\{ref-(?P<key>[^{}\s]{1,200})\}")


def csl_entries(source: Source) -> Iterator[Entry]:
    """One entry behind each anchor: its paragraph, up to the next anchor or the end of the list."""
    anchors = list(_ANCHOR.finditer(source.text))
    stops = [*(found.start() for found in anchors[1:]), len(source.text)]
    for found, stop in zip(anchors, stops, strict=False):
        behind = source.text[found.end() : stop]
        start = stop - len(behind.lstrip())
        end = _END.search(source.text, start, stop)
        text = source.text[start : end.start() if end else stop].rstrip()
        if text:
            yield Entry(start, start + len(text), found["old"] or found["new"])


def csl_marks(source: Source) -> Iterator[Mark]:
    """The citations that lead to an anchor; what they show is what the style prints."""
    for found in _CITED.finditer(source.text):
        shown = source.group(found.end())
        if shown is not None and shown.stop > shown.start:
            yield Mark(shown.start, shown.stop, "link", (found["key"],))
