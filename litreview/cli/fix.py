"""``litreview fix``: the proposed corrections, shown or written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from litreview.cli.options import OnePath, Output, RecordOptions, RuleOptions
from litreview.cli.output import write
from litreview.cli.progress import bar
from litreview.model.errors import OptionError

if TYPE_CHECKING:
    from litreview.editing.apply.corrections import Correction

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
    output: Output = None,
) -> None:
    """Correct what a matched record proves wrong: only the wrong words change, all other bytes stay.

    Nothing is ever proposed for a reference without a record, or with several that fit. In Word files the
    corrections are tracked changes. What was corrected, and what is left for you and why, is told on stderr.
    """
    from litreview import pipeline
    from litreview.editing.apply.corrections import corrections, unchanged
    from litreview.editing.summary import summary

    if diff and in_place:
        raise OptionError("--diff and --write exclude each other")
    settings = rules.settings_for(path)
    source = records.open(settings)
    with bar("looking up references") as progress:
        report = pipeline.check(
            path, source=source, as_of=rules.as_of or None, settings=settings, progress=progress
        )
    changed = corrections(report, unsafe=unsafe)
    if not in_place:
        write("".join(correction.diff for correction in changed), output)
    elif output is not None:
        write(_only(changed, Path(path)), output)
    else:
        unchanged(changed)
        for correction in changed:
            write(correction.after, Path(correction.path))
    typer.echo(summary(report, changed, done="made" if in_place else "proposed"), err=True)


def _only(changed: Sequence[Correction], path: Path) -> bytes:
    """The corrected file for ``--output``; the file as it is where nothing is to be corrected.

    Raises:
        OptionError: several files are corrected, and there is one name for them.
    """
    if len(changed) > 1:
        names = ", ".join(correction.path for correction in changed)
        raise OptionError(f"{names} are corrected, and --output names one file", advice="leave --output out")
    return changed[0].after if changed else path.read_bytes()
