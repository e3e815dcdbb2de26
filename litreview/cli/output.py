"""Where results and messages go: stdout, stderr or a file, in one piece or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

from litreview.formats.writing import encoded, write_file
from litreview.normalise.text import one_line, shown


def write(text: str | bytes, output: Path | None) -> None:
    """Write a result. A file appears whole or not at all, and never half replaces an older one.
    Nothing in a text acts on a terminal; into a pipe it goes as it is.

    Raises:
        InputError: the file, or the standard output, cannot be written.
        BrokenPipeError: whoever read the standard output is gone.
    """
    if output is not None:
        write_file(text, output)
        return
    if isinstance(text, str) and sys.stdout.isatty():
        text = shown(text)
    sys.stdout.flush()
    sys.stdout.buffer.write(encoded(text))
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """A message of a verb on stdout, each of its lines one line whatever a file is called."""
    write("".join(f"{one_line(line)}\n" for line in text.split("\n")), None)


def tell(*lines: str) -> None:
    """Lines on stderr."""
    sys.stderr.write("".join(f"{one_line(line)}\n" for line in lines))
    sys.stderr.flush()
