"""Opening a cache file: to read and write it, only to read it, or not at all, and then why in words."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from litreview.sources.database import Database

VERSION = 1
"""Of the tables below, kept in ``PRAGMA user_version``; a file of a newer version is left alone."""
BUSY = 5.0
"""Seconds to wait for another process that is writing. A transaction takes milliseconds: who holds the file
for so long is stopped or dead (judgement)."""
FILE_MODE, FOLDER_MODE = 0o600, 0o700
"""Of the file, and of the folders made for it: what is looked up tells what somebody reads."""

TABLES = """
CREATE TABLE IF NOT EXISTS works (
    source TEXT, id TEXT, record BLOB NOT NULL, retrieved REAL NOT NULL,
    PRIMARY KEY (source, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
    source TEXT, kind TEXT, question TEXT, outcome TEXT NOT NULL, works TEXT NOT NULL, reason TEXT NOT NULL,
    retrieved REAL NOT NULL, PRIMARY KEY (source, kind, question)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notices (
    source TEXT, about TEXT, notice TEXT, PRIMARY KEY (source, about, notice)) WITHOUT ROWID;
"""
_OURS = frozenset({"works", "answers", "notices", "requests", "pauses"})
_DAMAGE = frozenset(
    {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR}
)


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of opening: a connection or none, whether it may be written to, and what is not as it should
    be."""

    database: sqlite3.Connection | None
    writable: bool = False
    trouble: str = ""


class UnusableError(Exception):
    """A file that is not to be touched, and why in words."""


def open_cache(path: Path) -> Opened:
    """The cache file at a path, made where there is none. Raises sqlite3.Error only for a damaged one."""
    try:
        if path.exists() and not path.is_file():
            return Opened(None, trouble="is no file: going on without a cache")
        _make(path)
        return Opened(_for_writing(path), writable=True)
    except UnusableError as error:
        return Opened(None, trouble=f"{error}: going on without it")
    except OSError as error:
        said = (error.strerror or str(error)).lower()
    except sqlite3.Error as error:
        if is_damage(error):
            raise
        said = in_words(error)
    return _for_reading(path, said)


def in_memory() -> sqlite3.Connection:
    """A cache that lasts as long as the run."""
    database = _connected(":memory:")
    database.executescript(TABLES)
    return database


def empty_file(path: Path) -> sqlite3.Connection:
    """A new cache file, for its owner alone, still without a log: for who fills it before others see it."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, FILE_MODE))
    database = _connected(f"{path.absolute().as_uri()}?mode=rw")
    database.executescript(f"PRAGMA user_version = {VERSION};{TABLES}")
    return database


def let_go(database: sqlite3.Connection) -> None:
    """Close a connection; what goes wrong then has been told, or is of no consequence."""
    with suppress(sqlite3.Error):
        database.close()


def is_damage(error: sqlite3.Error) -> bool:
    """True where the file itself is not sound; false for a full disk, a lock, a missing right."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF in _DAMAGE or code == sqlite3.SQLITE_IOERR_SHORT_READ


def in_words(error: sqlite3.Error) -> str:
    """What sqlite says of a trouble, shorter."""
    return str(error).removeprefix("database or ").removeprefix("attempt to write ")


def reading(path: Path, options: str = "mode=ro") -> sqlite3.Connection:
    """A connection that only reads."""
    return _connected(f"{path.absolute().as_uri()}?{options}")


def _make(path: Path) -> None:
    """The file and its folders, for their owner alone, where they are not there yet."""
    missing = [folder for folder in path.parents if not folder.exists()]
    for folder in reversed(missing):
        with suppress(FileExistsError):
            folder.mkdir(FOLDER_MODE)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))


def _connected(address: str) -> sqlite3.Connection:
    database = sqlite3.connect(
        address,
        timeout=BUSY,
        isolation_level=None,
        check_same_thread=False,
        uri=address.startswith("file:"),
        factory=Database,
    )
    database.text_factory = _text
    return database


def _text(raw: bytes) -> str:
    """Text as it is stored; flipped bytes must not be an error here, for the check sums tell them."""
    return raw.decode("utf-8", "replace")


def _for_writing(path: Path) -> sqlite3.Connection:
    database = _connected(f"{path.absolute().as_uri()}?mode=rw")
    try:
        database.execute("PRAGMA cell_size_check = ON")
        found = _recognised(database)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.executescript(TABLES)
        if found != VERSION:
            database.execute(f"PRAGMA user_version = {VERSION}")
    except (sqlite3.Error, UnusableError):
        let_go(database)
        raise
    return database


def _recognised(database: sqlite3.Connection) -> int:
    """The version of a cache file, 0 of an empty one. Raises UnusableError for what is not to be touched."""
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    names = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if version not in (0, VERSION):
        raise UnusableError(f"was made by another litreview (its version is {version}, not {VERSION})")
    if names and not names & _OURS:
        raise UnusableError("is a database of something else")
    return version


def _for_reading(path: Path, said: str) -> Opened:
    """The file without writing to it or beside it. ``immutable`` (no locks, no log) is only for a file that
    has no log beside it: nobody writes to it then."""
    for options in ("mode=ro", "mode=ro&immutable=1"):
        database = None
        try:
            if "immutable" in options and path.with_name(f"{path.name}-wal").exists():
                break
            database = reading(path, options)
            if _recognised(database) == VERSION:
                database.execute("SELECT 1 FROM answers LIMIT 1").fetchone()
                trouble = f"cannot be written ({said}): it is only read, and nothing new is kept"
                return Opened(database, trouble=trouble)
        except (sqlite3.Error, OSError, UnusableError):
            pass  # then without it
        if database:
            let_go(database)
    return Opened(None, trouble=f"cannot be used ({said}): going on without it")
