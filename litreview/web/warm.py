"""Loaded by the fork server before it forks: one small check, so that models and tables are there for all."""

from __future__ import annotations

import tempfile
from datetime import date

from litreview.rules.engine.settings import Settings
from litreview.web.checking import answer

_ARTICLE = (
    b"Rest helps (Brandt, 2015).\n\nReferences\n\nBrandt, T. (2015). Rest and posture. Posture, 1(2), 2-9.\n"
)


def check_something() -> None:
    """Check a made-up article against no source, and make the page about it."""
    with tempfile.TemporaryDirectory(prefix="litreview-") as folder:
        answer(folder, [("article.txt", _ARTICLE)], lambda: None, Settings(), date(2026, 1, 1), "warm")


check_something()
