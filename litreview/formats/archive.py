"""Files that are a zip archive of parts, opened with a limit on what comes out of them."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from litreview.formats.xml_tree import check_elements
from litreview.model.errors import InputError

MAX_PART = 80_000_000
"""Largest part read, in bytes unpacked. A 1,000-page thesis with every run formatted has 30 MB."""
MAX_PARTS = 200_000_000
"""Bytes unpacked from one file, all parts together. A judgement: two and a half of the largest part."""
DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, RuntimeError,
    OverflowError,
)  # fmt: skip
"""What comes of opening or unpacking an archive whose bytes are not what its tables say."""


MAX_NAMES = 50_000
"""Parts that a file may have, read or not: each costs 500 bytes of memory; a project has some hundred."""


class Zip:
    """The parts of a zip archive, unpacked one by one within the bounds.

    ``absent`` says what a file that is no zip is not ("not a Word file: it is no zip archive"), ``damaged``
    and ``advice`` what is said where a part cannot be unpacked.

    Raises:
        InputError: no zip, damaged, encrypted, or beyond the bounds.
    """

    def __init__(
        self, data: bytes, path: str, absent: str, damaged: str, advice: str = "save it again"
    ) -> None:
        self.path, self._damaged, self._advice = path, damaged, advice
        self._sizes: dict[str, int] = {}
        # The number that the archive itself gives may be a lie; each name has this mark.
        if data.count(b"PK\1\2") > MAX_NAMES:
            raise InputError(f"an archive of more than {MAX_NAMES:,} files", path=path)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = tuple(self._zip.namelist())
        except DAMAGED as error:
            raise InputError(absent, path=path, advice="save it again") from error
        self._known = frozenset(self.names)

    def __contains__(self, name: object) -> bool:
        return name in self._known

    def read(self, name: str) -> bytes:
        """The bytes of a part that is there. One that is read again counts once."""
        others = sum(size for part, size in self._sizes.items() if part != name)
        most = min(MAX_PART, MAX_PARTS - others)
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & 1:
                raise InputError("encrypted", path=self.path, advice="save it without a password")
            with self._zip.open(info) as file:
                data = file.read(most + 1)
        except DAMAGED as error:
            raise InputError(self._damaged, path=self.path, advice=self._advice) from error
        if len(data) > most:
            raise InputError(f"unpacks to more than {most // 1_000_000} MB", path=self.path)
        self._sizes[name] = len(data)
        return data


class Archive:
    """The parts of a file of some ``kind`` ("an OpenDocument file"), with the elements in them counted.

    Raises:
        InputError: no zip, damaged, encrypted, or beyond the bounds.
    """

    def __init__(self, data: bytes, path: str, kind: str) -> None:
        self.path, self.kind = path, kind
        self._elements = 0
        absent = f"not {kind}: it is no zip archive, or a damaged one"
        self._zip = Zip(data, path, absent, f"damaged: {kind} whose parts cannot be unpacked")
        self.names = self._zip.names

    def __contains__(self, name: object) -> bool:
        return name in self._zip

    def read(self, name: str) -> bytes:
        """The bytes of a part; empty where there is none of that name."""
        if name not in self._zip:
            return b""
        data = self._zip.read(name)
        self._elements = check_elements(data, self.path, self._elements)
        return data
