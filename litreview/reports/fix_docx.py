"""Corrections in a Word file as tracked changes, which the author accepts or refuses."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from litreview.formats.xml_tree import tag
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.finding import Fix
from litreview.reports.word_runs import Pieces, W, open_word, save_word

if TYPE_CHECKING:
    from lxml import etree

AUTHOR = "litreview"
FIRST_ID = 90_000
"""Ids of tracked changes must differ in a file; authors' own begin at 0 and seldom pass a few thousand."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def edit(document: Document, data: bytes, fixes: Iterable[Fix]) -> bytes:
    """The file with each fix as one deletion and one insertion, in the look of the words it replaces.

    Raises:
        InputError: a fix lies where no change can be tracked (a note, a list number).
        MissingExtraError: the ``docx`` extra is not installed.
    """
    word = open_word(data)
    pieces = Pieces(word, document)
    for number, fix in enumerate(sorted(fixes, key=lambda fix: fix.start, reverse=True)):
        runs = pieces.cut(fix.start, fix.end)
        if not runs:
            place = document.place(fix.start)
            name = place.name if place else "there"
            raise InputError(f"the correction at {name} cannot be made by program", path=document.path)
        _replace(runs, fix, FIRST_ID + 2 * number)
    return save_word(word)


def _replace(runs: list[etree._Element], fix: Fix, number: int) -> None:
    added = _tracked(runs[-1], "ins", number)
    added.append(_run_like(runs[0], fix.replacement))
    runs[-1].addnext(added)
    if fix.start == fix.end:
        return
    for at, run in enumerate(runs):
        removed = _tracked(run, "del", number + 1 + at * 100_000)
        run.addprevious(removed)
        removed.append(run)
        for child in run:
            if tag(child) == "t":
                child.tag = f"{W}delText"
        # The insertion stood behind the run, which now stands inside its deletion.
        removed.addnext(added)


def _tracked(near: etree._Element, name: str, number: int) -> etree._Element:
    return near.makeelement(f"{W}{name}", {f"{W}id": str(number), f"{W}author": AUTHOR})


def _run_like(model: etree._Element, text: str) -> etree._Element:
    run = model.makeelement(f"{W}r")
    run.extend(deepcopy(child) for child in model if tag(child) == "rPr")
    words = run.makeelement(f"{W}t", {_SPACE: "preserve"})
    words.text = text
    run.append(words)
    return run
