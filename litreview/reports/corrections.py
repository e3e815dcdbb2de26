"""Corrections: a report's fixes applied to the bytes of each file, by the editor of its format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from litreview.formats.registry import read
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.finding import Finding, Fix
from litreview.reports.file_text import edited, pieces_of
from litreview.reports.fixes import Edit, Plan, apply_edits, diff, edits_of, plan

if TYPE_CHECKING:
    from litreview.reports.report import Report

EDITORS = {"docx": "fix_docx", "html": "fix_html"}
"""Formats whose text is not the file itself: ``edit(document, data, fixes) -> bytes`` in that module, and
``remarks(document, data, fixes) -> tuple[str, ...]``, what the author must know about the edited places."""

READ_ONLY = {
    "pdf": "correct the manuscript it was made from",
    "jats": "correct the manuscript it was made from",
    "endnote": "correct the records in EndNote and export them again",
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One corrected file: its bytes before and after, a diff for people, and the fixes made.

    ``findings`` are those the fixes answer, in the same order; ``remarks`` what the author must know.
    """

    path: str
    before: bytes
    after: bytes
    diff: str
    fixes: tuple[Fix, ...]
    findings: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = ()


def corrections(report: Report, *, unsafe: bool = False) -> tuple[Correction, ...]:
    """The corrected form of every file that has something to fix.

    Raises:
        InputError: a file changed since it was read, or its format cannot be edited.
    """
    known = {article.path: article.document for article in report.articles}
    return tuple(
        correction
        for one in plan(report, unsafe=unsafe)
        for correction in correct(known.get(one.path) or read(one.path), one)
    )


def correct(document: Document, one: Plan) -> tuple[Correction, ...]:
    """The files of one document with its fixes made: one, or those that a LaTeX source is put together from.

    Raises:
        InputError: a file changed since it was read, or its format cannot be edited.
    """
    path = Path(one.path)
    if document.format in READ_ONLY:
        raise InputError(
            f"{document.format} cannot be corrected", path=path, advice=READ_ONLY[document.format]
        )
    edits = edits_of(document.text, one.fixes)
    if document.format == "latex" and document.places:
        return _joined(document, one, edits)
    before = _bytes(path)
    shown = diff(one.path, document.text, apply_edits(document.text, edits))
    if document.format not in EDITORS:
        after = edited(before, document, edits, path)
        return (Correction(one.path, before, after, shown, one.fixes, one.findings),)
    if read(path).text != document.text:
        raise InputError("changed since it was read", path=path, advice="run it again")
    editor = import_module(f"litreview.reports.{EDITORS[document.format]}")
    small = [Fix(edit.start, edit.end, edit.text) for edit in edits]
    after = bytes(editor.edit(document, before, small))
    remarks = tuple(editor.remarks(document, before, small))
    return (Correction(one.path, before, after, shown, one.fixes, one.findings, remarks),)


def _joined(document: Document, one: Plan, edits: Sequence[Edit]) -> tuple[Correction, ...]:
    """The files that ``\\input`` or a ``.bbl`` joined into one source, each with the edits that lie in it."""
    found = []
    for path, piece, own in pieces_of(document, Path(one.path), edits):
        made = [
            (fix, finding)
            for fix, finding in zip(one.fixes, one.findings, strict=True)
            if document.place(fix.start) in piece.places
        ]
        before = _bytes(path)
        after = edited(before, piece, own, path)
        shown = diff(str(path), piece.text, apply_edits(piece.text, own))
        fixes, findings = tuple(fix for fix, _ in made), tuple(finding for _, finding in made)
        found.append(Correction(str(path), before, after, shown, fixes, findings))
    return tuple(found)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError("is no longer there", path=path) from error


def unchanged(found: Iterable[Correction]) -> None:
    """Asserts, just before writing, that nobody has saved these files meanwhile.

    Raises:
        InputError: one of them is not what it was.
    """
    for correction in found:
        if _bytes(Path(correction.path)) != correction.before:
            raise InputError("changed since it was read", path=correction.path, advice="run it again")
