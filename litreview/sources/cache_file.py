"""The cache file as its users see it: it answers and it takes, and no trouble with it is an error.

What cannot be written is kept in memory for the rest of the run; a damaged file is replaced by what can be
read of it; what cannot be had is gone without. The first trouble of a run is told as a ``CacheWarning``.
"""

from __future__ import annotations

import os
import sqlite3
import warnings
from collections.abc import Sequence
from pathlib import Path
from threading import RLock
from typing import TypeAlias
from weakref import WeakValueDictionary, finalize

from litreview.model.errors import CacheWarning
from litreview.sources.cache_opening import in_memory, in_words, is_damage, let_go, open_cache
from litreview.sources.cache_repair import may_be_replaced, repair

Row: TypeAlias = tuple[object, ...]
Statement: TypeAlias = tuple[str, Sequence[Row]]
"""A line of SQL and the rows it is carried out for."""


class CacheFile:
    """One cache file. Thread-safe; several processes may use it at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock, self.users = RLock(), 0
        self._told = self._mended = False
        self._memory = in_memory()
        finalize(self, let_go, self._memory)
        self._disk: sqlite3.Connection | None = None
        self._place: tuple[int, int] | None = None
        self.writable = False
        self._open()

    def close(self) -> None:
        """Let go of the file; the last of its users closes it."""
        with self._lock:
            self.users -= 1
            if self.users <= 0:
                self._drop()
                _OPEN.pop(_name_of(self.path), None)

    @property
    def readable(self) -> bool:
        """True where what the file holds can be had."""
        return self._disk is not None

    def rows(self, sql: str, values: Row = ()) -> list[Row]:
        """What a query finds: first what this run had to keep beside the file, then what is in it."""
        with self._lock:
            return self._memory.execute(sql, values).fetchall() + self._from_disk(sql, values)

    def _from_disk(self, sql: str, values: Row) -> list[Row]:
        while self._disk is not None:
            try:
                return self._disk.execute(sql, values).fetchall()
            except sqlite3.Error as error:
                if not self._mend(error):
                    self._drop()
                    self.tell(f"cannot be read any more ({in_words(error)}): going on without it")
        return []

    def write(self, statements: Sequence[Statement]) -> None:
        """Keep rows: all of them, in one transaction."""
        with self._lock:
            if self._disk is not None and self.has_moved:
                self._drop()
                self._open()
                self.tell("was removed or replaced while it was in use: a new one is used")
            while self.writable and self._disk is not None:
                try:
                    return _transaction(self._disk, statements)
                except sqlite3.Error as error:
                    if not (is_damage(error) and self._mend(error)):
                        self.writable = False
                        self.tell(f"cannot be written ({in_words(error)}): nothing new is kept in it")
            return _transaction(self._memory, statements)

    def tell(self, what: str) -> None:
        """Say what is wrong with the file, once in a run."""
        with self._lock:
            told, self._told = self._told, True
        if not told:
            warnings.warn(f"the cache {self.path} {what}", CacheWarning, stacklevel=2)

    @property
    def has_moved(self) -> bool:
        """True where another file, or none, is now in the place of the one that is open."""
        return self._disk is not None and _place_of(self.path) != self._place

    def _open(self) -> None:
        try:
            opened = open_cache(self.path)
        except sqlite3.Error as error:
            if not self._mend(error):
                self.tell(f"cannot be used ({in_words(error)}): going on without it")
            return
        self._disk, self.writable = opened.database, opened.writable
        self._place = _place_of(self.path)
        if self._disk is not None:
            self._closing = finalize(self, let_go, self._disk)
        if opened.trouble:
            self.tell(opened.trouble)

    def _drop(self) -> None:
        if self._disk is not None:
            self._closing()
        self._disk, self.writable = None, False

    def _mend(self, error: sqlite3.Error) -> bool:
        """Replace the damaged file, once in a run; false where that cannot be done."""
        may = self.writable or self._disk is None
        if not is_damage(error) or not may or self._mended or not may_be_replaced(self.path):
            return False
        self._mended = True
        moved, disk = self.has_moved, self._disk
        self._disk = None
        if moved and disk is not None:  # another process has replaced it already
            let_go(disk)
            self._open()
            return self._disk is not None
        try:
            aside, rows = repair(self.path, disk)
        except (OSError, sqlite3.Error) as trouble:
            said = trouble.strerror if isinstance(trouble, OSError) else str(trouble)
            self.tell(f"is damaged and cannot be replaced ({said}): going on without it")
            return False
        self.tell(f"was damaged: {rows:,} rows of it could be kept, and the old file is {aside.name}")
        self._open()
        return self._disk is not None


def _transaction(database: sqlite3.Connection, statements: Sequence[Statement]) -> None:
    database.execute("BEGIN IMMEDIATE")
    try:
        for sql, rows in statements:
            database.executemany(sql, rows)
        database.execute("COMMIT")
    except sqlite3.Error:
        if database.in_transaction:  # sqlite itself rolls back when the disk is full
            database.execute("ROLLBACK")
        raise


def _place_of(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of the same name."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


_OPEN: WeakValueDictionary[tuple[int, Path], CacheFile] = WeakValueDictionary()


def shared(path: Path) -> CacheFile:
    """The cache file at a path, the same for all who use it in this process. Each has to ``close`` it."""
    name = _name_of(path)
    found = _OPEN.get(name)
    if found is None or found.has_moved:
        found = _OPEN[name] = CacheFile(path)
    found.users += 1
    return found


def _name_of(path: Path) -> tuple[int, Path]:
    return os.getpid(), Path(os.path.abspath(path))  # noqa: PTH100 - resolve() fails where a folder is closed
