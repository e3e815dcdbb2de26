"""``litreview cache``: what the cache of look-ups holds, and a snapshot of it to commit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from litreview.cli.output import say
from litreview.model.errors import InputError

app = typer.Typer(help="The cache of look-ups: take a snapshot of it to commit.", no_args_is_help=True)
Target = Annotated[Path, typer.Option("--output", "-o", help="A .jsonl file.")]
Only = Annotated[
    Path | None, typer.Option("--only", help="An article or bibliography: only the records it cites.")
]


@app.command()
def export(*, output: Target, only: Only = None) -> None:
    """Write the cached records as sorted JSON lines, each with the day it was retrieved.

    The file serves as `--source snapshot:FILE` where there is no network, in CI for instance.
    """
    from litreview import pipeline
    from litreview.sources.joined import opened
    from litreview.sources.kinds import Asking

    cached = opened("auto", Asking(offline=True))
    works = None
    if only:
        (matches,) = pipeline.resolve_all((pipeline.parse(only),), cached)
        works = {match.work.id for match in matches if match.work}
    if not cached.readable:  # an older snapshot is not to be replaced by nothing
        raise InputError("no cache that can be read", path=cached.path, advice="nothing was written")
    count = cached.export(output, works)
    say(f"{count} records in {output}")
