"""Names of hosts: looked up together, once, and not for longer than patience lasts."""

from __future__ import annotations

import threading

import pytest

from litreview.sources.registers import reach
from litreview.sources.registers.reach import Names


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "getproxies", dict)


def test_hosts_are_looked_up_once_and_all_at_once() -> None:
    asked: list[str] = []

    def look_up(host: str) -> None:
        asked.append(host)
        if host.startswith("no"):
            raise OSError("Name or service not known")

    names = Names(["https://one.invalid/a", "https://nowhere.invalid", "https://one.invalid/b"], look_up)
    assert [names.knows(f"https://{host}.invalid/x") for host in ("one", "nowhere", "one")] == [
        True,
        False,
        True,
    ]
    assert sorted(asked) == ["nowhere.invalid", "one.invalid"]


def test_a_look_up_that_hangs_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "PATIENCE", 0.01)
    done = threading.Event()
    names = Names([f"https://{host}.invalid" for host in "abcde"], lambda host: done.wait())
    assert not any(names.knows(f"https://{host}.invalid") for host in "abcde")
    done.set()


def test_numbers_this_machine_and_proxies_need_no_look_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(host: str) -> None:
        raise AssertionError(host)

    names = Names(
        ["http://127.0.0.1:8000", "http://localhost:1", "http://[::1]/", "https://far.invalid"], never
    )
    assert names.knows("http://127.0.0.1:8000")
    assert names.knows("http://localhost:1/a")
    assert names.knows("http://[::1]/")
    monkeypatch.setattr(reach, "getproxies", lambda: {"https": "http://127.0.0.1:3128"})
    assert names.knows("https://far.invalid")
