"""Several files are put in their places together, or none is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from litreview.formats.writing import replace_files
from litreview.model.errors import InputError


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_files_already_replaced_are_put_back(
    fails_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / name for name in ("a.bib", "b.ris", "c.csv")]
    for file in files:
        file.write_bytes(b"old " + file.name.encode())
    replace, calls = Path.replace, []

    def full(self: Path, target: Path) -> Path:
        calls.append(self)
        if len(calls) == fails_at:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="no space left"):
        replace_files([(file, b"new") for file in files])
    assert [file.read_bytes() for file in files] == [b"old " + file.name.encode() for file in files]
    assert sorted(tmp_path.iterdir()) == files


def test_who_reads_the_old_file_reads_it_to_its_end(tmp_path: Path) -> None:
    """Nothing is written in place: the old bytes stay whole until the new ones are, in another file."""
    path = tmp_path / "out.json"
    path.write_bytes(b"old bytes")
    with path.open("rb") as reader:
        replace_files([(path, b"new")])
        assert reader.read() == b"old bytes"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("mask", "mode"), [(0o027, 0o640), (0o022, 0o644), (0o000, 0o666), (0o077, 0o600)])
def test_a_file_that_was_not_there_gets_the_mode_of_a_new_one(tmp_path: Path, mask: int, mode: int) -> None:
    path = tmp_path / "new.json"
    old = os.umask(mask)
    try:
        replace_files([(path, b"new")])
        assert os.umask(mask) == mask, "the process's own mask is as it was"
    finally:
        os.umask(old)
    assert path.stat().st_mode & 0o777 == mode


def test_what_was_kept_of_the_old_files_is_gone_when_all_are_replaced(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.bib", "b.bib", "c.bib")]
    for file in files:
        file.write_bytes(b"old")
    replace_files([(file, b"new") for file in files])
    assert sorted(tmp_path.iterdir()) == files
    assert {file.read_bytes() for file in files} == {b"new"}


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o440])
def test_the_mode_stays(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(b"old")
    path.chmod(mode)
    replace_files([(path, b"new")])
    assert (path.stat().st_mode & 0o777, path.read_bytes()) == (mode, b"new")


def test_a_link_is_followed_and_stays_one(tmp_path: Path) -> None:
    path, link = tmp_path / "real.json", tmp_path / "link.json"
    path.write_bytes(b"old")
    link.symlink_to(path)
    replace_files([(link, b"new")])
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        replace_files([(pipe, b"through")])
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_what_cannot_be_written_costs_none_of_the_others(tmp_path: Path) -> None:
    here, nowhere = tmp_path / "a.json", tmp_path / "gone" / "b.json"
    here.write_bytes(b"old")
    with pytest.raises(InputError, match="no such file") as caught:
        replace_files([(here, b"new"), (nowhere, b"new")])
    assert str(caught.value.path) == str(nowhere)
    assert here.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [here]


def test_a_disk_that_fills_while_writing_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="no space left"):
        replace_files([(path, b"new")])
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
