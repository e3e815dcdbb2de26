"""A budget of processor time, so that nothing hangs for ever: what uses it up is ended and says where it was.

Time is counted by the system's timer of processor time (POSIX), in the main thread: Python tells signals only
to that one. Elsewhere (Windows, other threads) there is no budget. Waiting, for the network say, costs none.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TypeVar

from litreview.model.errors import TooSlowError

BUDGET = 120.0
"""Seconds of processor time for reading and parsing one article. Of the stored articles and PDFs and of some
hundred documents made of them, the slowest (a PDF of 1.5 MB) takes 1.2 s and a .bib file of 2,000 entries
1.4 s: a hundred times as long is no large document but one that we read badly."""
REFERENCES = 100
"""References for which judging has one more budget. Matched against an index, a hundred take .1 to .3 s."""
AGAIN = 0.1
"""Seconds of processor time until the end is told again, where an import was under way or code of others
caught it (judgement: soon, and long enough to tidy up in)."""

_SOON = 1e-6
_PACKAGE = Path(__file__).parent
Done = TypeVar("Done")


class _TimeIsUpError(BaseException):
    """Not an ``Exception``: nothing between the clock and the budget may take it for trouble of its own."""


def within(seconds: float | None, work: Callable[[], Done]) -> Done:
    """What ``work`` gives, if it needs no more than so many seconds of processor time; None is no limit.

    Raises:
        TooSlowError: it needs more; it names the module of this package that was at work.
    """
    if seconds is None or not _has_clock():
        return work()
    clock = _Clock()
    try:
        clock.start(seconds)
        try:
            return work()
        finally:
            clock.stop()
    except _TimeIsUpError:
        raise TooSlowError(f"too slow at {clock.where}") from None
    finally:
        clock.stop()  # once more: the first may be where the time was up


def _has_clock() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


class _Clock:
    """The timer while work is done; the handler and the timer that were there come back after it."""

    def __init__(self) -> None:
        self.where, self._runs = "", False

    def start(self, seconds: float) -> None:
        self._begun, self._runs = time.process_time(), True
        self._handler = signal.signal(signal.SIGVTALRM, self._up) or signal.SIG_DFL
        self._timer = signal.setitimer(signal.ITIMER_VIRTUAL, max(seconds, _SOON), AGAIN)

    def stop(self) -> None:
        if not self._runs:
            return
        self._runs = False
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, self._handler)
        if self._timer[0]:
            rest = self._timer[0] - (time.process_time() - self._begun)
            signal.setitimer(signal.ITIMER_VIRTUAL, max(rest, _SOON), self._timer[1])

    def _up(self, number: int, frame: FrameType | None) -> None:
        files = []
        while frame is not None:
            files.append(frame.f_code.co_filename)
            frame = frame.f_back
        if not self._runs or any(name.startswith("<frozen importlib") for name in files):
            return  # half a module is no module: the end is told again
        ours = (Path(name) for name in files if name != __file__ and Path(name).is_relative_to(_PACKAGE))
        self.where = self.where or next((one.relative_to(_PACKAGE).as_posix() for one in ours), "the start")
        raise _TimeIsUpError
