r"""A LaTeX project as one source: what ``\input`` names is read in place, never from outside its folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from litreview.formats.encoding import decode
from litreview.formats.latex.scan import blank_hidden
from litreview.formats.reach import is_within
from litreview.formats.text import one_newline
from litreview.model.document import Place
from litreview.model.errors import InputError
from litreview.model.work import Diagnosis

MAX_DEPTH, MAX_FILES, MAX_CHARACTERS = 10, 500, 50_000_000
"""Nesting, number and joint length of the files read for one document; past them the rest is left out."""
_INPUT = re.compile(r"\\(?:input|include|subfile)\s*+\{\s*+([^{}\n%]{1,300}?)\s*+\}")
_BIBLIOGRAPHY = re.compile(r"\\bibliography\s*\{[^{}]{1,2000}\}|\\printbibliography\b")


class Project:
    """The joined source of a document: ``pieces`` of text, each with its file and first line.

    A document of one file has that file's text and no places. With ``printed`` the list that BibTeX
    left beside the source (``.bbl``) stands where the source asks for it.
    """

    def __init__(self, text: str, path: str, *, printed: bool = False) -> None:
        self.folder = Path(path).resolve().parent if path else None
        self.pieces: list[tuple[str, str, int]] = []
        self.diagnoses: list[Diagnosis] = []
        self._printed = printed
        self._files = 0
        self._length = 0
        main = Path(path).resolve() if path else Path("main.tex")
        self._read(text, main, (main,))

    @property
    def text(self) -> str:
        """The joined source."""
        return "".join(text for text, _, _ in self.pieces)

    def places(self) -> tuple[Place, ...]:
        """Where every line of the joined source stands; empty for a single file."""
        if len(self.pieces) == 1:
            return ()
        found: list[Place] = []
        at = 0
        for text, file, line in self.pieces:
            for content in text.splitlines(keepends=True):
                found.append(Place(at, at + len(content), f"line {line} of {file}", (file, line)))
                at += len(content)
                line += content.endswith("\n")
        return tuple(found)

    def _read(self, text: str, file: Path, above: tuple[Path, ...]) -> None:
        """Adds a file, and in place of each ``\\input`` what it names."""
        self._files += 1
        self._length += len(text)
        seen, at, line = blank_hidden(text), 0, 1
        for found in _INPUT.finditer(seen):
            inner = self._open(found[1], above)
            if inner is not None:
                line = self._add(text, at, found.start(), file, line)
                line, at = line + text.count("\n", found.start(), found.end()), found.end()
                self._read(*inner, (*above, inner[1]))
        stop = _BIBLIOGRAPHY.search(seen, at) if self._printed else None
        if stop and (listed := self._bbl(above[0])):
            line = self._add(text, at, stop.start(), file, line)
            self._add(listed[0], 0, len(listed[0]), listed[1], 1)
            self._printed, at = False, stop.end()
            line += text.count("\n", stop.start(), at)
        self._add(text, at, len(text), file, line)

    def _add(self, text: str, start: int, end: int, file: Path, line: int) -> int:
        """Keeps a piece that begins in that line of its file; the line that the text behind it begins in."""
        if end > start:
            self.pieces.append((text[start:end], self._name(file), line))
        return line + text.count("\n", start, end)

    def _name(self, file: Path) -> str:
        return Path(os.path.relpath(file, self.folder)).as_posix() if self.folder else file.name

    def _open(self, name: str, above: tuple[Path, ...]) -> tuple[str, Path] | None:
        """The text of an included file; None, with a diagnosis, where it cannot or must not be read."""
        if self.folder is None:
            return None
        reason = ""
        file = self._within(name)
        if file is None:
            reason = "is not there, or lies outside the folder"
        elif file in above or len(above) >= MAX_DEPTH:
            reason = "includes itself, or is nested too deep"
        elif self._files >= MAX_FILES or self._length >= MAX_CHARACTERS:
            reason = "would make the document too long"
        if file is None or reason:
            self.diagnoses.append(Diagnosis(f"\\input{{{name}}} {reason} and was not read"))
            return None
        try:
            return one_newline(decode(file.read_bytes(), str(file)).text), file
        except (OSError, InputError) as error:
            self.diagnoses.append(Diagnosis(f"\\input{{{name}}} was not read: {error}"))
            return None

    def _within(self, name: str) -> Path | None:
        """The file a name means, if it is one below the project's folder (symbolic links followed)."""
        assert self.folder is not None
        for ending in ("", ".tex"):
            try:
                file = (self.folder / f"{name}{ending}").resolve()
                if is_within(file, self.folder) and file.is_file():
                    return file if file.stat().st_size <= MAX_CHARACTERS else None
            except (OSError, ValueError):
                continue
        return None

    def _bbl(self, main: Path) -> tuple[str, Path] | None:
        """The printed list beside the source and its file; biblatex's file of fields is none."""
        return next((found for found in bbl_files(main) if "\\bibitem" in found[0]), None)


def bbl_files(main: Path) -> Iterator[tuple[str, Path]]:
    """The texts of the lists that BibTeX or biber left beside a source: of its own name first."""
    for file in dict.fromkeys((main.with_suffix(".bbl"), *sorted(main.parent.glob("*.bbl")))):
        if is_within(file, main.parent) and file.is_file() and file.stat().st_size <= MAX_CHARACTERS:
            yield one_newline(decode(file.read_bytes(), str(file)).text), file
