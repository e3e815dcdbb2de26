"""The ``\\cite`` family of LaTeX, natbib, biblatex, apacite and friends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.latex.scan import Source
from litreview.model.document import Mark

_CITE = re.compile(r"\\(?P<name>[A-Za-z]*[Cc]ite[A-Za-z]*)(?![A-Za-z])\*?")
# Commands that have "cite" in their names and cite nothing in the text.
_OTHERS = frozenset({
    "nocite", "citestyle", "setcitestyle", "bibcite", "defcitealias", "citesort", "DeclareCiteCommand",
    "DeclareMultiCiteCommand", "citenamefont", "citereset", "citetrackertrue", "citetrackerfalse",
    "citeindextrue", "newcite", "newcites", "mkbibcite", "ifciteseen", "citesetup", "citeform",
    "citeleft", "citeright", "citemid", "citepunct", "citedash", "citename", "citelist", "citefield",
    "AtEveryCite", "AtEveryCitekey", "citeguts", "citeproc", "citeproctext",
})  # fmt: skip
_NOCITE = re.compile(r"\\nocite\s*\{([^{}]{0,20000})\}")
_KEY = re.compile(r"[^\s{}#\\,]+")


def cite_marks(source: Source) -> Iterator[Mark]:
    """Every citation of a source whose comments are blanked out; ``\\nocite`` is none.

    The locator is the last optional argument: ``\\citep[see][p.~3]{key}``. It belongs to the last key.
    """
    for found in _CITE.finditer(source.text):
        name = found["name"]
        if name in _OTHERS:
            continue
        keys: list[str] = []
        locators: list[str] = []
        at = found.end()
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
    optional, at = source.options(at)
    braces = source.group(at)
    if braces is None:
        return None
    text = source.inside(braces)
    # What holds a command or a parameter is no list of keys: \newcommand{\mycite}[1]{\citep{#1}}.
    keys = [] if re.search(r"[{}\\#]", text) else _KEY.findall(text)
    locator = source.inside(optional[-1]) if optional else ""
    return (keys, " ".join(locator.replace("~", " ").split()), braces.end) if keys else None
