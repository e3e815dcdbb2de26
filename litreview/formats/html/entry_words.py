"""What stands in an entry of a web page and is none of its words: its label, link words, ways back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from litreview.formats.xml_tree import inner_text, tag
from litreview.normalise.text import printable

if TYPE_CHECKING:
    from lxml import etree

# What publishers' pages hang behind an entry; the address behind the words may hold the DOI.
_BUTTON = (
    r"google scholar|semantic scholar|cross ?ref(?: full text)?|pub ?med(?: ?central| ?abstract|/ncbi)?"
    r"|view(?: the| this)?(?: article| pdf| record| source| abstract)?"
    r"(?: in (?:article|scopus|text|context|pubmed))?|view at (?:publisher|google scholar)"
    r"|(?:pmc )?(?:free )?full ?text(?: pdf)?|(?:free )?(?:pmc )?(?:free )?article|green version"
    r"|web of science|scopus|cas|ads|nasa ads|search ads|doi|mathscinet|zbmath|math|open ?url|find it"
    r"|worldcat|sfx|search|download|go to (?:reference|citation|footnote)"
    r"|return to ref\.?(?:erence)?(?: \d+)?(?: in article)?|back|jump (?:up|back)(?: to:?)?|reference source"
    r"|europe ?pmc|isi|chem ?port|medline|abstract|pdf|link|document|publisher"
    r"|publisher[’']s? (?:site|version)|bibtex|ris|endnote|export|cite|open in new tab"
    r"|\(?open in a new window\)?|external links?|(?:times )?cited(?: by)?:? ?\d*"
)
_BUTTONS = re.compile(rf"\W*(?:(?:{_BUTTON})\W*){{0,4}}", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:^|\s)(?:label|ref-label|title-label|ltx_tag_bibitem|csl-left-margin|reference__label|order|bullet"
    r"|reference-number|ref-number|number|brackets)(?:\s|$)"
)
_BACK = re.compile(
    r"(?:^|\s)(?:mw-cite-backlink|footnote-back\S*|reversefootnote|back-?link|ltx_bib_cited)(?:\s|$)"
)
_NUMBER = re.compile(r"[\s\[(]*(\d{1,4})[\s\])}.:]*")
_ALPHA = re.compile(r"[\s\[(]*([A-Z][A-Za-z]{0,7}\+?\d\d(?:\d\d)?[a-z]?)[\s\])]*")
_MARGIN = "csl-left-margin"
_OPENED, _CLOSED = re.compile(r"(?:(?<!\s)\s++)?[\[(]\s*+$"), re.compile(r"(?:(?<!\s)\s++)?[\])]")
_SEPARATOR = re.compile(r"[\s\u00a0]*[|·•,;/][\s\u00a0]*")
_WAY_BACK = 2
"""Letters of a link back to the text that are no label: "a", "b" of a note that is cited twice."""


def read_label(element: etree._Element) -> str | None:
    """What a label says, as lists print it: "3. " or "[Ard03] "; empty for words ("Arden and Brill [2003]"),
    None for what is no label."""
    text = inner_text(element)
    called = _LABEL.search(element.get("class", ""))
    if not (
        called
        or (tag(element) == "a" and element.get("href", "").startswith("#") and _NUMBER.fullmatch(text))
    ):
        return None
    if number := _NUMBER.fullmatch(text):
        return f"{number[1]}. "
    if alpha := _ALPHA.fullmatch(text):
        return f"[{alpha[1]}] "
    return None if _MARGIN in element.get("class", "") and text else ""


def take_label(entry: etree._Element) -> str | None:
    """The label at the beginning of an entry, taken out of it; None where there is none."""
    if (entry.text or "").strip():
        return None
    for item in entry.iterdescendants():
        if (said := read_label(item)) is not None:
            cut(item)
            return said
        if (item.text or "").strip() or (not len(item) and (item.tail or "").strip()):
            return None
    return None


def take_buttons(entry: etree._Element) -> list[str]:
    """Takes link words and ways back out of an entry; the addresses that stood behind them."""
    addresses = []
    for item in list(entry.iter()):
        if item is entry or item.getparent() is None:
            continue
        if _is_button(item):
            addresses += [link.get("href", "") for link in item.iter() if tag(link) == "a"]
            cut(item)
    entry.text = printable(re.sub(r"^\s*[\^↑]\s*", "", entry.text or ""))
    return addresses


def _is_button(item: etree._Element) -> bool:
    text = inner_text(item)
    if _BACK.search(item.get("class", "")) or item.get("role") == "doc-backlink":
        return True
    if tag(item) in ("a", "button"):
        back = item.get("href", "").startswith("#") and len(text) <= _WAY_BACK and not text.isdigit()
        return back or (bool(_BUTTONS.fullmatch(text)) and not text.isdigit())
    links = [link for link in item.iter() if tag(link) == "a"]
    return bool(links and text) and tag(item) in ("ul", "div", "p", "span") and bool(_BUTTONS.fullmatch(text))


def cut(element: etree._Element) -> None:
    """Takes an element out of its tree; brackets that held nothing else go with it, what follows stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    left = (parent.text if before is None else before.tail) or ""
    right = element.tail or ""
    if _OPENED.search(left) and _CLOSED.match(right):
        left, right = _OPENED.sub("", left), _CLOSED.sub("", right, count=1)
    if _SEPARATOR.fullmatch(right):
        right = " "
    parent.remove(element)
    if before is None:
        parent.text = printable(left + right)
    else:
        before.tail = printable(left + right)
