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


class Archive:
    """The parts of a file of some ``kind`` ("an OpenDocument file").

    Raises:
        InputError: no zip, damaged, encrypted, or beyond the bounds.
    """

    def __init__(self, data: bytes, path: str, kind: str) -> None:
        self.path, self.kind = path, kind
        self._left = MAX_PARTS
        self._elements = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = tuple(self._zip.namelist())
        except DAMAGED as error:
            raise InputError(
                f"not {kind}: it is no zip archive, or a damaged one", path=path, advice="save it again"
            ) from error

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """The bytes of a part; empty where there is none of that name."""
        if name not in self.names:
            return b""
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & 1:
                raise InputError("encrypted", path=self.path, advice="save it without a password")
            with self._zip.open(info) as file:
                data = file.read(min(MAX_PART, self._left) + 1)
        except DAMAGED as error:
            raise InputError(f"damaged: {self.kind} whose parts cannot be unpacked", path=self.path,
                             advice="save it again") from error  # fmt: skip
        if len(data) > min(MAX_PART, self._left):
            raise InputError(f"unpacks to more than {MAX_PART // 1_000_000} MB", path=self.path)
        self._left -= len(data)
        self._elements = check_elements(data, self.path, self._elements)
        return data
