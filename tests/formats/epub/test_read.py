"""E-books of several files: their order, links from one to the other, places, and what is refused."""

from __future__ import annotations

import pytest

from litreview.formats.archive import MAX_PART
from litreview.formats.epub.read import read_epub
from litreview.model.errors import InputError
from litreview.pipeline import parse
from tests.formats.one_article import epub_file, zipped

ENTRIES = [
    "Arden P. First measures of a thing. J Things. 2003;2(1):891–902.",
    "Corin B. Things that never rest. Ann Motion. 2009;7(2):224–236.",
]


def test_chapters_in_the_order_of_the_spine_and_their_places() -> None:
    document = read_epub(
        epub_file(["<h1>One</h1><p>a</p>", "<p>b</p>", "<h2>Three</h2>\n<p>c</p>"], "The book")
    )
    assert (document.text, document.title) == ("One\na\nb\nThree\nc\n", "The book")
    names = [(place.name, place.address[0]) for place in document.places]
    assert names[0] == ("chapter “One”", "OEBPS/text/ch1.xhtml")
    assert names[2] == ("file ch2.xhtml", "OEBPS/text/ch2.xhtml")
    assert names[-1][0] == "chapter “Three”"


@pytest.mark.parametrize("name", ["ol", "ul"])
def test_links_to_a_list_in_another_file(name: str) -> None:
    """Both files have an element of the id ``r1``; the link says which it means."""
    items = "".join(f'<li id="r{n}">{entry}</li>' for n, entry in enumerate(ENTRIES, 1))
    first = '<p id="r1">Things rest [<a href="ch2.xhtml#r2">2</a>], not <a href="#r1">here</a>.</p>'
    article = parse(read_epub(epub_file([first, f"<h2>References</h2><{name}>{items}</{name}>"])))
    assert [one.work.year for one in article.references] == [2003, 2009]
    assert [[one.work.year for one in link.references] for link in article.links] == [[2009]]


@pytest.mark.parametrize(
    ("body", "text"),
    [("<p>M&uuml;ller &amp; Co&nbsp;&mdash; a&unknown;b</p>", "Müller & Co\u00a0— a b"),
     ("<p>broken <b>markup</p>", "broken markup"),
     ('<nav epub:type="toc"><p>Contents</p></nav><p>a</p>', "a"), ('<p>a<a id="x"/>b</p>', "ab")],
)  # fmt: skip
def test_what_a_chapter_shows(body: str, text: str) -> None:
    assert read_epub(epub_file([body])).text == f"{text}\n"


def encrypted(name: str) -> tuple[str, str]:
    return "META-INF/encryption.xml", f'<encryption><CipherReference URI="{name}"/></encryption>'


def test_encrypted_fonts_are_no_obstacle() -> None:
    assert read_epub(epub_file(["<p>a</p>"], "", encrypted("OEBPS/font.otf"))).text == "a\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [(epub_file(["<p>a</p>"], "", encrypted("OEBPS/text/ch1.xhtml")), "protected against copying"),
     (epub_file([]), "without a chapter"),
     (zipped([("mimetype", "application/epub+zip")]), "without a chapter"),
     (b"PK\x03\x04", "no zip archive"),
     (epub_file(["<p>" + " " * MAX_PART + "</p>"]), "unpacks to more than 80 MB"),
     (epub_file(["a"])[:-30], "no zip archive")],
)  # fmt: skip
def test_what_cannot_be_read_is_said(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_epub(content, "a.epub")


def test_no_chapter_is_left_out_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("litreview.formats.epub.read.MAX_CHAPTERS", 2)
    assert "b" in read_epub(epub_file(["<p>a</p>", "<p>b</p>"])).text
    with pytest.raises(InputError, match="more than 2 chapters"):
        read_epub(epub_file(["<p>a</p>", "<p>b</p>", "<p>c</p>"]))
