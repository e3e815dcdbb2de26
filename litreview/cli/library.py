"""``litreview library``: the studies behind articles and bibliographies, each once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from litreview.budget import BUDGET
from litreview.cli.options import Allow, Budget, OptionalRecordOptions, Output, Paths, settings_for
from litreview.cli.output import tell, write
from litreview.cli.progress import bar

Groups = Annotated[
    Path | None, typer.Option("--groups", help="Write which records are one work: columns id,group.")
]


def library(
    paths: Paths,
    *,
    output: Output = None,
    groups: Groups = None,
    records: OptionalRecordOptions,
    allow_folder: Allow = None,
    budget: Budget = BUDGET,
) -> None:
    """Gather the studies of several files into one bibliography (.bib, .ris, .json, .csv or .xlsx).

    Records of one work are joined; nothing else is. A CSV of records is a path like any other.
    """
    from litreview import pipeline
    from litreview.evidence.output import to_csv
    from litreview.library.library import Library
    from litreview.reports.sentence import reasons

    if groups and len(paths) == 1 and not output:
        studies = Library.read(paths[0])
    else:
        settings = settings_for(paths[0])
        asked = records.open(settings)
        allowed = (*(allow_folder or ()), *settings.allow_folders)
        articles = tuple(pipeline.parse(Path(path), allow=allowed, budget=budget or None) for path in paths)
        with bar("looking up references") as progress:
            matches = pipeline.judged(
                articles, lambda: pipeline.resolve_all(articles, asked, progress), budget=budget or None
            )
        if why := reasons(match for own in matches for match in own):
            tell(f"litreview: some references could not be looked up: {why}")
        studies = pipeline.judged(
            articles, lambda: Library.from_articles(articles, matches), budget=budget or None
        )
    if groups:
        frame = studies.deduplicate().groups.rename_axis("id").rename("group").reset_index()
        write(to_csv(frame), groups)
    if output:
        studies.write(output)
    elif not groups:
        from litreview.formats.registry import dump

        write(dump((study.work for study in studies.studies), "bibtex"), None)
