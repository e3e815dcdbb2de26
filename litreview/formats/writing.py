"""Putting files on the disk: whole or not at all, so that a full disk costs nothing that was there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from litreview.model.errors import InputError


def replace_files(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write files in place of those that are there. All are written beside them first; only when every one is
    on the disk do they take their places. Modes stay, links are followed.

    Raises:
        InputError: one of them cannot be written; those replaced before it are put back then, as far as the
            system allows.
    """
    staged: list[tuple[Path, Path]] = []
    kept: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, data in files:
            if path.exists() and not path.is_file():
                path.write_bytes(data)  # a pipe or a device is written to, never replaced
            else:
                staged.append((_beside(path.resolve(), data), path.resolve()))
        for _, path in staged[:-1]:
            if path.exists():
                kept.append((_beside(path, path.read_bytes()), path))
        for written, path in staged:
            written.replace(path)
    except OSError as error:
        for old, place in kept:
            with suppress(OSError):
                old.replace(place)
        raise InputError(f"cannot be written: {os.strerror(error.errno or 0).lower()}", path=path) from error
    finally:
        for written, _ in (*staged, *kept):
            with suppress(FileNotFoundError):
                written.unlink()


def _beside(path: Path, data: bytes) -> Path:
    """A new file in the same folder with these bytes and the mode of the old one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(path))
    except OSError:
        Path(name).unlink()
        raise
    return Path(name)


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
