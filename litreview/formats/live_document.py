"""The end of reading a file with live citations: marks, the works they carry, and the list they print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from litreview.formats.assembly import Assembly
from litreview.formats.styled_list import Paragraph
from litreview.formats.word.bibliography import list_entries, references_of, share_printed, works_of
from litreview.formats.word.fields import is_bibliography, read_field, read_uncited
from litreview.formats.word.identity import keys_of
from litreview.formats.word.live import Live
from litreview.formats.word.read import MIN_PRINTED
from litreview.model.document import Document, Mark, Style
from litreview.model.reference import Reference
from litreview.model.work import Diagnosis, Work


@dataclass(slots=True)
class LiveText:
    """A text that grows in ``out``, and what was met in it.

    ``cited`` are live citations with their spans, ``unseen`` those that print nothing, ``lists`` the spans of
    printed bibliographies, ``soft`` the line ends inside paragraphs, ``paragraphs`` the spans of paragraphs.
    """

    out: Assembly = field(default_factory=Assembly)
    cited: list[tuple[int, int, Live]] = field(default_factory=list)
    unseen: list[Live] = field(default_factory=list)
    lists: list[tuple[int, int]] = field(default_factory=list)
    soft: set[int] = field(default_factory=set)
    paragraphs: list[Paragraph] = field(default_factory=list)

    def close(self, code: str, start: int, data: str = "", chunks: tuple[str, ...] = ()) -> bool:
        """Everything since ``start`` is what a field with this code prints; False where it is no citation and
        no list."""
        if live := read_field(code, data, chunks):
            self.cite(live, start)
        elif is_bibliography(code):
            if uncited := read_uncited(code):
                self.unseen.append(uncited)
            self.list(start)
        else:
            return False
        return True

    def cite(self, live: Live, start: int) -> None:
        """Everything since ``start`` is this citation, in place of those inside it."""
        shown = self.out.since(start)
        if not shown.strip():
            self.unseen.append(live)
            return
        while self.cited and self.cited[-1][0] >= start:
            self.cited.pop()
        start += len(shown) - len(shown.lstrip())
        self.cited.append((start, start + len(shown.strip()), live))

    def list(self, start: int) -> None:
        """Everything since ``start`` is the printed list."""
        if self.out.since(start).strip():
            self.lists = [one for one in self.lists if one[0] < start]
            self.lists.append((start, self.out.end))

    def line_end(self) -> None:
        """A line end inside a paragraph."""
        start = self.out.start()
        self.soft.add(start)
        self.out.verbatim("\n")
        self.out.style(start, "soft")

    def raised(self, start: int) -> None:
        """Everything since ``start`` is above the line; stretches that touch are one."""
        last = self.out.styles[-1] if self.out.styles else None
        if last and last.kind == "superscript" and last.end == start:
            self.out.styles[-1] = Style(last.start, self.out.end, "superscript")
        else:
            self.out.style(start, "superscript")

    def document(
        self, path: str, format: str, *, title: str = "", diagnoses: Iterable[Diagnosis] = ()
    ) -> Document:
        """The finished document. Where the citations are live and no list is printed, the records that they
        carry are the references."""
        lives = [*(live for _, _, live in self.cited), *self.unseen]
        keys = keys_of(lives)
        for (start, end, live), named in zip(self.cited, keys, strict=False):
            self.out.marks.append(Mark(start, end, "field", named, tuple(cite.locator for cite in live)))
        works = {key: replace(work, key=key) for key, work in works_of(lives, keys).items()}
        references = self._unprinted(works)
        unseen = tuple(dict.fromkeys(key for named in keys[len(self.cited) :] for key in named))
        document = self.out.document(path, format, title=title, references=references, diagnoses=diagnoses)
        return replace(document, records=tuple(works.values()), unseen=unseen)

    def _unprinted(self, works: dict[str, Work]) -> tuple[Reference, ...]:
        """The works as references where the text outside of citations prints no list of them."""
        text = self.out.text()
        if not self.out.entries:
            self.out.entries += list_entries(text, self.lists, self.paragraphs, self.soft, self.out.styles)
        if not works or self.out.entries:
            return ()
        cited = sorted((start, end) for start, end, _ in self.cited)
        bounds = [(0, 0), *cited, (len(text), len(text))]
        outside = "\n".join(text[one[1] : other[0]] for one, other in pairwise(bounds))
        return references_of(works) if share_printed(outside, works.values()) < MIN_PRINTED else ()
