"""Light markup taken off a text, with the way back: reStructuredText, AsciiDoc, Typst, Org.

The groups of the patterns: what is read on as it stands (``words`` of a link with its ``url``, ``inner`` of
anything else), an ``escaped`` sign, a ``dash``, a ``blank``; of all the rest nothing is printed. None makes a
text longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.wording import Plain, gather
from litreview.normalise.identifiers import clean_doi

_DASHES = r"|(?P<dash>(?<!-)---?(?!-))"
_RST = re.compile(
    r"\\(?P<escaped>.)"
    r"|``(?P<inner>[^`\n]{1,300})``"
    r"|(?::[a-z][\w:+.-]{0,30}:)?`(?P<words>[^`<>]{1,300}?)\s*<(?P<url>[^<>`]{1,500})>`_{0,2}"
    r"|(?::[a-z][\w:+.-]{0,30}:)?`(?P<role>[^`]{1,300})`_{0,2}"
    r"|\*{1,2}|(?<=\])_(?!\w)" + _DASHES
)
_ASCIIDOC = re.compile(
    r"\\(?P<escaped>[\[\]*_^~#`<{+])"
    r"|(?:link:|xref:)?(?P<url>(?:https?://|#)[^\s\[\]<>]{1,500})\[(?P<words>\[?[^\[\]]{0,500}\]?)\]"
    r"|\[\.?[\w.-]{0,40}\]#(?P<inner>[^#]{1,2000})#"
    r"|<<[^<>,\n]{1,120},(?P<role>[^<>]{0,300})>>"
    r"|\[\[[^\[\]\n]{1,120}\]\](?!\])|(?P<blank>footnote:\w*(?=\[))"
    r"|\*{1,2}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)|[\^~`]" + _DASHES
)
_TYPST = re.compile(
    r"\\(?P<escaped>\S)"
    r"|#link\(\s*(?:\"(?P<url>[^\"\n]{1,500})\"|<[^<>\n]{1,120}>)\s*\)\[(?P<words>[^\[\]]{0,500})\]"
    r"|#\w{0,20}(?:\([^()\n]{0,200}\))?\[(?P<inner>[^\[\]]{0,2000})\]"
    r"|<[\w.:+/-]{1,120}>|(?P<blank>~)|(?<!\w)[_*](?=\S)|(?<=\S)[_*](?!\w)" + _DASHES
)
_ORG = re.compile(
    r"\[\[(?P<url>[^\[\]\n]{1,500})\]\[(?P<words>\[?[^\[\]]{1,500}\]?)\]\]"
    r"|\[\[(?P<role>[^\[\]\n]{1,500})\]\]|<<[^<>\n]{1,120}>>"
    r"|[\^_]\{(?P<inner>[^{}\n]{1,60})\}"
    r"|(?:(?<=[\s(\[{'\"“])|^)[*/=~_+](?=[^\s/])|(?<=[^\s/])[*/=~_+](?=[\s)\]}'\".,;:?!”^]|$)" + _DASHES,
    re.MULTILINE,
)


def rst_plain(source: str) -> Plain:
    """reStructuredText as a reader sees it.

    >>> rst_plain(r"*Spine*\\ :sup:`2`, `here <https://x.org>`__").text
    'Spine2, here'
    """
    return gather(_tokens(_RST, source, 0, len(source)))


def asciidoc_plain(source: str) -> Plain:
    """AsciiDoc as a reader sees it.

    >>> asciidoc_plain("_Spine_ *35*^2^, https://x.org[here]").text
    'Spine 352, here'
    """
    return gather(_tokens(_ASCIIDOC, source, 0, len(source)))


def typst_plain(source: str) -> Plain:
    """Typst as a reader sees it.

    >>> typst_plain('_Spine_ *35*#super[2], #link("https://x.org")[here]').text
    'Spine 352, here'
    """
    return gather(_tokens(_TYPST, source, 0, len(source)))


def org_plain(source: str) -> Plain:
    """Org as a reader sees it.

    >>> org_plain("/Spine/ *35*^{2}, [[https://x.org][here]]").text
    'Spine 352, here'
    """
    return gather(_tokens(_ORG, source, 0, len(source)))


def _tokens(markup: re.Pattern[str], source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    at = start
    for found in markup.finditer(source, start, end):
        yield from _as_it_is(source, at, found.start())
        at = found.end()
        said = found.groupdict()
        within = next((name for name in ("words", "role", "inner") if said.get(name)), "")
        if within:
            yield from _tokens(markup, source, *found.span(within))
        if within == "words" and _adds_doi(found):
            yield " ", found.start("url"), found.start("url")
            yield from _as_it_is(source, *found.span("url"))
        elif said.get("dash"):
            yield "–" if len(said["dash"]) == 2 else "—", *found.span()
        elif said.get("blank"):
            yield " ", *found.span()
        elif (sign := said.get("escaped")) and not sign.isspace():
            yield sign, *found.span()
    yield from _as_it_is(source, at, end)


def _adds_doi(link: re.Match[str]) -> bool:
    """True where a DOI stands in the address alone, behind the words; before them it is left to the links."""
    behind = link.start("url") > link.start("words")
    return behind and bool(clean_doi(link["url"] or "")) and not clean_doi(link["words"])


def _as_it_is(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    return ((source[n], n, n + 1) for n in range(start, end))
