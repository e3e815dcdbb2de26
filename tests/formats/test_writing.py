"""Files are put in their places whole and together, or none is; nothing writes a file in any other way."""

from __future__ import annotations

import ast
import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import litreview
from litreview.formats.writing import PREFIX, encoded, make_folder, replace_files, write_file
from litreview.model.errors import InputError

PACKAGE = Path(litreview.__file__).parent
WRITERS = {
    "formats/writing.py": "the writer",
    "formats/latex/zipped.py": "a temporary folder of its own, for an archive's parts",
    "web/checking.py": "a temporary folder of its own, for an upload",
    "formats/word/runs.py": "an archive in memory",
    "formats/odt/annotations.py": "an archive in memory",
    "plots/saving.py": "a figure into memory",
    "library/writing.py": "a workbook in memory",
    "reports/to_xlsx.py": "a workbook in memory",
}
"""Files that call something that could write, and why they may."""
WRITES = {
    "write_text",
    "write_bytes",
    "savefig",
    "to_excel",
    "to_parquet",
    "to_pickle",
    "Workbook",
    "ExcelWriter",
}
INTO = {"to_csv", "to_html", "to_json", "to_markdown", "to_latex"}
"""What writes into a file where its first argument is one."""


def writes(path: Path) -> Iterator[str]:
    """The calls in a file that may write one."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        modes = [
            arg.value
            for arg in (*node.args, *(keyword.value for keyword in node.keywords))
            if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        opens = name in ("open", "fdopen", "ZipFile") and any(
            set(mode) <= set("rwaxbt+") and set(mode) & set("wax+") for mode in modes
        )
        is_method = isinstance(node.func, ast.Attribute)
        is_frame = is_method and name in INTO and ast.unparse(node.func.value) not in ("output", "self")  # type: ignore[attr-defined]
        into = is_frame and any(not isinstance(arg, ast.Starred) for arg in node.args)
        if name in WRITES or opens or into:
            yield f"{name}, line {node.lineno}"


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_no_file_is_written_but_through_the_one_writer(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() not in WRITERS:
        assert not list(writes(path))


def test_the_list_of_writers_is_not_longer_than_it_must_be() -> None:
    assert [name for name in WRITERS if not list(writes(PACKAGE / name))] == []


def three(folder: Path) -> list[Path]:
    files = [folder / name for name in ("a.bib", "b.ris", "c.csv")]
    for file in files:
        file.write_bytes(b"old " + file.name.encode())
    return files


def failing(real: Callable[..., object], at: int, number: int) -> Callable[..., object]:
    """The function, which fails the ``at``-th time it is called."""
    calls = []

    def call(*given: object, **named: object) -> object:
        calls.append(given)
        if len(calls) == at:
            raise OSError(number, os.strerror(number))
        return real(*given, **named)

    return call


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("what", ["replace", "fsync", "open"])
def test_all_files_change_or_none_does(
    what: str, at: int, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = three(tmp_path)
    home, name = {"replace": (Path, "replace"), "fsync": (os, "fsync"), "open": (os, "open")}[what]
    monkeypatch.setattr(home, name, failing(getattr(home, name), at, number))
    with pytest.raises(InputError, match=os.strerror(number).lower()):
        replace_files([(file, b"new") for file in files])
    monkeypatch.undo()
    assert [file.read_bytes() for file in files] == [b"old " + file.name.encode() for file in files]
    assert sorted(tmp_path.iterdir()) == files


@pytest.mark.parametrize("at", [1, 2, 3])
def test_files_that_were_not_there_are_not_there_after_a_failure(
    at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", failing(Path.replace, at, errno.ENOSPC))
    with pytest.raises(InputError):
        replace_files([(tmp_path / name, b"new") for name in "abc"])
    assert list(tmp_path.iterdir()) == []


def test_without_second_names_files_come_back_from_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = three(tmp_path)
    monkeypatch.setattr(os, "link", failing(os.link, 1, errno.EPERM))
    monkeypatch.setattr(Path, "replace", failing(Path.replace, 3, errno.EIO))
    with pytest.raises(InputError):
        replace_files([(file, b"new") for file in files])
    assert [file.read_bytes() for file in files] == [b"old " + file.name.encode() for file in files]


def test_ctrl_c_leaves_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = three(tmp_path)

    def stop(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        replace_files([(file, b"new") for file in files])
    assert sorted(tmp_path.iterdir()) == files


def test_a_file_system_without_fsync_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(os.fsync, 1, errno.EINVAL))
    write_file("new", tmp_path / "a")
    assert (tmp_path / "a").read_text() == "new"


def test_links_are_followed_and_modes_kept(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "a", tmp_path / "b"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_file("new", link)
    assert link.is_symlink()
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o640)
    assert not list(tmp_path.rglob(f"{PREFIX}*"))


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    write_file("1", path)
    write_file("2", path)
    assert path.read_text() == "2"


@pytest.mark.parametrize("name", ["x" * 256, "gone/a", ".", "a\0b", "a\ud83d", "loop"])
def test_a_place_that_takes_no_file_is_one_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(InputError, match="cannot be written"):
        write_file("new", tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["loop"]


def test_a_folder_that_takes_no_new_file_is_named_as_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("old")
    monkeypatch.setattr(os, "open", failing(os.open, 1, errno.EACCES))
    with pytest.raises(InputError, match="cannot be replaced whole: its folder takes no new file"):
        write_file("new", tmp_path / "a")
    assert (tmp_path / "a").read_text() == "old"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write_file("new", tmp_path / "pipe")
    reader.join()
    assert (heard, (tmp_path / "pipe").is_fifo()) == ([b"new"], True)


def test_devices_are_written_to() -> None:
    write_file("new", Path("/dev/null"))
    assert not Path("/dev/null").is_file()
    with pytest.raises(InputError, match="no space left"):
        write_file("new", Path("/dev/full"))


def test_a_descriptor_is_gone_on_with(tmp_path: Path) -> None:
    with (tmp_path / "log").open("ab") as log:
        log.write(b"old ")
        log.flush()
        write_file("new", Path(f"/dev/fd/{log.fileno()}"))
    assert (tmp_path / "log").read_bytes() == b"old new"


def test_one_path_twice_holds_the_last(tmp_path: Path) -> None:
    replace_files([(tmp_path / "a", b"1"), (tmp_path / "a", b"2")])
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"2")]


def test_of_two_writers_one_wins_whole(tmp_path: Path) -> None:
    texts = [letter * 200_000 for letter in "xy"]
    threads = [threading.Thread(target=write_file, args=(text, tmp_path / "a")) for text in texts * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (tmp_path / "a").read_text() in texts
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_half_a_surrogate_pair_is_written_as_a_sign() -> None:
    assert encoded("a\ud83d") == "a\ufffd".encode()


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(InputError, match="folder cannot be made"):
        make_folder(tmp_path / "a" / "b")


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
