"""What on a web page is no part of the article: menus, notices, pop-ups, code, lists of other works."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from litreview.formats.xml_tree import below, inner_text, tag
from litreview.normalise.text import fold

if TYPE_CHECKING:
    from lxml import etree

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FURNITURE = frozenset({
    "script", "style", "noscript", "template", "nav", "form", "button", "select", "option", "svg", "head",
    "iframe", "textarea", "input", "object", "canvas", "audio", "video", "dialog", "menu", "annotation",
    "link", "meta", "annotation-xml", "d-hover-box",
})  # fmt: skip
_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "toolbar", "tooltip",
    "alert",
})  # fmt: skip
# Class and id words of what surrounds articles on publishers' pages, whole words only.
_FURNITURE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|sidebar|side-?bar|share|sharing|social|newsletter|advert"
    r"|ads?|skip-?link|skip-?to|navbar|nav|toolbar|login|signin|paywall|site-?footer|site-?header"
    r"|recommended|related-?articles|altmetric|metrics|download|visually-?hidden|sr-only|screen-reader|off-?screen"
    r"|toc(?!-section)|table-of-contents|mw-editsection|mw-jump-link|catlinks|dataframe|reading-companion)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What opens over a citation and repeats the entry; the link that opens it may have the same class.
_POPUP_WORDS = re.compile(
    r"(?:^|[\s_-])(?:pop-?ups?|popovers?|tool-?tip-?\w*|hover-?(?:card|box)|tippy|modal|flyout|ref-overlay"
    r"|drop-?down-menu)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Classes of pandoc, knitr, Sphinx, Pygments, Rouge, GitHub, Jupyter; "r" and "language-r" name the language.
_CODE_WORDS = re.compile(
    r"(?:^|\s)(?:source-?code|highlight\S*|codehilite|code(?:-block|-output|cell)?|lang(?:uage)?-\S+|brush:\S*"
    r"|r|python|julia|output\S*|cell_output|jp-(?:Output|Input)\S*|literal-?block|console|rouge\S*|prettyprint"
    r"|listing(?:block)?|verbatim)(?:\s|$)",
    re.IGNORECASE,
)
# MathJax, KaTeX, pandoc, MediaWiki and LaTeXML set formulas so; some three times, for eyes, ears and copying.
_FORMULA_WORDS = re.compile(
    r"(?:^|\s)(?:MathJax\S*|mjx-\S+|katex\S*|math|mwe-math-\S+|ltx_Math|ltx_equation\S*|texhtml)(?:\s|$)",
    re.IGNORECASE,
)
_SET_APART = ("code", "samp", "kbd", "tt")
TRIGGER = 40
"""Letters up to which what is called a pop-up and holds a link within the page is the words that open it; a
repeated entry is longer. A judgement."""


def words_of(element: etree._Element) -> str:
    """Class and id of an element, as one string."""
    return f"{element.get('class', '')} {element.get('id', '')}"


def _given_id(element: etree._Element) -> str:
    """The id of an element, unless it repeats its heading: "Social networks" has the id
    ``social-networks``."""
    name = element.get("id", "")
    heading = next(below(element, *HEADINGS), None) if name else None
    repeats = heading is not None and fold(name.replace("-", " ")) == fold(inner_text(heading))
    return "" if repeats else name


def is_code(element: etree._Element) -> bool:
    """True for a program and what it printed: ``pre`` with ``code`` in it, or called so; others are text."""
    if tag(element) != "pre":
        return False
    near = [element, *list(element.iterancestors())[:2]]
    inside = next(below(element, *_SET_APART), None) is not None
    return inside or any(_CODE_WORDS.search(up.get("class", "")) for up in near)


def is_set_apart(element: etree._Element) -> bool:
    """True for code within a sentence and for formulas: "x[1]" is no citation there, and 2 no superscript."""
    name = tag(element)
    if name in (*_SET_APART, "math", "mjx-container"):
        return True
    return name in ("span", "div") and bool(_FORMULA_WORDS.search(element.get("class", "")))


def said_of(element: etree._Element) -> str:
    """What stands in the text for code or a formula: its words, or an ellipsis where it has a digit."""
    words = inner_text(element)
    return "…" if re.search(r"\d|\\", words) else words


def is_hidden(element: etree._Element) -> bool:
    """True for what a browser does not show, as far as the element itself says."""
    hidden = element.get("hidden") is not None or bool(
        re.search(r"(?:^|\s)hidden(?:\s|$)", words_of(element))
    )
    return hidden or bool(re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", element.get("style", "")))


def is_furniture(element: etree._Element) -> bool:
    """True for what a reader would not call part of the article, by what the element is and is called."""
    name = tag(element)
    if name in FURNITURE or element.get("role") in _ROLES or is_hidden(element):
        return True
    if name in ("header", "footer", "aside"):
        return not _holds_article(element)
    if _is_line_number(element):
        return True
    if name in ("div", "section", "ul", "ol", "span", "p", "a", "table"):
        called = f"{element.get('class', '')} {_given_id(element)}"
        if _POPUP_WORDS.search(called):
            return not _is_trigger(element)
        return bool(_FURNITURE_WORDS.search(called)) and not _holds_article(element)
    return False


def _is_line_number(element: etree._Element) -> bool:
    """A number in the margin: set by its place, not by the flow of the text, or called so."""
    if tag(element) not in ("span", "div", "td", "a") or not _NUMBER.fullmatch(inner_text(element)):
        return False
    placed = _PLACED.search(element.get("style", ""))
    return bool(placed or _LINE_WORDS.search(words_of(element)))


_NUMBER = re.compile(r"\s*\d{1,4}\s*")
_PLACED = re.compile(r"position\s*:\s*absolute")
_LINE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:line-?(?:no|num|number)s?|lineno|ln-?num|margin-?num(?:ber)?)(?:$|[\s_-])", re.I
)


def _is_trigger(element: etree._Element) -> bool:
    """True for the words that open a pop-up, beside or around it."""
    links = [element] if tag(element) == "a" else list(below(element, "a"))
    shown = "".join(inner_text(link) for link in links if link.get("href", "").rpartition("#")[2])
    alone = len(inner_text(element)) <= TRIGGER
    return bool(links) and bool(shown) and (alone or _holds_popup(element))


def _holds_popup(element: etree._Element) -> bool:
    return any(
        inner is not element and _POPUP_WORDS.search(words_of(inner)) and not _is_trigger(inner)
        for inner in below(element, "span", "div")
    )


def _holds_article(element: etree._Element) -> bool:
    """A page may wrap its title in a header, notes in an aside, everything in ``class="sidebar-right"``."""
    if element.get("role", "").startswith("doc-"):
        return True
    inside = any(tag(up) in ("article", "main", "section") for up in element.iterancestors())
    names = ("h1", "article", "main") if inside or tag(element) != "header" else ("article", "main")
    return next(below(element, *names), None) is not None
