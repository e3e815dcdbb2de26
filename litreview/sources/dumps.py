"""Reading Crossref's public data files as a stream: tar or folder or single files, gzipped or not.

Three layouts exist: one object ``{"items": [ … ]}`` to a file (until 2024, some printed over many lines),
one array, and one work to a line (since 2025). A folder of records, one printed to each file, will do too.
Nothing is ever held whole in memory.
"""

from __future__ import annotations

import gzip
import json
import re
import tarfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader, TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import IO, TypeAlias, cast

from litreview.model.errors import InputError

CHUNK = 1 << 20
"""Characters read at a time from arrays."""
LONGEST_RECORD = 64 * CHUNK
"""A record longer than this is a broken one whose end is not found."""
MOST_PROBLEMS = 5
"""Things wrong with one file that are named; the rest is counted."""
ENDINGS = (".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz")
TARS = (".tar", ".tar.gz", ".tgz", ".tar.xz", ".tar.bz2")

_ITEMS = re.compile(
    r'\s*\{\s*(?:"[\w-]+"\s*:\s*(?:"[^"]*"|\d+)\s*,\s*|"message"\s*:\s*\{\s*)*"items"\s*:\s*\['
)
_ARRAY = re.compile(r"\s*\[")
_SPREAD = re.compile(r"\s*\{[ \t]*\r?\n")
_BETWEEN = " \t\r\n,"

Record: TypeAlias = Mapping[str, object]
Tell: TypeAlias = Callable[[str], None]


@dataclass
class Part:
    """One file of records, perhaps inside a tar. ``name`` and ``size`` tell whether it was read before."""

    name: str
    size: int
    stream: BufferedReader
    problems: list[str] = field(default_factory=list)
    untold: int = 0

    def records(self) -> Iterator[Record]:
        """The records of the file; what cannot be read is described in ``problems``."""
        try:
            with _text(self.stream) as text:
                for item in _objects(text, self._tell):
                    if isinstance(item, Mapping):
                        yield item
                    else:
                        self._tell(f"something that is no record ({type(item).__name__})")
        except (OSError, EOFError, zlib.error, tarfile.TarError) as error:
            self._tell(f"ends too early or is damaged ({error})")
        if self.untold:
            self.problems.append(f"{self.name}: and {self.untold:,} more like these")

    def _tell(self, problem: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(f"{self.name}: {problem}")
        else:
            self.untold += 1


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


def _objects(text: IO[str], tell: Tell) -> Iterator[object]:
    """The records of any layout, told apart by the first characters."""
    head = text.read(CHUNK)
    if opening := _ITEMS.match(head) or _ARRAY.match(head):
        yield from _stream(head[opening.end() :], text, tell, end="]")
    elif _SPREAD.match(head):
        yield from _stream(head, text, tell, end="")
    else:
        yield from _lines(head, text, tell)


def _stream(buffer: str, text: IO[str], tell: Tell, end: str) -> Iterator[object]:
    """Objects one after the other, decoded as the text comes in; ``end`` closes the list they stand in."""
    decoder, at = json.JSONDecoder(), 0
    while True:
        while buffer[at : at + 1] in _BETWEEN and at < len(buffer):
            at += 1
        if end and buffer[at : at + 1] == end:
            return
        try:
            item, at = decoder.raw_decode(buffer, at)
        except RecursionError:
            tell("a record nested too deeply")
            return
        except ValueError as error:
            more = text.read(CHUNK)
            if not more or len(buffer) - at > LONGEST_RECORD:
                if end or buffer[at:].strip():
                    tell(f"breaks off: {error}")
                return
            buffer, at = buffer[at:] + more, 0
        else:
            yield item


def _lines(head: str, text: IO[str], tell: Tell) -> Iterator[object]:
    """One record to a line; a line that is no JSON is skipped and told."""
    whole, _, rest = head.rpartition("\n")
    for number, line in enumerate(chain(whole.split("\n"), [rest + text.readline()], text), 1):
        if not line.strip():
            continue
        try:
            yield json.loads(line)
        except (ValueError, RecursionError) as error:
            tell(f"line {number} is not a JSON record ({error})")
