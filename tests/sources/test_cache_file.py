"""The cache file: whatever happens to it is a miss and a line, never an error and never a wrong answer."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from litreview.model.source import Lookup, Outcome
from litreview.sources.cache_file import CacheFile, shared
from litreview.sources.store import Store
from tests.sources.caches import ANSWERS, NOW, filled, overwrite, read, told, work

NEW = Lookup(Outcome.FOUND, (work(5_000),))


class Failing:
    """A connection that fails from a certain call on, as a full disk or a broken one makes it."""

    def __init__(self, database: sqlite3.Connection, name: str, begin: str) -> None:
        self._database, self._name, self._begin = database, name, begin

    def __getattr__(self, name: str) -> object:
        return getattr(self._database, name)

    def execute(self, sql: str, *values: object) -> object:
        if sql.startswith(self._begin):
            error = sqlite3.OperationalError(self._name.lower())
            error.sqlite_errorcode = getattr(sqlite3, f"SQLITE_{self._name}")
            error.sqlite_errorname = f"SQLITE_{self._name}"
            raise error
        return self._database.execute(sql, *values)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("sound") / "c.sqlite")


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, tmp_path / "c.sqlite"))


def put(file: CacheFile, lookup: Lookup = NEW) -> Lookup | None:
    store = Store(file, "Fake", "Fake")
    store.put("fetch", "new", lookup, NOW)
    found = store.get("fetch", "new")
    return found and found.lookup


def test_a_sound_file_gives_all_and_says_nothing(path: Path) -> None:
    file = CacheFile(path)
    assert read(file) == ANSWERS
    assert put(file) == NEW


@pytest.mark.parametrize("name", ["FULL", "READONLY", "IOERR", "BUSY", "LOCKED", "CANTOPEN", "PERM"])
@pytest.mark.parametrize("begin", ["BEGIN", "COMMIT"])
def test_what_cannot_be_written_is_kept_for_the_run_and_the_file_still_read(
    path: Path, name: str, begin: str
) -> None:
    file = CacheFile(path)
    file._disk = Failing(file._disk, name, begin)  # type: ignore[assignment, arg-type]
    with told(about="nothing new is kept in it"):
        assert put(file) == NEW
        assert put(file, Lookup(Outcome.ABSENT)) == Lookup(Outcome.ABSENT)
    assert read(file) == ANSWERS
    file.close()
    assert read(CacheFile(path)) == ANSWERS


@pytest.mark.parametrize("name", ["IOERR", "CANTOPEN", "PROTOCOL", "NOMEM", "INTERRUPT"])
def test_what_cannot_be_read_is_gone_without(path: Path, name: str) -> None:
    file = CacheFile(path)
    file._disk = Failing(file._disk, name, "SELECT")  # type: ignore[assignment, arg-type]
    with told(about="going on without it"):
        assert read(file) == {}
    assert put(file) == NEW
    assert not file.readable


@pytest.mark.parametrize("seed", range(25))
def test_flipped_bytes_give_a_right_answer_or_none(path: Path, seed: int) -> None:
    draw, content = random.Random(seed), bytearray(path.read_bytes())
    for _ in range(draw.choice((1, 3, 30))):
        content[draw.randrange(len(content))] ^= 1 << draw.randrange(8)
    path.write_bytes(content)
    with told():
        file = CacheFile(path)
        answers = read(file)
        assert put(file) == NEW
        file.tell("so that a flip without consequence passes too")
    assert answers.items() <= ANSWERS.items()
    for aside in path.parent.glob("c.sqlite.damaged-*"):
        assert aside.name == "c.sqlite.damaged-1"
        assert file.writable
    file.close()
    assert "new" not in ANSWERS
    again = CacheFile(path)
    found = Store(again, "Fake", "Fake").get("fetch", "new")
    assert found is None or found.lookup == NEW


def test_a_damaged_file_is_replaced_by_what_can_be_read_of_it(path: Path) -> None:
    before = overwrite(path)
    with told(about=r"was damaged: .* could be kept, and the old file is c.sqlite.damaged-1"):
        cache = CacheFile(path)
        answers = read(cache)
    assert len(ANSWERS) / 2 < len(answers) < len(ANSWERS)
    assert answers.items() <= ANSWERS.items()
    assert put(cache) == NEW
    cache.close()
    assert Path(f"{path}.damaged-1").read_bytes() == before
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert [file.name for file in path.parent.iterdir() if "repair" in file.name] == []


@pytest.mark.parametrize("size", [0, 100, 4096, 9000])
def test_a_cut_file_is_replaced_and_an_older_one_set_aside_is_left_alone(path: Path, size: int) -> None:
    Path(f"{path}.damaged-1").write_text("older")
    path.write_bytes(path.read_bytes()[:size])
    if size:
        with told(about="damaged"):
            cache = CacheFile(path)
            assert read(cache).items() <= ANSWERS.items()
        assert Path(f"{path}.damaged-2").stat().st_size == size
    else:
        cache = CacheFile(path)
    assert put(cache) == NEW
    assert Path(f"{path}.damaged-1").read_text() == "older"
    assert Path(f"{path}.damaged-1").stat().st_nlink == 1


def test_a_file_cut_or_overwritten_while_in_use_is_replaced(path: Path) -> None:
    for content in (path.read_bytes()[:5000], b"nonsense" * 5_000):
        cache = CacheFile(path)
        path.write_bytes(content)
        with told(about="damaged"):
            read(cache)
            assert put(cache) == NEW
        cache.close()
        assert put(CacheFile(path)) == NEW


def test_a_file_removed_or_replaced_while_in_use_is_begun_anew(path: Path, sound: Path) -> None:
    cache = CacheFile(path)
    path.unlink()
    with told(about="removed or replaced"):
        assert put(cache) == NEW
    cache.close()
    cache = CacheFile(path)
    assert read(cache) == {}
    shutil.copy(sound, path.with_name("other"))
    path.with_name("other").replace(path)
    with told(about="removed or replaced"):
        put(cache)
    assert read(cache) == ANSWERS


def test_a_folder_that_vanishes_ends_nothing(path: Path) -> None:
    cache = CacheFile(path)
    shutil.rmtree(path.parent)
    with told(about="removed or replaced"):
        assert put(cache) == NEW
    assert path.is_file()
    cache.close()
    cache = CacheFile(path)
    shutil.rmtree(path.parent)
    path.parent.write_text("a file where the folder was")
    with told(about="cannot be used"):
        assert put(cache) == NEW


def test_two_processes_that_find_the_damage_leave_one_new_file(path: Path) -> None:
    one, two = CacheFile(path), CacheFile(path)
    overwrite(path)
    with told(about="damaged"):
        kept = read(one)
        assert put(one) == NEW
    two._mend(sqlite_error(sqlite3.SQLITE_CORRUPT))
    assert put(two) == NEW
    assert read(two) == kept
    assert [file.name for file in path.parent.glob("*damaged-?")] == ["c.sqlite.damaged-1"]


def sqlite_error(code: int) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("malformed")
    error.sqlite_errorcode = code
    return error


def test_all_who_name_a_file_share_it_and_the_last_closes_it(path: Path) -> None:
    one, two = shared(path), shared(path.parent / "." / path.name)
    assert one is two
    one.close()
    assert two.readable
    two.close()
    assert not two.readable
    three = shared(path)
    assert three is not two
    three.close()
