"""The bibliography files a manuscript names, read as its reference list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from litreview.formats import registry
from litreview.model.errors import InputError
from litreview.model.reference import Reference
from litreview.model.work import Diagnosis


class Named(NamedTuple):
    """References of the files a manuscript names, in order; the files' paths; what was odd about them."""

    references: tuple[Reference, ...] = ()
    paths: tuple[str, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """``("bibliography", path)`` for each file, for ``Document.metadata``."""
        return tuple(("bibliography", path) for path in self.paths)


def read_named(names: Iterable[str], manuscript: str, *, endings: tuple[str, ...] = ("",)) -> Named:
    """Reads the named files, relative to the manuscript; ``endings`` are tried in turn (``.bib`` for LaTeX).

    Their spans lie in another file than the manuscript: ``origin`` says in which. A manuscript without a
    path (a string) has no files to read.

    Raises:
        InputError: a file is missing or is no bibliography. Checking without it would accuse every
            citation of lacking its reference.
    """
    if not manuscript:
        return Named()
    references: list[Reference] = []
    paths: list[str] = []
    there: set[Path] = set()
    diagnoses: list[Diagnosis] = []
    for name in dict.fromkeys(names):
        path = _find(name, Path(manuscript), endings)
        if path is None:
            raise InputError(f"names the bibliography {name!r}, which is not there", path=manuscript)
        if path.resolve() in there:
            continue  # named twice: "refs.bib" and "./refs.bib", or a link to it
        there.add(path.resolve())
        document = registry.read(path)
        if not document.is_bibliography:
            raise InputError(f"names {name!r} as its bibliography, which is none", path=manuscript)
        references += (replace(item, origin=str(path)) for item in document.references)
        diagnoses += document.diagnoses
        paths.append(str(path))
    return Named(tuple(references), tuple(paths), tuple(diagnoses))


def has_all(names: Iterable[str], manuscript: str, *, endings: tuple[str, ...] = ("",)) -> bool:
    """True where every named file is there, or there is no folder to look in."""
    return not manuscript or all(_find(name, Path(manuscript), endings) for name in names)


def _find(name: str, manuscript: Path, endings: tuple[str, ...]) -> Path | None:
    for ending in endings:
        try:
            path = manuscript.parent / Path(name + ending).expanduser()
            if path.is_file():
                return path
        except (OSError, ValueError, RuntimeError):
            continue
    return None
