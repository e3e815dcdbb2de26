"""``litreview fix``: the proposed corrections, shown or written."""

from __future__ import annotations

from typing import Annotated

import typer

from litreview.budget import BUDGET
from litreview.cli.options import Allow, Budget, OnePath, Output, RecordOptions, RuleOptions
from litreview.cli.output import tell, write
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
    records: RecordOptions,
    rules: RuleOptions,
    allow_folder: Allow = None,
    budget: Budget = BUDGET,
    output: Output = None,
) -> None:
    """Correct what a matched record proves wrong: only the wrong words change, all other bytes stay.

    Nothing is ever proposed for a reference without a record, or with several that fit. In Word files the
    corrections are tracked changes. What was corrected, and what is left for you and why, is told on stderr.
    A file that cannot be corrected by program is refused: exit code 2, and no file is changed.
    """
    from litreview import pipeline
    from litreview.reports.sentence import reasons

    if diff and in_place:
        raise OptionError("--diff and --write exclude each other")
    settings = rules.settings_for(path)
    source = records.open(settings)
    with bar("looking up references") as progress:
        found = pipeline.fix(
            path,
            source=source,
            unsafe=unsafe,
            as_of=rules.as_of or None,
            settings=settings,
            progress=progress,
            allow=allow_folder or (),
            budget=budget or None,
        )
    if not in_place:
        write(found.patch, output)
    elif output is not None:
        write(found.corrected(path), output)
    else:
        found.write()
    tell(*found.summary("made" if in_place else "proposed").split("\n"))
    if why := reasons(match for own in found.checked.matches for match in own):
        tell(f"litreview: some references could not be looked up: {why}")
    found.raise_refusals()
