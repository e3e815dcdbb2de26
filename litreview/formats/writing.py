"""Putting files on the disk: whole or not at all, so that a full disk costs nothing that was there.

Every file that the package writes for its user goes through here (``tests/formats/test_writing.py`` looks).
"""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from litreview.model.errors import InputError

PREFIX = ".litreview-"
"""How the file begins that is written beside the one it replaces; its length does not hang on that one's."""
_DESCRIPTOR = re.compile(r"/dev/(?:std(?P<name>out|err)|fd/(?P<number>\d+))|/proc/self/fd/(?P<own>\d+)")
_UNKNOWN = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)
"""What a file system says that has no fsync."""
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def replace_files(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write files in place of those that are there. All are written beside them first; only when every one is
    on the disk do they take their places. Modes and, where the system lets us, owners stay; links are
    followed; a pipe or a device is written to, never replaced. A name that stood for a file under other names
    too (a hard link) stands for the new one alone.

    Raises:
        InputError: one of them cannot be written; those replaced before it are put back then, as far as the
            system allows.
    """
    swap = _Swap()
    path = Path()
    try:
        for path, data in files:
            if not _is_written_to(path, data):
                swap.stage(Path(os.path.realpath(path)), data)
        for path in swap.places[:-1]:
            swap.keep(path)
        for path in swap.places:
            swap.take_place(path)
        swap.is_done = True
    except OSError as error:
        raise InputError(_told(error), path=path) from error
    except ValueError as error:  # a NUL or half a surrogate pair in the name
        raise InputError("cannot be written: no such name is possible", path=path) from error
    finally:
        swap.close()


def write_file(data: str | bytes, path: Path) -> None:
    """Write one file, text in UTF-8; see ``replace_files``.

    Raises:
        InputError: it cannot be written.
    """
    replace_files([(path, encoded(data))])


def encoded(data: str | bytes) -> bytes:
    """Bytes as they are, text in UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD."""
    if isinstance(data, bytes):
        return data
    return re.sub("[\ud800-\udfff]", "\ufffd", data).encode("utf-8")


def make_folder(path: Path) -> None:
    """Make a folder and those above it, where they are not there yet.

    Raises:
        InputError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno or 0).lower() if isinstance(error, OSError) else "no possible name"
        raise InputError(f"the folder cannot be made: {reason}", path=path) from error


class _Swap:
    """New files beside the old ones, and what is needed to go back."""

    def __init__(self) -> None:
        self.is_done = False
        self._new: dict[Path, Path] = {}
        self._old: dict[Path, Path] = {}
        self._taken: list[Path] = []

    @property
    def places(self) -> list[Path]:
        """The paths to be replaced, in order."""
        return list(self._new)

    def stage(self, path: Path, data: bytes) -> None:
        """Write a new file beside a path."""
        if path.is_symlink():  # a circle of links
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        if path in self._new:
            self._new.pop(path).unlink()
        with _refusal_of_the_folder(path):
            self._new[path] = _beside(path, data)

    def keep(self, path: Path) -> None:
        """Give what stands at a path a second name, under which it can come back."""
        if not path.exists():
            return
        second = path.with_name(f"{PREFIX}{secrets.token_hex(8)}")
        try:
            os.link(path, second)
        except OSError:  # the file system has no second names
            second = _beside(path, path.read_bytes())
        self._old[path] = second

    def take_place(self, path: Path) -> None:
        """Put the new file in its place, and the change of the folder on the disk."""
        self._new[path].replace(path)
        self._taken.append(path)
        with suppress(OSError):  # not every system opens folders
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def close(self) -> None:
        """Go back where not all was done; no file of ours is left behind."""
        for path in [] if self.is_done else self._taken:
            with suppress(OSError):
                if path in self._old:
                    self._old[path].replace(path)
                else:
                    path.unlink()
        for path in (*self._new.values(), *self._old.values()):
            with suppress(OSError):
                path.unlink()


def _beside(path: Path, data: bytes) -> Path:
    """A new file in the same folder with these bytes, and the mode and owner of the old one."""
    old = path.stat() if path.exists() else None
    mode = old.st_mode & 0o777 if old else 0o666  # the system takes the umask off
    name = path.with_name(f"{PREFIX}{secrets.token_hex(8)}")
    is_whole = False
    try:
        with open(name, "xb", opener=lambda place, flags: os.open(place, flags, mode)) as file:
            file.write(data)
            file.flush()
            _sync(file.fileno())
        if old:
            _adopt(name, old)
        is_whole = True
    finally:
        if not is_whole:
            with suppress(OSError):
                name.unlink()
    return name


def _sync(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _UNKNOWN:
            raise


def _adopt(path: Path, old: os.stat_result) -> None:
    if hasattr(os, "chown") and (old.st_uid, old.st_gid) != (path.stat().st_uid, path.stat().st_gid):
        with suppress(OSError):  # only root gives files away
            os.chown(path, old.st_uid, old.st_gid)
    path.chmod(old.st_mode & 0o777)


def _is_written_to(path: Path, data: bytes) -> bool:
    """True for what cannot be replaced, only written to; that is done then."""
    if found := _DESCRIPTOR.fullmatch(str(path)):
        number = found["number"] or found["own"] or {"out": 1, "err": 2}[found["name"]]
        # A file that the shell has opened is gone on with, not begun anew.
        with os.fdopen(os.dup(int(number)), "wb") as file:
            file.write(data)
        return True
    if not path.exists() or path.is_file():
        return False
    with path.open("wb") as file:
        file.write(data)
    return True


@contextmanager
def _refusal_of_the_folder(path: Path) -> Iterator[None]:
    """Says of a file that could be written, but not replaced, why that is not done."""
    try:
        yield
    except OSError as error:
        if error.errno in _FORBIDDEN and path.exists():
            said = f"cannot be replaced whole: its folder takes no new file ({_reason(error)})"
            raise InputError(said, path=path, advice="write somewhere else") from error
        raise


def _told(error: OSError) -> str:
    return f"cannot be written: {_reason(error)}"


def _reason(error: OSError) -> str:
    return os.strerror(error.errno or 0).lower()
