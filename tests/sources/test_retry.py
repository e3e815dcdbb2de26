"""Waiting before the next attempt, and the memory that a service is down."""

from __future__ import annotations

from random import Random

import pytest

from litreview.sources.retry import Backoff, Circuit


class Clock:
    """Time that passes only when told."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Always(Random):
    """A generator that always draws the same."""

    def __init__(self, value: float) -> None:
        super().__init__(0)
        self.value = value

    def random(self) -> float:
        """The value."""
        return self.value


@pytest.mark.parametrize(
    ("attempt", "least", "most"),
    [(0, 0.25, 0.5), (1, 0.5, 1), (2, 1, 2), (3, 2, 4), (4, 4, 8), (5, 8, 16), (6, 15, 30), (40, 15, 30)],
)
def test_the_step_doubles_to_half_a_minute_and_half_of_it_is_chance(
    attempt: int, least: float, most: float
) -> None:
    assert Backoff(Always(0.0)).seconds(attempt, None) == pytest.approx(least)
    assert Backoff(Always(1.0)).seconds(attempt, None) == pytest.approx(most)


@pytest.mark.parametrize("told", [0.0, 1.0, 120.0])
def test_a_retry_after_is_kept_and_a_little_more_never_less(told: float) -> None:
    """Who asks at the very second named is often too early by the service's clock."""
    for attempt in (0, 5):
        assert Backoff(Always(0.0)).seconds(attempt, told) == pytest.approx(told + 0.05)
        assert Backoff(Always(1.0)).seconds(attempt, told) == pytest.approx(told + 0.25)


def test_three_requests_given_up_in_a_row_close_the_service_for_a_minute() -> None:
    clock = Clock()
    circuit = Circuit(clock)
    assert not circuit.is_open
    for _ in range(2):
        circuit.failed("no answer")
        assert not circuit.is_open
    circuit.failed("still no answer")
    assert circuit.is_open
    assert circuit.problem == "still no answer"
    clock.now += 59.9
    assert circuit.is_open
    clock.now += 0.1
    assert not circuit.is_open


def test_an_answer_between_makes_them_no_row() -> None:
    circuit = Circuit(Clock())
    for _ in range(4):
        circuit.failed("no answer")
        circuit.failed("no answer")
        circuit.worked()
    assert not circuit.is_open
    circuit.failed("no answer")
    circuit.failed("no answer")
    assert not circuit.is_open
    circuit.failed("no answer")
    assert circuit.is_open, "three again, and not more than at first"


def test_an_answer_reopens_what_was_closed() -> None:
    circuit = Circuit(Clock())
    circuit.failed("no answer", for_good=True)
    assert circuit.is_open
    circuit.worked()
    assert not circuit.is_open


def test_after_the_minute_one_more_failure_closes_it_again() -> None:
    clock = Clock()
    circuit = Circuit(clock)
    circuit.failed("gone", for_good=True)
    clock.now += 60
    assert not circuit.is_open
    circuit.failed("gone")
    assert circuit.is_open


@pytest.mark.parametrize(
    ("deadline", "has_worked", "silent", "expected"),
    [
        (60.0, False, False, 5.0),  # nothing of use ever: a proxy, no network
        (60.0, False, True, 60.0),  # silence may be a long search
        (60.0, True, False, 60.0), (60.0, True, True, 60.0),
        (2.0, False, False, 2.0), (2.0, True, False, 2.0),
    ],
)  # fmt: skip
def test_patience_runs_from_the_first_question_without_an_answer(
    deadline: float, has_worked: bool, silent: bool, expected: float
) -> None:
    clock = Clock()
    circuit = Circuit(clock, deadline)
    if has_worked:
        circuit.worked()
    assert circuit.patience(silent=silent) == expected
    circuit.asking()
    clock.now += 1.5
    circuit.asking()  # a second question does not begin the wait anew
    assert circuit.patience(silent=silent) == expected - 1.5
    circuit.worked()
    clock.now += 100
    assert circuit.patience(silent=True) == deadline


def test_a_closed_service_that_is_asked_again_has_what_is_left_of_the_run() -> None:
    """The wait begins anew, but what was lost to silence is lost for all services of the run."""
    clock = Clock()
    circuit = Circuit(clock)
    circuit.asking()
    clock.now += 50
    circuit.failed("no answer")
    assert circuit.patience(silent=True) == 10
    circuit.failed("no answer")
    circuit.failed("no answer")
    clock.now += 60
    circuit.asking()
    assert circuit.patience(silent=True) == 10
