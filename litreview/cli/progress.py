"""Progress on stderr: a bar in a terminal, nothing in a pipe or a log."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int | None], None] | None]:
    """A function to tell (done, of how many, if that is known); None where nobody is watching."""
    if not sys.stderr.isatty():
        yield None
        return
    with _display() as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


@contextmanager
def asking() -> Iterator[Callable[[str, int, int], None] | None]:
    """A function to tell (what is asked or waited for, answers in, answers to come), or None."""
    if not sys.stderr.isatty():
        yield None
        return
    with _display() as progress:
        task = progress.add_task("reading", total=None)

        def tell(what: str, done: int, total: int) -> None:
            progress.update(task, description=what, completed=done, total=total)

        yield tell


def _display() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
