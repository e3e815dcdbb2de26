"""The pen of printed entries in Markdown: signs that would be markup are escaped."""

from __future__ import annotations

import re

from litreview.formats.pen import cannot_encode, relaid
from litreview.formats.printed_pen import PrintedPen

_MARKUP = re.compile(r"([*`<\[\]])")


class MarkdownPen(PrintedPen):
    """Printed words in Markdown source."""

    def write(self, text: str, old: str, entry: str, field: str = "") -> str:
        """The words with their stars, brackets and backticks escaped."""
        return relaid(old, _MARKUP.sub(r"\\\1", text))

    def spell_out(self, text: str, codec: str) -> str:
        """Letters that the encoding lacks as character references, which Markdown reads."""
        return text.encode(codec, "xmlcharrefreplace").decode(codec) if cannot_encode(text, codec) else text
