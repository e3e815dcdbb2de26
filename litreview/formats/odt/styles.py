"""Styles of an OpenDocument text: what is above the line, hidden, a heading, or numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from litreview.formats.styled_list import is_list_style
from litreview.formats.word.styles import printed_number
from litreview.formats.xml_tree import below, tag
from litreview.normalise.whole_numbers import whole_number

if TYPE_CHECKING:
    from lxml import etree

_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_MAX_PARENTS = 20
"""Styles that may inherit from each other; judgement, so that a circle ends."""
_NAMED = re.compile(r"_([0-9a-f]{2,4})_")


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its local name; empty where there is none."""
    pairs = ((str(full), str(text)) for full, text in element.attrib.items())
    return next((text for full, text in pairs if full.rpartition("}")[2] == name), "")


class Level(NamedTuple):
    """How one level of a list numbers its items; no ``format`` prints nothing."""

    format: str
    prefix: str
    suffix: str
    start: int

    def label(self, count: int) -> str:
        """The label of an item, "12." or "[3]"."""
        if self.format not in _FORMATS:
            return ""
        return f"{self.prefix}{printed_number(count, _FORMATS[self.format])}{self.suffix}".strip()


class Styles:
    """The styles of one file, automatic ones first; a style says what it changes, its parent the rest."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        for root in roots:
            for item in below(root, "style"):
                key = attribute(item, "family"), attribute(item, "name")
                self._styles.setdefault(key, item)
            for item in below(root, "list-style"):
                self._lists.setdefault(attribute(item, "name"), dict(_levels(item)))

    def is_raised(self, name: str) -> bool:
        """True for a text style that sets letters above the line ("super 58%", "33% 58%")."""
        position = self._property("text", name, "text-position").split(" ")[0]
        return position == "super" or bool(re.fullmatch(r"[1-9]\d*(?:\.\d+)?%", position))

    def is_hidden(self, family: str, name: str) -> bool:
        """True for text that nobody sees."""
        return self._property(family, name, "display") == "none"

    def is_heading(self, name: str) -> bool:
        """True for a paragraph style of headings: "Heading 2" and what is made from it."""
        return any(one.startswith("Heading") for one in self._names(name))

    def is_title(self, name: str) -> bool:
        """True for the style of the document's title."""
        return "Title" in self._names(name)

    def is_entry(self, name: str) -> bool:
        """True for the paragraph style of a reference list's entries."""
        return any(map(is_list_style, self._names(name)))

    def list_of(self, paragraph: str) -> str:
        """The list style that a paragraph style brings; empty where it brings none."""
        chain = self._chain("paragraph", paragraph)
        return next((name for item in chain if (name := attribute(item, "list-style-name"))), "")

    def level(self, style: str, depth: int) -> Level | None:
        """One level, from 1, of a list style."""
        return self._lists.get(style, {}).get(depth)

    def _names(self, name: str) -> list[str]:
        """The names of a paragraph style and its parents, also of one that the file does not define."""
        parents = (attribute(item, "parent-style-name") for item in self._chain("paragraph", name))
        return [_readable(one) for one in (name, *parents)]

    def _property(self, family: str, name: str, property: str) -> str:
        for item in self._chain(family, name):
            for part in item:
                if tag(part) == "text-properties" and (value := attribute(part, property)):
                    return value
        return ""

    def _chain(self, family: str, name: str) -> Iterator[etree._Element]:
        """The style and its parents."""
        for _ in range(_MAX_PARENTS):
            item = self._styles.get((family, name))
            if item is None:
                return
            yield item
            name = attribute(item, "parent-style-name")


def _readable(name: str) -> str:
    """The name as the author sees it: "Heading_20_2" is "Heading 2"."""
    return _NAMED.sub(lambda found: chr(int(found[1], 16)), name)


def _levels(style: etree._Element) -> Iterator[tuple[int, Level]]:
    for item in style:
        depth, start = whole_number(attribute(item, "level")), attribute(item, "start-value")
        if tag(item).startswith("list-level-style") and depth is not None:
            format = attribute(item, "num-format") if tag(item) == "list-level-style-number" else ""
            first = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
            yield (
                depth,
                Level(format, attribute(item, "num-prefix"), attribute(item, "num-suffix"), first),
            )
