"""Putting a document's text together piece by piece while noting what each stretch is.

For formats whose text is not the file itself: HTML, JATS, Word, PDF. White space is one blank, blocks
stand on lines of their own, and every note is a span of the text that results.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from litreview.model.document import Document, Entry, Hyperlink, Mark, Place, Style
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Diagnosis

# XML's white space only: a no-break or thin space is a character that somebody chose.
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


class Assembly:
    """A text that grows at its end.

    ``start()`` and ``end`` give the offsets around what is written; ``last`` is its last character.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.last = "\n"
        self._blank = False
        self.end = 0
        self.marks: list[Mark] = []
        self.entries: list[Entry] = []
        self.styles: list[Style] = []
        self.hyperlinks: list[Hyperlink] = []
        self.places: list[Place] = []

    def start(self) -> int:
        """Where the next visible character will stand."""
        if self._blank:
            self._put(" ")
        return self.end

    def write(self, text: str | None) -> None:
        """Text with runs of white space as one blank."""
        if not text:
            return
        words = _BLANKS.sub(" ", text)
        if words[0] == " ":
            self._blank = self.last not in " \n"
            words = words[1:]
        if not words:
            return
        self.start()
        self._put(words.rstrip(" "))
        self._blank = words[-1] == " "

    def verbatim(self, text: str) -> None:
        """Text exactly as it is."""
        self.start()
        self._put(text)

    def break_line(self) -> None:
        """Begins a new line, unless one has just begun."""
        self._blank = False
        if self.last != "\n":
            self._put("\n")

    def text(self) -> str:
        """What has been written so far."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def since(self, start: int) -> str:
        """The text from ``start`` on; cheap, for what has just been written."""
        pieces, at = list[str](), self.end
        for part in reversed(self._parts):
            if at <= start:
                break
            pieces.append(part)
            at -= len(part)
        return "".join(reversed(pieces))[start - at :]

    def style(self, start: int, kind: str) -> None:
        """Notes that everything since ``start`` is of that kind."""
        if self.end > start:
            self.styles.append(Style(start, self.end, kind))

    def place(self, start: int, name: str, *address: str | int) -> None:
        """Notes where everything since ``start`` stands in the file."""
        if self.end > start:
            self.places.append(Place(start, self.end, name, address))

    def document(
        self,
        path: str,
        format: str,
        *,
        title: str = "",
        references: Iterable[Reference] = (),
        encoding: str = "utf-8",
        diagnoses: Iterable[Diagnosis] = (),
        metadata: Iterable[tuple[str, str]] = (),
        notation: Notation = Notation.PRINTED,
    ) -> Document:
        """The finished document, all notes in the order of the text."""
        return Document(
            text=self.text(),
            path=path,
            format=format,
            title=title,
            references=tuple(references),
            marks=tuple(sorted(self.marks, key=lambda item: (item.start, item.end))),
            entries=tuple(sorted(self.entries, key=lambda item: (item.start, item.end))),
            styles=tuple(sorted(self.styles, key=lambda item: (item.start, -item.end))),
            hyperlinks=tuple(sorted(self.hyperlinks, key=lambda item: item.start)),
            places=tuple(sorted(self.places, key=lambda item: item.start)),
            encoding=encoding,
            diagnoses=tuple(diagnoses),
            metadata=tuple(metadata),
            notation=notation,
        )

    def _put(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self.end += len(text)
            self.last = text[-1]
        self._blank = False
