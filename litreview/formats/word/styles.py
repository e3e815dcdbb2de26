"""What styles.xml and numbering.xml say: headings, superscripts, and the numbers Word prints before lists."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from litreview.formats.styled_list import is_list_style
from litreview.formats.word.attributes import attribute, value
from litreview.formats.xml_tree import child, tag
from litreview.normalise.whole_numbers import whole_number

if TYPE_CHECKING:
    from lxml import etree

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


_HEADING = re.compile(
    r"heading \d|title$|EndNote (?:Bibliography|Category) (?:Title|Heading)"
    r"|Citavi Bibliography (?:Sub)?heading",
    re.IGNORECASE,
)
"""Names of Word's own heading styles, and of those that managers give to headings inside their lists."""


class Styles:
    """Paragraph and character styles with what they inherit."""

    def __init__(self, root: etree._Element | None) -> None:
        items = [item for item in (root if root is not None else ()) if tag(item) == "style"]
        self._styles = {attribute(item, "styleId"): item for item in items}

    def chain(self, style: str) -> list[etree._Element]:
        """The style and those it is based on, nearest first."""
        found: list[etree._Element] = []
        while style in self._styles and self._styles[style] not in found:
            found.append(self._styles[style])
            style = value(found[-1], "basedOn")
        return found

    def is_heading(self, properties: etree._Element | None) -> bool:
        """True for built-in headings and for any paragraph with an outline level."""
        if value(properties, "outlineLvl") in set("012345678"):
            return True
        for style in self.chain(value(properties, "pStyle")):
            if _HEADING.match(value(style, "name")):
                return True
            if value(child(style, "pPr"), "outlineLvl") in set("012345678"):
                return True
        return False

    def is_title(self, properties: etree._Element | None) -> bool:
        """True for the built-in style Title."""
        return any(
            value(style, "name").casefold() == "title" for style in self.chain(value(properties, "pStyle"))
        )

    def is_entry(self, properties: etree._Element | None) -> bool:
        """True for the style of a reference list's entries, or one made from it."""
        style = value(properties, "pStyle")
        names = (value(one, "name") for one in self.chain(style))
        return any(map(is_list_style, names)) or is_list_style(style)

    def is_superscript(self, properties: etree._Element | None) -> bool:
        """True where the run, or its character style, is raised; LibreOffice writes it as a position."""
        styles = (child(style, "rPr") for style in self.chain(value(properties, "rStyle")))
        for source in (properties, *styles):
            if own := value(source, "vertAlign"):
                return own == "superscript"
            if re.fullmatch(r"-?\d{1,4}", raised := value(source, "position")):
                return int(raised) > 0
        return False

    def numbering(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """List id and level of a paragraph, its own or its style's."""
        sources = [properties, *(child(style, "pPr") for style in self.chain(value(properties, "pStyle")))]
        for source in sources:
            item = child(source, "numPr") if source is not None else None
            if item is not None and value(item, "numId"):
                return value(item, "numId"), whole_number(value(item, "ilvl")) or 0
        return None


class _Level(NamedTuple):
    format: str
    text: str
    start: int


class Numbers:
    """Counts list paragraphs and gives the label Word prints before each."""

    def __init__(self, root: etree._Element | None) -> None:
        items = list(root) if root is not None else []
        abstract = {attribute(item, "abstractNumId"): item for item in items if tag(item) == "abstractNum"}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counter: dict[str, str] = {}
        for item in items:
            if tag(item) == "num":
                number, base = attribute(item, "numId"), value(item, "abstractNumId")
                restarted = any(tag(part) == "lvlOverride" for part in item)
                self._counter[number] = f"num {number}" if restarted else f"abstract {base}"
                self._levels[number] = _levels(abstract.get(base)) | _levels(item)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, number: str, level: int) -> str:
        """The next label of a list, "12." or "[3]"; empty for bullets and unknown lists."""
        levels = self._levels.get(number, {})
        if level not in levels:
            return ""
        counts = self._counts[self._counter[number]]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        if levels[level].format in ("bullet", "none"):
            return ""

        def printed(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            own = levels.get(at, levels[level])
            return printed_number(counts.get(at, own.start), own.format)

        return re.sub(r"%([1-9])", printed, levels[level].text).strip()


def _levels(item: etree._Element | None) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for part in item if item is not None else ():
        own = child(part, "lvl") if tag(part) == "lvlOverride" else part if tag(part) == "lvl" else None
        at = whole_number(attribute(part, "ilvl"))
        if own is not None and at is not None:
            start = whole_number(value(own, "start"))
            kind = value(own, "numFmt") or "decimal"
            levels[at] = _Level(kind, value(own, "lvlText"), 1 if start is None else start)
    return levels


def printed_number(count: int, format: str) -> str:
    """A list's number as Word prints it in one of its formats (``w:numFmt``); unknown ones are decimal."""
    if format in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 50 + 1)
        return letters.upper() if format == "upperLetter" else letters
    if format in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        text = ""
        for worth, letters in _ROMAN:
            text += letters * (count // worth)
            count %= worth
        return text.upper() if format == "upperRoman" else text
    return f"{count:02d}" if format == "decimalZero" else str(count)
