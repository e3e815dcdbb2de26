r"""A LaTeX project in a zip archive, as Overleaf gives it: its sources unpacked for reading, within limits.

Of several sources the main one has ``\documentclass`` and ``\begin{document}`` and is nearest the top.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from litreview.formats.archive import Archive
from litreview.formats.encoding import decode
from litreview.formats.latex.files import MAX_FILES
from litreview.formats.latex.read import read_latex
from litreview.formats.latex.scan import blank_hidden
from litreview.model.document import Document, Place
from litreview.model.errors import InputError
from litreview.model.work import Diagnosis

KIND = "a zip archive"
_READ = frozenset({".tex", ".ltx", ".latex", ".bib", ".bbl"})
_SOURCES = frozenset({".tex", ".ltx", ".latex"})
_CLASS = re.compile(
    r"\\document(?:class|style)\s*+(?:\[[^\]]{0,500}\]\s*+)?\{\s*+(?P<name>[^{}]{0,80}?)\s*+\}"
)
_PARTS = frozenset({"subfiles", "standalone"})
"""Classes of files that are parts of another document."""
_USUAL = ("main", "ms", "manuscript", "paper", "article", "thesis", "template")


def read_zipped(data: bytes, path: str = "") -> Document:
    """The main source of the archive with all that it takes in; read only.

    Raises:
        InputError: no zip, damaged, encrypted, too large, without LaTeX in it, or a bibliography is missing.
    """
    archive = Archive(data, path, KIND)
    names = sorted(name for name in set(archive.names) if _is_read(name))
    if len(names) > MAX_FILES:
        raise InputError(f"{KIND} with more than {MAX_FILES} sources", path=path, advice="unpack it")
    parts = {name: archive.read(name) for name in names}
    mains = sorted(filter(None, (_rank(name, part, path) for name, part in parts.items())))
    if not mains:
        raise InputError(
            f"{KIND} without a LaTeX document in it", path=path, advice="unpack it and name the file to check"
        )
    chosen = mains[0][-1]
    others = tuple(_told(chosen, [rank[-1] for rank in mains[1:]]))
    with TemporaryDirectory() as folder:
        document = _read(Path(folder).resolve(), parts, chosen, path)
    return replace(document, diagnoses=(*others, *document.diagnoses))


def _is_read(name: str) -> bool:
    """True for a source or a list within the archive's own folders; what the Finder adds is none."""
    parts = PurePosixPath(name).parts
    plain = not (name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in parts)
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return plain and not hidden and PurePosixPath(name).suffix.casefold() in _READ


def _rank(name: str, data: bytes, path: str) -> tuple[int, int, int, str] | None:
    """How near a source is to being the main one, smallest first; None for what is no document."""
    place = PurePosixPath(name)
    if place.suffix.casefold() not in _SOURCES or not data.strip():
        return None
    text = blank_hidden(decode(data, path).text)
    found = _CLASS.search(text)
    if found is None or found["name"] in _PARTS or r"\begin{document}" not in text:
        return None
    stem = place.stem.casefold()
    return len(place.parts), _USUAL.index(stem) if stem in _USUAL else len(_USUAL), -len(text), name


def _told(chosen: str, others: list[str]) -> Iterator[Diagnosis]:
    if others:
        yield Diagnosis(f"{chosen} of the archive was read, and not {', '.join(others)}")


def _read(folder: Path, parts: dict[str, bytes], main: str, path: str) -> Document:
    for name, data in parts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    try:
        document = read_latex(parts[main], str(folder / main))
    except InputError as error:
        raise InputError(error.message, path=f"{path}/{main}", advice=error.advice) from error

    def within(file: str) -> str:
        return f"{path}/{Path(file).resolve().relative_to(folder).as_posix()}"

    return replace(
        document,
        path=path,
        format="latex-zip",
        references=tuple(
            replace(one, origin=one.origin and within(one.origin)) for one in document.references
        ),
        metadata=tuple(
            (key, within(said) if key == "bibliography" else said) for key, said in document.metadata
        ),
        places=document.places or tuple(_lines(document.text, main)),
    )


def _lines(text: str, name: str) -> Iterator[Place]:
    at = 0
    for line, content in enumerate(text.splitlines(keepends=True), 1):
        yield Place(at, at + len(content), f"line {line} of {name}", (name, line))
        at += len(content)
