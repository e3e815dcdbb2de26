"""The draft of an index: a build works beside the index, and only what is complete takes its name.

So whatever ends a build (a kill, a full disk), the old index stays whole, and what was read so far is in the
draft, where the next build goes on.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from litreview.model.errors import InputError
from litreview.sources.index_file import connect, draft_of, hashed

HEADER = b"SQLite format 3\x00"
ENDINGS = ("", "-journal", "-wal", "-shm")
"""Of the files that make up a draft."""


@contextmanager
def drafted(target: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the draft of an index, which takes the index's place when all within went well.

    Raises:
        InputError: the place is taken by something else, or cannot be written.
    """
    target = target.resolve()  # the file that a link names is replaced, not the link
    place = draft_of(target)
    base = _base(target)
    if not _continues(place, base):
        if not _is_ours(place):
            raise InputError("is in the way of the build", path=place, advice="move it elsewhere")
        _remove(place)
        _begin(place, target, base)
    database = connect(place, create=True)
    try:
        yield database
    finally:
        database.close()
    with place.open("rb") as file:
        os.fsync(file.fileno())
    place.replace(target)


def _base(target: Path) -> int:
    """What tells the state of an index that is there from every other one; 0 where there is none."""
    if not target.exists():
        return 0
    if target.with_name(f"{target.name}-wal").exists():  # of a build that an older version broke off
        connect(target, create=True).close()
    connect(target).close()
    found = target.stat()
    return hashed(f"{found.st_ino} {found.st_size} {found.st_mtime_ns}")


def _continues(place: Path, base: int) -> bool:
    """True where a draft is there that was begun from this index."""
    if not place.exists():
        return False
    try:
        database = connect(place)
    except InputError:
        return False
    try:
        row = database.execute("SELECT value FROM facts WHERE name = 'base'").fetchone()
    except sqlite3.Error:
        return False
    finally:
        database.close()
    return row is not None and row[0] == base


def _is_ours(place: Path) -> bool:
    """True for a draft that was broken off before it was whole, false for somebody's file of that name."""
    if not place.exists():
        return True
    with place.open("rb") as file:
        return file.read(len(HEADER)) in (HEADER, bytes(len(HEADER)), b"")


def _begin(place: Path, target: Path, base: int) -> None:
    """A draft that holds what the index holds. Only when it is whole it says what it was begun from."""
    old = connect(target) if base else None
    draft = sqlite3.connect(place, isolation_level=None)
    try:
        if old:
            old.execute("BEGIN")
            old.execute("SELECT count(*) FROM facts").fetchone()  # the lock first: backup would wait for ever
            old.backup(draft)
            place.chmod(target.stat().st_mode & 0o777)
    finally:
        draft.close()
        if old:
            old.close()
    database = connect(place, create=True)
    try:
        database.execute("REPLACE INTO facts VALUES ('base', ?)", (base,))
    finally:
        database.close()


def _remove(place: Path) -> None:
    for ending in ENDINGS:
        with suppress(FileNotFoundError):
            place.with_name(place.name + ending).unlink()
