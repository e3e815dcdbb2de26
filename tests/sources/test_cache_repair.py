"""Repair: what can be read is kept, the old file stays, and a stop in the middle harms neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.sources import cache_repair
from litreview.sources.cache_file import CacheFile
from litreview.sources.cache_repair import may_be_replaced, repair
from tests.sources.caches import ANSWERS, filled, read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "c.sqlite")


def test_all_of_a_sound_file_is_kept(path: Path) -> None:
    before = path.read_bytes()
    aside, rows = repair(path, None)
    assert (aside.name, rows, aside.read_bytes()) == ("c.sqlite.damaged-1", 700, before)
    assert path.stat().st_mode & 0o777 == 0o600
    assert read(CacheFile(path)) == ANSWERS


@pytest.mark.parametrize("step", ["_salvaged", "_set_aside"])
def test_what_cannot_be_done_leaves_the_old_file(
    path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = path.read_bytes()
    monkeypatch.setattr(cache_repair, step, full)
    with pytest.raises(OSError, match="No space"):
        repair(path, None)
    assert path.read_bytes() == before
    assert not [one.name for one in path.parent.iterdir() if "repair" in one.name or "damaged" in one.name]


def test_a_log_goes_with_its_file(path: Path) -> None:
    path.write_bytes(b"nonsense")
    Path(f"{path}-wal").write_bytes(b"a log")
    repair(path, None)
    assert Path(f"{path}.damaged-1-wal").read_bytes() == b"a log"
    assert not Path(f"{path}-wal").exists()
    assert read(CacheFile(path)) == {}


def test_only_databases_are_replaced(tmp_path: Path) -> None:
    for name, content, right in (
        ("paper.docx", b"PK", False), ("c.sqlite", b"PK", True), ("named", b"SQLite format 3\0", True),
    ):  # fmt: skip
        (tmp_path / name).write_bytes(content)
        assert may_be_replaced(tmp_path / name) is right
    assert not may_be_replaced(tmp_path / "none.sqlite")
