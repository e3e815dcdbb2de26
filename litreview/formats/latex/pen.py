r"""The pen of printed entries in LaTeX (``\bibitem``): accents, braces and signs are commands."""

from __future__ import annotations

from litreview.formats.bibtex.accents import to_text
from litreview.formats.bibtex.wording import in_ascii_latex, latex_like
from litreview.formats.pen import cannot_encode
from litreview.formats.printed_pen import PrintedPen

LITERAL_FIELDS = frozenset({"page", "DOI"})
"""Fields that hold no words: LaTeX's dash ``--`` is kept, and nothing is escaped."""


class LatexPen(PrintedPen):
    """Printed words in LaTeX source."""

    def says(self, written: str, field: str = "") -> str:
        """The words that LaTeX prints."""
        return written if field == "page" else to_text(written)

    def write(self, text: str, old: str, entry: str, field: str = "") -> str:
        """The words with LaTeX's signs escaped, those of the old value as it wrote them."""
        if field in LITERAL_FIELDS:
            return text
        return latex_like(text, old, entry, is_field=False)

    def address(self, doi: str) -> str:
        """A DOI with the signs escaped that LaTeX would act on."""
        return latex_like(doi, "", "", is_field=False)

    def words(self, text: str) -> str:
        """Authors as LaTeX prints them."""
        return to_text(text)

    def spell_out(self, text: str, codec: str) -> str:
        """Letters that the encoding lacks as commands."""
        return in_ascii_latex(text) if cannot_encode(text, codec) else text
