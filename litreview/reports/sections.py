"""The three sections of a report, in the words that every output uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from litreview.model.finding import Severity

SECTIONS = {
    Severity.ERROR: "Must fix",
    Severity.WARNING: "Look",
    Severity.NOTE: "Worth knowing",
}
"""What a reader is asked to do about an error, a warning, a note; the gravest first."""

Item = TypeVar("Item")


def sectioned(
    items: Iterable[Item], severity: Callable[[Item], Severity]
) -> Iterator[tuple[Severity, list[Item]]]:
    """The items of each section that has any, in their own order."""
    kept = list(items)
    for level in SECTIONS:
        own = [item for item in kept if severity(item) is level]
        if own:
            yield level, own
