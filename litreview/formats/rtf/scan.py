"""RTF as tokens, and which code page its bytes are in.

Grammar and tables: Rich Text Format Specification, version 1.9.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\bin(?P<bin>\d{1,9}) ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\(?P<sign>.)|(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)|\\",
    re.DOTALL,
)
_CHARSETS = {
    0: 1252, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
    178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850, 77: 10000,
}  # fmt: skip
_CODECS = {10000: "mac_roman", 65001: "utf-8", 1361: "johab"}


class Token(NamedTuple):
    """``word`` (with its number), ``sign``, ``bytes`` (as letters of Latin-1), ``{`` or ``}``."""

    kind: str
    text: str
    number: int | None = None


def scan(data: bytes) -> Iterator[Token]:
    """The tokens of a file; what stands in ``\\bin`` is left out."""
    source = data.decode("latin-1")
    at = 0
    while found := _TOKEN.match(source, at):
        at = found.end()
        kind = found.lastgroup
        if found["bin"]:
            at += int(found["bin"])
        elif found["word"]:
            yield Token("word", found["word"], int(found["number"]) if found["number"] else None)
        elif found["hex"]:
            yield Token("bytes", chr(int(found["hex"], 16)))
        elif kind == "brace":
            yield Token(found["brace"], "")
        elif kind in ("sign", "text"):
            yield Token("sign" if kind == "sign" else "bytes", found[kind])


def codec_of(page: int) -> str:
    """Python's name of a code page; Windows-1252 where it is unknown."""
    name = _CODECS.get(page, f"cp{page}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def page_of(charset: int, page: int) -> int:
    """The code page of a font by its ``\\fcharset``; that of the file where the font leaves it open."""
    return _CHARSETS.get(charset, page)
