"""Opening the cache file: written, only read, or gone without, and always said in words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from litreview.model.errors import CacheWarning
from litreview.model.source import Lookup, Outcome
from litreview.sources.cache_file import CacheFile
from litreview.sources.cache_opening import VERSION, open_cache
from litreview.sources.store import Store
from tests.sources.caches import ANSWERS, NOW, as_somebody_else, filled, read, told

NEW = Lookup(Outcome.ABSENT, reason="none")


def works_without(path: Path) -> None:
    """Nothing at the path is of use, and a run goes on."""
    with told():
        file = CacheFile(path)
        Store(file, "Fake", "Fake").put("fetch", "new", NEW, NOW)
        found = Store(file, "Fake", "Fake").get("fetch", "new")
    assert found
    assert found.lookup == NEW


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.sqlite"
    file = CacheFile(path)
    Store(file, "Fake", "Fake").put("fetch", "new", NEW, NOW)
    assert {one.name: one.stat().st_mode & 0o777 for one in path.parent.iterdir()} == {
        "c.sqlite": 0o600, "c.sqlite-wal": 0o600, "c.sqlite-shm": 0o600,
    }  # fmt: skip
    assert [folder.stat().st_mode & 0o777 for folder in (path.parent, path.parent.parent)] == [0o700] * 2


def test_a_process_that_dies_loses_nothing_that_was_told(tmp_path: Path) -> None:
    opened = open_cache(tmp_path / "c.sqlite")
    assert opened.database
    settings = ("journal_mode", "synchronous", "user_version")
    assert [opened.database.execute(f"PRAGMA {name}").fetchone()[0] for name in settings] == [
        "wal", 1, VERSION,
    ]  # fmt: skip


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = filled(tmp_path / "c.sqlite")
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    before = path.read_bytes()
    with pytest.warns(CacheWarning, match="its version is 99, not 1"):
        assert read(CacheFile(path)) == {}
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_something_else_is_left_alone(tmp_path: Path) -> None:
    article, other = tmp_path / "article.docx", tmp_path / "books.sqlite"
    article.write_bytes(b"not a database at all, but long enough to be one" * 30)
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE books (title)")
    database.close()
    before = article.read_bytes(), other.read_bytes()
    works_without(article)
    works_without(other)
    assert (article.read_bytes(), other.read_bytes()) == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["article.docx", "books.sqlite"]


def test_a_cache_that_is_nonsense_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"not a database at all, but long enough to be one" * 30)
    with pytest.warns(CacheWarning, match="damaged-1"):
        assert CacheFile(path).writable
    assert Path(f"{path}.damaged-1").read_bytes().startswith(b"not a database")


def test_places_where_no_file_can_be_are_gone_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "file" / "c.sqlite", tmp_path, tmp_path / ("x" * 300), Path("/dev/null")):
        works_without(path)
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.parametrize(("folder_mode", "mode"), [(0o500, 0o400), (0o700, 0o400), (0o500, 0o600)])
def test_what_may_not_be_written_is_read(folder_mode: int, mode: int) -> None:
    with as_somebody_else() as folder:
        path = filled(folder / "c.sqlite")
        path.chmod(mode)
        folder.chmod(folder_mode)
        with told(about="nothing new is kept"):
            file = CacheFile(path)
            assert read(file) == ANSWERS
            Store(file, "Fake", "Fake").put("fetch", "new", NEW, NOW)
            assert Store(file, "Fake", "Fake").get("fetch", "new")
        file.close()
        folder.chmod(0o700)


def test_a_folder_or_file_that_is_closed_to_us_is_gone_without() -> None:
    with as_somebody_else() as folder:
        folder.chmod(0o500)
        works_without(folder / "c.sqlite")
        works_without(folder / "deeper" / "c.sqlite")
        folder.chmod(0o700)
        path = filled(folder / "c.sqlite")
        path.chmod(0)
        works_without(path)
        folder.chmod(0)
        works_without(path)
        folder.chmod(0o700)
        path.chmod(0o600)
        assert read(CacheFile(path)) == ANSWERS
