"""Why a service could not be asked, in words that complete its name: "answered 429 Too Many Requests"."""

from __future__ import annotations

from http import HTTPStatus

from litreview.sources.transport import Answer

MINUTE, HOUR = 60, 3600
"""Seconds."""
WORTH_A_WORD = 3
"""Seconds of a Retry-After that a reader wants to know of; a shorter one has been waited for (judgement)."""


def why(answer: Answer, deadline: float = 0.0, *, always: bool = False) -> str:
    """What came instead of an answer; ``always`` where nothing else has come yet.

    >>> why(Answer(429, retry_after=3600), always=True)
    'answered 429 Too Many Requests to every request and asks to come back in 60 minutes'
    """
    if answer.status:
        every = " to every request" if always else ""
        page = f" with {answer.problem}" if answer.status == HTTPStatus.NOT_FOUND and answer.problem else ""
        return f"answered {_status(answer.status)}{page}{every}{_come_back(answer.retry_after)}"
    if answer.timed_out:
        return f"gave no answer within {deadline:g} seconds" if deadline else "gave no answer in time"
    if not answer.reached:
        return f"could not be reached: {answer.problem or 'no connection'}"
    return f"gave no usable answer: {answer.problem}" if answer.problem else "gave no usable answer"


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:  # not one of the registered numbers
        return str(status)


def _come_back(seconds: float | None) -> str:
    """A Retry-After that is worth a word."""
    if seconds is None or seconds < WORTH_A_WORD:
        return ""
    span = f"{seconds:.0f} seconds" if seconds < 2 * MINUTE else f"{seconds / MINUTE:.0f} minutes"
    span = span if seconds < 2 * HOUR else f"{seconds / HOUR:.0f} hours"
    return f" and asks to come back in {span}"
