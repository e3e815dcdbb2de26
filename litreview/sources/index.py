"""Index: millions of Crossref's records in one file, asked without a network.

A reference is looked up by its DOI, then by blocking keys (under a millisecond), and only when no work found
so reads like the reference, by its rarest words in the text index (some ten milliseconds).
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from weakref import finalize

from litreview.model.errors import InputError
from litreview.model.reference import Reference
from litreview.model.source import Lookup, Outcome
from litreview.model.work import Work
from litreview.normalise.identifiers import clean_doi
from litreview.sources.index_file import (
    WEIGHTS,
    IndexInfo,
    check,
    connect,
    hashed,
    info,
    notice_key,
    packed_work,
)
from litreview.sources.keys import reference_dois, reference_keys
from litreview.sources.kinds import Asking
from litreview.sources.notices import with_notices
from litreview.sources.ranking import COMMON, Profile, affinity, convincing, profile, query_words
from litreview.sources.records import shown
from litreview.sources.word_search import open_words

MOST_CANDIDATES = 10
"""Works given for a reference. Among 100,000 works the right one is first for 95.3 % of the strings and
among ten for 97.0 % (benchmarks/bench_index)."""
DECODED, SEARCHED = 5, 6
"""Works found by keys, and by words, that are read from the file and ranked: the right one is high up
(judgement)."""
DOIS = 500
"""DOIs in one query to the file; every sqlite takes 999 values (SQLITE_MAX_VARIABLE_NUMBER)."""


class Index:
    """An index file made by ``litreview index build``. Raises InputError where it is none, or unfinished."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.name = f"index {shown(self.path)}"
        self._db = connect(self.path)
        finalize(self, self._db.close)
        if info(self.path).unfinished:
            raise InputError("its build was interrupted", path=self.path, advice="run the same build again")
        self._words = open_words(self._db, self.path)
        self._works = lru_cache(1_000)(self._work)

    def __repr__(self) -> str:
        return f"Index({self.path.as_posix()!r})"

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def info(self) -> IndexInfo:
        """What the index holds."""
        return info(self.path)

    def check(self) -> IndexInfo:
        """The same after looking at every record; slow."""
        return check(self.path)

    def fetch(self, dois: Sequence[str]) -> Mapping[str, Lookup]:
        """The record of each DOI, in any spelling; ``unreachable`` those that stand where the file is
        damaged."""
        try:
            return self._fetch(dois)
        except sqlite3.Error:
            return {doi: self._sound(partial(self._fetch_one, doi)) for doi in dois}

    def candidates(self, references: Sequence[Reference]) -> Sequence[Lookup]:
        """Works each reference may mean, best first, at most ``MOST_CANDIDATES``; ``unreachable`` where the
        file is damaged."""
        return [self._sound(partial(self._candidates, reference)) for reference in references]

    def _sound(self, look_up: Callable[[], Lookup]) -> Lookup:
        """An answer, or that there is none: damage says nothing of a reference."""
        try:
            return look_up()
        except sqlite3.Error as error:
            return Lookup(Outcome.UNREACHABLE, reason=f"the {self.name} is damaged: {error}")

    def _fetch_one(self, doi: str) -> Lookup:
        return self._fetch([doi])[doi]

    def _fetch(self, dois: Sequence[str]) -> dict[str, Lookup]:
        clean = {doi: clean_doi(doi) or doi.strip().casefold() for doi in dois}
        wanted = list(dict.fromkeys(clean.values()))
        found: dict[str, Work] = {}
        for at in range(0, len(wanted), DOIS):
            sql = "SELECT doi, record FROM works WHERE doi IN (SELECT value FROM json_each(?))"
            rows = self._db.execute(sql, (json.dumps(wanted[at : at + DOIS]),))
            found |= {doi: self._told(self._named(doi, record)) for doi, record in rows}
        absent = {
            doi: Lookup(Outcome.ABSENT, reason=f"no record of {doi} in the {self.name}") for doi in dois
        }
        return absent | {
            doi: Lookup(Outcome.FOUND, (found[key],)) for doi, key in clean.items() if key in found
        }

    def _named(self, doi: str, record: object) -> Work:
        """The work of a row, which must be the one that the row is named for."""
        work = packed_work(record, self.name)
        if work.doi != doi:
            raise sqlite3.DatabaseError(f"another record stands in the place of {doi}")
        return work

    def _candidates(self, reference: Reference) -> Lookup:
        dois = reference_dois(reference)
        named = [lookup.works[0] for lookup in self._fetch(dois).values() if lookup.works] if dois else []
        words = query_words(reference)
        found = self._ranked(words, self._by_keys(reference))
        if not (found and convincing(words, found[0][1])):
            known = {work.doi for work, _ in found}
            more = [number for number in self._by_words(words) if self._works(number)[0].doi not in known]
            found = self._order(words, [*found, *map(self._works, more)])
        works = [*named, *(work for work, _ in found if work not in named)][:MOST_CANDIDATES]
        if works:
            return Lookup(Outcome.FOUND, tuple(works))
        return Lookup(Outcome.ABSENT, reason=f"nothing like it in the {self.name}")

    def _by_keys(self, reference: Reference) -> list[int]:
        """Works that share keys with the reference, those that share the most first."""
        keys = ((key.partition("|")[0], key) for key in reference_keys(reference))
        weights = {hashed(key): WEIGHTS[kind] for kind, key in keys if kind in WEIGHTS}
        sql = "SELECT keys.key, work FROM json_each(?) AS asked CROSS JOIN keys ON keys.key = asked.value"
        votes: dict[int, int] = defaultdict(int)
        for key, work in self._db.execute(sql, (json.dumps(list(weights)),)):
            if isinstance(work, int):
                votes[work] += weights[key]
        return sorted(votes, key=lambda work: (-votes[work], work))[:DECODED]

    def _by_words(self, words: frozenset[str]) -> list[int]:
        """Works with the rarest words of the reference."""
        telling = (word for word in words - COMMON if len(word) > 1 and not word.isdigit())
        return self._words.search(telling, SEARCHED)

    def _ranked(self, words: frozenset[str], numbers: Iterable[int]) -> list[tuple[Work, Profile]]:
        return self._order(words, [self._works(number) for number in numbers])

    @staticmethod
    def _order(words: frozenset[str], found: list[tuple[Work, Profile]]) -> list[tuple[Work, Profile]]:
        return sorted(found, key=lambda item: (-affinity(words, item[1]), item[0].doi))

    def _work(self, number: int) -> tuple[Work, Profile]:
        row = self._db.execute("SELECT record FROM works WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise sqlite3.DatabaseError(f"work {number} is missing")
        work = self._told(packed_work(row[0], self.name))
        return work, profile(work)

    def _told(self, work: Work) -> Work:
        """The work with what notices in the index say of it."""
        sql = "SELECT record FROM keys JOIN works ON works.id = keys.work WHERE keys.key = ?"
        rows = self._db.execute(sql, (notice_key(work.doi),))
        return with_notices(work, [packed_work(row[0], self.name) for row in rows])


def opened(place: str, asking: Asking) -> Index:
    """The index in a file, for ``--source index:FILE``; it asks nobody."""
    return Index(place)
