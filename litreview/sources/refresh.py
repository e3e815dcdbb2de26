"""Comparing a snapshot with what a source says today, field by field (``make refresh``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from litreview.formats.crossref import work_to_crossref
from litreview.model.source import Outcome, Source
from litreview.model.work import Work
from litreview.sources.snapshot import Snapshot

OURS = frozenset({"key", "author_complete", "PMID", "PMCID", "note", "URL"})
"""Fields only hand-made records have."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one record: what the snapshot has and what the source says, as text; empty where absent.

    ``field`` is a Crossref field name, or ``record`` where the source has none or could not be asked.
    """

    key: str
    doi: str
    field: str
    kept: str
    found: str


def differences(snapshot: Snapshot, source: Source) -> tuple[Difference, ...]:
    """Every field in which the records differ, in the snapshot's order. Only DOIs are asked for."""
    dated = [work for work in snapshot.works if work.doi]
    answers = source.fetch([work.doi for work in dated])
    found: list[Difference] = []
    for work in dated:
        lookup = answers[work.doi]
        if lookup.outcome is Outcome.FOUND:
            found += _fields(work, lookup.works[0])
        else:
            found.append(Difference(work.key, work.doi, "record", "", lookup.reason))
    return tuple(found)


def _fields(kept: Work, found: Work) -> Iterator[Difference]:
    ours, theirs = work_to_crossref(kept), work_to_crossref(found)
    for field in sorted((ours.keys() | theirs.keys()) - OURS):
        one, other = _said(ours.get(field)), _said(theirs.get(field))
        if one.casefold() != other.casefold():
            yield Difference(kept.key, kept.doi, field, one, other)


def _said(value: object) -> str:
    """A field as text that people can compare."""
    if isinstance(value, dict):
        parts = value.get("date-parts")
        if isinstance(parts, list):
            return "-".join(str(part) for part in parts[0])
        return " ".join(f"{name}: {_said(item)}" for name, item in value.items())
    if isinstance(value, list):
        return "; ".join(_said(item) for item in value)
    return "" if value is None else str(value)
