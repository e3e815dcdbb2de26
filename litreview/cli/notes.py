"""What is wrong with the cache, as one line on stderr."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from litreview.cli.output import tell
from litreview.model.errors import CacheWarning


@contextmanager
def noted() -> Iterator[None]:
    """Within it a ``CacheWarning`` is a line for people, whatever Python was told to do with warnings."""
    with warnings.catch_warnings():
        warnings.filterwarnings("always", category=CacheWarning)
        usual = warnings.showwarning

        def show(
            message: Warning | str,
            category: type[Warning],
            filename: str,
            lineno: int,
            file: TextIO | None = None,
            line: str | None = None,
        ) -> None:
            if issubclass(category, CacheWarning):
                tell(f"litreview: {message}")
            else:
                usual(message, category, filename, lineno, file, line)

        warnings.showwarning = show
        yield
