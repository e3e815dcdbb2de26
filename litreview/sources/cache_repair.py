"""A damaged cache file: what can be read of it goes into a new one, and the old one is kept beside it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from litreview.sources.cache_opening import FILE_MODE, empty_file, let_go, reading

HEADER = b"SQLite format 3\x00"
NAMES = (".sqlite", ".sqlite3", ".db")
"""Endings of files that were meant to be databases."""
LOGS = ("-wal", "-shm")
"""What sqlite keeps beside a database."""
_COLUMNS = {
    "works": ("source", "id", "record", "retrieved"),
    "answers": ("source", "kind", "question", "outcome", "works", "reason", "retrieved"),
    "notices": ("source", "about", "notice"),
}


def may_be_replaced(path: Path) -> bool:
    """True where a file that cannot be read as a cache is one nevertheless: not somebody's article that was
    named by mistake."""
    try:
        with path.open("rb") as file:
            return file.read(len(HEADER)) == HEADER or path.suffix in NAMES
    except OSError:
        return False


def repair(path: Path, damaged: sqlite3.Connection | None) -> tuple[Path, int]:
    """Put a sound file in place of a damaged one; where the old one is now, and how many rows the new has.

    ``damaged`` is the connection that is open, if there is one; it is closed. Whenever this is cut short, the
    old file or the new one stands under the name, or nothing; never half a file.

    Raises:
        OSError, sqlite3.Error: the folder cannot be written to.
    """
    staged = path.with_name(f".{path.name}.repair-{os.getpid()}")
    try:
        rows = _salvaged(path, damaged, staged)
        aside = _set_aside(path)
        if not path.exists():  # another process may have begun a new one
            staged.replace(path)
    finally:
        with suppress(FileNotFoundError):
            staged.unlink()
    return aside, rows


def _salvaged(path: Path, damaged: sqlite3.Connection | None, staged: Path) -> int:
    """Fill a new file with every row of the old one that can be read; how many."""
    rows = 0
    fresh = empty_file(staged)
    try:
        old = damaged or reading(path)
        try:
            fresh.execute("BEGIN")
            for table, columns in _COLUMNS.items():
                sql = f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(columns))})"
                for row in _readable(old, table, columns):
                    rows += fresh.execute(sql, row).rowcount
            fresh.execute("COMMIT")
        finally:
            let_go(old)
    finally:
        let_go(fresh)
    with staged.open("rb") as file:
        os.fsync(file.fileno())
    return rows


def _readable(
    database: sqlite3.Connection, table: str, columns: tuple[str, ...]
) -> Iterator[tuple[object, ...]]:
    """The rows of a table up to the damage, from the front and then from the back."""
    for order in ("ASC", "DESC"):
        place = ", ".join(f"{column} {order}" for column in columns[:2])
        try:
            rows = database.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {place}")
            while (row := rows.fetchone()) is not None:
                yield row
        except sqlite3.Error:
            continue
        return


def _set_aside(path: Path) -> Path:
    """Give a file the first free name. Its log goes first: that must never lie beside a new file."""
    for number in count(1):
        aside = path.with_name(f"{path.name}.damaged-{number}")
        try:
            os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))
        except FileExistsError:
            continue
        break
    for ending in LOGS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).replace(aside.with_name(aside.name + ending))
    with suppress(FileNotFoundError):
        path.replace(aside)
    return aside
