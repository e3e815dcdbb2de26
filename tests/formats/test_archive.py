"""Zip archives of strangers: many names, lies about sizes, parts that are too much together."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile

import pytest

from litreview.formats.archive import Archive
from litreview.formats.word.read import read_docx
from litreview.model.errors import InputError


def zipped(parts: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def test_an_archive_of_very_many_names_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("litreview.formats.archive.MAX_NAMES", 100)
    data = zipped({f"part{at}": b"" for at in range(101)})
    for lying in (data, data.replace(struct.pack("<HH", 101, 101), struct.pack("<HH", 1, 1))):
        with pytest.raises(InputError, match="more than 100 files"):
            Archive(lying, "a.odt", "an OpenDocument file")


def test_parts_count_together_and_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("litreview.formats.archive.MAX_PARTS", 2500)
    archive = Archive(zipped(dict.fromkeys("abc", b" " * 1000)), "a.odt", "an OpenDocument file")
    for name in "aabbab":
        assert len(archive.read(name)) == 1000
    with pytest.raises(InputError, match="unpacks to more"):
        archive.read("c")


def test_the_parts_of_a_word_file_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("litreview.formats.archive.MAX_PARTS", 2000)
    body = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/>'
    parts = {
        "word/document.xml": body + b" " * 900 + b"</w:document>",
        "word/styles.xml": b"<a>" + b" " * 1500 + b"</a>",
    }
    with pytest.raises(InputError, match="unpacks to more"):
        read_docx(zipped(parts), "a.docx")


@pytest.mark.parametrize("size", [1, 10_000_000, 0xFFFF_FFFE])
def test_a_lie_about_a_size_is_damage(size: int) -> None:
    data = zipped({"content.xml": b"<a/>" * 500})
    at = data.index(b"PK\1\2")
    lying = data[: at + 24] + struct.pack("<L", size) + data[at + 28 :]
    archive = Archive(lying, "a.odt", "an OpenDocument file")
    with contextlib.suppress(InputError):
        assert archive.read("content.xml") == b"<a/>" * 500


@pytest.mark.parametrize(
    "how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_broken_parts_are_told(how: int) -> None:
    data = bytearray(zipped({"content.xml": b"<a>some words</a>" * 50}, how))
    for at in range(45, 60):
        data[at] ^= 0x5A
    with pytest.raises(InputError, match="damaged"):
        Archive(bytes(data), "a.odt", "an OpenDocument file").read("content.xml")


def test_entries_that_overlap_are_damage() -> None:
    data = zipped({"aa": b" " * 10_000, "bb": b" " * 10_000, "cc": b" " * 10_000})
    first, second = (data.index(b"PK\1\2"), data.index(b"PK\1\2", data.index(b"PK\1\2") + 4))
    overlapping = data[: second + 42] + data[first + 42 : first + 46] + data[second + 46 :]
    archive = Archive(overlapping, "a.odt", "an OpenDocument file")
    assert len(archive.read("aa")) == 10_000
    with pytest.raises(InputError, match="damaged"):
        archive.read("bb")
