"""Document: what was read from a file, before anybody asks what it means.

``text`` is the one coordinate system of the project: every span of every later object is a pair of
character offsets into it. For plain text, Markdown, LaTeX and bibliographies it *is* the decoded
file; for Word, PDF, HTML and JATS it is what a reader sees, and ``places`` leads back into the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Diagnosis, Work


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation that the *format* declares: a Zotero field, ``[@key]``, ``\\cite{…}``, a JATS ``xref``.

    ``keys`` are the reference keys it names, in order (aligned with ``Document.references`` or the keys
    of ``entries``; with ``Document.records`` for fields). ``kind`` is ``key`` (``\\cite``, ``[@key]``),
    ``field`` (Word) or ``link`` (HTML, JATS).
    """

    start: int
    end: int
    kind: str
    keys: tuple[str, ...]
    locators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference list entry that the format itself marks off (``<li>``, ``\\bibitem``, JATS ``ref``).

    ``number`` is its label, where the format sets that apart from the entry.
    """

    start: int
    end: int
    key: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """A stretch of text the format sets apart: ``superscript``, ``heading``, ``italic``, ``footnote``,
    ``float`` (a line of a table, a figure or its caption), ``soft`` (a line end inside a paragraph).

    Where the text is a source with markup: ``hidden`` (code, comments, what is set up before the text) and
    ``formula`` hold no words for readers.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """An address behind a stretch of text; DOIs often stand only there."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of text stands in the source file.

    ``name`` is for people ("paragraph 12", "page 3", "line 40 of methods.tex"); ``address`` is for
    programs, one step per part, in the words of the format (``("body", 12, 3)`` for Word: part,
    paragraph, run).
    """

    start: int
    end: int
    name: str
    address: tuple[str | int, ...] = ()


@dataclass(frozen=True)
class Document:
    """What a file says: its text and what the format itself declares about it. All spans index ``text``.

    ``references`` is filled for bibliographies (their entries are already fields) and for documents
    that name one (pandoc ``bibliography:``, LaTeX ``\\bibliography``). ``format`` is the reader's name, a
    row of ``formats.catalogue``; ``notation`` says what the text, and so each entry in it, is written in.
    ``records`` are the works that live citations carry, by the keys of their marks; which entry prints each
    is for the parser to find. ``unseen`` are the keys of works that the file cites where no reader sees it:
    in a deleted field, or only to have them listed.
    """

    text: str
    path: str = ""
    format: str = "text"
    title: str = ""
    references: tuple[Reference, ...] = ()
    marks: tuple[Mark, ...] = ()
    entries: tuple[Entry, ...] = ()
    styles: tuple[Style, ...] = ()
    hyperlinks: tuple[Hyperlink, ...] = ()
    places: tuple[Place, ...] = ()
    encoding: str = "utf-8"
    diagnoses: tuple[Diagnosis, ...] = ()
    metadata: tuple[tuple[str, str], ...] = field(default=())
    notation: Notation = Notation.PRINTED
    records: tuple[Work, ...] = ()
    unseen: tuple[str, ...] = ()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, in ``text``."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, offset: int) -> int:
        """Line of an offset, from 1."""
        return self.line_column(offset)[0]

    def place(self, offset: int) -> Place | None:
        """The place in the source file that an offset belongs to, if the reader kept one."""
        at = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        if at >= 0 and self.places[at].start <= offset <= self.places[at].end:
            return self.places[at]
        return None

    @property
    def is_bibliography(self) -> bool:
        """True where the file is a list of records and has no prose."""
        return self.notation.is_record
