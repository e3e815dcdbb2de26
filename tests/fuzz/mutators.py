"""Ways to damage a document: bytes, words, and the structure of archives, XML and JSON. All from one seed."""

from __future__ import annotations

import io
import json
import lzma
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from random import Random

Mutator = Callable[[bytes, bytes, Random], bytes]
"""The sample, another sample of the run, and chance."""


def flipped(data: bytes, _: bytes, chance: Random) -> bytes:
    out = bytearray(data)
    for _n in range(chance.choice((1, 2, 8, 64))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def truncated(data: bytes, _: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] if chance.random() < 0.7 else data[at:]


def duplicated(data: bytes, _: bytes, chance: Random) -> bytes:
    start, end = _slice(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 5, 50)) + data[end:]


def deleted(data: bytes, _: bytes, chance: Random) -> bytes:
    start, end = _slice(data, chance)
    return data[:start] + data[end:]


def spliced(data: bytes, other: bytes, chance: Random) -> bytes:
    start, end = _slice(other, chance)
    at = chance.randrange(len(data))
    return data[:at] + other[start:end] + data[at + (end - start if chance.random() < 0.5 else 0) :]


_TOKEN = re.compile(rb"[^\W_]+|[^\w\s]|\s+|_")


def repeated(data: bytes, _: bytes, chance: Random) -> bytes:
    """One word or sign, many times at its place."""
    found = _somewhere(_TOKEN, data, chance)
    if found is None:
        return data
    return data[: found.end()] + found[0] * chance.choice((3, 40, 500)) + data[found.end() :]


_NUMBERS = (
    b"0", b"-1", b"00000", b"9999", b"1e999", b"NaN", b"-0", b"2147483648", b"18446744073709551616",
    b"9" * 400, b"9" * 5_000, b"1." + b"3" * 900, "²".encode(), "١٢٣".encode(), "Ⅳ".encode(), b"0x7f",
    b"1114112",
)  # fmt: skip


def blown_up(data: bytes, _: bytes, chance: Random) -> bytes:
    """Some numbers become others that no document should hold."""
    share = chance.choice((0.02, 0.2, 1))
    number = chance.choice(_NUMBERS)
    return re.sub(rb"\d+", lambda found: number if chance.random() < share else found[0], data)


_DELIMITERS = b"()[]{}<>\"'`,;:.|/\\&%$#@*_-=~^\t\n \r"


def swapped_signs(data: bytes, _: bytes, chance: Random) -> bytes:
    """A sign of punctuation becomes another, here and there or throughout."""
    old, new = (bytes([chance.choice(_DELIMITERS)]) for _n in range(2))
    return data.replace(old, new, chance.choice((1, 5, -1)))


def encoded_anew(data: bytes, _: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    way = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "utf-7", "cp037",
                         "utf-8-sig", "mac-roman", "shift-jis"))  # fmt: skip
    return text.encode(way, "replace")


_STRANGE = (
    "\0",
    "\ufeff",
    "\ufffe",
    "\u202e",
    "\u2028",
    "\x85",
    "\x1b[2J",
    "\u0301" * 30,
    "\U000e0041",
    "𝟘𝟙",
    "ﬁ",
    "İ",
)


def strange(data: bytes, _: bytes, chance: Random) -> bytes:
    """NULs, marks of direction, combining accents, and half a character."""
    piece = chance.choice([*(one.encode() for one in _STRANGE), b"\xff\xfe", b"\xed\xa0\x80", b"\xc3"])
    for _n in range(chance.choice((1, 4, 30))):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + piece + data[at:]
    return data


_PAIRS = (
    b"()", b"[]", b"{}", b"<>", b'""', b"**", b"__", b"$$", b"``", (b"<b>", b"</b>"), (b"<div>", b"</div>"),
    (b"\\emph{", b"}"), (b"{\\b ", b"}"), (b'{"a":', b"}"), (b"[", b"]"), (b"> ", b""), (b"- ", b""),
    (b"<table><tr><td>", b""), (b"\\begin{x}", b"\\end{x}"), (b"<!--", b"-->"), (b"/*", b"*/"), (b"&#", b";"),
)  # fmt: skip


def nested(data: bytes, _: bytes, chance: Random) -> bytes:
    """A slice within 500 brackets, or brackets that never close."""
    pair = chance.choice(_PAIRS)
    before, after = (pair[:1], pair[1:]) if isinstance(pair, bytes) else pair
    start, end = _slice(data, chance)
    closing = after * 500 if chance.random() < 0.6 else b""
    return data[:start] + before * 500 + data[start:end] + closing + data[end:]


_ELEMENT = re.compile(rb"<(/?)([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(rb"""(?<![\w:.-])([\w:.-]++)=("[^"<]*"|'[^'<]*')""")


def elements_swapped(data: bytes, _: bytes, chance: Random) -> bytes:
    """Names of elements change places, throughout: still well-formed, and of another sense."""
    names = sorted({found[2] for found in _ELEMENT.finditer(data)})
    if len(names) < 2:
        return repeated(data, _, chance)
    old, new = chance.sample(names, 2)
    turned = {old: new, new: old if chance.random() < 0.5 else new}
    return _ELEMENT.sub(
        lambda found: b"<%s%s%s>" % (found[1], turned.get(found[2], found[2]), found[3]), data
    )


def attributes_swapped(data: bytes, _: bytes, chance: Random) -> bytes:
    """Values of attributes change places, are emptied or doubled."""
    values = [found[2] for found in _ATTRIBUTE.finditer(data)] or [b'""']
    share = chance.choice((0.05, 0.5))

    def other(found: re.Match[bytes]) -> bytes:
        if chance.random() > share:
            return found[0]
        return (
            found[1]
            + b"="
            + chance.choice([chance.choice(values), b'""', b'"-5"', b'"x y"', b'"9999999999"'])
        )

    return _ATTRIBUTE.sub(other, data)


def element_moved(data: bytes, _: bytes, chance: Random) -> bytes:
    """A whole element, taken out, doubled or put elsewhere."""
    opening = _somewhere(_ELEMENT, data, chance)
    if opening is None:
        return deleted(data, _, chance)
    closing = data.find(b"</" + opening[2] + b">", opening.end())
    end = closing + len(opening[2]) + 3 if closing >= 0 else opening.end()
    piece, rest = data[opening.start() : end], data[: opening.start()] + data[end:]
    at = chance.choice([opening.start(), *(found.end() for found in _ELEMENT.finditer(rest))])
    return rest[:at] + piece * chance.choice((0, 1, 2, 20)) + rest[at:]


_TEXT = re.compile(rb"(?<=>)[^<>]+(?=<)")


def within_text(data: bytes, other: bytes, chance: Random) -> bytes:
    """The text of one element damaged, and escaped: the file stays well-formed, and what it says does not."""
    found = _somewhere(_TEXT, data, chance)
    if found is None:
        return json_text(data, other, chance)
    text = chance.choice(PLAIN)(found[0], other, chance)
    text = re.sub("[\0-\x08\x0b-\x1f\ufffe\uffff]", "", text.decode("utf-8", "replace"))
    safe = text.replace("&", "&amp;").replace("<", "&lt;").encode()
    return data[: found.start()] + safe + data[found.end() :]


def json_text(data: bytes, other: bytes, chance: Random) -> bytes:
    """One long string of JSON damaged: the file stays JSON."""
    strings = list(re.finditer(rb'"(?:[^"\\]|\\.){3,2000}+"', data))
    if not strings:
        return repeated(data, other, chance)
    found = chance.choice(strings)
    text = chance.choice(PLAIN)(found[0][1:-1], other, chance).decode("utf-8", "replace")
    return data[: found.start()] + json.dumps(text).encode() + data[found.end() :]


def json_retyped(data: bytes, other: bytes, chance: Random) -> bytes:
    """Values of JSON become values of other kinds."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return attributes_swapped(data, other, chance)
    for _n in range(chance.choice((1, 3, 10))):
        value = _retyped(value, chance)
    return json.dumps(value, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _retyped(value: object, chance: Random) -> object:
    """``value`` with one of its parts replaced."""
    inside = (
        list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    )
    if not inside or chance.random() < 0.15:
        odd: list[object] = [
            None,
            True,
            0,
            -1,
            1e308,
            10**30,
            2.5,
            "",
            "x",
            "9" * 5_000,
            "\ud800",
            [],
            {},
            [[]],
        ]
        return chance.choice([*odd, {"": None}, [value], {"a": value}, str(value)[:2_000]])
    key = chance.choice(inside)
    if isinstance(value, dict):
        return {name: _retyped(one, chance) if name == key else one for name, one in value.items()}
    assert isinstance(value, list)
    return [_retyped(one, chance) if n == key else one for n, one in enumerate(value)]


PLAIN: tuple[Mutator, ...] = (
    flipped, truncated, duplicated, deleted, spliced, repeated, blown_up, swapped_signs, encoded_anew,
    strange, nested,
)  # fmt: skip
STRUCTURED: tuple[Mutator, ...] = (
    elements_swapped, attributes_swapped, element_moved, json_retyped, within_text, within_text, json_text,
)  # fmt: skip


LARGEST_PART = 60_000
"""Bytes to which a part may grow that is smaller."""


def zip_part(data: bytes, other: bytes, chance: Random) -> bytes:
    """An archive whose parts are changed and packed again, dropped, doubled or renamed."""
    parts = unpacked(data)
    if not parts:
        return flipped(data, other, chance)
    for _n in range(chance.choice((1, 1, 3))):
        at = chance.choices(range(len(parts)), [len(content) + 50 for _name, content in parts])[0]
        name, content = parts[at]
        way = chance.random()
        if way < 0.94 and content:
            changed = chance.choice(PLAIN + STRUCTURED * 4)(content, other, chance)
            parts[at] = (name, changed[: max(LARGEST_PART, len(content))])
        elif way < 0.96 and len(parts) > 1:
            del parts[at]
        elif way < 0.98:
            parts.insert(chance.randrange(len(parts) + 1), (name, chance.choice(parts)[1]))
        else:
            parts[at] = (chance.choice(["", "../" + name, "/" + name, name.upper(), name + "/"]), content)
    return packed(parts)


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    """The parts of an archive; none where it is damaged already."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError,
            RuntimeError):  # fmt: skip
        return []


def packed(parts: list[tuple[str, bytes]]) -> bytes:
    """An archive of these parts that does not tell when it was made."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore", UserWarning)  # two parts of one name are meant
        for at, (name, content) in enumerate(parts):
            archive.writestr(zipfile.ZipInfo(name), content, None if at else zipfile.ZIP_STORED)
    return out.getvalue()


def mutators_for(data: bytes) -> list[Mutator]:
    """Those that reach something in such a document: most of an archive's within its parts."""
    if data.startswith(b"PK"):
        return [zip_part] * 40 + [flipped, truncated, duplicated, deleted, spliced]
    if data[:4_000].lstrip()[:1] in (b"<", b"{", b"["):
        return [*PLAIN, *STRUCTURED * 3]
    return list(PLAIN)


def _slice(data: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, min(len(data), start + chance.choice((1, 10, 100, 1_000, 10_000)))


def _somewhere(pattern: re.Pattern[bytes], data: bytes, chance: Random) -> re.Match[bytes] | None:
    """A match near a place taken by chance."""
    return pattern.search(data, chance.randrange(len(data))) or pattern.search(data)
