"""stdout and stderr that are full, closed or gone: one line and exit code 2, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from litreview.cli.main import FAULT
from litreview.cli.streams import OUTPUT

ARTICLE = "Rest helps (Brandt 2015).\n\n## References\n\nBrandt T. Rest for the back. Posture 2015;3:1-9.\n"
PROGRAM = f"{sys.executable} -m litreview"
pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")


def shell(command: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ | more,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    ["check a.md --source none", "library a.md", "explain M302", "--help", "init new", "serve"],
)
def test_a_full_disk_behind_stdout_is_one_line(arguments: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    done = shell(f"{PROGRAM} {arguments} > /dev/full", tmp_path)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert done.stderr.splitlines()[-1] == f"litreview: {OUTPUT}: cannot be written: no space left on device"


def test_closed_stdout_is_one_line(tmp_path: Path) -> None:
    done = shell(f"{PROGRAM} explain M302 >&-", tmp_path)
    assert (done.returncode, done.stderr) == (2, f"litreview: {OUTPUT}: cannot be written: it is closed\n")


@pytest.mark.parametrize("stderr", ["2>/dev/full", "2>&-"])
def test_where_stderr_takes_nothing_the_exit_code_still_tells(stderr: str, tmp_path: Path) -> None:
    assert shell(f"{PROGRAM} check gone.md {stderr}", tmp_path).returncode == 2


def test_a_reader_that_goes_away_is_no_trouble(tmp_path: Path) -> None:
    done = shell(f"{PROGRAM} rules | head -1; echo ${{PIPESTATUS[0]}}", tmp_path)
    assert done.stdout.splitlines()[-1] in ("0", "1")
    assert done.stderr == ""


def test_letters_that_the_terminal_lacks_are_written_as_numbers(tmp_path: Path) -> None:
    done = shell(f"{PROGRAM} check ä.md", tmp_path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr.isascii()) == (2, True)


def test_a_name_with_a_line_break_and_an_escape_stays_one_line(tmp_path: Path) -> None:
    done = shell(f"{PROGRAM} check $'a\\n\\e[2J\\u202eb.md'", tmp_path)
    assert len(done.stderr.splitlines()) == 1
    assert not set(done.stderr) & set("\x1b\u202e")


def test_a_fault_of_ours_is_loud_and_not_findings(tmp_path: Path) -> None:
    program = "from litreview.cli import main; main.app = lambda: 1 / 0; main.run()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, "ZeroDivisionError" in done.stderr) == (FAULT, True)
