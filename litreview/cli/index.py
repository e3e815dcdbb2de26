"""``litreview index``: a local index of Crossref's public data file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from litreview.cli.output import say
from litreview.cli.progress import bar

app = typer.Typer(
    help="Build and look into a local index of Crossref's public data file.", no_args_is_help=True
)
Files = Annotated[
    list[Path], typer.Argument(help="Data files (.json, .jsonl, .gz, .tar) or folders of them.")
]
Target = Annotated[Path, typer.Option("--output", "-o", help="The index to make or to add to.")]
Check = Annotated[bool, typer.Option("--check", help="Look at every record; slow.")]
IndexFile = Annotated[Path, typer.Argument(help="An index.")]


@app.command()
def build(files: Files, *, output: Target) -> None:
    """Build an index, or add to one. What was read before a stop is not read again."""
    from litreview.sources.index_build import build_index

    with bar("indexing works") as show:
        built = build_index(files, output, progress=(lambda _, taken: show(taken, None)) if show else None)
    say("\n".join(built.lines()))


@app.command()
def info(index: IndexFile, *, check: Check = False) -> None:
    """Say what an index holds and, with --check, whether every record in it is sound."""
    from litreview.sources.index import Index

    opened = Index(index)
    found = opened.check() if check else opened.info()
    say("\n".join(found.lines()))
    raise typer.Exit(2 if found.problems else 0)
