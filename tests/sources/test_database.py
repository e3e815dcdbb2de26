"""sqlite: names that are no text are damage, as sqlite itself would say it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from litreview.sources.cache_file import CacheFile
from litreview.sources.database import Database
from tests.sources.caches import filled, read, told


def broken(path: Path) -> Path:
    """A file whose schema is malformed and cannot even be named."""
    content = filled(path).read_bytes().replace(b"CREATE TABLE notices", b"CREATF TABLF notic\xf2s", 1)
    content = content.replace(b"tablenoticesnotices", b"tablenotic\xf2snotic\xf2s", 1)
    path.write_bytes(content)
    return path


def test_the_message_of_a_damaged_file_is_an_error_of_sqlite(tmp_path: Path) -> None:
    path = broken(tmp_path / "c.sqlite")
    for call in ("execute", "executescript", "executemany"):
        database = sqlite3.connect(path, factory=Database)
        with pytest.raises(sqlite3.DatabaseError) as error:
            getattr(database, call)("SELECT name FROM works", *([[()]] if call == "executemany" else []))
        assert error.value.sqlite_errorcode == sqlite3.SQLITE_CORRUPT
        database.close()


def test_a_cache_with_such_names_is_set_aside(tmp_path: Path) -> None:
    path = broken(tmp_path / "c.sqlite")
    with told(about="damaged-1"):
        file = CacheFile(path)
    assert read(file) == {}
    assert file.writable
