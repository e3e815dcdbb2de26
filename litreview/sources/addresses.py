"""Addresses of services that somebody names: checked before anybody is asked, and shown without secrets."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from litreview.model.errors import OptionError
from litreview.normalise.text import printable

_UNFIT = re.compile(r"[\s\x00-\x1f\x7f]")
_MAIL = re.compile(r"[^@\s<>()]+@[^@\s<>()]+")


def checked_address(url: str, advice: str) -> str:
    """A web address without its last slash.

    Raises:
        OptionError: it is none.
    """
    try:
        parts = urlsplit(url)
        right = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        right = False
    if not right or _UNFIT.search(url):
        raise OptionError(f"{shown_address(url)!r} is not a web address", advice=advice)
    return url.rstrip("/")


def shown_address(url: str) -> str:
    """An address as it may be told and kept: without a name and a password.

    >>> shown_address("https://me:secret@mirror.example.org/api")
    'https://mirror.example.org/api'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return printable(url.rpartition("@")[2])
    if "@" not in url:
        return printable(url)
    if not parts.netloc:
        return printable(url.rpartition("@")[2])
    return printable(urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])))


def checked_mailto(mailto: str) -> str:
    """An address for mail, or nothing.

    Raises:
        OptionError: it is something else.
    """
    if mailto and not _MAIL.fullmatch(mailto):
        raise OptionError(f"{mailto!r} is not an address for mail", advice="--mailto you@example.org")
    return mailto
