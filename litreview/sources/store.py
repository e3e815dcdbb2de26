"""The store: records and what was answered, as the cache file keeps them. Knows nothing of Crossref.

One transaction per answer: a process that is killed loses at most the answer it was writing. What does not
read as it was written is not there: neither an error nor a wrong answer.
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from litreview.formats.records.crossref import work_from_crossref, work_to_crossref
from litreview.model.source import Lookup, Outcome
from litreview.model.work import Work
from litreview.normalise.text import encodable
from litreview.sources.cache_file import CacheFile
from litreview.sources.notices import told_about, with_notices

NAMELESS, SUM = "record ", "crc "
"""What identifiers of records without DOI and key begin with, and what the check sum of an answer begins
with; it stands behind the identifiers, where older versions take it for a record that is not there."""
LATEST = 4_102_444_800.0
"""Seconds since 1970 of the year 2100: a row with a later time is damaged (judgement)."""
PAGE = 500
"""Records read at once when all are given out (judgement)."""
DAMAGED = "holds damaged rows: they are asked for anew"


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer from the file and when it was given (seconds since 1970)."""

    lookup: Lookup
    retrieved: float


class Store:
    """Answers of one source in a cache file; ``name`` is what their works give as their source."""

    def __init__(self, file: CacheFile, source: str, name: str) -> None:
        self._file, self._source, self._name = file, source, name
        self._works: dict[str, tuple[Work, float]] = {}

    def get(self, kind: str, question: str) -> Stored | None:
        """The answer to a question, if there is one and every record of it."""
        sql = (
            "SELECT outcome, works, reason, retrieved FROM answers"
            " WHERE source = ? AND kind = ? AND question = ?"
        )
        for row in self._file.rows(sql, (self._source, kind, encodable(question))):
            identifiers = self._listed(kind, question, row)
            if identifiers is None:
                self._file.tell(DAMAGED)
                continue
            found = [self.work(identifier) for identifier in identifiers]
            works = tuple(item[0] for item in found if item)
            if len(works) == len(found):
                outcome, _, reason, retrieved = row
                return Stored(Lookup(Outcome(str(outcome)), works, str(reason)), float(str(retrieved)))
        return None

    def _listed(self, kind: str, question: str, row: Sequence[object]) -> list[str] | None:
        """The records that an answer names; None where the row does not say what was written."""
        outcome, listed, reason, retrieved = row
        identifiers = _identifiers(listed)
        if identifiers is None or not isinstance(reason, str) or not _is_time(retrieved):
            return None
        if outcome not in (Outcome.FOUND, Outcome.ABSENT):
            return None
        if not identifiers or not identifiers[-1].startswith(SUM):
            return identifiers
        *identifiers, check = identifiers
        right = _sum(self._source, kind, question, str(outcome), identifiers, reason)
        return identifiers if check == right else None

    def work(self, identifier: str) -> tuple[Work, float] | None:
        """A record, whichever question brought it, and when it was retrieved."""
        if identifier not in self._works:
            found = self._read(identifier)
            if found is None:
                return None
            self._works[identifier] = (self.told(found[0]), found[1])
        return self._works[identifier]

    def told(self, work: Work) -> Work:
        """The work with what notices in the file say of it."""
        sql = "SELECT notice FROM notices WHERE source = ? AND about = ?"
        rows = self._file.rows(sql, (self._source, encodable(work.doi))) if work.doi else ()
        notices = (self._read(str(row[0])) for row in dict.fromkeys(rows))
        return with_notices(work, [found[0] for found in notices if found])

    def _read(self, identifier: str) -> tuple[Work, float] | None:
        sql = "SELECT record, retrieved FROM works WHERE source = ? AND id = ?"
        for packed, retrieved in self._file.rows(sql, (self._source, encodable(identifier))):
            record = unpacked(packed)
            work = work_from_crossref(record, source=self._name) if record else None
            if work and work.doi in ("", identifier) and _is_time(retrieved):
                return work, float(str(retrieved))
            self._file.tell(DAMAGED)
        return None

    def put(self, kind: str, question: str, lookup: Lookup, now: float) -> None:
        """Keep an answer, in one transaction with its records."""
        works = [(self._source, _identifier(work), _packed(work), now) for work in lookup.works]
        notices = [
            (self._source, encodable(doi), _identifier(work))
            for work in lookup.works
            for doi in told_about(work)
        ]
        question, reason, outcome = encodable(question), encodable(lookup.reason), lookup.outcome.value
        identifiers = [row[1] for row in works]
        check = _sum(self._source, kind, question, outcome, identifiers, reason)
        listed = json.dumps([*identifiers, check])
        self._file.write(
            [
                ("INSERT OR REPLACE INTO works VALUES (?, ?, ?, ?)", works),
                ("INSERT OR IGNORE INTO notices VALUES (?, ?, ?)", notices),
                (
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)",
                    [(self._source, kind, question, outcome, listed, reason, now)],
                ),
            ]
        )
        for changed in (*identifiers, *(row[1] for row in notices)):
            self._works.pop(changed, None)

    def records(self) -> Iterator[Mapping[str, object]]:
        """Every record, sorted by id, with the day on which it was retrieved."""
        sql = "SELECT id, record, retrieved FROM works WHERE source = ? AND id > ? ORDER BY id LIMIT ?"
        last = ""
        while rows := self._file.rows(sql, (self._source, last, PAGE)):
            for _, packed, retrieved in sorted(rows, key=lambda row: str(row[0])):
                record = unpacked(packed)
                if record and _is_time(retrieved):
                    day = datetime.fromtimestamp(float(str(retrieved)), UTC).date().isoformat()
                    yield {**record, "retrieved": day}
                else:
                    self._file.tell(DAMAGED)
            last, before = max(str(row[0]) for row in rows), last
            if last <= before:  # a damaged name that sorts otherwise than it reads
                return


def _identifier(work: Work) -> str:
    """DOI or key; records without either are told apart by what they say."""
    return encodable(work.id) or f"{NAMELESS}{zlib.crc32(repr(work).encode('utf-8', 'replace')):08x}"


def _packed(work: Work) -> bytes:
    record = work_to_crossref(work)
    text = json.dumps(record, ensure_ascii=False, sort_keys=True)
    return zlib.compress(text.encode("utf-8", "replace"), 6)


def unpacked(packed: object) -> Mapping[str, object] | None:
    """The record in a row; None where the row is damaged or holds something else."""
    try:
        record = json.loads(zlib.decompress(packed)) if isinstance(packed, bytes) else None
    except (zlib.error, ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _identifiers(listed: object) -> list[str] | None:
    """The identifiers of an answer's works; None where they cannot be read."""
    try:
        found = json.loads(listed) if isinstance(listed, str) else None
    except (ValueError, RecursionError):
        return None
    right = isinstance(found, list) and all(isinstance(one, str) for one in found)
    return found if right else None


def _sum(source: str, kind: str, question: str, outcome: str, identifiers: Sequence[str], reason: str) -> str:
    """The check sum of an answer: what was flipped on the disk must not become another answer."""
    text = json.dumps([source, kind, encodable(question), outcome, list(identifiers), reason])
    return f"{SUM}{zlib.crc32(text.encode()):08x}"


def _is_time(value: object) -> bool:
    return isinstance(value, (int, float)) and math.isfinite(value) and 0 <= value < LATEST
