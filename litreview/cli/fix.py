"""``litreview fix``: the proposed corrections, shown or written."""

from __future__ import annotations

from typing import Annotated

import typer

from litreview.cli.options import (
    AsOf,
    BaseUrl,
    Ignore,
    Mailto,
    Offline,
    OnePath,
    Output,
    Select,
    SourceName,
    settings_for,
    source_for,
)  # fmt: skip
from litreview.cli.output import write
from litreview.cli.progress import bar
from litreview.model.errors import OptionError

Diff = Annotated[bool, typer.Option("--diff", help="Show what would change, change nothing (the default).")]
Write = Annotated[bool, typer.Option("--write", help="Change the file in place.")]
Unsafe = Annotated[
    bool,
    typer.Option("--unsafe", help="Also corrections that are likely but not proven by a DOI or a locator."),
]


def fix(
    path: OnePath,
    *,
    diff: Diff = False,
    in_place: Write = False,
    unsafe: Unsafe = False,
    source: SourceName = "auto",
    base_url: BaseUrl = "",
    mailto: Mailto = "",
    offline: Offline = False,
    select: Select = None,
    ignore: Ignore = None,
    as_of: AsOf = "",
    output: Output = None,
) -> None:
    """Correct what a matched record proves wrong: only the wrong words change, all other bytes stay.

    Nothing is ever proposed for a reference without a record, or with several that fit. In Word files the
    corrections are tracked changes. What was corrected, and what is left for you and why, is told on stderr.
    A file that cannot be corrected by program is refused: exit code 2, and no file is changed.
    """
    from litreview import pipeline

    if diff and in_place:
        raise OptionError("--diff and --write exclude each other")
    settings = settings_for(path, select, ignore)
    records = source_for(source, settings=settings, mailto=mailto, base_url=base_url, offline=offline)
    with bar("looking up references") as progress:
        found = pipeline.fix(
            path, source=records, unsafe=unsafe, as_of=as_of or None, settings=settings, progress=progress
        )
    if not in_place:
        write(found.diff, output)
    elif output is not None:
        write(found.corrected(path), output)
    else:
        found.write()
    typer.echo(found.summary("made" if in_place else "proposed"), err=True)
    found.raise_refusals()
