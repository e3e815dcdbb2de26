"""Limiter: never more than allowed in any second, nor at once, over threads and processes."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.sources.limiter import ABANDONED, GRACE, Limiter, NoPlaceError


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 5_000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def limiter(
    mailto: str = "a@example.org", path: Path | str = ":memory:", clock: Clock | None = None
) -> Limiter:
    clock = clock or Clock()
    return Limiter(mailto, path, clock, clock.sleep)


def most_in_a_second(times: list[float]) -> int:
    return max(sum(start <= time < start + 1 for time in times) for start in times)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.floats(0, 1.5), min_size=8, max_size=30), st.sampled_from(["single", "list"]), st.booleans()
)
def test_no_second_holds_more_requests_than_allowed(durations: list[float], kind: str, polite: bool) -> None:
    clock = Clock()
    limit = limiter("a@example.org" if polite else "", clock=clock)
    arrived = []
    for duration in durations:
        with limit.slot(kind):
            arrived.append(clock.now + min(duration, GRACE))  # the latest moment it may be counted at
            clock.now += duration
    allowed = {("single", True): 10, ("list", True): 3, ("single", False): 5, ("list", False): 1}
    assert most_in_a_second(arrived) <= allowed[kind, polite]


def test_both_kinds_share_the_places_but_not_the_rate() -> None:
    clock = Clock()
    limit = limiter(clock=clock)
    with ExitStack() as stack:
        for kind in ("list", "single", "list"):
            stack.enter_context(limit.slot(kind))
        assert clock.now == 5_000
        assert limit._take("single") == (pytest.approx(0.02), 0)
    with limit.slot("single"):
        assert clock.now == 5_000


def test_without_a_mail_address_one_at_a_time() -> None:
    limit = limiter("")
    with limit.slot("single"):
        assert limit._take("single")[1] == 0


def test_two_processes_with_one_file_share_everything(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "cache.sqlite"
    one, other = limiter(path=path, clock=clock), limiter(path=path, clock=clock)
    with one.slot("list"), other.slot("list"), one.slot("list"):
        assert other._take("single")[1] == 0
    assert other._take("list")[1] == 0
    one.pause(30)
    assert other._take("single")[0] == pytest.approx(30)
    one.close()
    other.close()


def test_a_place_whose_process_died_comes_free() -> None:
    clock = Clock()
    limit = limiter("", clock=clock)
    assert limit._take("single")[1]
    clock.sleep(ABANDONED + 1)
    assert limit._take("single")[1]


def test_a_request_that_may_still_be_worked_on_keeps_its_place() -> None:
    clock = Clock()
    limit = limiter("", clock=clock)
    with limit.slot("single") as slot:
        slot.keep = True
    clock.sleep(ABANDONED - 1)
    assert limit._take("single")[1] == 0


def test_a_clock_set_back_does_not_stop_everything() -> None:
    clock = Clock()
    limit = limiter("", clock=clock)
    limit._take("single")
    clock.now -= 3_600
    assert limit._take("single")[1]


@pytest.mark.parametrize(
    ("headers", "rate", "at_once"),
    [
        ({"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s", "x-concurrency-limit": "9"}, 3, 3),
        ({"x-rate-limit-limit": "2", "x-rate-limit-interval": "1s", "x-concurrency-limit": "1"}, 2, 1),
        ({"x-ratelimit-limit": "2"}, 2, 3),
        ({"x-rate-limit-limit": "10", "x-rate-limit-interval": "10s"}, 1, 3),
        ({"x-rate-limit-limit": "many", "x-concurrency-limit": ""}, 3, 3),
        (None, 3, 3),
    ],
)
def test_headers_lower_the_limits_and_never_raise_them(
    headers: dict[str, str] | None, rate: int, at_once: int
) -> None:
    limit = limiter()
    limit.learn("list", headers)
    assert (limit._rates["list"], limit.at_once) == (rate, at_once)


@pytest.mark.parametrize("jump", [-86_400.0, -3_600.0, -30.0, -5.0, 30.0, 86_400.0])
def test_a_clock_that_jumps_while_we_ask_holds_nobody_up(jump: float) -> None:
    clock = Clock()
    clock.now = 1e9
    limit = limiter(clock=clock)
    for _ in range(3):
        with limit.slot("list"):
            clock.now += 0.1
    clock.now += jump
    before = clock.now
    with limit.slot("list"):
        assert clock.now - before < 4


def test_a_pause_of_another_clock_is_none() -> None:
    clock = Clock()
    clock.now = 1e9
    limit = limiter(clock=clock)
    limit.pause(30)
    clock.now -= 86_400
    assert limit._take("single")[1]


def test_nobody_waits_longer_than_there_is_time() -> None:
    clock = Clock()
    limit = limiter("", clock=clock)
    with limit.slot("single"):
        before = clock.now
        with pytest.raises(NoPlaceError), limit.slot("single", patience=3.0):
            pass
        assert clock.now - before <= 3.0
    limit.pause(30)
    with pytest.raises(NoPlaceError), limit.slot("single", patience=3.0):
        pass
    with limit.slot("single", patience=31.0):
        pass


def test_where_the_file_fails_the_limits_are_kept_in_memory(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "cache.sqlite"
    limit = limiter("", path, clock)
    with limit.slot("single"):
        path.write_bytes(b"nonsense" * 2_000)
        limit._db.close()  # as a failing disk: every further call is an error
        assert limit._take("single")[1]
        assert limit._take("single")[1] == 0
    assert limit.path == ":memory:"
    other = limiter("", tmp_path / "none" / "cache.sqlite", clock)
    assert other._take("single")[1]
    assert other.path == ":memory:"


def test_rows_of_another_shape_count_as_none(tmp_path: Path) -> None:
    limit = limiter("", tmp_path / "cache.sqlite")
    limit._db.execute("INSERT INTO pauses VALUES (?, 'for ever')", (limit.pool,))
    limit._db.execute(
        "INSERT INTO requests (pool, kind, sent, answered) VALUES (?, 'list', 'a', 'b')", (limit.pool,)
    )
    assert limit._take("list")[1]


@pytest.mark.parametrize("said", ["9" * 5_000, "²", "-1", "1e9", "٣"])
def test_numbers_in_headers_that_are_none_change_nothing(said: str) -> None:
    limit = limiter()
    limit.learn("list", {"x-rate-limit-limit": said, "x-concurrency-limit": said})
    assert (limit._rates["list"], limit.at_once) == (3, 3)
