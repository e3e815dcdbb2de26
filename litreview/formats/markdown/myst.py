"""MyST's citations in Markdown: ``{cite:p}`key1,key2` ``, and the files that its ``{bibliography}`` names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.document import Mark

_ROLE = re.compile(r"\{(?:foot)?cite(?::[\w:]{1,20})?\}`(?P<keys>[^`\n]{1,500})`")
_LIST = re.compile(r"^(?:`{3,}|~{3,}|:{3,})[ \t]*\{bibliography\}[ \t]*(?P<names>[^\n]*)", re.MULTILINE)
_ASIDE = re.compile(r"\([^()]*\)|\{[^{}]*\}")
_KEY = re.compile(r"[^\s,;()\[\]{}]+")


def myst_marks(text: str, prose: str) -> Iterator[Mark]:
    """The citations by a role outside code; ``prose`` has blanks where the text is code."""
    for found in _ROLE.finditer(text):
        keys = _KEY.findall(_ASIDE.sub("", found["keys"]))
        if keys and prose[found.start()] == "{":
            yield Mark(found.start(), found.end(), "key", tuple(keys))


def myst_bibliographies(text: str) -> tuple[str, ...]:
    """The files that ``{bibliography}`` directives name."""
    return tuple(name for found in _LIST.finditer(text) for name in found["names"].split())
