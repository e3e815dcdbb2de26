"""One reference on its way from text to fields: frozen, so that every step gives a new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from litreview.parsing.reading.cuts import Cuts
from litreview.parsing.reading.extras import NO_EXTRAS, Extras
from litreview.parsing.reading.spans import Span, trimmed

TEXTS = ("title", "container")
NUMBERS = ("volume", "issue", "pages")
IMPRINT = ("publisher", "place")


@dataclass(frozen=True, slots=True)
class Places:
    """Where each field stands in the text; None for a field that the reference does not give."""

    author: Span | None = None
    editor: Span | None = None
    title: Span | None = None
    container: Span | None = None
    year: Span | None = None
    volume: Span | None = None
    issue: Span | None = None
    number: Span | None = None
    pages: Span | None = None
    publisher: Span | None = None
    place: Span | None = None

    def __iter__(self) -> Iterator[tuple[str, Span]]:
        """The fields that have a place, with it."""
        for label in LABELS:
            span: Span | None = getattr(self, label)
            if span is not None:
                yield label, span

    def get(self, label: str) -> Span | None:
        """The place of a field by its name."""
        span: Span | None = getattr(self, label)
        return span

    def has(self, *labels: str) -> bool:
        """True where at least one of the fields has a place."""
        return any(getattr(self, label) is not None for label in labels)


LABELS = tuple(field.name for field in fields(Places))
NOWHERE = Places()


@dataclass(frozen=True, slots=True)
class Draft:
    """The text, what patterns cut off, and the places found so far.

    ``et_al``: the authors' list says that it is shortened; ``edited``: "(eds)" stands behind the authors;
    ``bare``: the list writes names as "Smith JA" (``writes_bare_names``).
    """

    text: str
    cuts: Cuts
    places: Places = NOWHERE
    extras: Extras = NO_EXTRAS
    et_al: bool = False
    edited: bool = False
    bare: bool = False

    def value(self, label: str) -> str:
        """The text of a field, blanks folded; empty where there is none."""
        span = self.places.get(label)
        return " ".join(self.text[span[0] : span[1]].split()) if span else ""

    @property
    def author_end(self) -> int:
        """Where the authors end; without authors, where the entry's label does."""
        return self.places.author[1] if self.places.author else self.cuts.body

    def but(self, **places: Span | None) -> Draft:
        """The draft with other places; None, or a span of nothing, takes a place away."""
        kept = {label: span if span and span[0] < span[1] else None for label, span in places.items()}
        return replace(self, places=replace(self.places, **kept))

    def claim(self, label: str, span: Span) -> Draft:
        """The draft with a span given to a field; a field that began within it keeps what lies behind."""
        moved: dict[str, Span | None] = {label: span}
        for other, (start, end) in self.places:
            if other != label and span[0] <= start < span[1]:
                left = trimmed(self.text, max(start, span[1]), end)
                moved[other] = left if left[0] < left[1] else None
        return self.but(**moved)
