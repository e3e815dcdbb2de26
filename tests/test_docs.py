"""What the pages say exists: links lead somewhere, files are there, commands and options are known."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup

from litreview.cli.main import app

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    page
    for folder in (".", "docs", "docs/rules", "references", "references/snapshot")
    for page in (ROOT / folder).glob("*.md")
)
BY_HAND = [page for page in PAGES if page.name != "cli.md" and page.parent.name != "rules"]
LINK = re.compile(r"\]\((?![a-z]+:|#)([^)#\s]+)")
FILE = re.compile(r"`((?:litreview|tests|docs|analyses|benchmarks|references)/[\w./-]+)`")
MODULE = re.compile(r"python -m ((?:benchmarks|analyses|docs)[\w.]*)")
FENCE = re.compile(r"^ *```\w*\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\s*(?:\$ |- run: |- |entry: )?(litreview (?:check|[a-z]+) .*)$", re.MULTILINE)
COMMANDS = typer.main.get_command(app)


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def commands(text: str) -> Iterator[list[str]]:
    """Every ``litreview …`` of the fenced blocks and of the inline code, as words."""
    shown = [line for body in FENCE.findall(text) for line in COMMAND.findall(body.replace("\\\n", " "))]
    shown += re.findall(r"`(litreview [a-z][^`]*)`", FENCE.sub("", text))
    for line in shown:
        yield shlex.split(re.sub(r"\s#\s.*", "", line).replace("…", ""))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", BY_HAND, ids=name_of)
def test_named_files_and_modules_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    modules = [ROOT / name.rstrip(".").replace(".", "/") for name in MODULE.findall(text)]
    assert [name for name in FILE.findall(text) if not (ROOT / name).exists()] == []
    assert [name for name in modules if not (name.is_dir() or name.with_suffix(".py").exists())] == []


def test_commands_are_found_in_pages() -> None:
    found = [words[1] for page in BY_HAND for words in commands(page.read_text(encoding="utf-8"))]
    assert {"check", "fix", "index"} <= set(found)


@pytest.mark.parametrize("page", BY_HAND, ids=name_of)
def test_commands_and_options_are_known(page: Path) -> None:
    for words in commands(page.read_text(encoding="utf-8")):
        command, rest = COMMANDS, words[1:]
        while isinstance(command, TyperGroup) and rest and not rest[0].startswith("-"):
            assert rest[0] in command.commands, f"no verb: {' '.join(words)}"
            command, rest = command.commands[rest[0]], rest[1:]
        known = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
        given = {word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
        assert given <= known | {"--help"}, " ".join(words)


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in BY_HAND:
        text = page.read_text(encoding="utf-8")
        named = set(re.findall(r"(?:`|^\$ )make ([a-z-]+)", text, re.MULTILINE))
        assert named <= targets, name_of(page)
