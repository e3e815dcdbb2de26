"""Building the index: public data files in, one sqlite file out; streamed, resumable, updatable."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from litreview.formats.records.crossref import doi_of, work_from_crossref
from litreview.formats.records.crossref_values import mapping_of
from litreview.formats.writing import make_folder
from litreview.model.errors import InputError
from litreview.model.work import Work
from litreview.sources.dumps import Part, parts
from litreview.sources.index_file import (
    COUNTED,
    POSTINGS,
    WEIGHTS,
    IndexInfo,
    connect,
    hashed,
    info,
    notice_key,
    pack,
    packed_work,
)
from litreview.sources.keys import work_keys
from litreview.sources.notices import told_about
from litreview.sources.ranking import search_words
from litreview.sources.word_search import TantivyWords, tantivy_folder

BATCH = 5000
"""Works to a transaction: what is lost when a build is interrupted."""
PAGES = 200_000
"""Kilobytes of the file kept in memory while building."""

Progress: TypeAlias = Callable[[str, int], None]
"""Called with the file being read and the number of works taken in so far."""
Record: TypeAlias = Mapping[str, object]


def build_index(files: Iterable[str | Path], path: str | Path, progress: Progress | None = None) -> IndexInfo:
    """Take Crossref's public data files (tars, folders, single files) into an index file.

    Files that the index has read before are passed over, so an interrupted build goes on where it was and
    an old index is updated by naming newer files; of two records with one DOI the one indexed later by
    Crossref stays. Raises InputError for a path that is not there or cannot be written.
    """
    target = Path(path)
    make_folder(target.parent)
    problems: list[str] = []
    try:
        database = connect(target, create=True)
    except sqlite3.Error as error:
        raise InputError(f"cannot be written: {error}", path=target) from error
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute(f"PRAGMA cache_size = -{PAGES}")
        database.execute("REPLACE INTO facts VALUES ('finished', 0)")
        for part in parts(files):
            _take(database, part, progress)
            problems += part.problems
        _finish(database)
    except sqlite3.Error as error:
        raise InputError(f"cannot be written: {error}", path=target, advice="is it in use?") from error
    finally:
        database.close()
    found = info(target)
    return IndexInfo(
        target,
        found.works,
        found.keys,
        found.words,
        found.files,
        found.size,
        found.unfinished,
        tuple(problems),
    )


def add_tantivy(path: str | Path) -> Path:
    """Make a tantivy index of an index file's words, in a folder beside it, and use it from now on.

    To be made again after the index was updated. Raises MissingExtraError where tantivy is not installed.
    """
    target = Path(path)
    database = connect(target)
    try:
        rows = database.execute("SELECT id, record FROM works ORDER BY id")
        folder = tantivy_folder(target)
        TantivyWords(folder, create=True).fill(
            (number, search_words(packed_work(r, ""))) for number, r in rows
        )
    finally:
        database.close()
    return folder


def _take(database: sqlite3.Connection, part: Part, progress: Progress | None) -> None:
    """All works of one file, a batch to a transaction, from where it was left."""
    row = database.execute(
        "SELECT records, done FROM files WHERE name = ? AND size = ?", (part.name, part.size)
    )
    taken, done = row.fetchone() or (0, 0)
    if done:
        return
    records, nameless = part.records(), 0
    for _ in islice(records, taken):
        pass
    while batch := list(islice(records, BATCH)):
        database.execute("BEGIN IMMEDIATE")
        nameless += _add(database, batch)
        taken += len(batch)
        _note(database, part, taken, done=False)
        database.execute("COMMIT")
        if progress:
            progress(part.name, taken)
    _note(database, part, taken, done=True)
    if nameless:
        part.problems.append(f"{part.name}: {nameless:,} records without a DOI left out")


def _note(database: sqlite3.Connection, part: Part, taken: int, *, done: bool) -> None:
    database.execute("REPLACE INTO files VALUES (?, ?, ?, ?)", (part.name, part.size, taken, int(done)))


def _add(database: sqlite3.Connection, batch: Iterable[Record]) -> int:
    """Take works in; how many had no DOI."""
    nameless = 0
    for record in batch:
        doi = doi_of(record)
        if not doi:
            nameless += 1
            continue
        stamp = _indexed(record)
        work = work_from_crossref(record)
        sql = "SELECT id, indexed, record FROM works WHERE doi = ?"
        old = database.execute(sql, (doi,)).fetchone()
        if old is None:
            sql = "INSERT INTO works (doi, indexed, record) VALUES (?, ?, ?)"
            number = database.execute(sql, (doi, stamp, pack(work))).lastrowid or 0
        elif stamp >= old[1]:
            number = old[0]
            _forget_words(database, number, packed_work(old[2], ""))
            database.execute(
                "UPDATE works SET indexed = ?, record = ? WHERE id = ?", (stamp, pack(work), number)
            )
        else:
            continue
        keys = [hashed(key) for key in work_keys(work) if key.partition("|")[0] in WEIGHTS]
        keys += [notice_key(about) for about in told_about(work)]
        database.executemany("INSERT INTO new_keys VALUES (?, ?)", [(key, number) for key in keys])
        database.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, search_words(work)))
    return nameless


def _forget_words(database: sqlite3.Connection, number: int, old: Work) -> None:
    """Take the words of a replaced record out; the text index keeps none, so they are made again from it."""
    sql = "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)"
    database.execute(sql, (number, search_words(old)))


def _indexed(record: Record) -> int:
    """When Crossref last indexed the record, in seconds; 0 where it does not say."""
    stamp = mapping_of(record.get("indexed")).get("timestamp")
    return int(stamp / 1000) if isinstance(stamp, (int, float)) else 0


def _finish(database: sqlite3.Connection) -> None:
    """Sort the new keys in, count the words, and leave one file behind."""
    if database.execute("SELECT EXISTS (SELECT 1 FROM new_keys)").fetchone()[0]:
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT OR IGNORE INTO keys SELECT key, work FROM new_keys ORDER BY key, work")
        database.execute("DELETE FROM new_keys")
        sql = "DELETE FROM keys WHERE key IN (SELECT key FROM keys GROUP BY key HAVING count(*) > ?)"
        database.execute(sql, (POSTINGS,))
        database.execute("COMMIT")
        database.execute("INSERT INTO words (words) VALUES ('optimize')")
        database.execute("BEGIN IMMEDIATE")
        database.execute("DELETE FROM counts")
        sql = "INSERT INTO counts SELECT term, doc FROM vocabulary WHERE doc >= ?"
        database.execute(sql, (COUNTED,))
        for name, table in (("keys", "keys"), ("words", "vocabulary")):
            database.execute(f"REPLACE INTO facts SELECT ?, count(*) FROM {table}", (name,))
        database.execute("COMMIT")
    database.execute("REPLACE INTO facts VALUES ('finished', 1)")
    database.execute("PRAGMA journal_mode = DELETE")
