"""Bytes to text: the encoding is detected, never asked for, and what was guessed is said."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from litreview.model.errors import InputError
from litreview.model.work import Diagnosis

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_MAX_CONTROLS = 0.02
"""Share of control characters above which bytes are no text. Plain text has next to none; pictures,
archives and programs have 5 to 12 % (own count over the files of a Debian system)."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b"))
_TYPOGRAPHY = set("“”‘’„–—…•·°±×µ§©®™€£«» \u00a0²³¹")


class Decoded(NamedTuple):
    """The text of a file, the name of its encoding and what had to be guessed."""

    text: str
    encoding: str
    diagnoses: tuple[Diagnosis, ...] = ()


def decode(data: bytes, path: str = "") -> Decoded:
    """The text of a file.

    A byte order mark decides, then valid UTF-8, then the letters an old one-byte encoding would give
    (Windows-1252 or Mac Roman), with a diagnosis. The mark itself is not part of the text.

    Raises:
        InputError: the bytes are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding, path)
    if encoding := _utf16_without_mark(data[:_SAMPLE]):
        return _strict(data, encoding, path)
    if is_binary(data):
        raise InputError("a binary file, not text", path=path, advice="save it as text, docx, html or pdf")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _one_byte(data, data.count(b"\n", 0, error.start) + 1)


def is_binary(data: bytes) -> bool:
    """True where bytes hold a NUL, or more control characters than text ever does."""
    if b"\0" in data:
        return True
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _MAX_CONTROLS * len(sample)


def _strict(data: bytes, encoding: str, path: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"starts as {encoding.upper()} but byte {error.start} does not fit",
            path=path,
            advice="save it as UTF-8",
        ) from error


def _utf16_without_mark(sample: bytes) -> str:
    """Windows programs leave the mark out now and then: Latin text then has a NUL in every other byte."""
    half = len(sample) // 2
    if half < 2 or b"\0" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _one_byte(data: bytes, line: int) -> Decoded:
    texts = {name: data.decode(name, "replace") for name in ("cp1252", "mac_roman")}
    encoding = max(texts, key=lambda name: _plausibility(texts[name][: 8 * _SAMPLE]))
    text = texts[encoding]
    if "\ufffd" in text:
        encoding, text = "latin-1", data.decode("latin-1")
    name = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "latin-1": "Latin-1"}[encoding]
    message = f"the file is not UTF-8; it was read as {name}, so check accented letters"
    return Decoded(text, encoding, (Diagnosis(message, line=line),))


def _plausibility(text: str) -> int:
    """How many non-ASCII characters stand where writing has them: small letters in words, quotes, dashes."""
    score = 0
    for match in re.finditer(r"[^\x00-\x7f]", text):
        char, at = match.group(), match.start()
        before = text[at - 1] if at else " "
        if char in _TYPOGRAPHY:
            score += 1
        elif char.islower():
            score += 1 if before.isalpha() else 0
        elif char.isupper():
            score += -1 if before.islower() else 1
        else:
            score -= 2
    return score
