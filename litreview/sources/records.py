"""Reading files of Crossref-shaped records: one object, a list, ``{"items": […]}``, or one per line."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from litreview.model.errors import InputError
from litreview.model.work import Diagnosis

SUFFIXES = (".json", ".jsonl", ".json.gz", ".jsonl.gz", ".ndjson")
"""Endings of record files; anything else in a folder of records (a README) is left alone."""


MOST_BYTES = 500_000_000
"""Size of a record file, unpacked, up to which it is held in memory: some 100,000 full Crossref records."""


class Read(NamedTuple):
    """A record, or what is wrong with it, and the file and line it stands in."""

    record: Mapping[str, object] | None
    path: Path
    line: int | None
    problem: str = ""

    def diagnosis(self) -> Diagnosis:
        """The problem as a diagnosis that names the file."""
        return Diagnosis(f"{self.path.name}: {self.problem}", self.line)


def record_files(path: Path) -> list[Path]:
    """The record files of a folder, in order of name, or the one file itself. Raises InputError."""
    try:
        return _record_files(path)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path=path) from error


def _record_files(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(item for item in path.rglob("*") if item.is_file() and item.name.endswith(SUFFIXES))
        if not files:
            raise InputError("no record files in this folder", path=path, advice="one .json file per record")
        return files
    if not path.exists():
        raise InputError("no such file or folder", path=path)
    return [path]


def read_records(path: Path) -> Iterator[Read]:
    """Every record of a file, or what is wrong with it. An unreadable file raises InputError."""
    text = _text(path)
    if not text.strip():
        raise InputError("the file is empty", path=path)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        if "\n" not in text.strip():
            raise InputError(f"not JSON: {error}", path=path) from error
        yield from _lines(text, path)
    else:
        yield from (_checked(item, path, None) for item in _unwrap(content))


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path)
        data = path.read_bytes()
        if data[:2] == b"\x1f\x8b":
            data = _unpacked(data, path)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"cannot be read: {error}", path=path) from error
    if b"\x00" in data[:4096]:
        raise InputError("a binary file, not JSON records", path=path)
    return data.decode("utf-8-sig", errors="replace")


def _unpacked(data: bytes, path: Path) -> bytes:
    """The content of a gzip file, read no further than ``MOST_BYTES``: a few KB may hold terabytes."""
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise _too_large(path)
    return content


def _too_large(path: Path) -> InputError:
    size = f"more than {MOST_BYTES // 1_000_000} MB of records"
    return InputError(size, path=path, advice="make an index of them: litreview index build")


def _lines(text: str, path: Path) -> Iterator[Read]:
    for number, line in enumerate(text.splitlines() if "\r" in text else text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            content = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Read(None, path, number, f"not a JSON record: {error}")
        else:
            yield from (_checked(item, path, number) for item in _unwrap(content))


def _unwrap(content: object) -> list[object]:
    """The records inside an answer of the API, a list or a bare record."""
    if isinstance(content, Mapping):
        for name in ("message", "items", "works"):
            if isinstance(content.get(name), (Mapping, list)):
                return _unwrap(content[name])
        return [content]
    return content if isinstance(content, list) else [content]


def _checked(item: object, path: Path, line: int | None) -> Read:
    if not isinstance(item, Mapping):
        return Read(None, path, line, f"a record must be an object, not {type(item).__name__}")
    if not any(item.get(name) for name in ("DOI", "key", "title", "author", "container-title", "PMID")):
        return Read(None, path, line, "the record has no DOI, key, title, author or container")
    return Read(item, path, line)


def shown(path: Path) -> str:
    """A path as a report may show it: as given, but never the folders of somebody's machine."""
    return path.name if path.is_absolute() else path.as_posix()
