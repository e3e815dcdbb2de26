"""``litreview check``: the citations of articles and bibliographies, against records and each other."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from litreview.budget import BUDGET
from litreview.cli.options import Allow, Budget, Output, Paths, RecordOptions, RuleOptions
from litreview.cli.output import tell, write
from litreview.cli.progress import asking
from litreview.reports.registry import FILES, FORMATS, check_format

if TYPE_CHECKING:
    from litreview.model.finding import Finding
    from litreview.reports.report import Report

Format = Annotated[
    str,
    typer.Option("--format", "-f", help=f"{', '.join(FORMATS)}; with --output also {', '.join(FILES)}."),
]
Baseline = Annotated[
    Path | None, typer.Option("--baseline", help="Only findings that are not in this file count.")
]
Save = Annotated[Path | None, typer.Option("--save-baseline", help="Write today's findings as a baseline.")]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        help="Exit with 1 from this severity on; unchecked: also where a reference could not be checked.",
        metavar="error|warning|note|never|unchecked",
    ),
]


def check(
    paths: Paths,
    *,
    records: RecordOptions,
    format: Format = "text",
    rules: RuleOptions,
    allow_folder: Allow = None,
    budget: Budget = BUDGET,
    baseline: Baseline = None,
    save_baseline: Save = None,
    fail_on: FailOn = "error",
    output: Output = None,
) -> None:
    """Say exactly which citations are wrong, and how we know.

    Exit code 0: nothing at or above --fail-on; 1: findings, or a file that could not be read reliably;
    2: trouble, with one line that says what.
    """
    from litreview import pipeline
    from litreview.reports.report import check_fail_on

    check_format(format)
    check_fail_on(fail_on)
    settings = rules.settings_for(paths[0])
    with asking() as progress:
        source = records.open(settings, progress)
        report = pipeline.check(
            *paths,
            source=source,
            as_of=rules.as_of or None,
            settings=settings,
            baseline=baseline,
            allow=allow_folder or (),
            budget=budget or None,
        )
    if save_baseline:
        from litreview.rules.engine.baseline import write_baseline

        known = (one for one in report.findings if not _of_unread(one, report))
        write(write_baseline(tuple(known)), save_baseline)
    _show(report, format, output, budget or None)
    if report.nothing_checked:
        advice = "" if "unchecked" in fail_on else "; --fail-on unchecked makes this exit code 1"
        tell(f"litreview: not one reference could be checked: {report.nothing_checked}{advice}")
    raise typer.Exit(report.exit_code(fail_on))


def _of_unread(finding: Finding, report: Report) -> bool:
    """True for what no later run may take for granted: that a file is not read."""
    return finding.article_at is not None and bool(report.articles[finding.article_at].unread)


def _show(report: Report, format: str, output: Path | None, budget: float | None) -> None:
    from litreview.pipeline import judged

    if format == "text" and output is None and sys.stdout.isatty():
        from rich.console import Console
        from rich.text import Text

        from litreview.normalise.text import shown
        from litreview.reports.to_text import STYLES, WIDTH, lines

        console = Console(highlight=False)
        told = judged(report.articles, lambda: tuple(lines(report, min(WIDTH, console.width))), budget=budget)
        for line in told:
            console.print(Text(shown(line.text), style=STYLES.get(line.style, line.style)))
    else:
        made = judged(report.articles, lambda: report.render_bytes(format), budget=budget)
        write(made, output)
