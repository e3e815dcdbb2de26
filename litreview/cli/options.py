"""Options that several verbs share, each declared once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from litreview.model.errors import OptionError

if TYPE_CHECKING:
    from litreview.model.source import Source
    from litreview.rules.engine.settings import Settings

Paths = Annotated[list[str], typer.Argument(help="Articles and bibliographies.", show_default=False)]
OnePath = Annotated[str, typer.Argument(help="An article or a bibliography.", show_default=False)]
SourceName = Annotated[
    str,
    typer.Option(
        "--source",
        help="Where records come from: auto, crossref, snapshot:PATH, index:FILE or none.",
        metavar="auto|crossref|snapshot:PATH|index:FILE|none",
    ),
]
BaseUrl = Annotated[
    str, typer.Option(help="Another address for Crossref's API.", envvar="LITREVIEW_BASE_URL")
]
Mailto = Annotated[
    str,
    typer.Option(
        help="Your e-mail address; Crossref answers faster to those who give one.", envvar="LITREVIEW_MAILTO"
    ),
]
Offline = Annotated[bool, typer.Option("--offline", help="Ask nobody; use what the cache holds.")]
Retractions = Annotated[
    Path | None,
    typer.Option("--retractions", help="Retraction Watch's table (CSV), asked beside the source."),
]
Refresh = Annotated[bool, typer.Option("--refresh", help="Ask again for what the cache holds.")]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", help="Only these rules: codes, names or prefixes such as L5.", metavar="CODES"),
]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", help="Not these rules.", metavar="CODES")]
AsOf = Annotated[str, typer.Option("--as-of", help="The day the check is made for.", metavar="YYYY-MM-DD")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write here, not to stdout.")]


def codes(values: list[str] | None) -> tuple[str, ...]:
    """Codes from repeated options and comma-separated lists."""
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())


def settings_for(path: str, select: list[str] | None, ignore: list[str] | None) -> Settings:
    """The settings file that holds for a path, with the command line's choice on top.

    Raises:
        OptionError: a rule or setting is not known.
    """
    from litreview.rules.engine.settings import load_settings

    return load_settings(Path(path)).overriding(codes(select), codes(ignore))


def source_for(
    name: str,
    *,
    settings: Settings | None,
    mailto: str,
    base_url: str,
    offline: bool,
    refresh: bool = False,
    retractions: Path | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Source | None:
    """The source that the options, else the settings file, name.

    Raises:
        OptionError: no such source, or options that exclude each other.
    """
    from litreview.sources.open import open_source

    if offline and refresh:
        raise OptionError("--offline and --refresh exclude each other")
    configured = settings.source if settings and name == "auto" else ""
    return open_source(
        configured or name,
        mailto=mailto or (settings.mailto if settings else "") or None,
        base_url=base_url or (settings.base_url if settings else "") or None,
        offline=offline,
        refresh=refresh,
        retractions=retractions,
        progress=progress,
    )
