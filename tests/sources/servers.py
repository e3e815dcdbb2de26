"""Servers of a few lines that behave as none should."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeAlias

Way: TypeAlias = Callable[[socket.socket], None]
"""What a server does with one connection."""


@contextmanager
def serving(way: Way) -> Iterator[str]:
    """A server that treats every connection in one way; its address."""
    server = socket.create_server(("127.0.0.1", 0))
    open_ones: list[socket.socket] = []

    def treat(connection: socket.socket) -> None:
        with suppress(OSError):
            way(connection)
        connection.close()

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            open_ones.append(connection)
            threading.Thread(target=treat, args=(connection,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        for connection in open_ones:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


def saying(*parts: bytes, times: int = 1) -> Way:
    """Read the question and send some bytes, the last part as often as is said, and hang up."""

    def way(connection: socket.socket) -> None:
        connection.recv(65_536)
        for part in parts[:-1]:
            connection.sendall(part)
        for _ in range(times):
            connection.sendall(parts[-1])

    return way
