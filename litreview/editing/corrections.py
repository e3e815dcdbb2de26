"""Corrections: what a check proves wrong and how each file would read, put right; what cannot be, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from litreview.editing.apply.files import Correction, bytes_of, correct
from litreview.editing.apply.plan import Checked, Plan, plan, without_pen
from litreview.editing.summary import summary
from litreview.formats.registry import read
from litreview.formats.writing import replace_files
from litreview.model.errors import InputError, LitreviewError, OptionError
from litreview.model.finding import Finding
from litreview.model.notation import Notation

NO_PEN = {
    Notation.CSL_YAML: ("CSL in YAML", "save the records as BibTeX, RIS or CSL-JSON"),
    Notation.ENDNOTE: ("EndNote's XML", "correct the records in EndNote and export them again"),
    Notation.BIBER: ("a list that biber made", "correct the .bib file that it was made from"),
    Notation.WORD_FIELD: (
        "a reference manager's data in Word",
        "correct the records there, then refresh",
    ),
}
"""Notations that nobody here writes: what they are called, and what to do instead."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file in which nothing is corrected though something is proven wrong. ``str()`` is one line: the file,
    why, and what to do instead. ``findings`` are those that stay."""

    error: LitreviewError
    findings: tuple[Finding, ...]

    @property
    def path(self) -> str:
        """The file."""
        return self.error.path or ""

    @property
    def why(self) -> str:
        """Why nothing is written into it."""
        return self.error.message

    def __str__(self) -> str:
        return str(self.error)


@dataclass(frozen=True)
class Corrections:
    """What ``litreview fix`` proposes: nothing is changed until ``write`` is called.

    ``files`` are the corrected files with their bytes before and after, ``refused`` those that cannot be
    corrected and why, ``checked`` the report that all of it comes from.
    """

    checked: Checked
    files: tuple[Correction, ...]
    refused: tuple[Refusal, ...] = ()

    @cached_property
    def diff(self) -> str:
        """A unified diff of all files, which ``patch -p1`` takes; empty where nothing is to be corrected."""
        return "".join(correction.diff for correction in self.files)

    @cached_property
    def patch(self) -> bytes:
        """The diff for programs: each file's part in that file's encoding."""
        return b"".join(correction.patch for correction in self.files)

    @cached_property
    def proposed(self) -> tuple[Finding, ...]:
        """The findings that are answered, each with its ``fix``."""
        return tuple(finding for correction in self.files for finding in correction.findings)

    def summary(self, done: str = "proposed") -> str:
        """What is corrected in each file, and what is left for you and why, as lines of text."""
        return summary(self.checked, self.files, done=done)

    def write(self) -> None:
        """Replace the files by their corrected forms: all of them, or none.

        Raises:
            InputError: one of them is refused, has changed since it was read, or cannot be written.
        """
        self.raise_refusals()
        unchanged(self.files)
        replace_files([(Path(correction.path), correction.after) for correction in self.files])

    def corrected(self, path: str | Path) -> bytes:
        """The one corrected file; the file at ``path`` as it is where nothing is to be corrected.

        Raises:
            InputError: a file is refused.
            OptionError: several files are corrected.
        """
        self.raise_refusals()
        if len(self.files) > 1:
            names = ", ".join(correction.path for correction in self.files)
            raise OptionError(f"{names} are corrected, under one name", advice="leave --output out")
        return self.files[0].after if self.files else Path(path).read_bytes()

    def raise_refusals(self) -> None:
        """Nothing, where every file can be corrected.

        Raises:
            InputError: one cannot; the line names it, why, and what to do instead.
        """
        if self.refused:
            first, *others = self.refused
            more = f"; nor can {', '.join(one.path for one in others)}" if others else ""
            raise InputError(f"{first.why}{more}", path=first.path, advice=first.error.advice)


def corrections(checked: Checked, *, unsafe: bool = False) -> Corrections:
    """The corrected form of every file that has something to fix, and the files that are refused.

    ``unsafe`` takes corrections too that are likely but not proven by an identifier or a locator.
    """
    known = {article.path: article.document for article in checked.articles}
    files: list[Correction] = []
    refused = list(_unwritten(checked, unsafe=unsafe))
    for one in plan(checked, unsafe=unsafe):
        try:
            files += correct(known.get(one.path) or read(one.path), one)
        except InputError as error:
            refused.append(_refusal(error, one))
    return Corrections(checked, tuple(files), tuple(refused))


def _refusal(error: InputError, one: Plan) -> Refusal:
    if error.path is None:
        error = InputError(error.message, path=one.path, advice=error.advice)
    return Refusal(error, one.findings)


def _unwritten(checked: Checked, *, unsafe: bool) -> Iterable[Refusal]:
    """The files whose entries no pen can write."""
    for (path, notation), findings in without_pen(checked, unsafe=unsafe).items():
        name, advice = NO_PEN.get(notation, (str(notation), "export the records as BibTeX, RIS or CSL-JSON"))
        yield Refusal(InputError(f"{name} cannot be corrected", path=path, advice=advice), findings)


def unchanged(found: Iterable[Correction]) -> None:
    """Asserts, just before writing, that nobody has saved these files meanwhile.

    Raises:
        InputError: one of them is not what it was.
    """
    for correction in found:
        if bytes_of(Path(correction.path)) != correction.before:
            raise InputError("changed since it was read", path=correction.path, advice="run it again")
