"""``litreview resolve``: a bibliography with what the records know filled in, every change listed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from litreview.budget import BUDGET
from litreview.cli.options import Allow, Budget, OnePath, RecordOptions, settings_for
from litreview.cli.output import tell, write
from litreview.cli.progress import asking

Target = Annotated[
    Path | None, typer.Option("--output", "-o", help="A .bib, .ris, .json, .jsonl, .csv or .xlsx file.")
]
Changes = Annotated[
    Path | None, typer.Option("--changes", help="Write every filled or differing field as CSV.")
]


def resolve(
    path: OnePath,
    *,
    output: Target = None,
    changes: Changes = None,
    records: RecordOptions,
    allow_folder: Allow = None,
    budget: Budget = BUDGET,
) -> None:
    """Look every reference up and fill in DOI, full names, abbreviations, PMID and status.

    A .bib file that stays one keeps its comments, macros and layout. Values that contradict a record
    are not overwritten here but listed; `litreview fix` corrects them.
    """
    from litreview import pipeline
    from litreview.evidence.output import to_csv
    from litreview.library.enrich import enrich
    from litreview.library.writing import write_filled
    from litreview.reports.sentence import reasons

    settings = settings_for(path)
    allowed = (*(allow_folder or ()), *settings.allow_folders)
    article = pipeline.parse(Path(path), allow=allowed, budget=budget or None)
    with asking() as progress:
        source = records.open(settings, progress)
        (matches,) = pipeline.judged(
            (article,), lambda: pipeline.resolve_all((article,), source), budget=budget or None
        )
    works, listed = enrich(matches)
    write(write_filled(article.document, works, output.suffix if output else ".bib"), output)
    if changes:
        write(to_csv(listed), changes)
    counts = {
        status: sum(match.status == status for match in matches)
        for status in sorted({m.status for m in matches})
    }
    words = ", ".join(f"{count} {status.value}" for status, count in counts.items())
    why = reasons(matches)
    tell(
        f"{len(matches)} references: {words}; {len(listed)} fields filled in or different"
        f"{f'; not looked up: {why}' if why else ''}"
    )
