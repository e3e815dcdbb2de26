"""The bibliography files a manuscript names, read as its reference list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from litreview.formats import registry
from litreview.formats.reach import is_within, refusal
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


def read_named(
    names: Iterable[str], manuscript: str, *, endings: tuple[str, ...] = ("",), home: Path | None = None
) -> Named:
    """Reads the named files, relative to the manuscript; ``endings`` are tried in turn (``.bib`` for LaTeX).

    Their spans lie in another file than the manuscript: ``origin`` says in which. A manuscript without a
    path (a string) has no files to read. ``home`` is the folder below which they must lie, the manuscript's
    own unless a project above it names them.

    Raises:
        InputError: a file is missing, lies outside, or is no bibliography. Checking without it
            would accuse every citation of lacking its reference.
    """
    if not manuscript:
        return Named()
    references: list[Reference] = []
    paths: list[str] = []
    there: set[Path] = set()
    diagnoses: list[Diagnosis] = []
    for name in dict.fromkeys(names):
        path = _find(name, Path(manuscript), endings, home)
        if path is None and (outside := _outside(name, Path(manuscript), endings, home)):
            raise refusal(name, outside, manuscript)
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
    """True where every named file is there and may be read, or there is no folder to look in."""
    return not manuscript or all(_find(name, Path(manuscript), endings) for name in names)


def refused(
    names: Iterable[str], manuscript: str, *, endings: tuple[str, ...] = ("",)
) -> Iterator[Diagnosis]:
    """What is said of named files outside, where another list stands in for them."""
    for name in dict.fromkeys(names) if manuscript else ():
        if _find(name, Path(manuscript), endings) is None and (
            outside := _outside(name, Path(manuscript), endings, None)
        ):
            error = refusal(name, outside, manuscript)
            yield Diagnosis(f"{error.message} ({error.advice})")


def _find(name: str, manuscript: Path, endings: tuple[str, ...], home: Path | None = None) -> Path | None:
    for path in _meant(name, manuscript, endings):
        try:
            if is_within(path, home or manuscript.parent) and path.is_file():
                return path
        except (OSError, ValueError):
            continue
    return None


def _outside(name: str, manuscript: Path, endings: tuple[str, ...], home: Path | None) -> Path | None:
    """The first file that a name means outside, whether it is there or not."""
    meant = _meant(name, manuscript, endings)
    return next((path for path in meant if not is_within(path, home or manuscript.parent)), None)


def _meant(name: str, manuscript: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    for ending in endings:
        try:
            path = manuscript.parent / Path(name + ending).expanduser()
            path.resolve()  # a name that cannot be a file's is not there, and not outside
        except (OSError, ValueError, RuntimeError):
            continue
        yield path
