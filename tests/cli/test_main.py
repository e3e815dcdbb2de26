"""The command line as a program."""

from __future__ import annotations

import subprocess
import sys

from litreview.cli.main import app


def test_python_runs_the_package_as_the_command_line() -> None:
    done = subprocess.run([sys.executable, "-m", "litreview", "--help"], capture_output=True, text=True)
    assert (done.returncode, "Reads articles and bibliographies" in done.stdout) == (0, True)
    assert app.registered_commands
