"""Corrections in a Word file as tracked changes, which the author accepts or refuses."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from litreview.formats.word.attributes import attribute
from litreview.formats.word.runs import Pieces, W, open_word, save_word
from litreview.formats.xml_tree import tag
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.finding import Fix
from litreview.normalise.identifiers import clean_doi

if TYPE_CHECKING:
    from lxml import etree

AUTHOR = "litreview"
FIRST_ID = 90_000
"""Ids of tracked changes must differ in a file; authors' own begin at 0 and seldom pass a few thousand."""

MANAGERS = (("ZOTERO", "Zotero"), ("MENDELEY", "Mendeley"), ("EN.CITE", "EndNote"), ("EN.REFLIST", "EndNote"),
            ("CSL_CITATION", "Mendeley"), ("BIBLIOGRAPHY", "Word"), ("CITATION ", "Word"))  # fmt: skip
"""Words of a field's code and who writes what the field shows; first hit counts."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def edit(document: Document, data: bytes, fixes: Iterable[Fix]) -> bytes:
    """The file with each fix as one deletion and one insertion, in the look of the words it replaces.

    Raises:
        InputError: a fix lies where no change can be tracked (a list number, a formula).
        MissingExtraError: the ``docx`` extra is not installed.
    """
    word = open_word(data)
    pieces = Pieces(word, document)
    for number, fix in enumerate(sorted(fixes, key=lambda fix: fix.start, reverse=True)):
        runs = pieces.cut(fix.start, fix.end)
        is_before = False
        if not runs and fix.start == fix.end:  # at the very beginning of a paragraph
            runs, is_before = pieces.cut(fix.start, fix.start + 1)[:1], True
        if not runs:
            place = document.place(fix.start)
            name = place.name if place else "there"
            raise InputError(f"the correction at {name} cannot be made by program", path=document.path)
        _replace(runs, fix, FIRST_ID + 2 * number, is_before=is_before)
    return save_word(word, pieces.notes)


def remarks(document: Document, data: bytes, fixes: Iterable[Fix]) -> tuple[str, ...]:
    """What a reference manager will undo: corrections inside the words that its fields print."""
    word = open_word(data)
    pieces = Pieces(word, document)
    fixes = tuple(fixes)
    # Cutting makes new runs, so all cuts come first.
    touched = [(fix, pieces.cut(fix.start, fix.end)) for fix in fixes]
    printed: dict[etree._Element, str] = {}
    for root in (word.element, *(root for _, root in pieces.notes.values())):
        printed |= _printed_by_fields(root)
    said: dict[str, None] = {}
    for fix, runs in touched:
        manager = next((printed[run] for run in runs if run in printed), "")
        place = document.place(max(fix.start - 1, 0))
        if manager and place:
            said[
                f"{place.name} is printed by {manager}: correct the record there too, or the next refresh "
                "brings the old words back"
            ] = None
    for link in document.hyperlinks:
        if clean_doi(link.url) and any(link.start <= fix.start and fix.end <= link.end for fix in fixes):
            said[f"the link behind {document.text[link.start : link.end]} still leads to {link.url}"] = None
    return tuple(said)


def _printed_by_fields(root: etree._Element) -> dict[etree._Element, str]:
    """Every run that a citation or bibliography field prints, and the program that does."""
    found: dict[etree._Element, str] = {}
    open_fields: list[list[str]] = []  # the code of each, and "|" once it prints
    for element in root.iter():
        name = tag(element)
        if name == "fldChar":
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                open_fields.append([])
            elif open_fields and kind == "separate":
                open_fields[-1].append("|")
            elif open_fields and kind == "end":
                open_fields.pop()
        elif name == "instrText" and open_fields:
            open_fields[-1].append(element.text or "")
        elif name == "r" and element.tag == f"{W}r":
            codes = ["".join(code) for code in open_fields if "|" in code]
            codes += [attribute(up, "instr") for up in element.iterancestors(f"{W}fldSimple")]
            if manager := next((who for code in codes if (who := _manager(code))), ""):
                found[element] = manager
    return found


def _manager(code: str) -> str:
    words = code.upper()
    return next((name for word, name in MANAGERS if word in words), "")


def _replace(runs: list[etree._Element], fix: Fix, number: int, *, is_before: bool) -> None:
    added = _tracked(runs[-1], "ins", number)
    if fix.replacement:
        added.append(_run_like(runs[0], fix.replacement))
    if is_before:
        runs[0].addprevious(added)
    else:
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
    if not fix.replacement:
        parent = added.getparent()
        if parent is not None:
            parent.remove(added)


def _tracked(near: etree._Element, name: str, number: int) -> etree._Element:
    return near.makeelement(f"{W}{name}", {f"{W}id": str(number), f"{W}author": AUTHOR})


def _run_like(model: etree._Element, text: str) -> etree._Element:
    run = model.makeelement(f"{W}r")
    run.extend(deepcopy(child) for child in model if tag(child) == "rPr")
    words = run.makeelement(f"{W}t", {_SPACE: "preserve"})
    words.text = text
    run.append(words)
    return run
