"""PDF files set here with Typst: columns, hyphens, running heads, superscripts, addresses over line ends."""

from __future__ import annotations

import random
import sys

import pytest

from litreview.formats.pdf.read import read_pdf
from litreview.formats.registry import sniff
from litreview.model.document import Document
from litreview.model.errors import InputError, MissingExtraError

pytest.importorskip("pypdfium2")
typst = pytest.importorskip("typst")

SHUFFLE = random.Random(1)
FILLER = "Backs ache and many treatments are offered to those who have one. "


def pdf(source: str) -> bytes:
    return bytes(typst.compile(source.encode()))


def read(source: str) -> Document:
    return read_pdf(pdf(source), "a.pdf")


def sentence() -> str:
    """Seventy words in an order of their own, so that no line comes back by chance."""
    return " ".join(SHUFFLE.sample(FILLER.split() * 6, 70))


def words(document: Document) -> str:
    return " ".join(document.text.split())


@pytest.fixture(scope="module")
def columns() -> Document:
    """Three pages of two columns under a wide title, with heads and page numbers."""
    body = "\n\n".join(f"Paragraph {n} begins. {sentence()} Paragraph {n} ends." for n in range(1, 25))
    return read(
        '#set page(paper: "a4", columns: 2, header: [Journal of Back Pain 2014, 15:286],'
        " footer: context [Page #counter(page).display() of 9])\n#set par(justify: true)\n"
        '#place(top + center, scope: "parent", float: true)[#text(18pt)[A title over both columns]]\n' + body
    )


def test_columns_are_read_one_after_the_other(columns: Document) -> None:
    text = words(columns)
    places = [text.index(f"Paragraph {n} {verb}") for n in range(1, 25) for verb in ("begins", "ends")]
    assert places == sorted(places)
    assert all(text.count(word) > 24 for word in FILLER.split())


def test_heads_and_page_numbers_are_dropped(columns: Document) -> None:
    assert "15:286" not in columns.text
    assert "of 9" not in columns.text


def test_the_title_stands_out(columns: Document) -> None:
    assert columns.title == "A title over both columns"
    assert columns.text.lstrip().startswith(columns.title)


def test_places_name_the_page(columns: Document) -> None:
    place = columns.place(columns.text.index("Paragraph 24"))
    assert place is not None
    assert place.name == f"page {place.address[0]}"
    assert int(place.address[0]) >= 3
    assert len(place.address) == 5


@pytest.mark.parametrize(
    ("source", "text"),
    [("a treat-\\ ment of this treatment", "a treatment of this"),
     ("a well-\\ known and well-known thing", "a well-known and"),
     ("the short-\\ form and a short word in a form", "the short-form and"),
     ("in the OHIP-\\ NL list", "in the OHIP-NL list"),
     ("pages 309-\\ 319 of it", "pages 309-319 of it"), ("office of the eﬀect", "office of the effect")],
)  # fmt: skip
def test_words_are_joined_over_line_ends(source: str, text: str) -> None:
    assert text in words(read(f"#set text(hyphenate: false)\n{source}. {FILLER * 3}"))


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [("doi:10.1000/", "j.spinee.2014.05", "doi:10.1000/j.spinee.2014.05"),
     ("https://doi.org/10.", "1000/abc", "10.1000/abc"),
     ("https://example.org/a-", "b/c.html", "https://example.org/a-b/c.html"),
     ("doi:10.1000/a.1.", "7. Smith", "10.1000/a.1. 7. Smith"),
     ("doi:10.1000/xyz.", "The next", "doi:10.1000/xyz. The next"),
     ("see 10.1000/xyz", "and more", "10.1000/xyz and more"),
     ("17:7-10.", "doi:10.1000/x", "17:7-10. doi:10.1000/x"), ("doi:10.1000", "/abc", "doi:10.1000/abc")],
)  # fmt: skip
def test_addresses_are_joined_over_line_ends(first: str, second: str, text: str) -> None:
    source = f"#raw({first!r}) \\\n#raw({second!r}) \\\n{FILLER}".replace("'", '"')
    assert text in words(read(source))


def test_superscripts_are_known_by_size_and_height() -> None:
    document = read(
        f"As shown#super(typographic: false)[1,2] and H#sub[2]O.#super(typographic: false)[3–5] {FILLER}"
    )
    assert [document.text[s.start : s.end] for s in document.styles] == ["1,2", "3–5"]


def test_hanging_entries_keep_their_indents() -> None:
    entry = f"Franke H, Fryer G. {FILLER * 2} 2014."
    document = read(
        f"#set par(hanging-indent: 2em)\n#set page(width: 10cm)\n= References\n{entry}\n\n{entry}"
    )
    lines = document.text.splitlines()
    assert lines[0] == "References"
    assert [line.startswith("    ") for line in lines if line].count(False) == 3
    assert ("References", "heading") in [(document.text[s.start : s.end], s.kind) for s in document.styles]


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read(angle: int) -> None:
    page = "width: 14cm, height: 14cm, margin: 1cm"
    document = read(
        f"#set page({page})\n#rotate({angle}deg, reflow: true)[#block(width: 11cm)["
        f"First words here. {FILLER * 3}\n\nSecond words, last of all.]]"
    )
    assert words(document) == words(Document(f"First words here. {FILLER * 3} Second words, last of all."))


def test_a_scan_is_refused() -> None:
    with pytest.raises(InputError, match=r"only pictures.*OCR"):
        read("#rect()\n#pagebreak()\n#circle()")


def test_a_cover_before_a_scan_is_no_article() -> None:
    with pytest.raises(InputError, match=r"only pictures after page 1 .*OCR"):
        read("Stored by a library\n" + "#pagebreak()\n#rect()\n" * 4)


def test_pages_without_text_are_named_in_one_note() -> None:
    pages = (
        "text\n#pagebreak()\n" * 3
        + "#rect()\n#pagebreak()\n#rect()\n#pagebreak()\ntext\n#pagebreak()\n#rect()"
    )
    notes = read(pages).diagnoses
    assert [note.message for note in notes] == ["pages 4–5, 7 have no text: pictures, or damaged"]


def test_a_page_without_text_is_noted() -> None:
    assert [note.message for note in read("text\n#pagebreak()\n#rect()").diagnoses] == [
        "page 2 has no text: pictures, or damaged"
    ]


ENCRYPTED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>endobj\n"
    b"trailer<</Root 1 0 R/Size 4/Encrypt 3 0 R/ID[<4142><4142>]>>\n%%EOF"
)


@pytest.mark.parametrize(
    ("data", "message"), [(ENCRYPTED, "encrypted"), (b"%PDF-1.7 and nothing", "damaged"), (b"", "damaged")]
)
def test_files_that_cannot_be_read_say_why(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_pdf(data, "a.pdf")
    assert "\n" not in str(caught.value)


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"litreview\[pdf\]"):
        read_pdf(b"%PDF-1.4", "a.pdf")


def test_a_pdf_is_known_by_its_bytes() -> None:
    assert sniff("article.txt", b"%PDF-1.7\n") == "pdf"


def test_short_lines_of_larger_entries_are_no_headings() -> None:
    """A reference list may be set larger than the text, its entries ending in a line of their own."""
    entries = "\n\n".join(
        f"Author{n}, A. B., & Other, C. (20{n:02d}). {sentence()[:90]}. Journal of Backs, {n}(1), 1–9. "
        f"#linebreak() https:\\/\\/doi.org/10.5555/abc.{n}"
        for n in range(1, 9)
    )
    text = "\n\n".join(sentence() for _ in range(9))
    document = read(
        f"#set text(size: 9pt)\n{text}\n\n#text(size: 13pt)[References]\n\n"
        f"#set text(size: 11pt)\n#set par(hanging-indent: 2em)\n{entries}"
    )
    headings = [document.text[one.start : one.end] for one in document.styles if one.kind == "heading"]
    assert "References" in headings
    assert not [heading for heading in headings if "doi" in heading or "(20" in heading]


def test_a_page_with_nothing_on_it_amid_a_sentence_was_lost() -> None:
    torn = "The slow widgets of\n#pagebreak()\n#pagebreak()\nthe long rivers.\n"
    (note,) = read(f"{FILLER}\n{torn}").diagnoses
    assert note.lost
    assert note.message == "page 2 could not be read: damaged"


def test_a_page_left_blank_between_chapters_was_not() -> None:
    (note,) = read(f"{FILLER}\n#pagebreak()\n#pagebreak()\nThe next chapter.\n").diagnoses
    assert not note.lost


def test_characters_are_counted_over_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("litreview.formats.pdf.read.MAX_CHARACTERS", 100)
    assert "ache" in read("Backs ache.").text
    with pytest.raises(InputError, match="more than 100 characters"):
        read("#for n in range(9) [Backs ache, many of them.#pagebreak()]")
