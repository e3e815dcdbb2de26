"""The ``\\cite`` family of LaTeX, natbib, biblatex, apacite and friends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.latex.macros import citing_macros, macro_uses
from litreview.formats.latex.scan import Group, Source
from litreview.model.document import Mark

_CITE = re.compile(r"\\(?P<name>(?=[A-Za-z]*[Cc]ite)[A-Za-z]++)\*?")
# Commands that have "cite" in their names and cite nothing in the text.
_OTHERS = frozenset({
    "nocite", "citestyle", "setcitestyle", "bibcite", "defcitealias", "citesort", "DeclareCiteCommand",
    "DeclareMultiCiteCommand", "citenamefont", "citereset", "citetrackertrue", "citetrackerfalse",
    "citeindextrue", "newcite", "newcites", "mkbibcite", "ifciteseen", "citesetup", "citeform",
    "citeleft", "citeright", "citemid", "citepunct", "citedash", "citename", "citelist", "citefield",
    "AtEveryCite", "AtEveryCitekey", "citeguts", "citeproc", "citeproctext",
    "citetext", "shortcites", "citeauthoryear",
})  # fmt: skip
_NOCITE = re.compile(r"\\nocite\s*\{([^{}]{0,20000})\}")
_ANGLE = re.compile(r"\s*<[^<>{}\n]{0,200}>")
_OF_VOLUMES = ("volcite", "volcites")
"""biblatex's commands whose first argument in braces is a volume."""
_KEY = re.compile(r"[^\s{}#\\,]+")


def cite_marks(source: Source) -> Iterator[Mark]:
    """Every citation of a source whose comments are blanked out; ``\\nocite`` is none.

    The locator is the last optional argument: ``\\citep[see][p.~3]{key}``. It belongs to the last key.
    """
    macros = citing_macros(source)
    for use in macro_uses(source, macros):
        keys = [key for group in use.keys for key in _keys(source.inside(group))]
        locator = _locator(source, use.option) if use.option else ""
        if keys:
            yield Mark(use.start, use.end, "key", tuple(keys), (*("" for _ in keys[1:]), locator))
    for found in _CITE.finditer(source.text):
        name = found["name"]
        if name in _OTHERS or name in macros or name.startswith("mciteSet"):
            continue
        keys, locators = list[str](), list[str]()
        at = found.end()
        if name.lower().endswith(_OF_VOLUMES):  # \pvolcite[see]{2}[3]{key}
            _, at = source.options(at)
            at = volume.end if (volume := source.group(at)) else at
        if name.endswith("s"):  # \textcites(see)()[3]{a}[4]{b}
            at = source.round_options(at)
        while item := _one(source, at):
            wanted, locator, at = item
            keys += wanted
            locators += ["" for _ in wanted[1:]] + [locator]
            if not name.endswith("s"):
                break
        if keys:
            yield Mark(found.start(), at, "key", tuple(keys), tuple(locators))


def nocite_keys(text: str) -> tuple[str, ...]:
    """Keys that ``\\nocite`` puts into the list without citing them; ``*`` is all."""
    return tuple(key for found in _NOCITE.finditer(text) for key in _KEY.findall(found[1]))


def _one(source: Source, at: int) -> tuple[list[str], str, int] | None:
    """Keys, locator and end of ``[see][p. 3]{a,b}``; None where there is no such thing."""
    if angle := _ANGLE.match(source.text, at):  # apacite: \cite<see>[p. 3]{key}
        at = angle.end()
    optional, at = source.options(at)
    braces = source.group(at)
    if braces is None:
        return None
    keys = _keys(source.inside(braces))
    return (keys, _locator(source, optional[-1]) if optional else "", braces.end) if keys else None


def _keys(text: str) -> list[str]:
    """The keys of a list; what holds a command or a parameter is none."""
    return [] if re.search(r"[{}\\#]", text) else _KEY.findall(text)


def _locator(source: Source, option: Group) -> str:
    return " ".join(source.inside(option).replace("~", " ").split())
