"""From what ``--source`` says to a source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from litreview.model.errors import OptionError
from litreview.model.source import Source
from litreview.sources.kinds import KINDS, NAMES, Asking, Kind
from litreview.sources.retry import DEADLINE


def open_source(
    spec: str,
    *,
    mailto: str | None = None,
    base_url: str | None = None,
    offline: bool = False,
    cache: str | Path | None = None,
    refresh: bool = False,
    retractions: str | Path | None = None,
    deadline: float = DEADLINE,
    progress: Callable[[str, int, int], None] | None = None,
) -> Source | None:
    """The source a ``--source`` option names; None for ``none``.

    ``auto`` and ``crossref`` are Crossref behind the cache file ``cache``; ``progress`` is told what is asked
    or waited for, how many answers are in, and how many there will be. After ``deadline`` seconds without a
    usable answer nobody is asked any more. ``retractions`` is the CSV file of
    Retraction Watch, to be used beside any source.

    Raises:
        OptionError: a spec that is no kind of source, or lacks its path.
        InputError: a path is no snapshot, index or table.
    """
    name, colon, place = spec.strip().partition(":")
    kind = _kind(name.casefold() or KINDS[0].name, spec)
    if colon and not kind.place:
        raise OptionError(f"no such source: {spec!r}", advice=f"one of {NAMES}")
    if kind.place and not place:
        raise OptionError(f"--source {kind.name} needs a path", advice=f"--source {kind.spelling}")
    source = kind.open(place, Asking(mailto, base_url, offline, refresh, cache, deadline, progress))
    if source is None or retractions is None:
        return source
    from litreview.sources.retractions import WithRetractions

    return WithRetractions(source, retractions)


def _kind(name: str, spec: str) -> Kind:
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise OptionError(f"no such source: {spec!r}", advice=f"one of {NAMES}")
