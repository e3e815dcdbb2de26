"""Generated pages and tables. ``python -m docs.build`` writes them, ``--check`` says which are not fresh."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import typer.main
from typer.core import TyperGroup

HERE = Path(__file__).parent


def pages() -> Iterator[tuple[str, str]]:
    """Every generated page: its path under docs/ and its text."""
    from litreview.matching.decision_page import matching_page
    from litreview.plots.kinds import figures_table
    from litreview.rules.engine.rule_pages import rule_pages
    from litreview.sources.kinds import sources_table
    from litreview.sources.registers.services import registers_table

    yield "cli.md", cli_page()
    yield "matching.md", matching_page()
    yield from rule_pages()
    yield "sources.md", _with_tables("sources.md", sources_table(), registers_table())
    yield "evidence.md", _with_tables("evidence.md", figures_table())


def _with_tables(name: str, *tables: str) -> str:
    """A page written by hand, with the tables between their marks replaced, in order."""
    text, left = (HERE / name).read_text(encoding="utf-8"), iter(tables)
    begin, end = "<!-- table from the code -->\n", "\n<!-- end of the table -->"
    return re.sub(f"(?<={begin}).*?(?={end})", lambda _: next(left), text, flags=re.DOTALL)


def cli_page() -> str:
    """The command line's help texts, verb by verb."""
    from litreview.cli.main import app

    group = typer.main.get_command(app)
    lines = ["# The command line", "", "Generated from `litreview --help` and the help of each verb.", ""]
    for names, command in sorted(_commands(group, ("litreview",))):
        with command.make_context(names[-1], [], resilient_parsing=True, terminal_width=100) as context:
            context.info_name = " ".join(names)
            text = command.get_help(context)
        lines += [
            f"## {' '.join(names)}",
            "",
            "```text",
            *(line.rstrip() for line in text.splitlines()),
            "```",
            "",
        ]
    return "\n".join(lines)


def _commands(
    command: object, names: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], typer.core.TyperCommand]]:
    yield names, command  # type: ignore[misc]
    if isinstance(command, TyperGroup):
        for name, inner in command.commands.items():
            yield from _commands(inner, (*names, name))


def main() -> None:
    """Write the pages, or compare them."""
    stale, known = [], set()
    for name, text in pages():
        path = HERE / name
        known.add(path)
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    orphans = sorted(path for path in (HERE / "rules").glob("*.md") if path not in known)
    stale += [f"{path.relative_to(HERE)} (belongs to no rule)" for path in orphans]
    if stale and "--check" in sys.argv:
        sys.exit(f"not fresh, run `make docs`: {', '.join(stale)}")


if __name__ == "__main__":
    main()
