"""The zip around a Word file, opened with a limit on what comes out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from litreview.formats.archive import Zip
from litreview.formats.xml_tree import check_elements, parse_xml, tag
from litreview.model.errors import InputError
from litreview.normalise.whole_numbers import whole_number

if TYPE_CHECKING:
    from lxml import etree

MAX_ELEMENTS = 1_500_000
"""Elements of one Word file: a thesis of 1,000 pages with every run formatted (30 MB) has 1,230,000. A bare
element takes 130 bytes of memory, one with text and attributes 340: such a thesis is read in 510 MB."""
MAX_PARAGRAPHS = 250_000
"""Paragraphs of one Word file, which take 340 bytes more than other elements. That thesis has 10,000."""


class Package:
    """The parts of a docx file.

    Raises:
        InputError: no zip, damaged, encrypted, no Word document in it, or beyond the bounds.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self._elements: dict[str, int] = {}
        self._paragraphs: dict[str, int] = {}
        self._zip = Zip(
            data,
            path,
            "not a Word file: it is no zip archive",
            "a damaged Word file",
            "open it in Word and save it again",
        )
        self.main = self._main_part()
        if self.main not in self._zip:
            raise InputError("a zip archive without a Word document in it", path=path)

    def part(self, name: str) -> etree._Element | None:
        """The root element of a part beside the document (``footnotes.xml``); None where there is none."""
        full = f"{self.main.rpartition('/')[0]}/{name}".lstrip("/")
        return self.root(full) if full in self._zip else None

    def document(self) -> etree._Element:
        """The root element of the document itself."""
        return self._tree(self.main)

    def root(self, name: str) -> etree._Element | None:
        """The root element of any part, by its full name; None where there is none."""
        return self._tree(name) if name in self._zip else None

    def links(self) -> dict[str, str]:
        """Relation id to address, for the document's hyperlinks."""
        folder, _, file = self.main.rpartition("/")
        root = self.root(f"{folder}/_rels/{file}.rels".lstrip("/"))
        items = root if root is not None else ()
        return {
            item.get("Id", ""): item.get("Target", "")
            for item in items
            if "hyperlink" in item.get("Type", "")
        }

    def bookmarks(self) -> dict[str, str]:
        """What the document's properties say of bookmarks that are fields, in pieces of 255 letters: Zotero's
        ``ZOTERO_BREF_x`` is cut into the properties ``ZOTERO_BREF_x_1``, ``ZOTERO_BREF_x_2`` …"""
        root = self.root("docProps/custom.xml")
        pieces: dict[str, dict[int, str]] = {}
        for item in root if root is not None else ():
            name, _, number = item.get("name", "").rpartition("_")
            at = whole_number(number)
            if at is not None and re.match(r"(?:ZOTERO|CSL)_BREF_", name):
                pieces.setdefault(name, {})[at] = "".join(str(text) for text in item.itertext())
        return {name: "".join(text for _, text in sorted(parts.items())) for name, parts in pieces.items()}

    def names(self, folder: str) -> list[str]:
        """Names of the parts in a folder, sorted."""
        return sorted(name for name in self._zip.names if name.startswith(folder))

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        data = self._zip.read(name)
        others = sum(count for part, count in self._elements.items() if part != name)
        self._elements[name] = check_elements(data, self.path, others, MAX_ELEMENTS) - others
        return data

    def _tree(self, name: str) -> etree._Element:
        root = parse_xml(self.read(name), self.path, "Word XML", MAX_ELEMENTS)
        self._paragraphs[name] = sum(1 for _ in root.iter("{*}p"))
        if sum(self._paragraphs.values()) > MAX_PARAGRAPHS:
            raise InputError(f"more than {MAX_PARAGRAPHS:,} paragraphs", path=self.path, advice="split it")
        return root

    def _main_part(self) -> str:
        """The document's name as the package says it; nearly always ``word/document.xml``."""
        if "word/document.xml" in self._zip or "_rels/.rels" not in self._zip:
            return "word/document.xml"
        root = self._tree("_rels/.rels")
        targets = [
            item.get("Target", "") for item in root if item.get("Type", "").endswith("/officeDocument")
        ]
        return targets[0].lstrip("/") if targets and tag(root) == "Relationships" else "word/document.xml"
