"""What counting and summing up ask of a report."""

from __future__ import annotations

from collections import Counter
from typing import Protocol

from litreview.model.article import Article
from litreview.model.finding import Finding
from litreview.model.match import Match, MatchStatus


class Checked(Protocol):
    """What a check found: a ``Report`` is one."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that were checked."""

    @property
    def matches(self) -> tuple[tuple[Match, ...], ...]:
        """One tuple per article, aligned with its references."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What counts."""

    @property
    def source(self) -> str:
        """What was asked for records, empty where nobody was."""

    @property
    def statuses(self) -> Counter[MatchStatus]:
        """How the look-ups ended."""

    @property
    def doubted(self) -> tuple[str, ...]:
        """The names of files that could not be read reliably."""
