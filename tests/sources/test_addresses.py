"""Addresses: http and https only, and no secrets told."""

from __future__ import annotations

import pytest

from litreview.model.errors import OptionError
from litreview.sources.addresses import checked_address, shown_address


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "https://a.example.org/api", "http://[::1]:8080"])
def test_web_addresses_are_taken_without_the_last_slash(url: str) -> None:
    assert checked_address(url, "advice") == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        "a.example.org", "ftp://a.example.org", "file:///etc/passwd", "https://", "http:///x", "http://[::1",
        "javascript:alert(1)", "http://a.example.org:port", "http://a.example.org:99999", "http://a b.org",
        "http://a.example.org/\r\nX: y", "http://a.example.org:0", "",
    ],
)  # fmt: skip
def test_what_is_none_is_said(url: str) -> None:
    with pytest.raises(OptionError, match="advice"):
        checked_address(url, "advice")


@pytest.mark.parametrize(
    "url",
    ["ftp://me:secret@a.org", "me:secret@a.org", "http://me:secret@[::1", "http://me:secret@a.org:port"],
)
def test_no_secret_is_told(url: str) -> None:
    assert "secret" not in shown_address(url)
    with pytest.raises(OptionError) as told:
        checked_address(url, "advice")
    assert "secret" not in str(told.value)


def test_an_address_is_shown_as_it_is() -> None:
    assert shown_address("http://a.org:80/b?c=d@e") == "http://a.org:80/b?c=d@e"
