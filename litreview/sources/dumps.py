"""Reading Crossref's public data files as a stream: tar or folder or single files, gzipped or not.

Three layouts exist: one object ``{"items": [ … ]}`` to a file (until 2024, some printed over many lines),
one array, and one work to a line (since 2025). None is ever held whole in memory.
"""

from __future__ import annotations

import gzip
import json
import re
import tarfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import IO, cast

from litreview.model.errors import InputError

CHUNK = 1 << 20
"""Characters read at a time from arrays."""
LONGEST_RECORD = 64 * CHUNK
"""A record longer than this is a broken one whose end is not found."""
ENDINGS = (".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz")
TARS = (".tar", ".tar.gz", ".tgz", ".tar.xz", ".tar.bz2")

_ITEMS = re.compile(
    r'\s*\{\s*(?:"[\w-]+"\s*:\s*(?:"[^"]*"|\d+)\s*,\s*|"message"\s*:\s*\{\s*)*"items"\s*:\s*\['
)
_ARRAY = re.compile(r"\s*\[")
_BETWEEN = re.compile(r"[\s,]*")

Record = Mapping[str, object]


@dataclass
class Part:
    """One file of records, perhaps inside a tar. ``name`` and ``size`` tell whether it was read before."""

    name: str
    size: int
    stream: BufferedReader
    problems: list[str] = field(default_factory=list)

    def records(self) -> Iterator[Record]:
        """The records of the file; what cannot be read is described in ``problems``."""
        try:
            with _text(self.stream) as text:
                for item in _objects(text, self.problems):
                    if isinstance(item, Mapping):
                        yield item
                    else:
                        self.problems.append(
                            f"{self.name}: something that is no record ({type(item).__name__})"
                        )
        except (OSError, EOFError, zlib.error, tarfile.TarError) as error:
            self.problems.append(f"{self.name}: ends too early or is damaged ({error})")


def parts(paths: Iterable[str | Path]) -> Iterator[Part]:
    """Every file of records in tars, folders and single files, in order. Raises InputError for a bad path."""
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(item for item in path.rglob("*") if item.name.endswith((*ENDINGS, *TARS)))
            if not inside:
                raise InputError("no data files in this folder", path=path)
            yield from parts(inside)
        elif not path.exists():
            raise InputError("no such file or folder", path=path)
        elif path.name.endswith(TARS):
            yield from _members(path)
        else:
            with path.open("rb") as stream:
                yield Part(path.name, path.stat().st_size, stream)


def _members(path: Path) -> Iterator[Part]:
    try:
        with tarfile.open(path, "r|*") as archive:
            for member in archive:
                stream = archive.extractfile(member) if member.name.endswith(ENDINGS) else None
                if stream:
                    yield Part(f"{path.name}/{member.name}", member.size, cast(BufferedReader, stream))
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise InputError(f"not a whole tar file: {error}", path=path) from error


@contextmanager
def _text(stream: BufferedReader) -> Iterator[IO[str]]:
    packed = stream.peek(2)[:2] == b"\x1f\x8b"
    content = gzip.GzipFile(fileobj=stream) if packed else stream
    with TextIOWrapper(content, encoding="utf-8-sig", errors="replace") as text:
        yield text


def _objects(text: IO[str], problems: list[str]) -> Iterator[object]:
    """The records of any of the three layouts, told apart by the first characters."""
    head = text.read(CHUNK)
    opening = _ITEMS.match(head) or _ARRAY.match(head)
    if opening:
        yield from _array(head[opening.end() :], text, problems)
    else:
        yield from _lines(head, text, problems)


def _array(buffer: str, text: IO[str], problems: list[str]) -> Iterator[object]:
    """The items of an array, decoded one by one as the text comes in."""
    decoder, at = json.JSONDecoder(), 0
    while True:
        at = _BETWEEN.match(buffer, at).end()  # type: ignore[union-attr]  # matches the empty string too
        if buffer[at : at + 1] == "]":
            return
        try:
            item, at = decoder.raw_decode(buffer, at)
        except ValueError as error:
            more = text.read(CHUNK)
            if not more or len(buffer) - at > LONGEST_RECORD:
                problems.append(f"the list breaks off: {error}")
                return
            buffer, at = buffer[at:] + more, 0
        else:
            yield item


def _lines(head: str, text: IO[str], problems: list[str]) -> Iterator[object]:
    """One record to a line; a line that is no JSON is skipped and noted."""
    whole, _, rest = head.rpartition("\n")
    tail = rest + text.readline()
    for number, line in enumerate(_chain(whole.split("\n"), tail, text), 1):
        if not line.strip():
            continue
        try:
            yield json.loads(line)
        except ValueError as error:
            problems.append(f"line {number}: not a JSON record ({error})")


def _chain(first: Iterable[str], second: str, third: Iterable[str]) -> Iterator[str]:
    yield from first
    yield second
    yield from third
