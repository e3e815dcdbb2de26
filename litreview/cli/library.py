"""``litreview library``: the studies behind articles and bibliographies, each once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from litreview.cli.options import BaseUrl, Mailto, Offline, Output, Paths, SourceName, source_for
from litreview.cli.output import write
from litreview.cli.progress import bar

Groups = Annotated[
    Path | None, typer.Option("--groups", help="Write which records are one work: columns id,group.")
]


def library(
    paths: Paths,
    *,
    output: Output = None,
    groups: Groups = None,
    source: SourceName = "none",
    base_url: BaseUrl = "",
    mailto: Mailto = "",
    offline: Offline = False,
) -> None:
    """Gather the studies of several files into one bibliography (.bib, .ris, .json, .csv or .xlsx).

    Records of one work are joined; nothing else is. A CSV of records is a path like any other.
    """
    from litreview import pipeline
    from litreview.library.library import Library

    if groups and len(paths) == 1 and not output:
        records = Library.read(paths[0])
    else:
        asked = source_for(source, settings=None, mailto=mailto, base_url=base_url, offline=offline)
        articles = tuple(pipeline.parse(Path(path)) for path in paths)
        with bar("looking up references") as progress:
            records = Library.from_articles(articles, pipeline.resolve_all(articles, asked, progress))
    if groups:
        frame = records.deduplicate().groups.rename_axis("id").rename("group").reset_index()
        write(frame.to_csv(index=False, lineterminator="\n"), groups)
    if output:
        records.write(output)
    elif not groups:
        from litreview.formats.registry import dump

        write(dump((study.work for study in records.studies), "bibtex"), None)
