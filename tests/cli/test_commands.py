"""The command line as its users meet it: exit codes, streams, one clear line for trouble."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from litreview.cli.main import app, run
from litreview.rules.engine.registry import all_rules

Run = Callable[..., subprocess.CompletedProcess[str]]
ARTICLES = ("references/articles/spinal-manipulation.md", "references/articles/passive-treatments.md")


def test_check_reports_findings_with_exit_1(root: Path) -> None:
    """In a process of its own, as users start it; the other tests run it in this one."""
    command = [sys.executable, "-c", "from litreview.cli.main import run; run()", "check", *ARTICLES]
    command += ["--source", "snapshot:references/snapshot", "--as-of", "2026-11-21"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "year-mismatch" in done.stdout
    assert done.stderr == ""


def test_without_a_source_nobody_is_accused(command_line: Run, root: Path) -> None:
    done = command_line("check", *ARTICLES, "--source", "none", "--format", "json", cwd=root)
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert not [
        one for one in found["findings"] if one["rule"].startswith("M") and one["severity"] == "error"
    ]
    assert found["summary"]["matches"]["unavailable"] == 17


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "no such file"),
        (b"", "empty"),
        (bytes(range(256)) * 40, "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99, "Word"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(
    command_line: Run, tmp_path: Path, content: bytes | None, says: str
) -> None:
    path = tmp_path / "paper.txt"
    if content is not None:
        path.write_bytes(content)
    done = command_line("check", "paper.txt", "--source", "none", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "paper.txt" in done.stderr
    assert says in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", ARTICLES[0], "--format", "nonsense"),
        ("check", ARTICLES[0], "--fail-on", "sometimes"),
        ("check", ARTICLES[0], "--select", "Z9"),
        ("check", ARTICLES[0], "--as-of", "yesterday"),
        ("check", ARTICLES[0], "--source", "elsewhere"),
        ("check", ARTICLES[0], "--source", "snapshot:nowhere"),
        ("check", ARTICLES[0], "--source", "none", "--output", "no/such/folder/report.html"),
        ("check",),
        ("explain", "M999"),
        ("parse",),
        ("evidence", "plot", "references/evidence.csv", "-o", "figure.bmp"),
    ],
)
def test_a_bad_option_is_exit_2_and_no_traceback(
    command_line: Run, root: Path, arguments: tuple[str, ...]
) -> None:
    done = command_line(*arguments, cwd=root)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_parse_lines_keeps_order_and_count(command_line: Run, tmp_path: Path) -> None:
    lines = tmp_path / "references.txt"
    lines.write_text(
        "Okafor C, Lind M. Walking after stroke. Gait Posture. 2018;12(3):45-9.\n\n"
        "10.1000/nothing else\nLind M (2019). Rest. Spine, 4, 1.",
        encoding="utf-8",
    )
    done = command_line("parse", "--lines", "references.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    items = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(items) == 4
    assert items[0]["author"][0] == {"family": "Okafor", "given": "C"}
    assert items[1] == {}
    assert items[3]["issued"] == {"date-parts": [[2019]]}


@pytest.mark.parametrize("format", ["json", "jsonl", "csl", "bibtex", "ris", "csv"])
def test_parse_writes_every_format(command_line: Run, root: Path, format: str) -> None:
    done = command_line("parse", ARTICLES[1], "--format", format, cwd=root)
    assert done.returncode == 0, done.stderr
    assert "Chenot" in done.stdout


def test_an_output_file_replaces_an_older_one_whole(command_line: Run, root: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("older")
    target.chmod(0o640)
    done = command_line(
        "check", *ARTICLES, "--source", "none", "--format", "html", "-o", str(target), cwd=root
    )
    assert done.returncode == 0, done.stderr
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX pipes and links")
def test_what_is_no_plain_file_is_written_to_and_never_replaced(
    command_line: Run, root: Path, tmp_path: Path
) -> None:
    pipe, link, target = tmp_path / "pipe", tmp_path / "link.json", tmp_path / "target.json"
    target.write_text("older")
    link.symlink_to(target)
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    for output in (pipe, link):
        done = command_line(
            "check", ARTICLES[0], "--source", "none", "--format", "csv", "-o", str(output), cwd=root
        )
        assert done.returncode == 0, done.stderr
    assert os.read(reader, 4) == b"rule"
    os.close(reader)
    assert pipe.is_fifo()
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("rule")


def test_same_findings_from_library_and_command_line(
    command_line: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import litreview as lr

    monkeypatch.chdir(root)
    report = lr.check(*ARTICLES, source=lr.Snapshot("references/snapshot"), as_of="2026-11-21")
    done = command_line(
        "check",
        *ARTICLES,
        "--source",
        "snapshot:references/snapshot",
        "--as-of",
        "2026-11-21",
        "--format",
        "json",
        cwd=root,
    )
    theirs = json.loads(done.stdout)
    ours = json.loads(json.dumps(report.to_dict()))
    assert ours["findings"] == theirs["findings"]
    assert ours["articles"] == theirs["articles"]


@pytest.mark.parametrize(
    "verb",
    ["check", "parse", "resolve", "library", "fix", "evidence", "index", "explain", "rules", "serve", "init"],
)
def test_every_verb_has_help(verb: str) -> None:
    done = CliRunner().invoke(app, [verb, "--help"])
    assert done.exit_code == 0
    assert done.stdout.startswith("Usage:")


def test_init_keeps_what_is_there(command_line: Run, tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text("mine\n")
    done = command_line("init", ".", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "Makefile").read_text() == "mine\n"
    assert (tmp_path / ".litreview.toml").exists()


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_the_makefile_of_init_runs_and_its_settings_name_rules(command_line: Run, tmp_path: Path) -> None:
    assert command_line("init", ".", cwd=tmp_path).returncode == 0
    plan = ["make", "--dry-run"]
    empty = subprocess.run(plan, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "put an article into articles/" in empty
    (tmp_path / "articles" / "a.md").write_text("Text.")
    full = subprocess.run(plan, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert full.index("mkdir -p build") < full.index("litreview check articles/a.md --format html")
    shown = (tmp_path / ".litreview.toml").read_text(encoding="utf-8")
    names = {rule.name for rule in all_rules()}
    assert {line.split()[1] for line in shown.splitlines() if line.endswith('= "warning"')} <= names


def test_ctrl_c_says_that_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "mkdir", interrupted)
    monkeypatch.setattr(sys, "argv", ["litreview", "init", str(tmp_path)])
    with pytest.raises(SystemExit) as end:
        run()
    assert end.value.code == 130
    assert capsys.readouterr().err == "litreview: stopped; what was looked up is kept in the cache\n"


EXPLAINED = "Katz RT. Letter: Myokymia. Archives of Baths. 1975;111(1):130.\n"


def test_parse_explains_one_reference(command_line: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(EXPLAINED, encoding="utf-8")
    done = command_line("parse", "one.txt", "--explain", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == EXPLAINED.strip()
    assert lines[1].startswith("  model: ")
    assert lines[-1].startswith("  read as: author Katz RT; issued 1975; ")
    assert 'title "Letter: Myokymia"' in lines[-1]


def test_parse_explains_each_line(command_line: Run, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(EXPLAINED * 3, encoding="utf-8")
    done = command_line("parse", "--lines", "list.txt", "--explain", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("  model: ") == done.stdout.count("  read as: ") == 3
    (tmp_path / "list.md").write_text(
        f"# Baths\n\nCold.\n\n## References\n\n1. {EXPLAINED}\n", encoding="utf-8"
    )
    article = command_line("parse", "list.md", "--explain", cwd=tmp_path)
    assert article.stdout.count("  read as: ") == 1
    (tmp_path / "a.ris").write_text("TY  - JOUR\nTI  - Cold baths\nER  - \n", encoding="utf-8")
    refused = command_line("parse", "a.ris", "--explain", cwd=tmp_path)
    assert refused.returncode == 2
    assert "no printed reference" in refused.stderr
    assert (
        command_line("parse", "--lines", "list.txt", "--explain", "-f", "csl", cwd=tmp_path).returncode == 2
    )
