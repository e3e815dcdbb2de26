"""A worker that takes too much is ended, and the page says so in words."""

from __future__ import annotations

import os

import pytest

from litreview.model.errors import InputError
from litreview.web.worker import BusyError, Limits, TooMuchError, Workers


def spin() -> None:
    """Never done."""
    while True:
        pass


def swallow() -> int:
    """More memory than a worker has."""
    return len(bytearray(4_000_000_000))


def refuse() -> None:
    """An error of ours."""
    raise InputError("a damaged file", path="x.docx", line=3)


def test_a_worker_is_another_process() -> None:
    assert Workers().run(os.getpid) != os.getpid()


@pytest.mark.parametrize("limits", [Limits(cpu=1), Limits(wall=1)])
def test_what_is_never_done_is_ended_in_words(limits: Limits) -> None:
    with pytest.raises(TooMuchError, match="too slow to read"):
        Workers(limits).run(spin)


def test_what_needs_too_much_memory_is_ended_in_words() -> None:
    with pytest.raises(TooMuchError, match="too large to read"):
        Workers().run(swallow)


def test_errors_come_back_as_they_were() -> None:
    with pytest.raises(InputError, match=r"x\.docx:3: a damaged file"):
        Workers().run(refuse)


def test_none_is_started_after_the_end() -> None:
    workers = Workers()
    workers.close()
    with pytest.raises(BusyError):
        workers.run(os.getpid)
