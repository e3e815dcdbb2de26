"""Footnotes known by nothing but their links: the mark leads to the note, and the note back to the mark.

So Word, LibreOffice, Google Docs and many plugins write them, without a list around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from litreview.formats.xml_tree import below, inner_text, tag

if TYPE_CHECKING:
    from lxml import etree

_BLOCKS = ("p", "li", "div", "dd", "td", "aside", "section")
_NEAR = 3
"""Levels above a link on which the id of its note or mark may be: Word has it on the note's ``div``, around
the paragraph. A judgement."""
_LONGEST_MARK = 12
"""Letters of a mark: "[12]", "iv", "note 3". A judgement."""


def paired_notes(root: etree._Element) -> dict[etree._Element, etree._Element]:
    """The elements of such notes, in order, each with its link back to the text."""
    marks: dict[str, etree._Element] = {}
    found: dict[etree._Element, etree._Element] = {}
    for link in below(root, "a"):
        target = link.get("href", "")
        if not target.startswith("#") or len(inner_text(link)) > _LONGEST_MARK:
            continue
        mark = marks.get(target[1:])
        if mark is not None and (note := _note_of(link, mark.get("href", "")[1:])) is not None:
            found.setdefault(note, link)
        for name in _names(link):
            marks.setdefault(name, link)
    return found


def _note_of(link: etree._Element, name: str) -> etree._Element | None:
    """The block that a link back begins, if its mark leads there; None where it leads elsewhere."""
    near = list(_near(link))
    if not any(name in (one.get("id"), one.get("name")) for one in near):
        return None
    block = next((one for one in near if one.get("id") == name and tag(one) in _BLOCKS), None)
    block = (
        block
        if block is not None
        else next((one for one in link.iterancestors() if tag(one) in _BLOCKS), None)
    )
    return block if block is not None and inner_text(block).startswith(inner_text(link)) else None


def _names(link: etree._Element) -> Iterator[str]:
    for one in _near(link):
        yield from (value for value in (one.get("id"), one.get("name")) if value)


def _near(link: etree._Element) -> Iterator[etree._Element]:
    yield link
    for level, up in enumerate(link.iterancestors(), 1):
        if level <= _NEAR:
            yield up
