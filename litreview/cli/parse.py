"""``litreview parse``: what is read out of a file, before anything is looked up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from litreview.budget import BUDGET
from litreview.cli.options import Allow, Budget, Output, settings_for
from litreview.cli.output import write
from litreview.model.errors import OptionError

if TYPE_CHECKING:
    from litreview.model.article import Article
    from litreview.model.work import Csl, Work

Format = Annotated[str | None, typer.Option("--format", "-f", help="json, jsonl, csl, bibtex, ris or csv.")]
Lines = Annotated[Path | None, typer.Option("--lines", help="A file with one reference string per line.")]
Explain = Annotated[
    bool, typer.Option("--explain", help="Say how each reference string is read, step by step.")
]
OptionalPath = Annotated[str | None, typer.Argument(help="An article or a bibliography.", show_default=False)]


def parse(
    path: OptionalPath = None,
    *,
    lines: Lines = None,
    explain: Explain = False,
    format: Format = None,
    allow_folder: Allow = None,
    budget: Budget = BUDGET,
    output: Output = None,
) -> None:
    """Read references and citations out of a file.

    With --lines, each line is one reference string and gives one CSL-JSON object, in the same order.
    With --explain, the text shows for each reference what the label model found in it and what each step
    after it changed, and why. PATH is an article or a file with one reference string.
    """
    from litreview.formats.reach import allowing

    if (path is None) == (lines is None):
        raise OptionError("give either a PATH or --lines FILE")
    if explain:
        if format:
            raise OptionError("--explain prints plain text and takes no --format")
        with allowing(allow_folder or ()):
            strings = _printed(Path(str(path)), budget or None) if lines is None else _filled(lines)
        _explain(strings, lines or Path(str(path)), output)
        return
    chosen = format or ("jsonl" if lines else "json")
    _require(chosen)
    if lines:
        write(_write_works(_works_of_lines(lines), "jsonl" if chosen == "json" else chosen), output)
        return
    from litreview import pipeline

    allowed = (*(allow_folder or ()), *settings_for(str(path)).allow_folders)
    article = pipeline.parse(Path(str(path)), allow=allowed, budget=budget or None)
    if chosen == "json":
        write(_article_json(article), output)
    else:
        write(
            _write_works([_keyed(reference.work, reference.key) for reference in article.references], chosen),
            output,
        )


def _explain(strings: list[str], path: Path, output: Path | None) -> None:
    from litreview.parsing.reading.trace import explain

    if not strings:
        raise OptionError(
            f"{path} has no printed reference to explain",
            advice="records are read as they stand; --lines FILE takes one reference string per line",
        )
    write(explain(strings), output)


def _printed(path: Path, budget: float | None) -> list[str]:
    """The printed references of an article; the one line of a file that holds nothing else."""
    from litreview import pipeline
    from litreview.formats.plain import plain_text

    article = pipeline.parse(path, budget=budget)
    if not article.document.is_bibliography and article.text.strip().count("\n") == 0:
        return [article.text.strip()]
    return [text for one in article.references if (text := plain_text(one))]


def _filled(lines: Path) -> list[str]:
    return [line for line in _strings(lines) if line.strip()]


def _require(format: str) -> None:
    """Says at once that there is no such format, before a long file is read."""
    from litreview.formats.catalogue import writable

    names = ("json", *(row.name for row in writable()))
    if format not in names:
        raise OptionError(f"no format {format!r}", advice=f"one of {', '.join(names)}")


def _works_of_lines(path: Path) -> list[Work]:
    from litreview.parsing.reading.fields import read_fields

    return [reading.work for reading in read_fields(_strings(path))]


def _strings(path: Path) -> list[str]:
    """The lines of a text file, in whatever encoding it is."""
    from litreview.formats.registry import read

    text = read(path, format="text").text
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]


def _keyed(work: Work, key: str) -> Work:
    from dataclasses import replace

    return replace(work, key=work.key or key)


def _write_works(works: list[Work], format: str) -> str:
    if format == "jsonl":
        return "".join(f"{json.dumps(csl, ensure_ascii=False)}\n" for csl in _csl(works))
    from litreview.formats.registry import dump

    return dump(works, format)


def _csl(works: list[Work]) -> list[Csl]:
    return [work.to_csl() for work in works]


def _article_json(article: Article) -> str:
    from litreview.reports.json_values import article_to_dict

    found = article_to_dict(article, [None] * len(article.references))
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
