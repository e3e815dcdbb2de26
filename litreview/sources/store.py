"""The cache file: one sqlite database of records and of what was answered. Knows nothing of Crossref.

Write-ahead logging and one transaction per answer: a process that is killed loses at most the answer it was
writing, and several processes may use the file at once.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from weakref import finalize

from litreview.formats.records.crossref import work_from_crossref, work_to_crossref
from litreview.model.errors import InputError
from litreview.model.source import Lookup, Outcome
from litreview.model.work import Work
from litreview.sources.notices import told_about, with_notices

VERSION = 1
"""Of the tables below, kept in ``PRAGMA user_version``; a file of another version is refused."""
BUSY = 30.0
"""Seconds to wait for another process that is writing."""

_TABLES = """
CREATE TABLE IF NOT EXISTS works (
    source TEXT, id TEXT, record BLOB NOT NULL, retrieved REAL NOT NULL,
    PRIMARY KEY (source, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
    source TEXT, kind TEXT, question TEXT, outcome TEXT NOT NULL, works TEXT NOT NULL, reason TEXT NOT NULL,
    retrieved REAL NOT NULL, PRIMARY KEY (source, kind, question)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notices (
    source TEXT, about TEXT, notice TEXT, PRIMARY KEY (source, about, notice)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer from the file and when it was given (seconds since 1970)."""

    lookup: Lookup
    retrieved: float


class Store:
    """Answers of one source in a cache file. Raises InputError where the file is not one."""

    def __init__(self, path: Path, source: str, name: str) -> None:
        self._source, self._name = source, name
        self._works: dict[str, tuple[Work, float]] = {}
        self._lock = Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, timeout=BUSY, isolation_level=None, check_same_thread=False)
            finalize(self, self._db.close)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            found = self._db.execute("PRAGMA user_version").fetchone()[0]
            self._db.executescript(_TABLES)
        except (OSError, sqlite3.Error) as error:
            advice = "delete it, or name another file in LITREVIEW_CACHE"
            raise InputError(f"not a usable cache file: {error}", path=path, advice=advice) from error
        if found not in (0, VERSION):
            raise InputError(f"a cache file of version {found}, not {VERSION}", path=path, advice="delete it")
        self._db.execute(f"PRAGMA user_version = {VERSION}")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def get(self, kind: str, question: str) -> Stored | None:
        """The answer to a question, if there is one."""
        place = "source = ? AND kind = ? AND question = ?"
        sql = f"SELECT outcome, works, reason, retrieved FROM answers WHERE {place}"
        row = self._db.execute(sql, (self._source, kind, question)).fetchone()
        if row is None:
            return None
        found = [self.work(identifier) for identifier in json.loads(row[1])]
        works = tuple(item[0] for item in found if item)
        return Stored(Lookup(Outcome(row[0]), works, row[2]), row[3])

    def work(self, identifier: str) -> tuple[Work, float] | None:
        """A record, whichever question brought it, and when it was retrieved."""
        if identifier not in self._works:
            found = self._read(identifier)
            if found is None:
                return None
            self._works[identifier] = (self.told(found[0]), found[1])
        return self._works[identifier]

    def told(self, work: Work) -> Work:
        """The work with what notices in the file say of it."""
        sql = "SELECT notice FROM notices WHERE source = ? AND about = ?"
        rows = self._db.execute(sql, (self._source, work.doi)).fetchall() if work.doi else ()
        notices = (self._read(row[0]) for row in rows)
        return with_notices(work, [found[0] for found in notices if found])

    def _read(self, identifier: str) -> tuple[Work, float] | None:
        sql = "SELECT record, retrieved FROM works WHERE source = ? AND id = ?"
        row = self._db.execute(sql, (self._source, identifier)).fetchone()
        if row is None:
            return None
        return work_from_crossref(json.loads(zlib.decompress(row[0])), source=self._name), row[1]

    def put(self, kind: str, question: str, lookup: Lookup, now: float) -> None:
        """Keep an answer, in one transaction with its records."""
        works = [(self._source, _identifier(work), _packed(work), now) for work in lookup.works]
        notices = [
            (self._source, doi, _identifier(work)) for work in lookup.works for doi in told_about(work)
        ]
        identifiers = json.dumps([row[1] for row in works])
        answer = (self._source, kind, question, lookup.outcome.value, identifiers, lookup.reason, now)
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._db.executemany("INSERT OR REPLACE INTO works VALUES (?, ?, ?, ?)", works)
                self._db.executemany("INSERT OR IGNORE INTO notices VALUES (?, ?, ?)", notices)
                self._db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)", answer)
            except sqlite3.Error:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")
        for changed in (*(row[1] for row in works), *(row[1] for row in notices)):
            self._works.pop(changed, None)

    def records(self) -> Iterator[Mapping[str, object]]:
        """Every record, sorted by id, with the day on which it was retrieved."""
        sql = "SELECT record, retrieved FROM works WHERE source = ? ORDER BY id"
        for packed, retrieved in self._db.execute(sql, (self._source,)):
            day = datetime.fromtimestamp(retrieved, UTC).date().isoformat()
            yield {**json.loads(zlib.decompress(packed)), "retrieved": day}


def _identifier(work: Work) -> str:
    """DOI or key; records without either are told apart by what they say."""
    return work.id or f"record {zlib.crc32(repr(work).encode()):08x}"


def _packed(work: Work) -> bytes:
    record = work_to_crossref(work)
    return zlib.compress(json.dumps(record, ensure_ascii=False, sort_keys=True).encode(), 6)
