"""refer, EndNote's tagged export: by type and tag, with further lines, lost heads and strays."""

from __future__ import annotations

import pytest

from litreview.formats.records.refer import read_refer
from litreview.formats.sniffing import sniff
from litreview.model.errors import InputError
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate

# As EndNote 20 and the "Cite" button of Google Scholar write it; the second lost its first line.
FILE = """\
Exported on 3 May 2019

%0 Journal Article
%A Öztürk, Anna
%A World Health Organization,
%T Vernacular rowing: a
   review
%J Rowing Review
%D 2003
%8 May 3
%V 12
%N 3
%P 211-219
%X The first paragraph, 100%.

The second.
%K Dunes
Sand
%@ 1471-2474
%R doi:10.5555/rowers.2003

%U https://example.org/a

%A Doe, J
%T Lost its first line
%D 2001

%0 Edited Book
%E Berg, T.
%T A book
%7 2nd ed.
%C Bern
%I Sand Press
%@ 978-3-16-148410-0
%0 Thesis
%A Nix, L.
%T Sand
"""


def entries(text: str) -> tuple[Reference, ...]:
    return read_refer(text.encode(), "x.enw").references


def test_records_and_their_values() -> None:
    article, lost, book, thesis = entries(FILE)
    work = article.work
    assert work.author == (Name("Öztürk", "Anna"), Name(literal="World Health Organization"))
    assert (work.title, work.container_title) == ("Vernacular rowing: a review", "Rowing Review")
    assert (work.issued, work.volume, work.issue, work.page) == (
        PartialDate(2003, 5, 3),
        "12",
        "3",
        "211-219",
    )
    assert (work.doi, work.issn, work.url) == ("10.5555/rowers.2003", ("1471-2474",), "https://example.org/a")
    assert work.abstract == "The first paragraph, 100%. The second."
    assert dict(work.extra)["keywords"] == "Dunes; Sand"
    assert (lost.work.title, lost.diagnoses[0].message) == (
        "Lost its first line",
        "the record has no %0 line",
    )
    assert (book.work.type, book.work.edition, book.work.editor) == ("book", "2nd ed.", (Name("Berg", "T."),))
    assert dict(book.work.extra)["endnote:ref-type"] == "Edited Book"
    assert (thesis.work.type, thesis.line) == ("thesis", 35)
    assert not article.diagnoses


def test_values_are_found_in_their_places() -> None:
    article = entries(FILE)[0]
    places = [(name, " ".join(FILE[start:end].split())) for name, start, end in article.spans]
    assert places == [
        ("author", "Öztürk, Anna"), ("author", "World Health Organization,"),
        ("title", "Vernacular rowing: a review"), ("container-title", "Rowing Review"), ("issued", "2003"),
        ("volume", "12"), ("issue", "3"), ("page", "211-219"), ("DOI", "doi:10.5555/rowers.2003"),
        ("URL", "https://example.org/a"),
    ]  # fmt: skip


@pytest.mark.parametrize("line", range(len(FILE.splitlines())))
def test_no_lost_line_loses_an_entry(line: int) -> None:
    lines = FILE.splitlines(keepends=True)
    kept = entries("".join([*lines[:line], *lines[line + 1 :]]))
    # Two records run together only where both what begins the one and what ends the other is gone.
    assert len(kept) == (3 if lines[line] == "%0 Thesis\n" else 4)


def test_the_old_refer_has_no_types() -> None:
    """As in the manual page of refer(1): an empty line is all there is between two records."""
    text = "%A A. Pell\n%T Sand\n%J Dunes\n%V 3\n\n%L nix\n%D 1990\n\n%A C. Quist\n%T Sea\n%I Press\n"
    first, second, third = entries(text)
    assert (first.work.type, first.work.author) == ("article-journal", (Name("Pell", "A."),))
    assert (second.work.year, third.work.publisher) == (1990, "Press")
    assert not first.diagnoses


@pytest.mark.parametrize(
    ("line", "attribute", "value"),
    [
        ("%R 10.1002/1097-0258(20000115)", "doi", "10.1002/1097-0258(20000115)"),
        ("%R https://doi.org/10.1000/AbC", "doi", "10.1000/abc"), ("%2 PMC2014", "pmcid", "PMC2014"),
        ("%P 12-9", "page", "12-9"), ("%P e1042", "article_number", "e1042"),
        ("%A Lee, K.; Park, J.", "author", (Name("Lee", "K."), Name("Park", "J."))),
        ("%A Lee, K.\n%A et al.", "et_al", True), ("%G Deutsch", "language", "Deutsch"),
        ("%D in press", "issued", PartialDate(literal="in press")), ("%7 2019/01/03", "edition", ""),
    ],
)  # fmt: skip
def test_a_tag_and_what_it_holds(line: str, attribute: str, value: object) -> None:
    (entry,) = entries(f"%0 Journal Article\n{line}\n%T Sand\n")
    assert getattr(entry.work, attribute) == value


def test_a_file_is_known_by_its_first_line() -> None:
    assert sniff("export.txt", b"\xef\xbb\xbf%0 Journal Article\r\n%A Pell") == "refer"
    assert sniff("a.enw", b"%A Pell") == "refer"
    assert sniff("a.enw", b"TY  - JOUR\nAU  - x") == "ris"
    assert sniff("a.enw", b"<?xml version='1.0'?><xml><records><record>") == "endnote"
    assert sniff("a.tex", b"%0 Journal Article\n%A Pell") == "latex"
    with pytest.raises(InputError, match="no refer record"):
        entries("Dear all,\n50% of it\n")
