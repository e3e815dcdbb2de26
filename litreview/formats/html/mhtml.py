"""MHTML: a web page in one file, as Chrome, Edge and Word save it; read as the page that it holds."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.message import Message

from litreview.formats.encoding import Decoded, decode
from litreview.formats.html.read import html_document
from litreview.model.document import Document
from litreview.model.errors import InputError


def read_mhtml(data: bytes, path: str = "") -> Document:
    """A web page in one file. Its pictures, styles and frames are left out; places are those of the page.

    Raises:
        InputError: no web page in it.
    """
    page, address = _page(data, path)
    document = html_document(page, path, address)
    places = tuple(replace(place, name=f"{place.name} of the page") for place in document.places)
    return replace(document, format="mhtml", places=places)


def _page(data: bytes, path: str) -> tuple[Decoded, str]:
    """The first page in the file, as text, and the address that it was saved from."""
    try:
        message = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf \t\r\n"), policy=email.policy.compat32)
        for part in _pages(message):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and body.strip():
                return _decoded(body, part, path), str(part.get("Content-Location", ""))
    except (MessageError, ValueError, LookupError) as error:
        raise InputError("a damaged MHTML file", path=path, advice="save the page again") from error
    raise InputError("no web page in this MHTML file", path=path, advice="save the page again, as HTML")


def _pages(message: Message) -> Iterator[Message]:
    """The parts that are pages: the one that the file names as its start, then the others in order."""
    parts = [part for part in message.walk() if "html" in part.get_content_type()]
    start = message.get_param("start")
    yield from (part for part in parts if start and part.get("Content-ID") == start)
    yield from parts


def _decoded(body: bytes, part: Message, path: str) -> Decoded:
    """The text of a part: in the charset that its head names, if it is one and fits, else as any page."""
    charset = part.get_content_charset("")
    if charset:
        try:
            return Decoded(body.decode(charset), charset)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(body, path)
