"""Where results go: stdout or a file, in one piece or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from litreview.model.errors import InputError


def write(text: str | bytes, output: Path | None) -> None:
    """Write a result. A file appears whole or not at all, and never half replaces an older one.

    Raises:
        InputError: the file cannot be written.
    """
    data = text.encode("utf-8") if isinstance(text, str) else text
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        if output.exists() and not output.is_file():
            output.write_bytes(data)  # a pipe or a device is written to, never replaced
        else:
            _replace(output.resolve(), data)
    except OSError as error:
        raise InputError(
            f"cannot be written: {os.strerror(error.errno or 0).lower()}", path=output
        ) from error


def _replace(output: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        mode = output.stat().st_mode & 0o777 if output.exists() else 0o666 & ~umask
        Path(name).chmod(mode)
        Path(name).replace(output)
    except OSError:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
