"""Characters as fonts name them: accents apart, TeX's bitmap fonts, letters that nobody can tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from litreview.formats.pdf.page import read_page
from litreview.formats.pdf.read import read_pdf
from litreview.model.errors import InputError

pytest.importorskip("pypdfium2")


def bitmap_font(text: bytes, code: Callable[[int], int] = lambda byte: byte) -> bytes:
    """A page in a Type 3 font as dvips makes them: square glyphs, named by the number of their letter."""
    codes = {code(byte): byte for byte in text}
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    def stream(body: bytes) -> int:
        return add(b"<</Length %d>>stream\n%b\nendstream" % (len(body), body))

    glyphs = {one: stream(b"45 0 0 0 40 60 d1 0 0 40 60 re f") for one in codes}
    procs = b" ".join(b"/a%d %d 0 R" % (byte, glyphs[one]) for one, byte in codes.items())
    names = b" ".join(b"%d/a%d" % (one, codes[one]) for one in sorted(codes))
    first, last = min(codes), max(codes)
    widths = b" ".join(b"45" if one in codes else b"0" for one in range(first, last + 1))
    font = add(
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 50 60]/FontMatrix[.01 0 0 .01 0 0]/CharProcs<<%b>>"
        b"/Encoding<</Differences[%b]>>/FirstChar %d/LastChar %d/Widths[%b]>>"
        % (procs, names, first, last, widths)
    )
    shown = b"".join(b"%02X" % code(byte) for byte in text)
    content = stream(b"BT /F 12 Tf 50 700 Td <%b> Tj ET" % shown)
    pages = len(objects) + 2
    page = add(
        b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F %d 0 R>>>>>>"
        % (pages, content, font)
    )
    add(b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % page)
    root = add(b"<</Type/Catalog/Pages %d 0 R>>" % pages)
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return b"%%PDF-1.4\n%btrailer<</Root %d 0 R>>\n%%%%EOF" % (body, root)


@pytest.mark.parametrize(
    ("printed", "text"),
    [(b"Arden P 2003 First", "Arden P 2003 First"),
     (b"e\x0bects of o\x0bers in \x0celds of \x0doods", "effects of offers in fields of floods"),
     (b"o\x0fine", "offline"),
     (b"the \x1crst e\x1bect, pp. 12\x1519", "the first effect, pp. 12–19"),
     (b"pages 511{520 of it", "pages 511–520 of it"), (b"\x10quoted\x11", "“quoted”")],
)  # fmt: skip
def test_bitmap_fonts_of_tex_are_read_by_their_codes(printed: bytes, text: str) -> None:
    assert read_pdf(bitmap_font(printed), "a.pdf").text == text


def test_letters_that_nobody_can_tell_are_said_not_read() -> None:
    text = b"Arden P. A model of things, and of much more."
    numbers = {byte: n for n, byte in enumerate(sorted(set(text)), 1)}
    with pytest.raises(InputError, match=r"do not say which letters.*OCR"):
        read_pdf(bitmap_font(text, numbers.__getitem__), "a.pdf")


def test_letters_have_the_size_of_their_font_whatever_their_boxes_are() -> None:
    """A font without a descriptor: PDFium's boxes are those of single letters, "a" lower than "h"."""
    import pypdfium2

    document = pypdfium2.PdfDocument(standard_font())
    sizes = {char.text: char.size for piece in read_page(document[0]).pieces for char in piece.chars}
    document.close()
    assert sizes == {"a": 12.0, "h": 12.0, "g": 12.0, "7": 8.0}


def test_superscripts_stay_in_their_line_whatever_their_boxes_are() -> None:
    document = read_pdf(standard_font(), "a.pdf")
    assert document.text == "hag7"
    assert [document.text[one.start : one.end] for one in document.styles] == ["7"]


def standard_font() -> bytes:
    """A word of 12 points with a raised 7 of 8 points behind it, in Helvetica scaled by the page."""
    content = b"q .5 0 0 .5 0 0 cm BT /F 24 Tf 100 700 Td (hag) Tj 5 Ts /F 16 Tf (7) Tj ET Q"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return b"%%PDF-1.4\n%btrailer<</Root 1 0 R>>\n%%%%EOF" % body
