"""Which files a document may take in: those of its own folder and below, and of folders the user allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from litreview.model.errors import InputError, OptionError

# Readers take bytes and a path; what a user allows for one run is no matter of a format and goes round them.
_ALLOWED: ContextVar[tuple[Path, ...]] = ContextVar("allowed folders", default=())
_TOP: ContextVar[Path | None] = ContextVar("no folder above it", default=None)


@contextmanager
def kept_in(folder: str | Path) -> Iterator[None]:
    """Within this block nothing above the folder is sought for a document in it: an upload has no project."""
    token = _TOP.set(Path(folder).resolve())
    try:
        yield
    finally:
        _TOP.reset(token)


def folders_up(start: Path, most: int) -> tuple[Path, ...]:
    """A folder and those above it, at most so many, and none above the one that a document is ``kept_in``."""
    folders, top = (start, *start.parents)[:most], _TOP.get()
    if top is not None and start.is_relative_to(top):
        return tuple(folder for folder in folders if folder.is_relative_to(top))
    return folders


@contextmanager
def allowing(folders: Iterable[str | Path]) -> Iterator[None]:
    """Within this block documents may also take in files of these folders and below.

    Raises:
        OptionError: one of them is no folder.
    """
    more = tuple(_folder(one) for one in folders)
    token = _ALLOWED.set((*_ALLOWED.get(), *more))
    try:
        yield
    finally:
        _ALLOWED.reset(token)


def is_within(file: Path, home: Path) -> bool:
    """True where a file lies in ``home`` or an allowed folder, after every symbolic link and ``..``.

    The file need not be there: whether it is must not be told of places outside.
    """
    try:
        real = file.resolve()
        return any(real.is_relative_to(folder) for folder in (home.resolve(), *_ALLOWED.get()))
    except (OSError, ValueError, RuntimeError):
        return False


def refusal(name: str, file: Path, manuscript: str) -> InputError:
    """What is said of a file outside: who names it and how to allow it; nothing of what it holds."""
    return InputError(
        f"names the bibliography {name!r}, which lies outside its folder and was not read",
        path=manuscript,
        advice=f"if you trust it: --allow-folder {str(file.resolve().parent)!r}",
    )


def _folder(name: str | Path) -> Path:
    try:
        folder = Path(name).expanduser().resolve()
        if folder.is_dir():
            return folder
    except (OSError, ValueError, RuntimeError):
        pass
    raise OptionError(f"{str(name)!r} is no folder that could be allowed", advice="check --allow-folder")
