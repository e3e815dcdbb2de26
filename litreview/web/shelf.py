"""The reports that the page has made, kept in memory, each under a name nobody can guess."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

from litreview.reports import to_docx, to_odt
from litreview.reports.report import Report

KEPT = 20
"""Reports kept; the oldest goes first. One editor's morning (judgement)."""

COMMENTED = {"docx": to_docx.commented, "odt": to_odt.commented}
"""Kinds of file that are given back with comments."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A report and the bytes of the files it is about, in their order."""

    report: Report
    files: tuple[bytes, ...]

    def render(self, format: str) -> bytes:
        """A download. Comments go into the bytes that were sent, for the file itself is not kept.

        Raises:
            LitreviewError: the format cannot be made of these files.
        """
        if format in COMMENTED:
            return COMMENTED[format](self.report, self.files[0])
        return self.report.render_bytes(format)


@dataclass
class Shelf:
    """Reports by their secret name."""

    reports: OrderedDict[str, Kept] = field(default_factory=OrderedDict)

    def put(self, report: Report, files: Iterable[bytes]) -> str:
        """Keep a report; returns its name."""
        name = secrets.token_urlsafe(12)
        self.reports[name] = Kept(report, tuple(files))
        while len(self.reports) > KEPT:
            self.reports.popitem(last=False)
        return name

    def get(self, name: str) -> Kept | None:
        """The report of that name, if it is still kept."""
        return self.reports.get(name)
