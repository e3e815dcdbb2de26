"""Which reader takes which file, and what is said of those none takes."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.encoding import decode
from litreview.formats.registry import MAX_BYTES, dump, read, read_bytes, read_text
from litreview.model.errors import InputError, OptionError


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "empty"), (b" \n\t\n", "empty"), (b"\xef\xbb\xbf", "empty"), (bytes(range(256)) * 9, "binary"),
     (b"text with a \0 in it", "binary"), (b"\x89PNG\r\n\x1a\n", "picture"),
     (b"\xd0\xcf\x11\xe0", "old Word"), (b"PK\x03\x04 paper.tex", "zip archive"),
     (b"<html><body></body></html>", "no text")],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=message) as caught:
        read(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "message"), [("missing.txt", "no such file"), ("", "a folder"), ("x\0y", "not a file name")]
)
def test_what_is_no_file_is_said(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(tmp_path / name if name else tmp_path)


def test_a_file_beyond_the_bound_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError, match="larger than 300 MB"):
        read(path)


def test_unknown_formats_are_refused() -> None:
    with pytest.raises(OptionError, match="no reader"):
        read_text("x", "wordperfect")
    with pytest.raises(OptionError, match="cannot be written"):
        dump((), "docx")


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [("Müller – „Rücken“".encode(), "Müller – „Rücken“", "utf-8"), (b"\xef\xbb\xbfa", "a", "utf-8-sig"),
     ("Müller 腰痛".encode("utf-16"), "Müller 腰痛", "utf-16"),
     ("Muller et al.".encode("utf-16-le"), "Muller et al.", "utf-16-le"),
     ("Muller et al.".encode("utf-16-be"), "Muller et al.", "utf-16-be"),
     ("Müller".encode("utf-32"), "Müller", "utf-32"),
     ("Müller – “Backs”".encode("cp1252"), "Müller – “Backs”", "cp1252"),
     ("Müller, Sørensen: “Größe”".encode("mac_roman"), "Müller, Sørensen: “Größe”", "mac_roman"),
     ("قال سميث ٢٠١٠".encode(), "قال سميث ٢٠١٠", "utf-8")],
)  # fmt: skip
def test_the_encoding_is_found(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert bool(decoded.diagnoses) == (encoding in ("cp1252", "mac_roman"))


def test_a_guessed_encoding_is_said_with_its_line() -> None:
    [note] = decode("one\ntwo\nM\xfcller".encode("latin-1")).diagnoses
    assert (note.line, "Windows-1252" in note.message) == (3, True)


@pytest.mark.parametrize(
    ("data", "text"), [(b"a\r\nb\rc", "a\r\nb\rc"), (b"a\rb", "a\nb"), (b"a\n\nb", "a\n\nb")]
)
def test_line_ends_keep_their_length(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert read(tmp_path / "a.txt").text == text


@given(st.text(), st.sampled_from(["text", "markdown", "html", "latex"]))
def test_no_text_is_refused_or_escapes_its_spans(text: str, format: str) -> None:
    document = read_text(text, format)
    if format == "text":
        assert document.text == text or "\r" in text
    spans = [*document.marks, *document.entries, *document.styles, *document.hyperlinks, *document.places]
    assert all(0 <= item.start <= item.end <= len(document.text) for item in spans)


@given(st.binary(max_size=300))
def test_bytes_give_text_or_one_clear_line(data: bytes) -> None:
    with contextlib.suppress(InputError):
        decoded = decode(data, "a.txt")
        assert "\0" not in decoded.text or "16" in decoded.encoding or "32" in decoded.encoding


def test_a_text_past_all_sense_is_refused_and_a_large_library_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("litreview.formats.registry.MAX_CHARACTERS", 100)
    with pytest.raises(InputError, match="more than 100 characters"):
        read_bytes(b"word " * 40, "a.txt", "text")
    records = b"TY  - JOUR\nTI  - Rest\nER  - \n" * 20
    assert len(read_bytes(records, "a.ris", "ris").references) == 20
