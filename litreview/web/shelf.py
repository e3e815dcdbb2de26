"""The reports that the page has made, kept in memory, each under a name nobody can guess."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field

KEPT = 20
"""Reports kept; the oldest goes first. One editor's morning (judgement)."""
KEPT_BYTES = 300_000_000
"""Bytes of reports and files kept; the last report is kept however large (judgement)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A report, as bytes, and the bytes of the first file it is about."""

    report: bytes
    file: bytes

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return len(self.report) + len(self.file)


@dataclass
class Shelf:
    """Reports by their secret name."""

    reports: OrderedDict[str, Kept] = field(default_factory=OrderedDict)

    @staticmethod
    def name() -> str:
        """A name for a report to come."""
        return secrets.token_urlsafe(12)

    def put(self, name: str, kept: Kept) -> None:
        """Keep a report."""
        self.reports[name] = kept
        while len(self.reports) > 1 and (
            len(self.reports) > KEPT or sum(one.size for one in self.reports.values()) > KEPT_BYTES
        ):
            self.reports.popitem(last=False)

    def get(self, name: str) -> Kept | None:
        """The report of that name, if it is still kept."""
        return self.reports.get(name)
