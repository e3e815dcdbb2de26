"""Where results go: stdout or a file, in one piece or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

from litreview.formats.writing import replace_files


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
    replace_files([(output, data)])
