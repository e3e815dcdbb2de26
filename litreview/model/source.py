"""Source: the outside world behind one protocol. Live, cached, snapshot and index are interchangeable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from litreview.model.reference import Reference
from litreview.model.work import Work


class Outcome(StrEnum):
    """Found, absent (the source answered: it has no such record) or unreachable (it did not answer)."""

    FOUND = "found"
    ABSENT = "absent"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Lookup:
    """One answer of a source. ``works`` is empty unless ``outcome`` is found; ``reason`` is for people.

    Several records of one work (one DOI, each of another ``source``) are witnesses of one another; the first
    is the one spoken of.
    """

    outcome: Outcome
    works: tuple[Work, ...] = ()
    reason: str = ""


@runtime_checkable
class Source(Protocol):
    """Where records come from. Implementations never raise for a silent or missing record."""

    @property
    def name(self) -> str:
        """A short name for messages and reports: ``Crossref``, ``snapshot references/snapshot``."""
        ...

    def fetch(self, dois: Sequence[str]) -> Mapping[str, Lookup]:
        """The record of each DOI. Keys are the DOIs as given; every one is answered."""
        ...

    def candidates(self, references: Sequence[Reference]) -> Sequence[Lookup]:
        """Works each reference may mean, by whatever keys the source has (locator, title, author and
        year, text search), best first. One answer per reference, in order. A candidate is a suggestion,
        never a decision."""
        ...


NO_AGENCY = "none"
"""What ``Agencies`` says of a DOI that is registered nowhere."""


@runtime_checkable
class Agencies(Protocol):
    """A source that knows with whom DOIs are registered: one that lacks a DOI then need not be right."""

    def agencies(self, dois: Sequence[str]) -> Mapping[str, str]:
        """The agency of each DOI ("Crossref", "DataCite", "JaLC" …), empty where that is not known, and
        ``NO_AGENCY`` for a DOI that does not exist. Keys are the DOIs as given; every one is answered."""
        ...


@runtime_checkable
class Neighbours(Protocol):
    """A source that also tells what else a journal published: years and volumes that a record must fit."""

    def neighbours(self, works: Sequence[Work], years: Sequence[int]) -> Sequence[Lookup]:
        """Papers of the journal of each work, those around its year and the one that a reference gives it if
        there are too many. One answer per work, in order; of each paper volume and dates are given, the rest
        may be missing."""
        ...


def neighbours_in(source: object, works: Sequence[Work], years: Sequence[int]) -> Sequence[Lookup]:
    """What a source tells of the journals of these works; nothing, where it does not look for them."""
    if isinstance(source, Neighbours):
        return source.neighbours(works, years)
    return [Lookup(Outcome.ABSENT, reason="the papers of a journal are not asked for") for _ in works]


@runtime_checkable
class Identifies(Protocol):
    """A source that looks up the other numbers of a reference: PubMed's, PubMed Central's, arXiv's, ISBNs."""

    def identify(self, references: Sequence[Reference]) -> Sequence[Mapping[str, Lookup]]:
        """What each number of a reference leads to, by its CSL name (``PMID``, ``PMCID``, ``arXiv``,
        ``ISBN``). One answer per reference, in order; a number that the source does not look up is left
        out."""
        ...
