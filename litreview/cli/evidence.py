"""``litreview evidence``: tables, figures and pooled estimates from a table of results."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from litreview.cli.options import Output
from litreview.cli.output import say, write
from litreview.model.errors import OptionError
from litreview.plots.kinds import NAMES as FIGURES
from litreview.plots.saving import SUFFIXES

if TYPE_CHECKING:
    import pandas as pd

app = typer.Typer(help="Tables, figures and pooled estimates from a table of results.", no_args_is_help=True)
Rows = Annotated[Path, typer.Argument(help="A CSV of results; columns as in docs/evidence.md.")]
TableKind = Annotated[
    str, typer.Option("--kind", help="study, summary, effect-direction, gap-map, sign-test or rows.")
]
PlotKind = Annotated[str, typer.Option("--kind", help=f"{', '.join(FIGURES)}.")]
Format = Annotated[str, typer.Option("--format", "-f", help="csv, markdown or html.")]
By = Annotated[str, typer.Option(help="Columns that make a group, separated by commas.")]
Method = Annotated[str, typer.Option(help="FE, DL, HE, HS, SJ, PM, ML, REML or EB.")]
Adjust = Annotated[str, typer.Option(help="HK, HK-adhoc or none.")]
Interval = Annotated[str, typer.Option("--pi", help="Prediction interval: t(k-1), t(k-2) or z.")]
Level = Annotated[float, typer.Option(help="Level of the intervals.", min=0.5, max=0.999)]
Figure = Annotated[Path, typer.Option("--output", "-o", help=f"A file: {', '.join(SUFFIXES)}.")]


@app.command()
def table(
    rows: Rows, *, kind: TableKind = "summary", format: Format = "markdown", output: Output = None
) -> None:
    """Write a table for people: what each study found, by treatment and outcome."""
    from litreview.evidence.evidence import Evidence

    write(_written(Evidence.read(rows).table(kind), format), output)


@app.command()
def pool(
    rows: Rows,
    *,
    by: By = "",
    method: Method = "REML",
    adjust: Adjust = "HK",
    pi: Interval = "t(k-1)",
    level: Level = 0.95,
    format: Format = "markdown",
    output: Output = None,
) -> None:
    """Pool results within groups that may be pooled; where not, say why."""
    from litreview.evidence.evidence import DEFAULT_GROUPS, Evidence

    groups = tuple(name.strip() for name in by.split(",") if name.strip()) or DEFAULT_GROUPS
    adjusted = None if adjust == "none" else adjust
    pooled = Evidence.read(rows).pool(groups, method=method, adjust=adjusted, pi=pi, level=level)
    write(_written(pooled, format), output)


@app.command()
def plot(rows: Rows, *, kind: PlotKind = "forest", output: Figure) -> None:
    """Draw a figure. Its description for people who cannot see it is printed."""
    if output.suffix not in SUFFIXES:
        raise OptionError(f"no figure format {output.suffix!r}", advice=f"one of {', '.join(SUFFIXES)}")
    from litreview.evidence.evidence import Evidence
    from litreview.plots.draw import draw

    figure, description = draw(Evidence.read(rows), kind, output.suffix)
    write(figure, output)
    say(description)


def _written(frame: pd.DataFrame, format: str) -> str:
    from litreview.evidence import output

    writers = {"csv": output.to_csv, "markdown": output.to_markdown, "html": output.to_html}
    if format not in writers:
        raise OptionError(f"no format {format!r}", advice=f"one of {', '.join(writers)}")
    return writers[format](frame)
