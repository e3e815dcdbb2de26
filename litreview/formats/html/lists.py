"""Which part of a web page is its reference list, and what on a page is furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from litreview.formats.xml_tree import below, inner_text, tag
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.headings import REFERENCE_HEADINGS

if TYPE_CHECKING:
    from lxml import etree

FURNITURE = frozenset({
    "script", "style", "noscript", "template", "nav", "form", "button", "select", "option", "svg", "head",
    "iframe", "textarea", "input", "object", "canvas", "audio", "video", "dialog", "menu", "annotation",
    "link", "meta",
})  # fmt: skip
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "toolbar"}
)
# Class and id words of what surrounds articles on publishers' pages, whole words only.
_FURNITURE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|sidebar|side-?bar|share|sharing|social|newsletter|advert"
    r"|ads?|skip-?link|skip-?to|navbar|nav|toolbar|login|signin|popup|modal|paywall|site-?footer|site-?header"
    r"|recommended|related-articles|altmetric|metrics|download|visually-?hidden|sr-only|screen-reader|toc"
    r"|table-of-contents)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Classes of pandoc, knitr, Sphinx, Pygments, Rouge, GitHub, Jupyter; "r" and "language-r" name the language.
_CODE_WORDS = re.compile(
    r"(?:^|\s)(?:source-?code|highlight\S*|codehilite|code(?:-block|-output|cell)?|lang(?:uage)?-\S+|brush:\S*"
    r"|r|python|julia|output\S*|cell_output|jp-(?:Output|Input)\S*|literal-?block|console|rouge\S*|prettyprint"
    r"|listing(?:block)?|verbatim)(?:\s|$)",
    re.IGNORECASE,
)
_AFTER = r"(?:$|[\s_:.\d]|-(?:lists?|section|block|container|content|wrap|wrapper|title|\d))"
_LIST_WORDS = re.compile(
    r"(?:^|[\s_:.-])(?:references?|reference-?lists?|ref-?list|reflist|refs|bibliography|bibliographie"
    r"|csl-bib-body|works-?cited|citation-?list|citations|literature-?cited|literatur)" + _AFTER,
    re.IGNORECASE,
)
_NOTE_WORDS = re.compile(r"(?:^|[\s_:.-])(?:endnotes|footnotes|notes)" + _AFTER, re.IGNORECASE)
_NUMBERED = re.compile(r"^\d+\.?\s*")
_ENTRY_WORDS = re.compile(
    r"(?:^|[\s_-])(?:csl-entry|citation|reference|ref|bib|bibitem|cit|c-reference)(?:$|[\s_-])"
)
_LISTS = ("ol", "ul", "dl")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HOLDERS = (*_LISTS, "div", "section", "table", "tbody", "aside", "footer")
MIN_LIST, MIN_ENTRY = 2, 15
"""Entries of a list, and letters of an entry that is no list item, below which it is something else."""


def words_of(element: etree._Element) -> str:
    """Class and id of an element, as one string."""
    return f"{element.get('class', '')} {element.get('id', '')}"


def is_code(element: etree._Element) -> bool:
    """True for a program and what it printed: ``pre`` with ``code`` in it, or called so; others are text."""
    if tag(element) != "pre":
        return False
    near = [element, *list(element.iterancestors())[:2]]
    inside = next(below(element, "code", "samp", "kbd"), None) is not None
    return inside or any(_CODE_WORDS.search(up.get("class", "")) for up in near)


def is_furniture(element: etree._Element) -> bool:
    """True for what a reader would not call part of the article."""
    name = tag(element)
    if name in FURNITURE or element.get("role") in _ROLES or element.get("hidden") is not None:
        return True
    if re.search(r"display\s*:\s*none", element.get("style", "")):
        return True
    if name in ("header", "footer", "aside"):
        return not _holds_article(element)
    if name in ("div", "section", "ul", "ol", "span", "p", "a"):
        return bool(_FURNITURE_WORDS.search(words_of(element))) and not _holds_article(element)
    return False


def _holds_article(element: etree._Element) -> bool:
    """A page may wrap its title in a header, notes in an aside, everything in ``class="sidebar-right"``."""
    if element.get("role", "").startswith("doc-") or _is_named_list(element):
        return True
    inside = any(tag(up) in ("article", "main", "section") for up in element.iterancestors())
    names = ("h1", "article", "main") if inside or tag(element) != "header" else ("article", "main")
    if next(below(element, *names), None) is not None:
        return True
    return any(_is_named_list(item) for item in below(element, "ol", "ul", "section"))


def _is_named_list(element: etree._Element) -> bool:
    return bool(_LIST_WORDS.search(words_of(element)) or _NOTE_WORDS.search(words_of(element)))


def reference_entries(root: etree._Element) -> list[etree._Element]:
    """The elements that are one entry each, of all reference lists of the page, in order.

    Where no element is called a reference list and no heading announces one, footnotes may be it.
    """
    found = _collected(_containers(root)) or _collected(_note_lists(root))
    inner = {item for entry in found for item in entry.iterdescendants() if item in found}
    return [item for item in root.iter() if item in found and item not in inner]


def _collected(containers: Iterator[etree._Element]) -> dict[etree._Element, None]:
    found: dict[etree._Element, None] = {}
    for container in containers:
        entries = list(_entries(container))
        if len(entries) >= MIN_LIST or (entries and tag(entries[0]) == "li"):
            found |= dict.fromkeys(entries)
    return found


def _containers(root: etree._Element) -> Iterator[etree._Element]:
    """Elements called a reference list, and lists that follow a heading which says so."""
    below_heading = False
    for item in root.iter():
        name = tag(item)
        if name in _HEADINGS:
            below_heading = _is_heading(inner_text(item))
        elif name in _LISTS and below_heading:
            yield item
        elif name in _HOLDERS:
            named = item.get("role") == "doc-bibliography" or _LIST_WORDS.search(words_of(item))
            if named and not is_furniture(item):
                yield item


def _is_heading(text: str) -> bool:
    return fold(_NUMBERED.sub("", text)) in REFERENCE_HEADINGS


def _note_lists(root: etree._Element) -> Iterator[etree._Element]:
    for item in below(root, *_HOLDERS):
        if item.get("role") == "doc-endnotes" or _NOTE_WORDS.search(words_of(item)):
            yield item


def _entries(container: etree._Element) -> Iterator[etree._Element]:
    """List items, however short; else elements whose class says so; else table rows."""
    items = [item for item in below(container, "li") if not _inside(item, "li", container)]
    items = items or list(below(container, "dd"))
    if items:
        return (item for item in items if inner_text(item))
    named = below(container, "div", "p", "span")
    items = [item for item in named if _ENTRY_WORDS.search(item.get("class", "")) and item is not container]
    return (item for item in items or below(container, "tr") if len(inner_text(item)) >= MIN_ENTRY)


def _inside(item: etree._Element, name: str, top: etree._Element) -> bool:
    for up in item.iterancestors():
        if up is top:
            return False
        if tag(up) == name:
            return True
    return False
