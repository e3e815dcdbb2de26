"""Ctrl-C: one line and exit code 130, wherever the program is; and no file is half written.

Each program says "here" when it has come to the place where it is to be interrupted.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of another kind")

ARTICLE = """Heat helps (Arden, 2003; Brill, 2008).

References

Arden P (2003). Heat for rowers. Journal of Heat, 2(1), 3-9.

Brill Q (2008). Cold for rowers. Journal of Heat, 7(1), 13-19.
"""
BEGIN = """
import sys, threading
def here():
    print("here", flush=True)
def wait():
    here()
    threading.Event().wait(600)
"""
RUN = """
from litreview.__main__ import main
sys.argv = ["litreview", "check", "paper.txt", "--source", "crossref"]
main()
"""
LOADING = """
class Slow:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            wait()
sys.meta_path.insert(0, Slow())
"""
PATTERN = """
import re
from litreview.parsing.lists import headings
class Hangs:
    def sub(self, *given, **named):
        here()
        return re.match("(?:q+)+b", "q" * 60)
headings._COUNT = Hangs()
"""
SERVER = """
from litreview.model.source import Lookup, Outcome
from litreview.sources.crossref import Crossref
asked = []
def search(self, text):
    asked.append(text)
    if len(asked) > 1:
        wait()
    return [(text, Lookup(Outcome.ABSENT))]
Crossref._search = search
"""


def heard() -> None:
    """Ctrl-C reaches the program also where these tests run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def interrupted(code: str, folder: Path) -> tuple[int, str]:
    """Exit code and stderr of a program that is interrupted where it says that it is there."""
    paths = os.pathsep.join(part for part in sys.path if part)
    known = {"PYTHONPATH": paths, "LITREVIEW_CACHE": str(folder / "cache")}
    with subprocess.Popen(
        [sys.executable, "-c", BEGIN + code], cwd=folder, env=os.environ | known, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heard,
    ) as program:  # fmt: skip
        assert program.stdout
        assert program.stderr
        line = program.stdout.readline()
        program.send_signal(signal.SIGINT)
        told = program.stderr.read()
    assert line == "here\n", told
    return program.returncode, told


@pytest.mark.parametrize("place", [LOADING, PATTERN, SERVER], ids=["loading", "pattern", "server"])
def test_an_interruption_is_one_line(place: str, tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(ARTICLE)
    code, told = interrupted(place + RUN, tmp_path)
    assert code == 130
    assert told.startswith("litreview: stopped")
    assert told.count("\n") == 1


def test_files_that_are_written_together_are_all_new_or_all_old(tmp_path: Path) -> None:
    for name in ("a.bib", "b.bib"):
        (tmp_path / name).write_text("old")
    code = """
from pathlib import Path
from litreview.formats import writing
take = writing._Swap.take_place
def taken(self, path):
    take(self, path)
    wait()
writing._Swap.take_place = taken
writing.replace_files([(Path("a.bib"), b"new"), (Path("b.bib"), b"new")])
"""
    assert interrupted(code, tmp_path)[0] != 0
    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {"a.bib": "old", "b.bib": "old"}
