"""A plan → the corrected bytes of its file, by the editor of its format, and read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from litreview.editing.apply.edits import Edit, apply, apply_edits, diff, edits_of
from litreview.editing.apply.plan import Plan
from litreview.editing.apply.readback import assert_reads_back
from litreview.editing.apply.text import edited, pieces_of, shown
from litreview.formats.catalogue import named
from litreview.formats.pen import Spot
from litreview.formats.pens import pen_of
from litreview.formats.registry import read_bytes
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.finding import Finding, Fix

EDITORS = {"docx": "word", "html": "html"}
"""Formats whose text is not the file itself: ``edit(document, data, fixes) -> bytes`` in that module, and
``remarks(document, data, fixes) -> tuple[str, ...]``, what the author must know about the edited places."""

SOURCES = frozenset({"html"})
"""Of these, formats whose file is text all the same: its own lines are what a patch must name."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One corrected file: its bytes before and after, a diff for people, and the fixes made.

    ``findings`` are those the fixes answer, in the same order; ``remarks`` what the author must know;
    ``encoding`` that of the file, in which ``patch`` gives the diff to programs.
    """

    path: str
    before: bytes
    after: bytes
    diff: str
    fixes: tuple[Fix, ...]
    findings: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = ()
    encoding: str = "utf-8"

    @property
    def patch(self) -> bytes:
        """The diff in the file's own bytes, as ``patch`` compares them; of files of 16 or 32 bits a letter,
        which have no lines for ``patch``, in UTF-8."""
        return self.diff.encode("utf-8" if self.encoding.startswith(("utf-16", "utf-32")) else self.encoding)


def correct(document: Document, one: Plan) -> tuple[Correction, ...]:
    """The files of one document with its fixes made: one, or those that a LaTeX source is put together from.

    Raises:
        InputError: a file changed since it was read, or its format cannot be edited.
    """
    path = Path(one.path)
    if instead := named(document.format).instead:
        raise InputError(f"{document.format} cannot be corrected", path=path, advice=instead)
    edits = _completed(document, edits_of(document.text, one.fixes))
    if document.format == "latex" and document.places:
        return _joined(document, one, edits)
    before = bytes_of(path)
    if document.format not in EDITORS:
        after = edited(before, document, edits, path)
        assert_reads_back(document, after, one)
        change = shown(one.path, before, after, document)
        said = one.fixes, one.findings
        return (Correction(one.path, before, after, change, *said, encoding=document.encoding),)
    if _reread(document, before) != document.text:
        raise InputError("changed since it was read", path=path, advice="run it again")
    return (_by_editor(document, one, before),)


def _completed(document: Document, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits, with those that the file needs besides them."""
    pen = pen_of(document.notation)
    more = pen.complete(document.text, [Spot(*edit) for edit in edits]) if pen else ()
    return (*edits, *(Edit(*spot) for spot in more))


def _by_editor(document: Document, one: Plan, before: bytes) -> Correction:
    """A file whose text is not the file itself; fixes whose words are not found again are left and told."""
    editor = import_module(f"litreview.editing.apply.{EDITORS[document.format]}")
    pairs = list(zip(one.fixes, one.findings, strict=True))
    after = _edited(editor, document, before, one.fixes)
    lost: list[str] = []
    if after is None:
        works = [_edited(editor, document, before, [fix]) is not None for fix, _ in pairs]
        lost = [
            f"not made, its words were not found in the file: {fix.description}"
            for (fix, _), done in zip(pairs, works, strict=True)
            if not done
        ]
        pairs = [pair for pair, done in zip(pairs, works, strict=True) if done]
        after = _edited(editor, document, before, [fix for fix, _ in pairs])
    if after is None:
        raise InputError(
            "cannot be corrected by program", path=one.path, advice="--diff shows what to change"
        )
    fixes = tuple(fix for fix, _ in pairs)
    small = _small(document, fixes)
    is_source = document.format in SOURCES
    words = diff(one.path, document.text, apply_edits(document.text, edits_of(document.text, fixes)))
    return Correction(
        path=one.path,
        before=before,
        after=after,
        diff=shown(one.path, before, after, document) if is_source else words,
        fixes=fixes,
        findings=tuple(finding for _, finding in pairs),
        remarks=(*lost, *editor.remarks(document, before, small)),
        encoding=document.encoding if is_source else "utf-8",
    )


def _edited(editor: ModuleType, document: Document, before: bytes, fixes: Sequence[Fix]) -> bytes | None:
    """The edited file, None where it does not read as it should: never write what was not checked."""
    try:
        after = bytes(editor.edit(document, before, _small(document, fixes)))
    except InputError:
        return None
    return after if _reread(document, after) == apply(document.text, fixes) else None


def _small(document: Document, fixes: Sequence[Fix]) -> list[Fix]:
    return [Fix(edit.start, edit.end, edit.text) for edit in edits_of(document.text, fixes)]


def _reread(document: Document, data: bytes) -> str:
    """The text that a file's reader sees in these bytes."""
    return read_bytes(data, document.path, document.format).text


def _joined(document: Document, one: Plan, edits: Sequence[Edit]) -> tuple[Correction, ...]:
    """The files that ``\\input`` or a ``.bbl`` joined into one source, each with the edits that lie in it."""
    found = []
    for path, piece, own in pieces_of(document, Path(one.path), edits):
        made = [
            (fix, finding)
            for fix, finding in zip(one.fixes, one.findings, strict=True)
            if document.place(fix.start) in piece.places
        ]
        before = bytes_of(path)
        after = edited(before, piece, own, path)
        change = shown(str(path), before, after, piece)
        fixes, findings = tuple(fix for fix, _ in made), tuple(finding for _, finding in made)
        found.append(Correction(str(path), before, after, change, fixes, findings, encoding=piece.encoding))
    return tuple(found)


def bytes_of(path: Path) -> bytes:
    """The file as it is now.

    Raises:
        InputError: it is gone.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError("is no longer there", path=path) from error
