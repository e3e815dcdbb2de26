"""Running the page on this machine."""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING

from litreview.model.errors import InputError, MissingExtraError

if TYPE_CHECKING:
    from litreview.web.checking import Opener

CONNECTIONS = 200
"""Connections at once; a browser opens six (judgement)."""


def run(opener: Opener, *, port: int) -> None:
    """Serve until stopped, with records from the source that ``opener`` opens (picklable).

    The address is the first line on stdout.

    Raises:
        MissingExtraError: the ``web`` extra is not installed.
        InputError: the port is taken.
    """
    try:
        import uvicorn

        from litreview.web.app import make_app
    except ModuleNotFoundError as error:
        raise MissingExtraError(str(error.name), "web", "the editor's page") from error
    listener = _listen(port)
    print(f"http://127.0.0.1:{listener.getsockname()[1]}/", flush=True)
    print("litreview: stop with Ctrl-C", file=sys.stderr)
    config = uvicorn.Config(
        make_app(opener),
        log_level="critical",
        access_log=False,
        server_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=0,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _listen(port: int) -> socket.socket:
    """A socket on the loopback address, bound before anything is announced."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as error:
        listener.close()
        raise InputError(f"port {port} is taken", advice="another --port, or --port 0 for any") from error
    listener.listen(CONNECTIONS)  # who reads the address may call at once, and waits until the page is ready
    return listener
