"""Shared by all tests: no network beyond this machine, no display, and the evaluation data if it is there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from litreview.sources.registers.services import SERVICES

os.environ.setdefault("MPLBACKEND", "Agg")
ROOT = Path(__file__).parents[1]
# Properties are not timed: a busy machine is no fault of the code.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that asks the outside world fails, loudly, on every machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if self.family in (socket.AF_INET, socket.AF_INET6) and host not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to reach {address!r}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)
    registers = [service.variable for service in SERVICES]
    for name in ("LITREVIEW_MAILTO", "LITREVIEW_BASE_URL", *registers):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads or fills the user's cache."""
    monkeypatch.setenv("LITREVIEW_CACHE", str(tmp_path / "cache.sqlite"))


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """``command_line(*arguments, cwd=…)``: one run, in this process because starting one costs a second."""
    from litreview.cli.main import run

    def run_here(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["litreview", *arguments])
        capsys.readouterr()
        code: str | int | None = 0
        try:
            run()
        except SystemExit as end:
            code = end.code
        assert not isinstance(code, str)
        return subprocess.CompletedProcess(arguments, code or 0, *capsys.readouterr())

    return run_here


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The evaluation data beside the checkout; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("LITREVIEW_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip("no evaluation data beside this checkout")
    return folder


@pytest.fixture(scope="session")
def example_snapshot() -> Path:
    """The records behind the shipped example."""
    return ROOT / "references" / "snapshot"
