"""EPUB: its chapters in the order of the spine, read as one web page."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from litreview.formats.archive import Archive
from litreview.formats.encoding import decode
from litreview.formats.html.read import parse_html, tree_document
from litreview.formats.xml_tree import below, inner_text, parse_xml, tag
from litreview.model.document import Document, Place
from litreview.model.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

_KIND = "an e-book (EPUB)"
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});")
_CHAPTER = re.compile(r"/body\[1\]/div\[(\d+)\]")
_HEADINGS = ("h1", "h2", "h3")
MAX_CHAPTERS = 5000
"""Files of one book; those that publishers cut at every heading have some hundred. A judgement."""


class Chapter(NamedTuple):
    """A file of the spine: its name in the archive and what it shows."""

    name: str
    body: etree._Element

    @property
    def called(self) -> str:
        """What a person looks for: the chapter's heading, else its file."""
        heading = next((inner_text(item) for item in below(self.body, *_HEADINGS) if inner_text(item)), "")
        return f"chapter “{heading}”" if heading else f"file {posixpath.basename(self.name)}"


def read_epub(data: bytes, path: str = "") -> Document:
    """An EPUB file. Places name the chapter; addresses give its file, the element's path and its line.

    Raises:
        InputError: no EPUB, damaged, protected against copying, or beyond the bounds.
    """
    from lxml import etree

    archive = Archive(data, path, _KIND)
    title, names = _spine(archive)
    chapters = [Chapter(name, body) for name in names if (body := _body(archive, name)) is not None]
    if not chapters:
        raise InputError(f"{_KIND} without a chapter in it", path=path, advice="save it again")
    labels = [chapter.called for chapter in chapters]
    root = etree.Element("html")
    holder = etree.SubElement(root, "body")
    numbers = {chapter.name: number for number, chapter in enumerate(chapters)}
    for chapter in chapters:
        _localise(chapter, numbers)
        holder.append(chapter.body)
    document = tree_document(root, path, "epub")
    places = tuple(_placed(place, chapters, labels) for place in document.places)
    return replace(document, title=title or document.title, places=places)


def _placed(place: Place, chapters: list[Chapter], labels: list[str]) -> Place:
    found = _CHAPTER.match(str(place.address[0]))
    if found is None:
        return place
    at = int(found[1]) - 1
    return replace(place, name=labels[at], address=(chapters[at].name, *place.address))


def _spine(archive: Archive) -> tuple[str, list[str]]:
    """The title of the book and the names of its chapters in the order in which they are read."""
    container = parse_xml(archive.read("META-INF/container.xml") or b"<none/>", archive.path, "EPUB")
    package = next((item.get("full-path", "") for item in below(container, "rootfile")), "")
    root = parse_xml(archive.read(package) or b"<none/>", archive.path, "EPUB")
    folder = posixpath.dirname(package)
    files = {
        item.get("id", ""): posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in below(root, "item")
        if "html" in item.get("media-type", "") and "nav" not in item.get("properties", "").split()
    }
    names = [files[name] for item in below(root, "itemref") if (name := item.get("idref", "")) in files]
    protected = {unquote(item.get("URI", "")) for item in _encrypted(archive)}
    if protected.intersection(names):
        raise InputError("protected against copying", path=archive.path, advice="use a file that is not")
    title = next((inner_text(item) for item in below(root, "title")), "")
    names = list(dict.fromkeys(names))
    if len(names) > MAX_CHAPTERS:
        raise InputError(f"more than {MAX_CHAPTERS} chapters", path=archive.path, advice="split it")
    return title, names


def _encrypted(archive: Archive) -> Iterator[etree._Element]:
    """What the book says is encrypted; mostly its fonts only."""
    part = archive.read("META-INF/encryption.xml")
    return below(parse_xml(part, archive.path, "EPUB"), "CipherReference") if part else iter(())


def _body(archive: Archive, name: str) -> etree._Element | None:
    """The body of a chapter: as XML, and where it is none as a browser would read it."""
    data = archive.read(name)
    if not data.strip():
        return None
    text = _ENTITY.sub(_letter, decode(data, archive.path).text)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"))
    try:
        root: etree._Element | None = parse_xml(text.encode("utf-8", "replace"), archive.path, "XHTML")
    except InputError:
        root = parse_html(text, archive.path)
    return next(below(root, "body"), None) if root is not None else None


def _letter(entity: re.Match[str]) -> str:
    found = html.unescape(entity.group())
    return found if found != entity.group() else " "


def _localise(chapter: Chapter, numbers: dict[str, int]) -> None:
    """Makes ids and links within the book those of one page: ``ch2.xhtml#r1`` is the id ``c2:r1``."""
    folder = posixpath.dirname(chapter.name)
    for item in chapter.body.iter():
        for attribute in ("id", "name") if tag(item) else ():
            if value := item.get(attribute):
                item.set(attribute, f"c{numbers[chapter.name]}:{value}")
        href = item.get("href") if tag(item) == "a" else None
        if href and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", href):
            file, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(folder, unquote(file))) if file else chapter.name
            item.set("href", f"#c{numbers.get(target, '')}:{anchor}")
    chapter.body.attrib.clear()
    chapter.body.tag = "div"
