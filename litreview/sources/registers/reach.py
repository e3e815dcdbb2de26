"""Whether the names of hosts can be looked up at all: without a network that may hang for half a minute.

No time limit of an HTTP client covers the look-up of a name. So it is done beforehand, for all hosts at once,
in threads that are left alone when their time is up; what came of it holds for the whole run.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit
from urllib.request import getproxies

PATIENCE = 1.5
"""Seconds for all look-ups together: a working resolver needs a tenth of it (judgement)."""


class Names:
    """Remembers which hosts have an address. ``look_up`` is there for tests."""

    def __init__(self, addresses: Iterable[str], look_up: Callable[[str], object] | None = None) -> None:
        hosts = {host for address in addresses if (host := _named(address))}
        self._look_up = look_up or (lambda host: socket.getaddrinfo(host, 443))
        self._found: set[str] = set()
        self._threads = {
            host: threading.Thread(target=self._try, args=(host,), daemon=True) for host in hosts
        }
        self._asked, self._lock = False, threading.Lock()

    def knows(self, address: str) -> bool:
        """True where a web address leads to a host, or a proxy looks it up for us."""
        host = _named(address)
        if not host or host not in self._threads or getproxies():
            return True
        with self._lock:
            if not self._asked:
                self._ask()
        return host in self._found

    def _ask(self) -> None:
        self._asked = True
        for thread in self._threads.values():
            thread.start()
        left = PATIENCE
        for thread in self._threads.values():
            thread.join(left)
            left = left if not thread.is_alive() else 0.0

    def _try(self, host: str) -> None:
        try:
            self._look_up(host)
        except OSError:
            return
        self._found.add(host)


def _named(address: str) -> str:
    """The host of an address where it is a name; numbers and this machine need no look-up."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""  # the client will say that this is no address
    try:
        ip_address(host)
    except ValueError:
        return "" if host == "localhost" else host
    return ""
