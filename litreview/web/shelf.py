"""The reports that the page has made, kept in memory, each under a name nobody can guess."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field

from litreview.reports.report import Report

KEPT = 20
"""Reports kept; the oldest goes first. One editor's morning."""


@dataclass
class Shelf:
    """Reports by their secret name."""

    reports: OrderedDict[str, Report] = field(default_factory=OrderedDict)

    def put(self, report: Report) -> str:
        """Keep a report; returns its name."""
        name = secrets.token_urlsafe(12)
        self.reports[name] = report
        while len(self.reports) > KEPT:
            self.reports.popitem(last=False)
        return name

    def get(self, name: str) -> Report | None:
        """The report of that name, if it is still kept."""
        return self.reports.get(name)
