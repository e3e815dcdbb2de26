"""Lines that stand over a reference list, or over what follows one."""

from __future__ import annotations

import re

from litreview.normalise.text import fold
from litreview.normalise.vocabulary.headings import (
    BACK_MATTER,
    NEIGHBOUR_HEADINGS,
    OWN_CITATION_HEADINGS,
    REFERENCE_HEADINGS,
)

_NUMBERING = re.compile(r"^[\s#*_=>|\-–—•]*(?:\(?(?:\d{1,2}|[IVXivx]{1,5}|[A-Z])(?:\.\d{1,2})*[.):]?\s+)?")
_TAIL = re.compile(r"(?<![\s:.*_#=|\-–—\]])[\s:.*_#=|\-–—\]]*+(?:\{[^{}]*\})?\s*$")
_COUNT = re.compile(r"(?<!\s)\s*[(\[]\s*\d{1,4}(?:\s+\w+)?\s*[)\]]\s*$")
_MAX_HEADING = 70
# "Appendix B: Items asked"
_LETTERED = re.compile(r"(\W{0,4}[^\W\d_]{5,12} (?:[A-Z]|\d{1,2}|[IVX]{1,4}))[.:] ")
_OWN_LIST, _OWN_HEADING = re.compile(r"\s*\\begin\s*\{thebibliography\}"), "references"
# One word alone ("Recommendations") may be the end of a title that was wrapped.
_AFTER_LIST = BACK_MATTER | {words for words in NEIGHBOUR_HEADINGS | OWN_CITATION_HEADINGS if " " in words}


def heading_words(line: str) -> str:
    """A line folded to the words a heading would have: numbering, Markdown and LaTeX signs gone.

    >>> heading_words("## 7. References {#refs}")
    'references'
    """
    if len(line) > _MAX_HEADING + 20:
        return ""
    if _OWN_LIST.match(line):  # LaTeX prints the heading itself
        return _OWN_HEADING
    line = re.sub(r"^\s*\\(?:sub)*(?:section|chapter|paragraph|part)\*?\{([^{}]*)\}.*$", r"\1", line)
    line = _TAIL.sub("", _COUNT.sub("", _TAIL.sub("", line)))
    return fold(_NUMBERING.sub("", line, count=1))


def is_reference_heading(line: str) -> bool:
    """True for a line that says no more than "References", in any of the languages known."""
    stripped = line.strip()
    if not stripped or len(stripped) > _MAX_HEADING:
        return False
    words = heading_words(stripped)
    return words in REFERENCE_HEADINGS or fold(stripped) in REFERENCE_HEADINGS


def is_back_matter(line: str) -> bool:
    """True for a line that names what may follow a reference list: "Appendix A", "Funding"."""
    stripped = line.strip()
    if not stripped or len(stripped) > _MAX_HEADING:
        return False
    lettered = _LETTERED.match(stripped)
    words = heading_words(lettered[1] if lettered else stripped)
    return (
        words in _AFTER_LIST or re.sub(r"(?<!\s)\s+(?:[a-z]|\d{1,2}|[ivx]{1,4})$", "", words) in BACK_MATTER
    )
