"""Jupyter notebooks: the Markdown cells one below the other; code and its outputs are not text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from litreview.formats.encoding import Decoded, decode
from litreview.formats.markdown.read import markdown_document
from litreview.formats.named_files import has_all
from litreview.formats.notebook.cites import cite_marks, stored_references
from litreview.formats.text import one_newline
from litreview.model.document import Document, Place
from litreview.model.errors import InputError

_BETWEEN = "\n\n"
_SAID = ("", "text/markdown", "text/plain", "markdown", "text")
"""Kinds of raw cell that print as they are; the others (LaTeX, reST, HTML) are for one output only."""


class Cell(NamedTuple):
    """A cell that is text: its number among all cells of the notebook, from 1, and its Markdown."""

    number: int
    text: str


def read_notebook(data: bytes, path: str = "") -> Document:
    """A Jupyter notebook (nbformat 3 and 4). Places name the cell, counted from 1 with code cells.

    The bibliography is the one that a YAML header in the first cell or the notebook's metadata names, or the
    records that the extension cite2c keeps in the metadata.

    Raises:
        InputError: broken JSON, no notebook, no text in it, or the bibliography is missing or unreadable.
    """
    decoded = decode(data, path)
    notebook = _notebook(decoded.text, path)
    cells = [cell for cell in _cells(notebook) if cell.text.strip()]
    if not cells:
        raise InputError("no text in it: the notebook has no Markdown cell", path=path)
    starts = list(accumulate((len(cell.text) + len(_BETWEEN) for cell in cells), initial=0))
    metadata = _table(notebook.get("metadata"))
    joined = Decoded(_BETWEEN.join(cell.text for cell in cells), decoded.encoding, decoded.diagnoses)
    document = markdown_document(joined, path, cuts=starts[1:-1], bibliography=tuple(_named(metadata, path)))
    references = document.references or stored_references(metadata)
    marks = cite_marks(document.text, {reference.key for reference in references})
    return replace(
        document,
        format="notebook",
        references=references,
        marks=tuple(sorted((*document.marks, *marks), key=lambda mark: mark.start)),
        places=tuple(
            Place(start, start + len(cell.text), f"cell {cell.number}", (cell.number,))
            for start, cell in zip(starts, cells, strict=False)
        ),
    )


def _notebook(text: str, path: str) -> Mapping[str, object]:
    try:
        found = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        message = f"broken JSON: {error.msg}"
        raise InputError(message, path=path, line=error.lineno, advice="save the notebook again") from error
    except (ValueError, RecursionError) as error:
        raise InputError("broken JSON", path=path, advice="save the notebook again") from error
    if not isinstance(found, dict) or not isinstance(found.get("cells", found.get("worksheets")), list):
        raise InputError("not a Jupyter notebook: no cells in it", path=path)
    return found


def _cells(notebook: Mapping[str, object]) -> Iterator[Cell]:
    """The cells that a reader sees as text. nbformat 3 has them in worksheets, and headings of their own."""
    sheets = [notebook, *(_table(sheet) for sheet in _list(notebook.get("worksheets")))]
    for number, cell in enumerate(
        (_table(cell) for sheet in sheets for cell in _list(sheet.get("cells"))), 1
    ):
        kind, text = cell.get("cell_type"), _source(cell.get("source"))
        if kind == "markdown" or (kind == "raw" and _is_printed(_table(cell.get("metadata")))):
            yield Cell(number, text)
        elif kind == "heading":
            level = cell.get("level")
            hashes = "#" * (level if isinstance(level, int) and 0 < level < 7 else 1)
            yield Cell(number, f"{hashes} {' '.join(text.split())}")


def _is_printed(metadata: Mapping[str, object]) -> bool:
    kind = metadata.get("raw_mimetype", metadata.get("format", ""))
    return kind is None or kind in _SAID


def _named(metadata: Mapping[str, object], path: str) -> Iterator[str]:
    """The bibliographies named in the metadata; latex_envs writes ``biblio.bib`` also where there is none."""
    value = metadata.get("bibliography")
    yield from (name for name in (_list(value) or [value]) if isinstance(name, str) and name.strip())
    name = _table(metadata.get("latex_envs")).get("bibliofile")
    if path and isinstance(name, str) and name and not value and has_all([name], path):
        yield name


def _source(value: object) -> str:
    """The source of a cell, a string or its lines; no tag, surrogate or lone return is left to trip over."""
    text = (
        value if isinstance(value, str) else "".join(part for part in _list(value) if isinstance(part, str))
    )
    text = re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    return _without_shells(one_newline(text))


def _without_shells(text: str) -> str:
    """A cell without the tags that pandoc puts around an entry and its number, and without the strokes
    that it
    puts before brackets: nobody corrects in the text of a notebook, so that it need not be the file's."""
    if "data-cite" in text:
        return text
    return re.sub(r"\\([\[\]])", r"\1", _SHELL.sub("", text))


_SHELL = re.compile(r"</?(?:span|div)(?:\s[^<>]{0,300})?>")


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
