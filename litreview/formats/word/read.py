"""Word documents: what a reader sees, with live citations read as what they are.

Body, tables, text boxes, footnotes and endnotes; list numbers; Zotero, Mendeley, EndNote and Word's own
citations. Read from the zip directly, since python-docx knows neither notes nor fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from litreview.formats.assembly import Assembly
from litreview.formats.word.attributes import attribute
from litreview.formats.word.bibliography import (
    list_entries,
    references_of,
    share_printed,
    works_of,
)
from litreview.formats.word.body import Body
from litreview.formats.word.identity import keys_of
from litreview.formats.word.package import Package
from litreview.formats.word.sources import with_sources
from litreview.formats.word.styles import Numbers, Styles
from litreview.formats.xml_tree import below, inner_text, tag
from litreview.model.document import Document, Entry, Mark
from litreview.model.errors import InputError
from litreview.normalise.vocabulary.years import YEAR

if TYPE_CHECKING:
    from lxml import etree

    from litreview.model.reference import Reference
    from litreview.model.work import Work

MIN_PRINTED = 0.5
"""Share of the cited titles in the text above which a list is printed (own drafts: 0 or above .9)."""
MIN_ENDNOTES, MIN_ENTRY, MIN_SHARE = 3, 40, 0.7
"""Endnotes are a reference list from this many on, if this share has a year and this many letters."""
_YEAR = re.compile(rf"\b{YEAR}\b")


def read_docx(data: bytes, path: str = "") -> Document:
    """A Word document. Places are ``(part, paragraph, run)``; ``word.places.run_slices`` leads back to them.

    Where the citations are live and no list is printed, the records they carry are the references.

    Raises:
        InputError: no zip, damaged, encrypted, no document in it, or beyond the bounds.
    """
    package = Package(data, path)
    return _Reader(package).read()


class _Reader:
    """One file: body first, then the endnotes; footnotes follow the block that refers to them."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.out = Assembly()
        self.roots = {part: package.part(f"{part}.xml") for part in ("footnotes", "endnotes")}
        self.notes = {part: _by_id(root) for part, root in self.roots.items()}
        self.listed = _are_references(self.notes["endnotes"].values())
        self.footnotes: list[str] = []
        self.endnotes: list[str] = []
        numbers = Numbers(package.part("numbering.xml"))
        self.body = Body(
            self.out, Styles(package.part("styles.xml")), numbers, package.links(), self._on_note,
            package.bookmarks(),
        )  # fmt: skip

    def read(self) -> Document:
        root = self.package.document()
        top = next(below(root, "body"), None)
        if top is None:
            raise InputError("a Word file without text", path=self.package.path)
        self.body.enter("body", root)
        for item in top:
            self.body.block(item)
            if self.footnotes:
                self._footnotes()
                self.body.enter("body", root)
        self._endnotes()
        works, unseen = self._cited()
        references = self._bibliography(works)
        title = self.body.title or self._core_title()
        document = self.out.document(self.package.path, "docx", title=title, references=references)
        return replace(document, records=tuple(works.values()), unseen=unseen)

    def _on_note(self, kind: str, note: str) -> None:
        if kind == "footnote":
            self.footnotes.append(note)
            return
        self.endnotes.append(note)
        if self.listed:
            start = self.out.start()
            self.out.verbatim(str(len(self.endnotes)))
            self.out.style(start, "superscript")
            self.out.marks.append(Mark(start, self.out.end, "link", (f"endnote-{note}",)))

    def _footnotes(self) -> None:
        """The footnotes of the block just written, each on a line of its own."""
        wanted, self.footnotes = self.footnotes, []
        for note in wanted:
            self._note("footnotes", note, "")

    def _endnotes(self) -> None:
        for at, note in enumerate(dict.fromkeys(self.endnotes), 1):
            self._note("endnotes", note, f"{at}. " if self.listed else "")

    def _note(self, part: str, note: str, label: str) -> None:
        root, element = self.roots[part], self.notes[part].get(note)
        if root is None or element is None:
            return
        self.body.enter(part, root)
        self.out.break_line()
        start = self.out.start()
        self.out.verbatim(label)
        for at, item in enumerate(element):
            if at == 0 and tag(item) == "p":
                self.body.paragraph(item)
            else:
                self.body.block(item)
        if label:
            self.out.entries.append(Entry(start, self.out.end, f"endnote-{note}"))
        else:
            self.out.style(start, "footnote")
        self.out.break_line()

    def _cited(self) -> tuple[dict[str, Work], tuple[str, ...]]:
        """The works of the live citations by their keys, and the keys of those that nobody sees cited."""
        live = with_sources([*(one for _, _, one in self.body.cited), *self.body.unseen], self._sources())
        keys = keys_of(live)
        for (start, end, _), cites, named in zip(self.body.cited, live, keys, strict=False):
            self.out.marks.append(Mark(start, end, "field", named, tuple(cite.locator for cite in cites)))
        unseen = dict.fromkeys(key for named in keys[len(self.body.cited) :] for key in named)
        works = {key: replace(work, key=key) for key, work in works_of(live, keys).items()}
        return works, tuple(unseen)

    def _bibliography(self, works: dict[str, Work]) -> tuple[Reference, ...]:
        """The records of live citations where no list is printed; else none, the list is read as printed."""
        text = self.out.text()
        fields = self.body.bibliographies if self.body.cited else []
        if not self.out.entries:
            self.out.entries += list_entries(
                text, fields, self.body.paragraphs, self.body.soft, self.out.styles
            )
        if not works or self.out.entries:
            return ()
        bounds = [
            0,
            *(at for start, end, _ in sorted(self.body.cited, key=itemgetter(0, 1)) for at in (start, end)),
            len(text),
        ]
        outside = "\n".join(
            text[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True)
        )  # notes print entries
        return references_of(works) if share_printed(outside, works.values()) < MIN_PRINTED else ()

    def _sources(self) -> list[etree._Element]:
        names = [name for name in self.package.names("customXml/item") if re.search(r"item\d+\.xml$", name)]
        return [root for name in names if (root := self.package.root(name)) is not None]

    def _core_title(self) -> str:
        root = self.package.root("docProps/core.xml")
        return next((inner_text(item) for item in below(root, "title")), "") if root is not None else ""


def _by_id(notes: etree._Element | None) -> dict[str, etree._Element]:
    """The notes of a part by their ids; the separators Word keeps among them are left out."""
    items = notes if notes is not None else ()
    return {attribute(item, "id"): item for item in items if not attribute(item, "type")}


def _are_references(endnotes: Iterable[etree._Element]) -> bool:
    """True where endnotes are a reference list: three or more, most with a year and as long as an entry."""
    texts = [inner_text(item) for item in endnotes]
    entries = [text for text in texts if len(text) > MIN_ENTRY and _YEAR.search(text)]
    return len(texts) >= MIN_ENDNOTES and len(entries) > MIN_SHARE * len(texts)
