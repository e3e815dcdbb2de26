"""A saved page in one file: the page in it is read, its own address known."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from litreview.formats.html.mhtml import read_mhtml
from litreview.formats.registry import read_bytes, sniff
from litreview.model.errors import InputError

LISTED = '<h2>References</h2><ol><li id="r1">Müller J. On things. J Things. 2003;2:8.</li></ol>'


def saved(page: str, charset: str = "utf-8", **head: str) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"] = "<Saved by Blink>"
    message.set_content(page, subtype="html", charset=charset, cte="base64")
    message["Content-Location"] = "https://example.org/a"
    message.add_related(b"p { color: red }", "text", "css")
    for name, value in head.items():
        message[name.replace("_", "-")] = value
    return bytes(message)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_the_page_is_read(charset: str) -> None:
    data = saved(f'<p>So <a href="https://example.org/a#r1">[1]</a>.</p>{LISTED}', charset)
    assert sniff("download", data) == "mhtml"
    document = read_bytes(data, "a.mht", "mhtml")
    assert document.text == "So [1].\nReferences\n1. Müller J. On things. J Things. 2003;2:8.\n"
    assert [mark.keys for mark in document.marks] == [("r1",)]
    place = document.place(0)
    assert place is not None
    assert place.name == "line 1 of the page"


@pytest.mark.parametrize(
    "data",
    [b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--",
     b"Content-Type: multipart/related\n\nnothing", b"", b"\0\xff"],
)  # fmt: skip
def test_a_file_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="no web page"):
        read_mhtml(data, "a.mhtml")
