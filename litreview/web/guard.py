"""What every request and every answer of the page goes through: foreign pages, large bodies, headers."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BYTES = 50_000_000
"""Largest upload; a Word file with figures has a few megabytes."""
TOO_LARGE = (
    f"The upload is larger than {MAX_BYTES // 1_000_000} MB. Leave out figures, or send one file at a time."
)

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not no-referrer: browsers then send "Origin: null" with our own form.
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
}
"""Headers of every answer: a page with no script, that no other page can frame or read."""


class Guard:
    """Refuses what foreign pages send, counts the bytes of a body as they come, and adds the headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        if scope["method"] not in ("GET", "HEAD") and is_foreign(Headers(scope=scope)):
            refusal = PlainTextResponse("Only this page's own form may send files.", 403)
            await refusal(scope, receive, guarded)
            return
        await self.app(scope, _counted(receive), guarded)


def is_foreign(headers: Headers) -> bool:
    """True where a browser says that another page sent the request. Programs say nothing, and may."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host", "")


def announced(headers: Headers) -> int:
    """The length of the body that a request announces; 0 where it does not.

    Raises:
        HTTPException: it is no length, or too large.
    """
    told = headers.get("content-length", "0")
    if not (told.isascii() and told.isdigit()):
        raise HTTPException(400, "The length of the upload is not a number.")
    if len(told) > len(str(MAX_BYTES)) or int(told) > MAX_BYTES:
        raise HTTPException(413, TOO_LARGE)
    return int(told)


def _counted(receive: Receive) -> Receive:
    """The same, which raises when more than ``MAX_BYTES`` have come, whatever was announced."""
    came = 0

    async def counted() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > MAX_BYTES:
            raise HTTPException(413, TOO_LARGE)
        return message

    return counted
