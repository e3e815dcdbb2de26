"""Faults put in by hand that once no test found are found by one now."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.slow
def test_every_known_break_is_found() -> None:
    """In a process of its own: this one has loaded the package as it is."""
    command = [sys.executable, "-m", "benchmarks.known_breaks"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
