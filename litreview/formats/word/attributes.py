"""WordprocessingML by local names: its transitional and strict flavours differ only in namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litreview.formats.xml_tree import child, tag

if TYPE_CHECKING:
    from lxml import etree


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its local name; empty where there is none."""
    return next((text for full, text in _pairs(element) if full.rpartition("}")[2] == name), "")


def value(parent: etree._Element | None, name: str) -> str:
    """``w:val`` of a child element; empty where there is none."""
    found = child(parent, name) if parent is not None else None
    return attribute(found, "val") if found is not None else ""


def is_on(properties: etree._Element | None, name: str) -> bool:
    """True where a toggle such as ``w:vanish`` is there and not switched off."""
    found = child(properties, name) if properties is not None else None
    return found is not None and attribute(found, "val") not in ("0", "false", "off")


def paragraphs(root: etree._Element) -> list[etree._Element]:
    """Every paragraph of a part in the order of the file, tables and text boxes included.

    The index in this list is the second step of a Word ``Place.address``.
    """
    return [item for item in root.iter() if tag(item) == "p" and _is_word(item)]


def runs(paragraph: etree._Element) -> list[etree._Element]:
    """Every run of a paragraph, deleted and field-code runs included, those of text boxes in it not.

    The index in this list is the third step of a Word ``Place.address``.
    """
    return [
        item for item in paragraph.iter() if tag(item) == "r" and _is_word(item) and owner(item) is paragraph
    ]


def owner(item: etree._Element) -> etree._Element | None:
    """The paragraph an element stands in."""
    return next((up for up in item.iterancestors() if tag(up) == "p" and _is_word(up)), None)


def _is_word(element: etree._Element) -> bool:
    """DrawingML has ``a:p`` and ``a:r`` and mathematics ``m:r``; those are no paragraphs and runs of Word."""
    return "wordprocessingml" in str(element.tag)


def _pairs(element: etree._Element) -> list[tuple[str, str]]:
    return [(str(name), str(text)) for name, text in element.attrib.items()]
