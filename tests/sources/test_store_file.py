"""The cache file under an answer that is broken off half way, and beside another process."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from litreview.model.source import Lookup, Outcome
from litreview.model.work import Work
from litreview.sources.store import Store

ANSWER = Lookup(Outcome.FOUND, (Work(doi="10.5555/owls", title="Barn owls"),))


def test_an_answer_that_is_broken_off_leaves_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    store = Store(path, "lab", "the lab")
    with sqlite3.connect(path) as other:
        other.execute(
            "CREATE TRIGGER no BEFORE INSERT ON answers BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
    with pytest.raises(sqlite3.Error, match="the disk is full"):
        store.put("doi", "10.5555/owls", ANSWER, 1.0)
    assert list(store.records()) == []
    with sqlite3.connect(path) as other:
        other.execute("DROP TRIGGER no")
    store.put("doi", "10.5555/owls", ANSWER, 1.0)
    assert [record["retrieved"] for record in store.records()] == ["1970-01-01"]


def test_answers_are_read_while_another_process_writes(tmp_path: Path) -> None:
    """A log beside the file, which is read past: without one, or with a lock on all, this would wait."""
    path = tmp_path / "cache.sqlite"
    store = Store(path, "lab", "the lab")
    store.put("doi", "10.5555/owls", ANSWER, 1.0)
    other = sqlite3.connect(path, isolation_level=None)
    assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    other.execute("BEGIN EXCLUSIVE")
    found = store.get("doi", "10.5555/owls")
    other.execute("ROLLBACK")
    other.close()
    assert found is not None
    assert found.lookup.outcome is Outcome.FOUND
