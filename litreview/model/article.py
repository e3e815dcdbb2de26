"""Article: a document understood: its references, its in-text citations, and the links between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from litreview.model.document import Document
from litreview.model.reference import Reference


@dataclass(frozen=True, slots=True)
class CitationItem:
    """One member of an in-text citation: "Franke et al., 2015", "12", "@franke2015".

    ``names`` are the surnames or the organisation as written, ``et_al`` whether "et al." follows,
    ``year`` with ``suffix`` ("a"), ``number`` for numbered styles, ``key`` for citation keys.
    ``start``/``end`` cut the item out of the document's text.
    """

    names: tuple[str, ...] = ()
    year: int | None = None
    suffix: str = ""
    number: int | None = None
    locator: str = ""
    key: str = ""
    et_al: bool = False
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """One in-text group, "(A 2017; B 2015)", "[3–5]" or "Smith (2019)".

    ``kind`` is ``parenthetical``, ``narrative``, ``bracketed``, ``superscript`` or ``key``.
    """

    text: str
    start: int
    end: int
    items: tuple[CitationItem, ...]
    kind: str = "parenthetical"


@dataclass(frozen=True, slots=True)
class Link:
    """A citation item and the references it may mean: none, one, or several that cannot be told apart."""

    item: CitationItem
    references: tuple[Reference, ...]
    citation: Citation


@dataclass(frozen=True)
class Article:
    """A document with its references, citations and links, in the order of the text.

    ``reference_section`` is the span of the list (None where there is none). ``as_of`` is the date the
    check is made for; rules read it instead of a clock. ``scheme`` says how the text cites: ``author-year``,
    ``bracketed``, ``superscript``, ``key`` (Pandoc, LaTeX), ``link`` (marked by the format) or ``none``.
    """

    document: Document
    references: tuple[Reference, ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    reference_section: tuple[int, int] | None = None
    as_of: date | None = None
    scheme: str = "none"

    @property
    def path(self) -> str:
        """Path of the file, as given."""
        return self.document.path

    @property
    def text(self) -> str:
        """The document's text, which all spans index."""
        return self.document.text

    @property
    def title(self) -> str:
        """The document's title, else its path."""
        return self.document.title or self.path

    def holds(self, reference: Reference) -> bool:
        """True where a reference's offsets can be trusted, in this text or in the file it names."""
        if not reference.text:
            return False
        return bool(reference.origin) or self.text[reference.start : reference.end] == reference.text

    def reference(self, key: str) -> Reference:
        """The reference with that key.

        Raises:
            KeyError: no reference has it.
        """
        for reference in self.references:
            if reference.key == key:
                return reference
        raise KeyError(key)
