"""What counting and summing up ask of a report."""

from __future__ import annotations

from collections import Counter
from typing import Protocol

from litreview.editing.apply import plan
from litreview.model.match import MatchStatus


class Checked(plan.Checked, Protocol):
    """What a check found, with what was asked and how it ended: a ``Report`` is one."""

    @property
    def source(self) -> str:
        """What was asked for records, empty where nobody was."""

    @property
    def statuses(self) -> Counter[MatchStatus]:
        """How the look-ups ended."""

    @property
    def unread(self) -> tuple[str, ...]:
        """Why nothing was read of files, one reason for each of them."""

    @property
    def doubted(self) -> tuple[str, ...]:
        """The names of files that could not be read reliably."""
