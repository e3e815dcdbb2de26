"""The index file: its tables, how records are packed in it, and what it can tell about itself."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from litreview.formats.records.crossref import work_from_crossref, work_to_crossref
from litreview.model.errors import InputError
from litreview.model.work import Work
from litreview.sources.database import Database

VERSION = 1
"""Of the tables of an index file; a file of another version is refused."""
APPLICATION = 0x6C697472
"""``litr``, sqlite's application_id of our index files."""
COUNTED = 20
"""Words in at least so many works have their count in a table; rarer ones are counted when asked for
(judgement)."""
WAIT = 10.0
"""Seconds to wait for another process that is writing."""
LARGEST = 30_000_000
"""Bytes of one record, unpacked: thirty times the largest of Crossref (judgement)."""
POSTINGS = 60
"""Works under one key past which the key tells nothing and is not kept ("letter to the editor";
judgement)."""
# How much a shared key of each kind (the head of the key) says. Volume and page alone ("v") are shared by a
# hundred works in ten million and are left to the snapshot.
WEIGHTS = {"pmid": 8, "cd": 5, "y": 4, "p": 4, "f": 4, "w": 3, "t": 4, "c": 4, "n": 1}

TABLES = """
CREATE TABLE IF NOT EXISTS works (id INTEGER PRIMARY KEY, doi TEXT UNIQUE, indexed INTEGER, record BLOB);
CREATE TABLE IF NOT EXISTS keys (key INTEGER, work INTEGER, PRIMARY KEY (key, work)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS new_keys (key INTEGER, work INTEGER);
CREATE TABLE IF NOT EXISTS files (name TEXT PRIMARY KEY, size INTEGER, records INTEGER, done INTEGER);
CREATE TABLE IF NOT EXISTS counts (word TEXT PRIMARY KEY, works INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, content='');
CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab(words, row);
"""

# What most records have in common, for zlib to refer to: a third less to store. Changing it is a new VERSION.
_COMMON = (
    b'"language": "en", "publisher": "Springer Science and Business Media LLC", "publisher": '
    b'"Elsevier BV", "Wiley", "short-container-title": ["J. "], {"DOI": '
    b'"10.1016/j.10.1007/s10.1002/10.1080/10.1093/", "ISSN": ["0", "URL": "https://doi.org/10.1", '
    b'"author": [{"family": "", "given": "A."}, {"family": "", "given": "J. M."}], '
    b'"container-title": ["Journal of the International "], "issue": "1", "issued": {"date-parts": '
    b'[[2014, 10, 1]]}, "page": "1-10", "published": {"date-parts": [[2015, 1]]}, '
    b'"published-online": {"date-parts": [[2019]]}, "published-print": {"date-parts": [[20]]}, '
    b'"title": ["The effect of a study on the analysis of "], "type": "journal-article", "volume": '
    b'"1"}'
)


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """What an index holds. ``unfinished`` tells that a build was interrupted and can be gone on with."""

    path: Path
    works: int
    keys: int
    words: int
    files: tuple[tuple[str, int], ...]
    size: int
    unfinished: bool
    problems: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """The facts as lines for people."""
        state = "unfinished: run the same build again" if self.unfinished else "complete"
        return [
            f"{self.path}: {self.works:,} works, {state}",
            f"{self.size / 1e6:,.0f} MB, {self.keys:,} keys, {self.words:,} words, {len(self.files)} files",
            *self.problems,
        ]


def draft_of(path: Path) -> Path:
    """Where a build of an index works until it is complete."""
    return path.with_name(f"{path.name}.building")


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open an index file, or make one. Raises InputError where the file is something else."""
    if not create and not path.is_file():
        if draft_of(path).is_file():
            raise InputError("its build was interrupted", path=path, advice="run the same build again")
        raise InputError("no such index", path=path, advice="litreview index build FILES -o " + path.name)
    try:
        address = path.absolute().as_uri() + ("" if create else "?mode=ro")
        database = sqlite3.connect(
            address, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False, factory=Database
        )
    except sqlite3.Error as error:
        raise InputError(f"cannot be opened: {error}", path=path, advice="is it in use?") from error
    try:
        _recognise(database, path, create=create)
    except InputError:
        database.close()
        raise
    return database


def _recognise(database: sqlite3.Connection, path: Path, *, create: bool) -> None:
    """Lay the tables of a new index; refuse a file that is something else."""
    try:
        found = database.execute("PRAGMA application_id").fetchone()[0]
        empty = not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        version = database.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise InputError(f"cannot be opened: {error}", path=path, advice="is it in use?") from error
    except sqlite3.Error as error:
        raise InputError(f"not an index file: {error}", path=path) from error
    if create and empty:
        database.executescript(
            f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};{TABLES}"
        )
    elif found != APPLICATION or version != VERSION:
        raise InputError("not an index file of this version", path=path, advice="build it anew")


def info(path: str | Path) -> IndexInfo:
    """What an index holds; quick, from its own notes. Raises InputError."""
    file = Path(path)
    database = connect(file)
    try:
        return _info(database, file)
    except sqlite3.Error as error:
        raise InputError(f"the index is damaged: {error}", path=file, advice="build it anew") from error
    finally:
        database.close()


def check(path: str | Path) -> IndexInfo:
    """``info`` after looking at every page and every record; ``problems`` says what is damaged. Slow."""
    file = Path(path)
    database = connect(file)
    try:
        found = [row[0] for row in database.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        found += _broken_records(database)
        base = _info(database, file)
    except sqlite3.Error as error:
        raise InputError(f"the index is damaged: {error}", path=file, advice="build it anew") from error
    finally:
        database.close()
    return IndexInfo(
        file, base.works, base.keys, base.words, base.files, base.size, base.unfinished, tuple(found)
    )


def _info(database: sqlite3.Connection, path: Path) -> IndexInfo:
    rows = database.execute("SELECT name, value FROM facts")
    facts = {name: value for name, value in rows if isinstance(value, int)}
    files = tuple(database.execute("SELECT name, records FROM files ORDER BY name"))
    open_files = database.execute("SELECT count(*) FROM files WHERE NOT done").fetchone()[0]
    waiting = database.execute("SELECT EXISTS (SELECT 1 FROM new_keys)").fetchone()[0]
    works = database.execute("SELECT count(*) FROM works").fetchone()[0]
    unfinished = bool(open_files or waiting or not facts.get("finished"))
    size = path.stat().st_size
    return IndexInfo(path, works, facts.get("keys", 0), facts.get("words", 0), files, size, unfinished)


def _broken_records(database: sqlite3.Connection) -> list[str]:
    broken = []
    for doi, packed in database.execute("SELECT doi, record FROM works"):
        try:
            unpack(packed)
        except sqlite3.DatabaseError as error:
            broken.append(f"{doi}: {error}")
    return broken[:20]


def pack(work: Work) -> bytes:
    """A work as its Crossref-shaped record, only the fields that are used, compressed."""
    record = work_to_crossref(work)
    record.pop("abstract", None)
    squeezer = zlib.compressobj(6, wbits=-15, zdict=_COMMON)
    text = json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    return squeezer.compress(text) + squeezer.flush() + _sum(text)


def unpack(packed: object) -> Mapping[str, object]:
    """The record of ``pack``. Raises sqlite3.DatabaseError where it is damaged."""
    opener = zlib.decompressobj(wbits=-15, zdict=_COMMON)
    try:
        text = opener.decompress(packed, LARGEST) if isinstance(packed, bytes) else b""
        record = json.loads(text)
    except (zlib.error, ValueError, RecursionError) as error:
        raise sqlite3.DatabaseError(f"a record cannot be read ({error})") from error
    # files of older versions have no check sum behind the record
    if not isinstance(record, dict) or not opener.eof or opener.unused_data not in (b"", _sum(text)):
        raise sqlite3.DatabaseError("a record cannot be read (it was changed)")
    return record


def _sum(text: bytes) -> bytes:
    return zlib.crc32(text).to_bytes(4, "big")


def packed_work(packed: object, source: str) -> Work:
    """The work of a packed record."""
    return work_from_crossref(unpack(packed), source=source)


def notice_key(doi: str) -> int:
    """The key under which the records stand that say something about the work of a DOI."""
    return hashed(f"u|{doi}")


def hashed(key: str) -> int:
    """A blocking key as a signed 64-bit number, the same on every machine."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
