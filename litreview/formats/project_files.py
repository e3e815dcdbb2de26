"""The bibliographies that a project names for all its texts: Sphinx, Jupyter Book, Quarto, bookdown."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from litreview.formats.reach import folders_up, is_within

MAX_UP, MAX_FILE = 5, 1_000_000
"""Folders looked into from the text upwards, and bytes of a file looked into; judgement."""
_PYTHON = re.compile(r"^bibtex_bibfiles\s*=\s*[\[(](?P<items>[^\])]{0,4000})[\])]", re.MULTILINE)
_QUOTED = re.compile(r"[\"']([^\"'\n]{1,300})[\"']")
_YAML = re.compile(
    r"^[ ]*(?:bibliography|bibtex_bibfiles)[ ]*:[ ]*(?P<line>[^\n#]*)(?P<items>(?:\r?\n[ ]*-[ ]+[^\n#]+)*)",
    re.MULTILINE,
)
_HEADER = re.compile(r"\ufeff?---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_FILES = ("conf.py", "_config.yml", "_quarto.yml", "_bookdown.yml", "index.Rmd", "index.qmd")


def project_bibliographies(manuscript: str) -> tuple[str, ...]:
    """Names, relative to a text, of the bibliographies that the nearest file of its project names.

    Empty where there is no such file, or the text has no path.
    """
    start = Path(manuscript).resolve().parent
    folder, found = _nearest(manuscript)
    return tuple(os.path.relpath(folder / one, start) for one in found)


def project_folder(manuscript: str) -> Path:
    """The folder of that nearest file: what a project names must lie below it."""
    return _nearest(manuscript)[0]


def _nearest(manuscript: str) -> tuple[Path, tuple[str, ...]]:
    """The folder of the nearest file of the project that names bibliographies, and the names."""
    start = Path(manuscript).resolve().parent
    for folder in folders_up(start, MAX_UP) if manuscript else ():
        for name in _FILES:
            found = tuple(dict.fromkeys(_named(name, _text(folder / name))))
            if found:
                return folder, found
    return start, ()


def _named(name: str, text: str) -> Iterator[str]:
    if name.endswith(".py"):
        for found in _PYTHON.finditer(text):
            yield from _QUOTED.findall(found["items"])
        return
    if not name.startswith("_"):  # the first text of a book: its header speaks for all
        header = _HEADER.match(text)
        text = header.group() if header else ""
    for found in _YAML.finditer(text):
        said = [*found["line"].strip().strip("[]").split(","), *re.findall(r"-[ ]+([^\n#]+)", found["items"])]
        yield from (one for item in said if (one := item.strip().strip("\"'").strip()))


def _text(path: Path) -> str:
    try:
        if is_within(path, path.parent) and path.is_file() and path.stat().st_size <= MAX_FILE:
            return path.read_text("utf-8", "replace")
    except OSError:
        pass
    return ""
