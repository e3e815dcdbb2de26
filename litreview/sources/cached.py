"""Cached: any source, remembered in a file. A second run asks nothing; an interrupted one goes on."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, runtime_checkable

from litreview.formats.writing import write_file
from litreview.model.reference import Reference
from litreview.model.source import Lookup, Outcome, Source
from litreview.model.work import Work
from litreview.normalise.identifiers import clean_doi
from litreview.sources.cache_file import shared
from litreview.sources.neighbours import NO_ISSN, span_of
from litreview.sources.query import search_text
from litreview.sources.store import Store, Stored

DAY = 86_400.0
"""Seconds."""
FOUND_DAYS, ABSENT_DAYS = 30, 3
"""How long an answer counts: records change (retractions come), and a DOI may be registered tomorrow.
Days by judgement; no data."""
AHEAD = 300.0
"""Seconds by which an answer may seem to come from the future: clocks of machines that share a file differ by
seconds, one that nobody sets by minutes (judgement). What is dated later was kept before a clock was set
back: nobody knows how old it is, so it is stale."""
CHUNK = 50
"""Questions put at once to a source that cannot give its answers one by one: what Crossref takes in a
list."""


@runtime_checkable
class Streaming(Protocol):
    """A source that gives each answer as it comes, and searches by a string."""

    def fetch_each(self, dois: Sequence[str]) -> Iterator[tuple[str, Lookup]]:
        """``fetch``, one by one."""
        ...

    def search_each(self, texts: Sequence[str]) -> Iterator[tuple[str, Lookup]]:
        """``candidates`` for search strings, one by one."""
        ...

    def share_limits(self, path: Path) -> None:
        """Keep limits of politeness in this sqlite file."""
        ...


@runtime_checkable
class Numbered(Protocol):
    """A source that is asked by numbers of several kinds (``PMID``, ``ISBN``)."""

    def look_up_each(self, kind: str, values: Sequence[str]) -> Iterator[tuple[str, Lookup]]:
        """What each number leads to, one by one."""
        ...

    def share_limits(self, path: Path) -> None:
        """Keep limits of politeness in this sqlite file."""
        ...


@runtime_checkable
class Surrounded(Protocol):
    """A source that gives the papers of a journal in a span of years (``sources/neighbours``)."""

    def neighbours_each(self, spans: Sequence[str]) -> Iterator[tuple[str, Lookup]]:
        """The papers of each span, one by one."""
        ...


class Cached:
    """Another source behind a cache file.

    ``path`` is the file, else ``LITREVIEW_CACHE``, else one in the user's cache folder. With ``offline``
    nothing is asked: what is not in the file is ``unreachable``. With ``refresh`` everything is
    asked anew, once. Answers ``unreachable`` are never kept; when the source cannot be reached, an answer
    past its time is better than none. ``clock`` gives seconds since 1970.

    Trouble with the file is no error: a damaged one is replaced by what can be read of it (and kept beside
    the new one), one that cannot be written is only read, one that cannot be used is gone without. The first
    such trouble is told as a ``CacheWarning``.
    """

    def __init__(
        self,
        source: Source,
        path: str | Path | None = None,
        *,
        offline: bool = False,
        refresh: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.source, self.path = source, Path(path) if path else default_path()
        self.offline, self.refresh = offline, refresh
        self.name = source.name
        self._clock, self._started = clock, clock()
        self._file = shared(self.path)
        self._store = Store(self._file, getattr(source, "cache_name", source.name), source.name)
        cache_name = f"{getattr(source, 'cache_name', source.name)} neighbours"
        self._neighbours = Store(self._file, cache_name, source.name)
        if isinstance(source, (Streaming, Numbered)) and not offline and self._file.writable:
            source.share_limits(self.path)

    def __repr__(self) -> str:
        return f"Cached({self.source!r}, {str(self.path)!r})"

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    @property
    def readable(self) -> bool:
        """True where what the file holds can be had."""
        return self._file.readable

    def fetch(self, dois: Sequence[str]) -> Mapping[str, Lookup]:
        """The record of each DOI, from the file where it is there and young enough."""
        questions = {doi: clean_doi(doi) or doi.strip() for doi in dois}
        known = {question: self._known_doi(question) for question in questions.values()}
        missing = [question for question, stored in known.items() if not self._counts(stored)]
        answers = self._answers("fetch", known, missing, self._ask_dois)
        return {doi: answers[question] for doi, question in questions.items()}

    def candidates(self, references: Sequence[Reference]) -> Sequence[Lookup]:
        """Works each reference may mean; answers are remembered by the string that is searched for."""
        texts = [search_text(reference) for reference in references]
        known = {text: self._store.get("search", text) for text in texts}
        missing = [text for text, stored in known.items() if not self._counts(stored)]
        by_text = dict(zip(texts, references, strict=True))
        answers = self._answers("search", known, missing, lambda asked: self._ask_texts(asked, by_text))
        return [answers[text] for text in texts]

    def look_up(self, kind: str, values: Sequence[str]) -> Mapping[str, Lookup]:
        """What each number of a kind leads to, from the file where it is there and young enough.

        Only for a source that is asked by numbers.
        """
        assert isinstance(self.source, Numbered)
        source = self.source
        known = {value: self._store.get(kind, value) for value in values}
        missing = [value for value, stored in known.items() if not self._counts(stored)]
        return self._answers(kind, known, missing, lambda asked: source.look_up_each(kind, asked))

    def neighbours(self, works: Sequence[Work], years: Sequence[int]) -> Sequence[Lookup]:
        """Papers of each work's journal. They are kept apart from the records: they tell of volume and date
        only."""
        if not isinstance(self.source, Surrounded):
            return [NO_ISSN for _ in works]
        source = self.source
        spans = [span_of(work, year) for work, year in zip(works, years, strict=True)]
        known = {text: self._neighbours.get("neighbours", text) for text in map(str, filter(None, spans))}
        missing = [text for text, stored in known.items() if not self._counts(stored)]
        answers = self._answers("neighbours", known, missing, source.neighbours_each, self._neighbours)
        return [answers[str(span)] if span else NO_ISSN for span in spans]

    def export(self, path: str | Path, works: Collection[str] | None = None) -> int:
        """Write the records as JSON lines sorted by DOI, each with the day it was retrieved; how many.

        With ``works`` (DOIs, or ``Work.id`` where there is none) only those. The file is a snapshot:
        ``Snapshot(path)`` reads it.
        """
        return write_records(path, self.records(), works)

    def records(self) -> Iterator[Mapping[str, object]]:
        """Every record in the file, sorted, with the day on which it was retrieved."""
        return self._store.records()

    def _known_doi(self, doi: str) -> Stored | None:
        """An answer for the DOI, else its record as some search brought it."""
        stored = self._store.get("fetch", doi)
        if stored is None and (found := self._store.work(doi)):
            return Stored(Lookup(Outcome.FOUND, (found[0],)), found[1])
        return stored

    def _counts(self, stored: Stored | None) -> bool:
        if stored is None:
            return False
        found = stored.lookup.outcome is Outcome.FOUND
        if self.offline and found:
            return True
        age = self._clock() - stored.retrieved
        if self.refresh and not self.offline:
            return stored.retrieved >= self._started and age >= -AHEAD
        return -AHEAD <= age < DAY * (FOUND_DAYS if found else ABSENT_DAYS)

    def _answers(
        self,
        kind: str,
        known: Mapping[str, Stored | None],
        missing: Sequence[str],
        ask: Callable[[Sequence[str]], Iterable[tuple[str, Lookup]]],
        store: Store | None = None,
    ) -> dict[str, Lookup]:
        answers = {question: stored.lookup for question, stored in known.items() if stored}
        if self.offline:
            unknown = Lookup(Outcome.UNREACHABLE, reason=f"not in the cache {self.path.name}, and offline")
            return answers | dict.fromkeys(missing, unknown)
        for question, lookup in ask(missing) if missing else ():
            if lookup.outcome is not Outcome.UNREACHABLE:
                home = store or self._store
                home.put(kind, question, lookup, self._clock())
                answers[question] = replace(lookup, works=tuple(home.told(work) for work in lookup.works))
            elif question not in answers or answers[question].outcome is not Outcome.FOUND:
                answers[question] = lookup
        return answers

    def _ask_dois(self, dois: Sequence[str]) -> Iterator[tuple[str, Lookup]]:
        if isinstance(self.source, Streaming):
            yield from self.source.fetch_each(dois)
            return
        for at in range(0, len(dois), CHUNK):
            yield from self.source.fetch(dois[at : at + CHUNK]).items()

    def _ask_texts(
        self, texts: Sequence[str], references: Mapping[str, Reference]
    ) -> Iterator[tuple[str, Lookup]]:
        if isinstance(self.source, Streaming):
            yield from self.source.search_each(texts)
            return
        for at in range(0, len(texts), CHUNK):
            chunk = texts[at : at + CHUNK]
            yield from zip(chunk, self.source.candidates([references[text] for text in chunk]), strict=True)


def write_records(
    path: str | Path, records: Iterable[Mapping[str, object]], works: Collection[str] | None = None
) -> int:
    """Write records as sorted JSON lines, of several about one work the first; how many. With ``works`` only
    those. Raises InputError where the file cannot be written."""
    wanted = None if works is None else {clean_doi(work) or work for work in works}
    lines: dict[str, str] = {}
    for record in records:
        name = clean_doi(str(record.get("DOI", ""))) or str(record.get("key", ""))
        if wanted is None or name in wanted:
            lines.setdefault(name or repr(record), json.dumps(record, ensure_ascii=False, sort_keys=True))
    write_file("".join(f"{line}\n" for _, line in sorted(lines.items())), Path(path))
    return len(lines)


def default_path() -> Path:
    """``LITREVIEW_CACHE`` (a file, or a folder), else ``crossref.sqlite`` in the user's cache folder."""
    named = os.environ.get("LITREVIEW_CACHE")
    if named:
        folder = os.path.isdir(named)  # noqa: PTH112 - Path.is_dir fails below a folder that is closed to us
        return Path(named) / "crossref.sqlite" if folder else Path(named)
    from platformdirs import user_cache_path

    folder_of_user = user_cache_path("litreview")
    if not folder_of_user.is_absolute():  # a user without a home: no folder called "~" is made
        folder_of_user = Path(os.devnull)
    return folder_of_user / "crossref.sqlite"
