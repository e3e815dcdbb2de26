"""Pandoc's citation syntax: ``[see @key, p. 3; -@other]``, ``@key [p. 4]``, ``@{odd:key}``.

Grammar: pandoc user's guide, "Citation syntax". ``@`` after a letter or digit is an e-mail address.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from litreview.model.document import Mark

_TOKEN = re.compile(
    r"(?P<escape>\\.)|(?P<open>\[)|(?P<close>\])|(?P<end>\n[ \t]*\n)"
    r"|(?<![\w/\\.])-?@(?:\{(?P<braced>[^{}\s]{1,200})\}|(?P<plain>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*))"
)
_LOCATOR = re.compile(
    r"\s*+(?:,\s*+)?(?:\{\s*+)?((?:(?:pp?|chap|chs?|sect?|secs?|vols?|figs?|par|paras?|app|eqs?|n|nn|fol|col|art|no|l|ll|v|vv)\b\.?"
    r"|page|pages|chapter|chapters|section|sections|volume|figure|figures|table|tables|appendix|paragraph"
    r"|line|lines|note|book|part|verse|§§?|¶¶?|S\.|Kap\.)?\s*+(?:\d|[ivxlc]+\b)[^;\]}]{0,80})"
)
_AFTER = re.compile(r"[ \n]?\[([^\[\]@]{1,80})\](?!\()")
# Quarto and pandoc-crossref write cross-references the same way.
_CROSS_REFERENCE = re.compile(
    r"(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)[-:]"
)


class _Key(NamedTuple):
    start: int
    end: int
    name: str


class _Bracket(NamedTuple):
    start: int
    keys: list[_Key]


def pandoc_marks(text: str, known: Collection[str], *, bibliography: bool) -> tuple[Mark, ...]:
    """The citations of a Markdown text whose code and addresses are blanked out.

    ``known`` are the keys of the bibliography, which settle what ``@fig-1`` is. Where there is no
    ``bibliography`` and no bracketed citation either, a bare ``@name`` is somebody's user name.
    """
    groups: list[Mark] = []
    bare: list[_Key] = []
    for found in _scan(text, frozenset(known)):
        if isinstance(found, _Key):
            bare.append(found)
        else:
            groups.append(found)
    if bibliography or groups:
        groups += (_narrative(text, key) for key in bare)
    return tuple(sorted(groups, key=lambda mark: mark.start))


def _scan(text: str, known: frozenset[str]) -> Iterator[Mark | _Key]:
    """Bracketed groups as marks, keys outside brackets (or in a link's words) as they are."""
    stack: list[_Bracket] = []
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "open":
            stack.append(_Bracket(token.start(), []))
        elif kind == "close" and stack:
            bracket = stack.pop()
            if bracket.keys and text[token.end() : token.end() + 1] != "(":
                yield _group(text, bracket, token.end())
            else:
                yield from bracket.keys
        elif kind == "end":
            yield from (key for bracket in stack for key in bracket.keys)
            stack.clear()
        elif kind in ("braced", "plain"):
            key = _Key(token.start(), token.end(), token[kind])
            if key.name not in known and _CROSS_REFERENCE.match(key.name):
                continue
            if stack:
                stack[-1].keys.append(key)
            else:
                yield key
    yield from (key for bracket in stack for key in bracket.keys)


def _group(text: str, bracket: _Bracket, end: int) -> Mark:
    stops = [key.start for key in bracket.keys[1:]] + [end - 1]
    locators = (_locator(text[key.end : stop]) for key, stop in zip(bracket.keys, stops, strict=True))
    return Mark(bracket.start, end, "key", tuple(key.name for key in bracket.keys), tuple(locators))


def _narrative(text: str, key: _Key) -> Mark:
    after = _AFTER.match(text, key.end)
    locator = _locator(after[1]) if after else ""
    return Mark(key.start, after.end() if after and locator else key.end, "key", (key.name,), (locator,))


def _locator(text: str) -> str:
    """``p. 3`` from ``, p. 3; see also``; the rest of a citation is a suffix."""
    found = _LOCATOR.match(text.partition(";")[0])
    return found[1].strip() if found else ""
