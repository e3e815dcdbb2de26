"""Reading a delimited text table into (line, cells) pairs, so that a complaint can name the line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import TypeAlias

from litreview.formats.delimited import delimiter_of, read_rows
from litreview.model.errors import DataError, InputError

Record: TypeAlias = tuple[int, Mapping[str, str]]


def read_records(path: str | Path) -> list[Record]:
    """The rows of a table with a header; ``line`` is where the row starts, from 1. Blank lines are no rows.

    Raises:
        InputError: the file is missing, empty or not UTF-8 text, or a cell is too long (``MAX_CELL``).
        DataError: a row has more or fewer cells than the header, or a heading stands twice.
    """
    text = _read_text(Path(path))
    if not text.strip():
        raise InputError("the table is empty", path=path, advice="the first line holds the column names")
    try:
        return list(_records(text, str(path)))
    except csv.Error as error:
        raise DataError(f"not a readable table: {error}", path=path) from error


def _read_text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", path=path, advice="check the name") from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path=path) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError("not UTF-8 text", path=path, line=line, advice="save it as CSV UTF-8") from None
    if "\0" in text:
        raise InputError("not a text table", path=path, advice="save it as CSV UTF-8")
    return text


def _records(text: str, path: str) -> Iterator[Record]:
    delimiter = delimiter_of(text, ",;\t", len)
    reader = read_rows(StringIO(text, newline=""), delimiter, path, strict=True)
    header = [name.strip() for name in next(reader).cells]
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise DataError(f"the heading {twice[0]!r} stands twice", path=path, line=1, advice="rename one")
    for cells, begin, *_ in reader:
        line = begin + 1
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            message = f"{len(cells)} cells, but the header has {len(header)} columns"
            raise DataError(message, path=path, line=line, advice="put cells with a comma in double quotes")
        yield line, dict(zip(header, cells, strict=True))
