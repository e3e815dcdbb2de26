"""XML of other vocabularies made a web page, which is then read as one: TEI, DocBook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from litreview.formats.html.read import tree_document
from litreview.formats.xml_tree import inner_text, own_text, source_line, tag
from litreview.model.document import Document

if TYPE_CHECKING:
    from lxml import etree

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
REF = "ref-"
"""How pandoc's anchors of entries begin."""
_MAX_DEPTH = 200
"""Levels of elements looked into; judgement, as for web pages."""
_LIST = "references"
_LINE = "sourceline"  # the types of lxml know it as read only


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a kind of file are on a page.

    ``names`` are the elements of the page; the rest are ``span``s. ``skipped`` is what readers do
    not see. ``entry`` gives the wording of an entry that holds fields ("" for what is none or worded),
    ``style`` the element for text set apart, ``address`` where a link leads, ``shown`` what a link without
    words shows.
    """

    names: Mapping[str, str]
    skipped: frozenset[str]
    entries: frozenset[str]
    entry: Callable[[etree._Element], str]
    style: Callable[[etree._Element], str]
    address: Callable[[etree._Element], str]
    shown: Callable[[etree._Element], str]


def page_document(root: etree._Element, path: str, format: str, title: str, words: Vocabulary) -> Document:
    """The document of a tree in that vocabulary."""
    from lxml import etree

    page = etree.Element("html")
    head = etree.SubElement(page, "head")
    etree.SubElement(head, "title").text = title
    _Page(words).copy(root, etree.SubElement(page, "body"), 0)
    return tree_document(page, path, format)


class _Page:
    """One pass over a tree; the copy keeps the lines of the file."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words

    def copy(self, element: etree._Element, parent: etree._Element, depth: int) -> None:
        """Copies an element, without what follows it, to the end of a part of the page."""
        from lxml import etree

        if not tag(element):  # an entity
            _append(parent, own_text(element))
            return
        if tag(element) in self.words.skipped or depth > _MAX_DEPTH:
            return
        made = etree.SubElement(parent, self._name(element))
        setattr(made, _LINE, source_line(element))
        if self._is_entry(element):
            made.set("id", element.get(XML_ID) or element.get("id") or f"line-{source_line(element)}")
            parent.set("class", _LIST)
        if made.tag == "a":
            made.set("href", self.words.address(element))
        if worded := self.words.entry(element):
            made.text = worded
            return
        made.text = own_text(element)
        for item in element:
            self.copy(item, made, depth + 1)
            _append(made, item.tail or "")
        if made.tag == "a" and not inner_text(made):
            _append(made, self.words.shown(element))

    def _is_entry(self, element: etree._Element) -> bool:
        anchored = (element.get(XML_ID) or element.get("id") or "").startswith(REF)
        return tag(element) in self.words.entries or (anchored and self.words.names.get(tag(element)) == "p")

    def _name(self, element: etree._Element) -> str:
        if self._is_entry(element):
            return "li"
        if self.words.address(element):
            return "a"
        return self.words.style(element) or self.words.names.get(tag(element), "span")


def _append(parent: etree._Element, text: str) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
