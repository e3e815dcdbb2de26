"""stdout and stderr of the command line: a full disk, a closed descriptor or a letter that the terminal does
not know is no fault of the program, whoever of us or of the packages below us writes."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from litreview.model.errors import InputError

if TYPE_CHECKING:
    from typing import TextIO


OUTPUT = "the standard output"


def guard_streams() -> None:
    """Put streams in place of ``sys.stdout`` and ``sys.stderr`` that fail in words (stdout) or silently
    (stderr: nobody can be told, and the exit code has to do)."""
    if sys.stdout is sys.__stdout__:  # others belong to somebody who put them there
        sys.stdout = _guarded(sys.stdout, 1, OUTPUT)
    if sys.stderr is sys.__stderr__:
        sys.stderr = _guarded(sys.stderr, 2, "")


def _guarded(stream: TextIO | None, handle: int, name: str) -> io.TextIOWrapper:
    if stream is not None:
        stream.flush()
    raw = _Descriptor(handle if stream is not None else None, name)
    # What the encoding of the terminal cannot hold is written as its number.
    return io.TextIOWrapper(
        io.BufferedWriter(raw),  # type: ignore[type-var]
        encoding=stream.encoding if stream is not None else "utf-8",
        errors="backslashreplace",
        line_buffering=not name or raw.isatty(),
    )


class _Descriptor(io.RawIOBase):
    """A descriptor to write to, None where it was closed from the start. It fails one time only."""

    def __init__(self, handle: int | None, name: str) -> None:
        self._handle = handle
        self._name = name
        self._is_lost = False

    def writable(self) -> bool:
        """True, as far as anybody knows before writing."""
        return True

    def fileno(self) -> int:
        """The number of the descriptor."""
        if self._handle is None:
            raise io.UnsupportedOperation("closed")
        return self._handle

    def isatty(self) -> bool:
        """True for a terminal."""
        return self._handle is not None and os.isatty(self._handle)

    def write(self, data: bytes | memoryview, /) -> int:  # type: ignore[override]
        """Write what the system takes of the bytes.

        Raises:
            InputError: it takes none, and the stream has a name.
            BrokenPipeError: nobody reads any more.
        """
        size = memoryview(data).nbytes
        if self._is_lost:
            return size
        try:
            if self._handle is not None:
                return os.write(self._handle, data)
            reason = "it is closed"
        except BrokenPipeError:
            self._is_lost = True
            raise
        except OSError as error:
            reason = os.strerror(error.errno or 0).lower()
        self._is_lost = True
        if self._name:
            raise InputError(f"cannot be written: {reason}", path=self._name)
        return size
