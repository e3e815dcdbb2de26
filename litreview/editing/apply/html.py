"""Corrections in the source of a web page: only the words change, every tag stays where it is.

The page's text was read through a parser, so a span is first found again in the source: the visible
letters behind the line its element begins on are laid beside the letters of the text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from litreview.editing.apply.edits import Edit, apply_edits
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.finding import Fix
from litreview.normalise.identifiers import clean_doi

# A tag or a comment, a whole script or style element, a character reference, or one letter.
_TOKEN = re.compile(r"<(?:!--|(?P<raw>script|style)\b)?|&#?\w{1,31};|\S", re.IGNORECASE)


class _Letter(NamedTuple):
    """A visible letter and where the source writes it."""

    char: str
    start: int
    end: int


def edit(document: Document, data: bytes, fixes: Iterable[Fix]) -> bytes:
    """The page with its words replaced, in its own encoding.

    Raises:
        InputError: the words of a fix cannot be found again in the source.
    """
    source = data.decode(document.encoding)
    fixes = tuple(fixes)
    edits: list[tuple[int, int, str]] = list(_links(document, source, fixes))
    for fix in fixes:
        edits += _edits(document, source, _on_letters(document.text, fix))
    for start, end, text in sorted(edits, reverse=True):
        source = source[:start] + text + source[end:]
    return source.encode(document.encoding, "xmlcharrefreplace")


def remarks(document: Document, data: bytes, fixes: Iterable[Fix]) -> tuple[str, ...]:
    """Nothing: what is written into a page stays there."""
    return ()


def _links(document: Document, source: str, fixes: Sequence[Fix]) -> Iterator[tuple[int, int, str]]:
    """The address behind a corrected DOI leads to the corrected one too."""
    for link in document.hyperlinks:
        inside = [
            Edit(fix.start - link.start, fix.end - link.start, fix.replacement)
            for fix in fixes
            if link.start <= fix.start and fix.end <= link.end
        ]
        shown = document.text[link.start : link.end]
        old, new = clean_doi(shown), clean_doi(apply_edits(shown, inside))
        at = link.url.casefold().find(old) if inside and old and new and old != new else -1
        letters = _letters(document, source, Fix(link.start, link.end, "")) if at >= 0 else []
        if letters and (place := source.rfind(link.url, 0, letters[0].start)) >= 0:
            yield place + at, place + at + len(old), html.escape(new)


def _on_letters(text: str, fix: Fix) -> Fix:
    """A fix that begins and ends with letters: blanks cannot be found again in a page's source."""
    start, end, new = fix.start, fix.end, fix.replacement
    if start == end:
        return fix
    while start and text[start].isspace():
        start, new = start - 1, text[start - 1] + new
    while end < len(text) and text[end - 1].isspace():
        end, new = end + 1, new + text[end]
    return Fix(start, end, new, fix.safe, fix.description)


def _edits(document: Document, source: str, fix: Fix) -> list[tuple[int, int, str]]:
    """The stretches of source to replace: the first takes the new words, those behind tags become empty."""
    is_insertion = fix.start == fix.end
    before_next = is_insertion and document.text[fix.start - 1 : fix.start].isspace()
    letters = _letters(document, source, replace(fix, end=fix.end + 1) if before_next else fix)
    if not letters:
        place = document.place(fix.start)
        where = place.name if place else "an unknown place"
        raise InputError(f"the words to correct at {where} were not found in the source", path=document.path)
    new = html.escape(fix.replacement, quote=False)
    if is_insertion:
        at = letters[0].start if before_next else letters[-1].end
        return [(at, at, new)]
    runs: list[tuple[int, int]] = []
    for letter in letters:
        if runs and "<" not in source[runs[-1][1] : letter.start]:
            runs[-1] = (runs[-1][0], letter.end)
        else:
            runs.append((letter.start, letter.end))
    return [(start, end, new if at == 0 else "") for at, (start, end) in enumerate(runs)]


def _letters(document: Document, source: str, fix: Fix) -> list[_Letter]:
    """The visible letters of a fix's span in the source; of an insertion, the letter before it."""
    start = fix.start - 1 if fix.start == fix.end else fix.start
    place = document.place(start)
    if place is None or len(place.address) < 2:
        return []
    visible = _visible(source, _line_start(source, int(place.address[1])))
    before = "".join(document.text[place.start : start].split())
    wanted = "".join(document.text[start : fix.end].split())
    whole = "".join(document.text[place.start : place.end].split())
    at = "".join(letter.char for letter in visible).find(whole)
    first = at + len(before)
    return visible[first : first + len(wanted)] if at >= 0 else []


def _visible(source: str, begin: int) -> list[_Letter]:
    """The letters a reader sees from an offset on, blanks left out; a character reference is one letter."""
    letters: list[_Letter] = []
    at = begin
    never: set[str] = set()
    while match := _TOKEN.search(source, at):
        at = match.end()
        if match[0].startswith("<"):
            at = _tag_end(source, match, never)
            if at > match.start() + 1:
                continue
        text = html.unescape(source[match.start() : at])
        letters += (_Letter(char, match.start(), at) for char in text if not char.isspace())
    return letters


def _tag_end(source: str, opened: re.Match[str], never: set[str]) -> int:
    """Where a comment, a script or a tag ends; behind its "<" where it is none of them. ``never`` keeps what
    does not come any more, so that it is looked for once."""
    kinds = ("-->" if opened[0] == "<!--" else "", rf"</{opened['raw']}\s*+>" if opened["raw"] else "", ">")
    for close in filter(None, kinds):
        if close.lower() not in never:
            if end := re.compile(close, re.IGNORECASE).search(source, opened.end()):
                return end.end()
            never.add(close.lower())
    return opened.start() + 1


def _line_start(source: str, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = source.find("\n", at) + 1
        if at == 0:
            return 0
    return at
