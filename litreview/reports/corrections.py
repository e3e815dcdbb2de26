"""Corrections: a report's fixes applied to the bytes of each file, by the editor of its format."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from litreview.formats.registry import read
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.finding import Fix
from litreview.reports.fixes import Plan, apply, diff, plan

if TYPE_CHECKING:
    from litreview.reports.report import Report

EDITORS = {"docx": "fix_docx", "html": "fix_html"}
"""Formats whose text is not the file itself: ``edit(document, data, fixes) -> bytes`` in that module."""

READ_ONLY = {"pdf": "correct the manuscript it was made from"}


@dataclass(frozen=True, slots=True)
class Correction:
    """One corrected file: its bytes before and after, a diff for people, and the fixes made."""

    path: str
    before: bytes
    after: bytes
    diff: str
    fixes: tuple[Fix, ...]


def corrections(report: Report, *, unsafe: bool = False) -> tuple[Correction, ...]:
    """The corrected form of every file that has something to fix.

    Raises:
        InputError: a file changed since it was read, or its format cannot be edited.
    """
    known = {article.path: article.document for article in report.articles}
    return tuple(correct(known.get(one.path) or read(one.path), one) for one in plan(report, unsafe=unsafe))


def correct(document: Document, one: Plan) -> Correction:
    """One file with its fixes made.

    Raises:
        InputError: the file changed since it was read, or its format cannot be edited.
    """
    path = Path(one.path)
    before = path.read_bytes()
    if document.format in READ_ONLY:
        raise InputError(
            f"{document.format} cannot be corrected", path=path, advice=READ_ONLY[document.format]
        )
    corrected = apply(document.text, one.fixes)
    if document.format in EDITORS:
        editor = import_module(f"litreview.reports.{EDITORS[document.format]}")
        after = bytes(editor.edit(document, before, one.fixes))
    else:
        after = _edit_text(document, before, corrected, path)
    return Correction(one.path, before, after, diff(one.path, document.text, corrected), one.fixes)


def _edit_text(document: Document, before: bytes, corrected: str, path: Path) -> bytes:
    """The corrected text in the file's own encoding, which must reproduce the file as it is."""
    if document.text.encode(document.encoding) != before:
        raise InputError("changed since it was read", path=path, advice="run it again")
    try:
        return corrected.encode(document.encoding)
    except UnicodeEncodeError as error:
        advice = "save the file as UTF-8 first"
        raise InputError(
            f"a correction does not fit {document.encoding}", path=path, advice=advice
        ) from error
