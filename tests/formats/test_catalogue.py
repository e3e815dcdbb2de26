"""Every ending × given directly, named by Markdown, named by LaTeX: one list of works in all of them."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats import catalogue
from litreview.formats.registry import dump, read, read_bytes, sniff
from litreview.model.document import Document
from litreview.model.errors import InputError, OptionError
from litreview.model.notation import Notation
from litreview.model.work import Name, PartialDate, Work

WORKS = (
    Work(
        key="ozturk2003", type="article-journal", title="Vernacular rowing: a review of 12 rivers",
        author=(Name("Öztürk", "Anna"), Name("Berg", "Tom", "van den")), issued=PartialDate(2003),
        container_title="Vernacular Rowing Review", volume="12", issue="3", page="211–219",
        doi="10.5555/rowers.2003",
    ),
    Work(
        key="lindqvist2005", type="article-journal", title="Manual therapy & rest for rowers",
        author=(Name("Lindqvist", "Åsa"),), issued=PartialDate(2005), container_title="Back",
        volume="4", page="17–22", doi="10.5555/back.2005",
    ),
    Work(
        key="world2020", type="book", title="Guidelines on rowing",
        author=(Name(literal="World Health Organization"),), issued=PartialDate(2020), publisher="WHO",
    ),
)  # fmt: skip
REFER = """\
%0 Journal Article
%F ozturk2003
%A Öztürk, Anna
%A van den Berg, Tom
%T Vernacular rowing: a review of 12 rivers
%J Vernacular Rowing Review
%D 2003
%V 12
%N 3
%P 211-219
%R 10.5555/rowers.2003

%0 Journal Article
%F lindqvist2005
%A Lindqvist, Åsa
%T Manual therapy & rest for rowers
%J Back
%D 2005
%V 4
%P 17-22
%R https://doi.org/10.5555/back.2005

%0 Book
%F world2020
%A World Health Organization,
%T Guidelines on rowing
%D 2020
%I WHO
"""
# Ending, the writer whose text the file holds, and the notation its entries are in.
ENDINGS = (
    ("bib", "bibtex", Notation.BIBTEX), ("bibtex", "bibtex", Notation.BIBTEX),
    ("txt", "bibtex", Notation.BIBTEX), ("txt", "ris", Notation.RIS), ("txt", "nbib", Notation.NBIB),
    ("txt", "refer", Notation.REFER), ("txt", "csl", Notation.CSL_JSON), ("ris", "ris", Notation.RIS),
    ("nbib", "nbib", Notation.NBIB), ("medline", "nbib", Notation.NBIB), ("enw", "refer", Notation.REFER),
    ("enw", "endnote", Notation.ENDNOTE), ("enw", "ris", Notation.RIS), ("xml", "endnote", Notation.ENDNOTE),
    ("json", "csl", Notation.CSL_JSON), ("jsonl", "jsonl", Notation.CSL_JSON),
    ("ndjson", "jsonl", Notation.CSL_JSON), ("yaml", "csl-yaml", Notation.CSL_YAML),
    ("yml", "csl-yaml", Notation.CSL_YAML), ("csv", "csv", Notation.TABLE), ("tsv", "tsv", Notation.TABLE),
    ("bib", "ris", Notation.RIS), ("ris", "nbib", Notation.NBIB), ("BIB", "bibtex", Notation.BIBTEX),
)  # fmt: skip


def written(format: str) -> str:
    if format == "nbib":  # records of PubMed have a number and a kind of publication
        kinds = ("Journal Article", "Journal Article", "Book")
        return dump(
            [
                replace(work, pmid=work.key, key="", extra=(("publicationtype", kind),))
                for work, kind in zip(WORKS, kinds, strict=True)
            ],
            format,
        )
    return REFER if format == "refer" else dump(WORKS, format)


def given_directly(folder: Path, name: str) -> Document:
    return read(folder / name)


def named_in_markdown(folder: Path, name: str) -> Document:
    (folder / "m.md").write_text(f"---\nbibliography: {name}\n---\n\nRest helps [@ozturk2003].\n")
    return read(folder / "m.md")


def named_in_latex(folder: Path, name: str) -> Document:
    (folder / "m.tex").write_text(f"Rest helps \\cite{{ozturk2003}}.\n\\addbibresource{{{name}}}\n")
    return read(folder / "m.tex")


def named_for_bibtex(folder: Path, name: str) -> Document:
    (folder / "m.tex").write_text(f"Rest helps \\cite{{ozturk2003}}.\n\\bibliography{{{name}}}\n")
    return read(folder / "m.tex")


def said(work: Work) -> tuple[object, ...]:
    return (
        work.type, work.full_title, work.author, work.issued, work.container_title, work.volume, work.issue,
        work.page.replace("--", "–").replace("-", "–"), work.doi, work.publisher,
    )  # fmt: skip


@pytest.mark.parametrize("way", [given_directly, named_in_markdown, named_in_latex, named_for_bibtex])
@pytest.mark.parametrize(("ending", "format", "notation"), ENDINGS)
def test_one_list_of_works_in_every_file(
    tmp_path: Path, ending: str, format: str, notation: Notation, way: object
) -> None:
    text = written(format)
    (tmp_path / f"refs.{ending}").write_text(text, encoding="utf-8")
    document = way(tmp_path, f"refs.{ending}")  # type: ignore[operator]
    assert [said(one.work) for one in document.references] == [said(work) for work in WORKS]
    assert [one.key for one in document.references] == [work.key for work in WORKS]
    for one in document.references:
        assert one.notation is notation
        assert text[one.start : one.end] == one.text
        assert one.line == text.count("\n", 0, one.start) + 1
        assert all(one.start <= start < end <= one.end for _, start, end in one.spans)
        assert one.origin == ("" if way is given_directly else str(tmp_path / f"refs.{ending}"))
    assert document.is_bibliography == (way is given_directly)


@pytest.mark.parametrize("row", catalogue.writable(), ids=lambda row: row.name)
def test_a_row_says_what_its_reader_says(row: catalogue.Format) -> None:
    document = read_bytes(dump(WORKS, row.name).encode(), "refs", row.name)
    assert document.notation is row.notation
    assert {one.notation for one in document.references} == {row.notation}
    assert row.is_bibliography


def test_every_format_of_records_is_tried_here() -> None:
    tried = {format for _, format, _ in ENDINGS}
    assert tried == {row.name for row in catalogue.bibliographies()}


@pytest.mark.parametrize("row", catalogue.FORMATS, ids=lambda row: row.name)
def test_readers_and_writers_are_there(row: catalogue.Format) -> None:
    assert callable(row.reader())
    assert not row.reads_text or callable(row.text_reader())
    assert not row.writes or callable(row.writer())
    for ending in row.endings:
        assert catalogue.by_ending(f"a.{ending.upper()}") is not None


def test_names_and_endings() -> None:
    assert catalogue.endings([catalogue.named("bibtex")]) == (".bib", ".bibtex")
    assert catalogue.by_ending("a.tar.gz") is None
    xml, written_xml = catalogue.by_ending("a.xml"), catalogue.written_as("a.xml")
    assert [row and row.name for row in (xml, written_xml)] == ["jats", "endnote"]
    with pytest.raises(OptionError, match="no reader"):
        catalogue.named("wordperfect")


DAMAGED = [
    ("yaml", "references:\n- id: a\n  title: 'never closed\n"),
    ("yaml", "references:\n- id: a\n   title: x\n  type: book\n"), ("yaml", "a: [1, 2\nb: c\n"),
    ("yaml", "[" * 3000), ("yaml", "- " * 3000), ("yml", "name: CI\non: push\n"), ("yaml", "- a\n- b\n"),
    ("yaml", "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*{p}, *{p}]\n" for n, p in
     enumerate(["a", *(f"b{k}" for k in range(60))]))),
    ("yaml", "just some words"), ("enw", "no tags at all\n"), ("jsonl", "nothing here\n"), ("json", "[1, 2]"),
    ("xml", "<xml><records></records></xml>"), ("ris", "Dear all,\nhello\n"), ("nbib", "Dear all\n"),
    ("tsv", "a\tb\n1\t2\n"), ("csv", "x;y\n"),
]  # fmt: skip


@pytest.mark.parametrize(("ending", "text"), DAMAGED)
def test_what_is_no_bibliography_is_said_in_one_line(tmp_path: Path, ending: str, text: str) -> None:
    (tmp_path / f"refs.{ending}").write_text(text)
    with pytest.raises(InputError) as caught:
        read(tmp_path / f"refs.{ending}")
    assert str(tmp_path / f"refs.{ending}") in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value).replace(str(tmp_path), "")) < 200
    with pytest.raises(InputError):
        named_in_markdown(tmp_path, f"refs.{ending}")


@pytest.mark.parametrize(("ending", "format", "notation"), ENDINGS)
@given(cut=st.integers(min_value=0), drop=st.integers(min_value=1, max_value=40))
def test_a_damaged_file_keeps_its_entries_or_is_refused(
    ending: str, format: str, notation: Notation, cut: int, drop: int
) -> None:
    text = written(format)
    cut %= len(text)
    data = (text[:cut] + text[cut + drop :]).encode()
    path = f"refs.{ending}"
    with contextlib.suppress(InputError):
        document = read_bytes(data, path, sniff(path, data))
        for one in document.references:
            assert document.text[one.start : one.end] == one.text
            assert all(one.start <= start < end <= one.end for _, start, end in one.spans)


@given(st.binary(max_size=400), st.sampled_from([row.name for row in catalogue.bibliographies()]))
def test_any_bytes_are_read_or_refused(data: bytes, format: str) -> None:
    with contextlib.suppress(InputError):
        read_bytes(data, "refs", format)


TAGS = st.sampled_from([
    "%0 Book\n", "%A ", "%T ", "%R 10.1/x\n", "\n", "\n\n", " ", "references:\n", "- id: a\n", "  title: ",
    "Ö", "'", "[", "]", "{", "}", ":", "&a ", "*a", "  issued:\n", "    year: 2014\n", "|\n", "\r\n",
    "%", "2014", "\t", "…", "\U0001f600", "#", "---\n", "...\n", "- ", "  ", "type: book\n", '"', "\\",
])  # fmt: skip


@given(st.lists(TAGS, max_size=60).map("".join), st.sampled_from(["refer", "csl-yaml"]))
def test_spans_cut_what_they_claim(text: str, format: str) -> None:
    with contextlib.suppress(InputError):
        document = read_bytes(text.encode(), "refs", format)
        for one in document.references:
            assert document.text[one.start : one.end] == one.text
            assert one.line == document.text.count("\n", 0, one.start) + 1
            for name, start, end in one.spans:
                assert one.start <= start < end <= one.end
                if name in ("title", "volume"):
                    wanted = one.work.title if name == "title" else one.work.volume
                    assert " ".join(document.text[start:end].split()) == " ".join(wanted.split())
