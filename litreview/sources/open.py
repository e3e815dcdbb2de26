"""``--source auto|crossref|snapshot:PATH|index:FILE|none`` → a source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from litreview.model.errors import OptionError
from litreview.model.source import Source

KINDS = "auto, crossref, snapshot:PATH, index:FILE or none"


def open_source(
    spec: str,
    *,
    mailto: str | None = None,
    base_url: str | None = None,
    offline: bool = False,
    cache: str | Path | None = None,
    refresh: bool = False,
    retractions: str | Path | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Source | None:
    """The source a ``--source`` option names; None for ``none``.

    ``auto`` and ``crossref`` are Crossref behind the cache file ``cache``; ``progress`` is told what is asked
    or waited for, how many answers are in, and how many there will be. ``retractions`` is the CSV file of
    Retraction Watch, to be used beside any source. Raises OptionError for a spec that is none of these,
    InputError where a path is no snapshot, index or table.
    """
    kind, colon, path = spec.strip().partition(":")
    kind = kind.casefold() or "auto"
    if kind == "none" and not colon:
        return None
    if kind in ("auto", "crossref") and not colon:
        from litreview.sources.cached import Cached
        from litreview.sources.crossref import Crossref

        crossref = Crossref(mailto, base_url, progress=progress)
        source: Source = Cached(crossref, cache, offline=offline, refresh=refresh)
    else:
        source = _from_file(kind, path, spec)
    if retractions is None:
        return source
    from litreview.sources.retractions import WithRetractions

    return WithRetractions(source, retractions)


def _from_file(kind: str, path: str, spec: str) -> Source:
    if kind not in ("snapshot", "index"):
        raise OptionError(f"no such source: {spec!r}", advice=f"one of {KINDS}")
    if not path:
        raise OptionError(f"--source {kind} needs a path", advice=f"--source {kind}:PATH")
    if kind == "snapshot":
        from litreview.sources.snapshot import Snapshot

        return Snapshot(path)
    from litreview.sources.index import Index

    return Index(path)
