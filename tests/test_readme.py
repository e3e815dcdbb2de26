"""The README's examples run as they are written."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
Run = Callable[..., subprocess.CompletedProcess[str]]
ELSEWHERE = ("make", "litreview serve")
"""Run by .ci/run and by the browser test."""


def blocks(root: Path, language: str) -> list[str]:
    text = (root / "README.md").read_text(encoding="utf-8")
    return [body for name, body in BLOCK.findall(text) if name == language]


def commands(root: Path) -> list[str]:
    """Commands after a ``$`` and in the table, without what is run elsewhere."""
    text = (root / "README.md").read_text(encoding="utf-8")
    lines = [
        line[2:].split("  #")[0].strip() for body in blocks(root, "console") for line in body.splitlines()
    ]
    lines += re.findall(r"\| `(litreview [^`]+)`", text)
    return [line for line in lines if not line.startswith(ELSEWHERE)]


def test_the_python_example_runs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (body,) = blocks(root, "python")
    monkeypatch.chdir(root)
    names: dict[str, object] = {}
    exec(compile(body, "README.md", "exec"), names)
    assert "report" in names


def test_the_values_shown_are_the_values_given(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (body,) = blocks(root, "python")
    monkeypatch.chdir(root)
    names: dict[str, object] = {}
    shown = 0
    for line in body.splitlines():
        code, _, comment = line.partition("  # ")
        if comment.strip().startswith("("):
            assert repr(eval(code, names)) == comment.strip()
            shown += 1
        else:
            exec(code, names)
    assert shown


def test_the_commands_run(command_line: Run, root: Path, tmp_path: Path) -> None:
    found = commands(root)
    assert len(found) >= 6
    paper = docx.Document()
    paper.add_paragraph("Rest does not help (Brandt, 2015).")
    paper.add_heading("References", 1)
    paper.add_paragraph(
        "Brandt T (2015). Bed rest after stroke. Journal of Invented Neurology, 31(2), 101–109."
    )
    paper.save(tmp_path / "paper.docx")
    entry = "@article{brandt2015, author={Brandt, T}, title={Bed rest}, journal={Inv Neurol}, year={2015}}\n"
    for name in ("paper.bib", "library.bib", "a.bib"):
        (tmp_path / name).write_text(entry, encoding="utf-8")
    (tmp_path / "b.ris").write_text(
        "TY  - JOUR\nAU  - Brandt, T\nTI  - Bed rest\nPY  - 2015\nER  - \n", encoding="utf-8"
    )
    for command in found:
        words = shlex.split(command)[1:]
        if words[0] in ("check", "fix", "resolve"):
            words += ["--offline"]
        done = command_line(*words, cwd=tmp_path)
        assert done.returncode == 0, f"{command}: {done.stderr}"
