"""``litreview cache export``: a snapshot of the cache, or the old file as it was."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from litreview.cli import cache
from litreview.cli.main import run


def export(target: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(sys, "argv", ["litreview", "cache", "export", "--output", str(target)])
    with pytest.raises(SystemExit) as end:
        run()
    return end.value.code


def test_a_cache_that_cannot_be_read_replaces_no_snapshot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cache.app
    target = tmp_path / "records.jsonl"
    target.write_text("older records\n")
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("LITREVIEW_CACHE", str(tmp_path / "file" / "c.sqlite"))
    assert export(target, monkeypatch) == 2
    assert target.read_text() == "older records\n"
    assert "no cache that can be read (nothing was written)" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(tmp_path / "none" / "records.jsonl", monkeypatch) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert export(tmp_path / "records.jsonl", monkeypatch) == 0
