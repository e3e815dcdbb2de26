"""The page as a program of its own: asked from outside while uploads hang, and ended by signals."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from litreview.web.server import run

pytestmark = pytest.mark.slow
ARTICLE = b"Rest helps (Brandt, 2015).\n\nReferences\n\nBrandt, T. (2015). Rest. Posture, 1(2), 2-9.\n"
SOON = 20
"""Seconds after which a page is called frozen on a machine with other work; it answers in hundredths."""


@contextmanager
def page(tmp_path: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running page in a session of its own, and its address."""
    command = [sys.executable, "-m", "litreview", "serve", "--port", "0", *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        env={**os.environ, "TMPDIR": str(tmp_path), "LITREVIEW_CACHE": str(tmp_path / "cache.sqlite")},
    )  # fmt: skip
    assert process.stdout
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


def upload(address: str) -> str:
    """The page about an article; what went wrong where there is none."""
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    kind = {"content-type": "multipart/form-data; boundary=x"}
    request = urllib.request.Request(address, head + ARTICLE + b"\r\n--x--\r\n", kind)
    try:
        with urllib.request.urlopen(request, timeout=SOON) as answer:
            return str(answer.read().decode())
    except OSError as error:
        return f"no page: {error}"


def members(session: int) -> list[str]:
    """The processes of a session that are alive."""
    listed = subprocess.run(["ps", "-A", "-o", "sid=,stat=,pid="], capture_output=True, text=True, check=True)
    rows = (line.split() for line in listed.stdout.splitlines())
    return [pid for sid, state, pid in rows if int(sid) == session and not state.startswith("Z")]


def test_the_entry_point_is_what_the_command_runs() -> None:
    assert run.__module__ == "litreview.web.server"


def test_an_upload_is_answered(tmp_path: Path) -> None:
    with page(tmp_path, "--source", "none") as (_, address):
        assert "Brandt" in upload(address)


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_hanging_uploads_freeze_nothing_and_leave_nobody(ending: signal.Signals, tmp_path: Path) -> None:
    """Three uploads wait for a service that accepts and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        service = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with page(tmp_path, "--source", "crossref", "--base-url", service) as (process, address):
            waiting = [threading.Thread(target=upload, args=(address,), daemon=True) for _ in range(3)]
            for one in waiting:
                one.start()
            kept, _ = silent.accept()  # a worker is at work
            with urllib.request.urlopen(address, timeout=SOON) as answer:
                assert answer.status == 200
            process.send_signal(ending)
            process.wait(SOON)
            for one in waiting:
                one.join(SOON)
            kept.close()
            assert _are_gone(process.pid)
    if ending is not signal.SIGKILL:  # then nobody is left who could remove them
        assert not list(tmp_path.glob("litreview-*"))


def _are_gone(session: int) -> bool:
    """True as soon as no process of the session is left."""
    ended = threading.Event()
    for _ in range(10 * SOON):
        if not members(session):
            return True
        ended.wait(0.1)
    return False
