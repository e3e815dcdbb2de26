"""The zip around a Word file, opened with a limit on what comes out of it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from litreview.formats.archive import DAMAGED
from litreview.formats.xml_tree import check_elements, parse_xml, tag
from litreview.model.errors import InputError
from litreview.normalise.whole_numbers import whole_number

if TYPE_CHECKING:
    from lxml import etree

MAX_PART = 80_000_000
"""Largest part read, in bytes unpacked. A 1,000-page thesis with every run formatted has 30 MB."""


class Package:
    """The parts of a docx file.

    Raises:
        InputError: no zip, damaged, encrypted, no Word document in it, or a part beyond ``MAX_PART``.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self._elements: dict[str, int] = {}
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._names = set(self._zip.namelist())
        except DAMAGED as error:
            raise InputError(
                "not a Word file: it is no zip archive", path=path, advice="save it again"
            ) from error
        self.main = self._main_part()
        if self.main not in self._names:
            raise InputError("a zip archive without a Word document in it", path=path)

    def part(self, name: str) -> etree._Element | None:
        """The root element of a part beside the document (``footnotes.xml``); None where there is none."""
        full = f"{self.main.rpartition('/')[0]}/{name}".lstrip("/")
        return self.root(full) if full in self._names else None

    def document(self) -> etree._Element:
        """The root element of the document itself."""
        return parse_xml(self.read(self.main), self.path, "Word XML")

    def root(self, name: str) -> etree._Element | None:
        """The root element of any part, by its full name; None where there is none."""
        return parse_xml(self.read(name), self.path, "Word XML") if name in self._names else None

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
        return sorted(name for name in self._names if name.startswith(folder))

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & 1:
                raise InputError("encrypted", path=self.path, advice="save it without a password")
            with self._zip.open(info) as file:
                data = file.read(MAX_PART + 1)
        except DAMAGED as error:
            raise InputError(
                "a damaged Word file", path=self.path, advice="open it in Word and save it again"
            ) from error
        if len(data) > MAX_PART:
            raise InputError(f"unpacks to more than {MAX_PART // 1_000_000} MB", path=self.path)
        others = sum(count for part, count in self._elements.items() if part != name)
        self._elements[name] = check_elements(data, self.path, others) - others
        return data

    def _main_part(self) -> str:
        """The document's name as the package says it; nearly always ``word/document.xml``."""
        if "word/document.xml" in self._names or "_rels/.rels" not in self._names:
            return "word/document.xml"
        root = parse_xml(self.read("_rels/.rels"), self.path, "Word XML")
        targets = [
            item.get("Target", "") for item in root if item.get("Type", "").endswith("/officeDocument")
        ]
        return targets[0].lstrip("/") if targets and tag(root) == "Relationships" else "word/document.xml"
