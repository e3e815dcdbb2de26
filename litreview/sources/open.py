"""``--source auto|crossref|snapshot:PATH|index:FILE|none`` → a source."""

from __future__ import annotations

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
) -> Source | None:
    """The source a ``--source`` option names; None for ``none``.

    ``auto`` and ``crossref`` are Crossref behind the cache file ``cache``; ``retractions`` is Retraction
    Watch's CSV file, to be used beside it. Raises OptionError for a spec that is none of these,
    InputError where the path is no snapshot or index.
    """
    source = _named(spec, mailto, base_url, cache, offline=offline, refresh=refresh)
    if source is None or retractions is None:
        return source
    from litreview.sources.retractions import WithRetractions

    return WithRetractions(source, retractions)


def _named(
    spec: str,
    mailto: str | None,
    base_url: str | None,
    cache: str | Path | None,
    *,
    offline: bool,
    refresh: bool,
) -> Source | None:
    kind, colon, path = spec.strip().partition(":")
    kind = kind.casefold() or "auto"
    if kind in ("auto", "crossref", "none") and not colon:
        return (
            None if kind == "none" else _crossref(mailto, base_url, cache, offline=offline, refresh=refresh)
        )
    if kind not in ("snapshot", "index"):
        raise OptionError(f"no such source: {spec!r}", advice=f"one of {KINDS}")
    if not path:
        raise OptionError(f"--source {kind} needs a path", advice=f"--source {kind}:PATH")
    if kind == "snapshot":
        from litreview.sources.snapshot import Snapshot

        return Snapshot(path)
    from litreview.sources.index import Index

    return Index(path)


def _crossref(
    mailto: str | None, base_url: str | None, cache: str | Path | None, *, offline: bool, refresh: bool
) -> Source:
    from litreview.sources.cached import Cached
    from litreview.sources.crossref import Crossref

    return Cached(Crossref(mailto, base_url), cache, offline=offline, refresh=refresh)
