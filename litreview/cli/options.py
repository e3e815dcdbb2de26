"""Options that several verbs share, each declared once: what they are called, say and do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from litreview.model.errors import OptionError
from litreview.sources.kinds import CHOICES, KINDS, NAMES
from litreview.sources.retry import DEADLINE

if TYPE_CHECKING:
    from litreview.model.source import Source
    from litreview.rules.engine.settings import Settings

Paths = Annotated[list[str], typer.Argument(help="Articles and bibliographies.", show_default=False)]
OnePath = Annotated[str, typer.Argument(help="An article or a bibliography.", show_default=False)]
SourceName = Annotated[
    str, typer.Option("--source", help=f"Where records come from: {NAMES}.", metavar=CHOICES)
]
Allow = Annotated[
    list[Path] | None,
    typer.Option(
        "--allow-folder",
        help="A folder whose files a document may take in besides those of its own; repeatable.",
        metavar="DIR",
    ),
]
Budget = Annotated[
    float,
    typer.Option(
        "--budget",
        help="Seconds of processor time for reading one article; 0: as many as it needs.",
        metavar="SECONDS",
        min=0,
    ),
]
Codes = list[str] | None
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write here, not to stdout.")]


@dataclass(frozen=True, kw_only=True)
class RecordOptions:
    """Where records come from, and how they are asked for: for every verb that looks something up."""

    source: SourceName = KINDS[0].name
    base_url: Annotated[
        str, typer.Option(help="Another address for Crossref's API.", envvar="LITREVIEW_BASE_URL")
    ] = ""
    mailto: Annotated[
        str,
        typer.Option(
            help="Your e-mail address; Crossref answers faster to those who give one.",
            envvar="LITREVIEW_MAILTO",
        ),
    ] = ""
    offline: Annotated[bool, typer.Option("--offline", help="Ask nobody; use what the cache holds.")] = False
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask again for what the cache holds.")] = False
    deadline: Annotated[
        float,
        typer.Option(
            "--deadline",
            help="Give up after so many seconds without an answer.",
            metavar="SECONDS",
            min=1,
        ),
    ] = DEADLINE
    retractions: Annotated[
        Path | None,
        typer.Option("--retractions", help="Retraction Watch's table (CSV), asked beside the source."),
    ] = None

    def open(
        self, settings: Settings | None, progress: Callable[[str, int, int], None] | None = None
    ) -> Source | None:
        """The source that the options, else the settings file, name.

        Raises:
            OptionError: no such source, or options that exclude each other.
        """
        return self.opener(settings, progress)()

    def opener(
        self, settings: Settings | None, progress: Callable[[str, int, int], None] | None = None
    ) -> Callable[[], Source | None]:
        """What opens that source, now or in another process: picklable where there is no ``progress``.

        Raises:
            OptionError: options that exclude each other.
        """
        from litreview.sources.open import open_source

        if self.offline and self.refresh:
            raise OptionError("--offline and --refresh exclude each other")
        configured = settings.source if settings and self.source == KINDS[0].name else ""
        return partial(
            open_source,
            configured or self.source,
            mailto=self.mailto or (settings.mailto if settings else "") or None,
            base_url=self.base_url or (settings.base_url if settings else "") or None,
            offline=self.offline,
            refresh=self.refresh,
            retractions=self.retractions,
            deadline=self.deadline,
            progress=progress,
        )


@dataclass(frozen=True, kw_only=True)
class OptionalRecordOptions(RecordOptions):
    """The same for verbs that look nothing up unless they are told to."""

    source: SourceName = "none"


@dataclass(frozen=True, kw_only=True)
class RuleOptions:
    """Which rules are run, and for which day: for every verb that makes findings."""

    select: Annotated[
        Codes,
        typer.Option(
            "--select", help="Only these rules: codes, names or prefixes such as L5.", metavar="CODES"
        ),
    ] = None
    ignore: Annotated[Codes, typer.Option("--ignore", help="Not these rules.", metavar="CODES")] = None
    leads: Annotated[
        bool, typer.Option("--leads", help="Also leads to follow up (E6xx) and matters of style.")
    ] = False
    as_of: Annotated[
        str, typer.Option("--as-of", help="The day the check is made for.", metavar="YYYY-MM-DD")
    ] = ""

    def settings_for(self, path: str) -> Settings:
        """The settings file that holds for a path, with the command line's choice on top.

        Raises:
            OptionError: a rule or setting is not known.
        """
        return settings_for(path).overriding(_codes(self.select), _codes(self.ignore), leads=self.leads)


def settings_for(path: str) -> Settings:
    """The settings file that holds for a path.

    Raises:
        OptionError: a rule or setting is not known.
    """
    from litreview.rules.engine.settings import load_settings

    return load_settings(Path(path))


def _codes(values: Codes) -> tuple[str, ...]:
    """Codes from repeated options and comma-separated lists."""
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())
