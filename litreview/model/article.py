"""Article: a document understood: its references, its in-text citations, and the links between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from litreview.model.document import Document
from litreview.model.doubt import Doubt, Reading
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

    ``kind`` is ``parenthetical``, ``narrative``, ``bracketed``, ``superscript``, ``key`` or ``note`` (a
    footnote that names a work in words).
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
    ``bracketed``, ``superscript``, ``key`` (Pandoc, LaTeX), ``link`` (marked by the format), ``notes``
    (footnotes name the works) or ``none``.
    ``elsewhere`` are the keys of references that the file cites where no reader sees it (a deleted field, a
    work only added to the list), that the print of a live citation has in place of the work behind it, or
    that stand in a list of which nothing is cited beside one that is.
    ``doubts`` says which part of our reading cannot be relied upon; no rule that rests on it is run then.
    ``scopes`` are the stretches of text that have a list of their own (chapters, a supplement), else one.
    """

    document: Document
    references: tuple[Reference, ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    reference_section: tuple[int, int] | None = None
    as_of: date | None = None
    scheme: str = "none"
    elsewhere: frozenset[str] = frozenset()
    doubts: tuple[Doubt, ...] = ()
    scopes: tuple[tuple[int, int], ...] = ()

    def scope(self, at: int) -> int:
        """Which of ``scopes`` a place in the text is in; 0 where there are none."""
        return next((n for n, (start, end) in enumerate(self.scopes) if start <= at < end), 0)

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

    @property
    def unread(self) -> str:
        """Why nothing of the file was read, in words; empty where something was."""
        return next((doubt.message for doubt in self.doubts if doubt.reading is Reading.FILE), "")

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


def position(article: Article, articles: Sequence[Article]) -> int:
    """Where an article stands among others: its identity, for texts have no path and files may share one.

    An article that was given another ``as_of`` is still found, by the document it was read from.

    Raises:
        KeyError: it is none of them.
    """
    document = article.document
    same = (
        [at for at, one in enumerate(articles) if one is article]
        or [at for at, one in enumerate(articles) if one.document is document]
        or [at for at, one in enumerate(articles) if one.document == document]
    )
    if not same:
        raise KeyError(article.path)
    return same[0]


def numbered_apart(names: Sequence[str]) -> tuple[str, ...]:
    """The names of several things, numbered where some share one.

    >>> numbered_apart(["a.md", "text", "text"])
    ('a.md', 'text (1)', 'text (2)')
    """
    counts, seen = Counter(names), Counter[str]()
    told = []
    for name in names:
        seen[name] += 1
        told.append(f"{name} ({seen[name]})" if counts[name] > 1 else name)
    return tuple(told)
