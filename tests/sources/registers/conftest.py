"""The stand-ins as a fixture, and time that passes only by sleeping."""

from __future__ import annotations

import pytest
from pytest_httpserver import HTTPServer

from tests.sources.registers.standins import StandIns


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now, self.slept = 1_000_000.0, 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def standins(httpserver: HTTPServer) -> StandIns:
    return StandIns(httpserver)
