"""Reference: one entry of a reference list, as printed and as understood."""

from __future__ import annotations

from dataclasses import dataclass

from litreview.model.notation import Notation
from litreview.model.work import Diagnosis, Work


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a reference list.

    ``text`` is exactly ``document.text[start:end]`` (the whole entry of a .bib or .ris file).
    ``key`` is the entry key where the format has one, else one made from author and year that is
    unique in the article. ``number`` is the label of a numbered list. ``work`` is what it claims.
    ``spans`` gives, where known, the place of a field's value: ``(CSL field name, start, end)``
    in document offsets, so that a fix can change one token and nothing else. Several spans of one field are
    places that all hold it.
    ``origin`` is the path of the file that text, offsets and line index where that is not the
    article itself (the .bib a Markdown or LaTeX file names); empty otherwise.
    ``notation`` is what the entry is written in, as the reader that made it says.
    """

    key: str
    text: str
    work: Work
    start: int = 0
    end: int = 0
    number: int | None = None
    line: int | None = None
    spans: tuple[tuple[str, int, int], ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    origin: str = ""
    notation: Notation = Notation.PRINTED

    def span(self, field: str) -> tuple[int, int] | None:
        """Where the value of a CSL field stands in the document, if that is known."""
        return next(((start, end) for name, start, end in self.spans if name == field), None)

    def written(self, field: str) -> tuple[tuple[int, int, str], ...]:
        """Start and end within the entry, and text, of every place that holds the field's value."""
        places = ((start - self.start, end - self.start) for name, start, end in self.spans if name == field)
        return tuple(
            (start, end, self.text[start:end]) for start, end in places if 0 <= start < end <= len(self.text)
        )
