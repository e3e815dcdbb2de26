"""The draft of an index: the old index stays whole until the new one is complete."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from litreview.model.errors import InputError
from litreview.sources import index_build
from litreview.sources.index import Index
from litreview.sources.index_build import build_index
from litreview.sources.index_draft import drafted
from litreview.sources.index_file import check, draft_of


def data(path: Path, numbers: range) -> Path:
    rows = [
        {"DOI": f"10.1234/w{n}", "title": [f"A title with number {n}"], "volume": str(n)} for n in numbers
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    build_index([data(tmp_path / "a.jsonl", range(50))], tmp_path / "w.idx")
    return tmp_path / "w.idx"


def stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_build_that_is_stopped_leaves_the_old_index_and_goes_on_later(target: Path, tmp_path: Path) -> None:
    before = target.read_bytes()
    more = data(tmp_path / "b.jsonl", range(50, 90))
    with pytest.raises(KeyboardInterrupt):
        build_index([more], target, stop)
    assert target.read_bytes() == before
    assert draft_of(target).exists()
    assert Index(target).info().works == 50
    told: list[object] = []
    assert build_index([more], target, lambda *what: told.append(what)).works == 90
    assert told == []  # it had been read already
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.jsonl", "b.jsonl", "w.idx"]
    assert check(target).problems == ()


def test_a_draft_of_another_state_of_the_index_is_begun_anew(target: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        build_index([data(tmp_path / "b.jsonl", range(50, 90))], target, stop)
    kept = draft_of(target).rename(tmp_path / "kept")
    build_index([data(tmp_path / "c.jsonl", range(200, 210))], target)
    kept.rename(draft_of(target))
    found = build_index([data(tmp_path / "d.jsonl", range(300, 310))], target)
    assert (found.works, [name for name, _ in found.files]) == (70, ["a.jsonl", "c.jsonl", "d.jsonl"])


@pytest.mark.parametrize("content", [b"", bytes(4096), b"SQLite format 3\x00" + b"x" * 100])
def test_a_draft_that_is_broken_is_begun_anew(target: Path, tmp_path: Path, content: bytes) -> None:
    draft_of(target).write_bytes(content)
    assert build_index([data(tmp_path / "b.jsonl", range(50, 60))], target).works == 60


def test_somebodys_file_is_not_taken_for_a_draft(target: Path, tmp_path: Path) -> None:
    draft_of(target).write_bytes(b"an article of somebody")
    with pytest.raises(InputError, match="in the way"):
        build_index([data(tmp_path / "b.jsonl", range(50, 60))], target)
    assert draft_of(target).read_bytes() == b"an article of somebody"


def test_a_full_disk_is_one_line_and_the_old_index_stays(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    before = target.read_bytes()
    monkeypatch.setattr(index_build, "_add", full)
    with pytest.raises(InputError, match=r"disk is full \(what was read so far is kept"):
        build_index([data(tmp_path / "b.jsonl", range(50, 60))], target)
    assert target.read_bytes() == before
    with pytest.raises(InputError, match="cannot be read or written"):
        build_index([tmp_path / "b.jsonl"], tmp_path / "a.jsonl" / "w.idx")


def test_the_mode_stays_and_a_link_stays_a_link(target: Path, tmp_path: Path) -> None:
    target.chmod(0o640)
    link = tmp_path / "link.idx"
    link.symlink_to(target)
    build_index([data(tmp_path / "b.jsonl", range(50, 60))], link)
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert Index(target).info().works == 60


def test_what_goes_wrong_within_leaves_the_index(target: Path) -> None:
    before = target.read_bytes()
    with pytest.raises(ZeroDivisionError), drafted(target):
        raise ZeroDivisionError
    assert target.read_bytes() == before


_KILLED = """
import sys
from pathlib import Path
from litreview.sources import index_build
index_build.BATCH = 20
index_build.build_index([{more!r}], {target!r}, lambda *what: print(what, flush=True))
"""


def test_a_build_that_is_killed_leaves_the_old_index(target: Path, tmp_path: Path) -> None:
    before, more = target.read_bytes(), data(tmp_path / "b.jsonl", range(50, 4_000))
    code = _KILLED.format(more=str(more), target=str(target))
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout
    for _ in range(5):
        process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert target.read_bytes() == before
    assert build_index([more], target).works == 4_000
    assert check(target).problems == ()
