"""A process per upload: with a limit on time and memory, and gone when the page is gone.

Each worker is forked from a server that has the pipeline loaded already (``forkserver``), so that a check
does not wait for imports. Where there is none (Windows) it is a fresh process under the limit of time only.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, ParamSpec, TypeVar

from litreview.model.errors import InputError, LitreviewError

P = ParamSpec("P")
T = TypeVar("T")

WORKERS = 4
"""Processes at once; a further upload is told to wait. Three that hang leave one for the next (judgement)."""
_LOADED = ["litreview.web.warm", "litreview.sources.open"]
"""What the fork server loads before it forks."""
_SMALLER = "send a part of it, or save it in another format"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker may use.

    ``cpu`` seconds of computing end a pattern or a file that would never be done. ``wall`` seconds include
    the look-ups, which wait for others. ``memory`` bytes of data; four workers of it fit a machine of 8 GB.
    All three are judgements.
    """

    cpu: int = 60
    wall: int = 600
    memory: int = 1_500_000_000


class TooMuchError(InputError):
    """A file took more time or memory than a worker may use."""


class BusyError(LitreviewError):
    """All workers are at work."""


@dataclass(frozen=True, slots=True)
class _Task(Generic[P, T]):
    """A function with its arguments, and where its answer goes."""

    work: Callable[..., T]
    args: tuple[object, ...]
    limits: Limits
    answer: Connection

    def __call__(self) -> None:
        """Run in the worker: what comes back is the result, or an error of ours."""
        _confine(self.limits)
        result: object
        try:
            result = self.work(*self.args)
        except LitreviewError as error:
            result = InputError(error.message, line=error.line, advice=error.advice), error.path
        except (MemoryError, RecursionError):
            result = TooMuchError("too large to read", advice=_SMALLER), None
        self.answer.send(result)


@dataclass
class Workers:
    """The processes at work, of which there are at most ``WORKERS``."""

    limits: Limits = field(default_factory=Limits)
    _running: set[BaseProcess] = field(default_factory=set)
    _places: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(WORKERS))
    _closed: bool = False

    def run(self, work: Callable[..., T], *args: object) -> T:
        """What a function returns that is run in a worker; it and its arguments must be picklable.

        Raises:
            BusyError: all workers are at work.
            TooMuchError: it took too long or needed too much memory.
            InputError: the function raised an error of ours.
        """
        if self._closed or not self._places.acquire(blocking=False):
            raise BusyError("other files are being checked", advice="try again when they are done")
        try:
            return self._run(work, args)
        finally:
            self._places.release()

    def _run(self, work: Callable[..., T], args: tuple[object, ...]) -> T:
        ours, theirs = multiprocessing.Pipe(duplex=False)
        task: _Task[..., T] = _Task(work, args, self.limits, theirs)
        process = _context().Process(target=task, daemon=True)  # type: ignore[attr-defined]
        with ours:
            process.start()
            self._running.add(process)
            theirs.close()
            if self._closed:
                process.kill()
            try:
                # A worker that the kernel has ended closes its end: an answer that ends at once.
                answer = ours.recv() if ours.poll(self.limits.wall) else _too_slow()
            except EOFError:
                answer = None
            finally:
                process.kill()
                process.join()
                self._running.discard(process)
        if answer is None:
            answer = _ended(process.exitcode)
        if isinstance(answer, tuple) and answer and isinstance(answer[0], LitreviewError):
            error, path = answer
            raise type(error)(error.message, path=path, line=error.line, advice=error.advice)
        return answer  # type: ignore[return-value]

    def close(self) -> None:
        """End every worker now, and start none any more."""
        self._closed = True
        for process in tuple(self._running):
            process.kill()


def _context() -> multiprocessing.context.BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    return context


def _too_slow() -> tuple[LitreviewError, None]:
    return TooMuchError("too slow to read", advice=_SMALLER), None


def _ended(code: int | None) -> tuple[LitreviewError, None]:
    """Why a worker ended without an answer."""
    xcpu = getattr(signal, "SIGXCPU", None)
    if xcpu is not None and code == -xcpu:
        return _too_slow()
    return TooMuchError("too large to read, or it ended the program that read it", advice=_SMALLER), None


def _confine(limits: Limits) -> None:
    """Limit this process. Only the kernel can: a pattern that hangs lets no thread of Python run."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the page, which ends its workers
    if sys.platform == "win32":
        return
    import resource

    wanted = {resource.RLIMIT_CPU: limits.cpu, resource.RLIMIT_DATA: limits.memory, resource.RLIMIT_CORE: 0}
    for kind, most in wanted.items():
        with suppress(OSError, ValueError):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (most if hard < 0 else min(most, hard), hard))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends the process, also where nobody waits for it
    signal.setitimer(signal.ITIMER_REAL, limits.wall)
    _end_with_the_page()


def _end_with_the_page() -> None:
    """Have the kernel end this process when the page's own is gone, also after kill -9.

    The sentinel is a pipe whose other end closes then; ``SIGIO`` tells it, and ends a process that has no
    handler for it. Where it does not (macOS), the limits above end the worker.
    """
    page = multiprocessing.parent_process()
    if page is None or sys.platform != "linux":
        return
    import fcntl

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(page.sentinel, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(page.sentinel, fcntl.F_SETFL, fcntl.fcntl(page.sentinel, fcntl.F_GETFL) | os.O_ASYNC)
    if not page.is_alive():
        sys.exit(1)
