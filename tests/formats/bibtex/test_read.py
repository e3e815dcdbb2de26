"""BibTeX and biblatex: what people write, and what it means."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from litreview.formats.bibtex.accents import from_text, protect_case, to_literal, to_text
from litreview.formats.bibtex.read import read_bibtex, read_people
from litreview.formats.bibtex.write import write_bibtex
from litreview.model.errors import InputError
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Work


def entry(text: str) -> Reference:
    """The one entry of a file."""
    (reference,) = read_bibtex(text.encode(), "x.bib").references
    return reference


def work(fields: str, kind: str = "article") -> Work:
    return entry(f"@{kind}{{key, {fields}}}").work


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\"U}ber G{\"o}del, Erd\H{o}s, \v{S}afr\'anek", "Über Gödel, Erdős, Šafránek"),
        (r"Na\"{\i}ve \c{c}a, {\o}re, \ss{}x, M{\'\i}nguez", "Naïve ça, øre, ßx, Mínguez"),
        (r"50% of {DNA}", "50% of DNA"),  # a bare % would eat the rest of the line
        (r"R\&D in 10\% of cases", "R&D in 10% of cases"),
        (r"$\alpha$-synuclein, H$_2$O, $p<0.05$", "α-synuclein, H2O, p<0.05"),
        (r"``quoted'' -- text~here", "“quoted” – text here"),
        (r"\textit{E. coli} and \emph{in vivo}", "E. coli and in vivo"),
        (r"{{Very {Deep} Braces}}", "Very Deep Braces"),
        (r"unbalanced { brace \'", "unbalanced  brace ́".replace("  ", " ")),
    ],
)
def test_latex_to_text(latex: str, text: str) -> None:
    assert to_text(latex) == text


@pytest.mark.parametrize(
    "text", ["a_b & 5% {x} \\ ~ ^ # $5", "a -- b ``c'' <<d>>", "½ – “x”", "}", "what?` ok"]
)
def test_text_survives_latex(text: str) -> None:
    assert to_text(from_text(text)) == text


def test_addresses_are_not_latex() -> None:
    assert to_literal(r"\url{https://a.org/x\_y%20z}") == "https://a.org/x_y%20z"
    found = work(
        r"doi = {10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2}, "
        r"url={http://a.b/%7Ec}"
    )
    assert found.doi == "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"
    assert found.url == "http://a.b/%7Ec"


def test_capitals_are_protected_in_written_titles() -> None:
    assert (
        protect_case("Loss of TP53 in McKenzie exercises: A trial")
        == "Loss of {TP53} in {McKenzie} exercises: A trial"
    )


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Franke, Helge and Fryer, Gary", [Name("Franke", "Helge"), Name("Fryer", "Gary")]),
        ("Ludwig van Beethoven", [Name("Beethoven", "Ludwig", "van")]),
        ("van der Berg, Jr., Jan", [Name("Berg", "Jan", "van der", "Jr.")]),
        ("{World Health Group} and Doe, J", [Name(literal="World Health Group"), Name("Doe", "J")]),
        ("{Barnes and Noble, Inc.}", [Name(literal="Barnes and Noble, Inc.")]),
        ("Doe, Jane and others", [Name("Doe", "Jane"), "others"]),
        (
            r"{W}es {M}c{K}inney and St{\'e}fan van der {W}alt",
            [Name("McKinney", "Wes"), Name("Walt", "Stéfan", "van der")],
        ),
        ("family=Berg, prefix=van der, given=Jan", [Name("Berg", "Jan", "van der")]),
        # seen in a paper.bib: people divided by commas
        (
            "Robin Champseix, Clément Roux, Laurent Ribiere",
            [Name("Champseix", "Robin"), Name("Roux", "Clément"), Name("Ribiere", "Laurent")],
        ),
        (", ,", []),
    ],
)  # fmt: skip
def test_name_lists(written: str, names: list[Name | str]) -> None:
    assert read_people(written) == names


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("year = 2014", PartialDate(2014)),
        ("year = {2014}, month = aug", PartialDate(2014, 8)),
        ('year = 2014, month = aug # "~30"', PartialDate(2014, 8, 30)),
        ("year = 2014, month = 8", PartialDate(2014, 8)),
        ("date = {2015-03-02}", PartialDate(2015, 3, 2)),
        ("date = {2015/2016}", PartialDate(2015, literal="2015/2016")),
        ("year = {in press}", PartialDate(literal="in press")),
        ("year = {2014a}", PartialDate(2014, literal="2014a")),
        ("year = {2014}, month = {Spring}", PartialDate(2014)),
    ],
)
def test_dates(fields: str, issued: PartialDate) -> None:
    assert work(fields).issued == issued


def test_fields_of_bibtex_and_biblatex() -> None:
    found = work(
        "title={T}, subtitle={S}, journaltitle={Journal}, shortjournal={J}, volume=15, number=3,"
        " issue={Spring}, pages={286--290}, eprint={1501.00001v2}, eprinttype={arxiv}, location={Bern},"
        " series={Notes}, keywords={a, b}, pmid={123}, langid={german}, mynote={kept}"
    )
    assert (found.container_title, found.container_title_short, found.volume, found.issue) == (
        "Journal",
        "J",
        "15",
        "3",
    )
    assert (found.page, found.arxiv, found.publisher_place, found.pmid) == (
        "286–290",
        "1501.00001",
        "Bern",
        "123",
    )
    assert found.full_title == "T: S"
    assert dict(found.extra) == {"issue": "Spring", "keywords": "a, b", "mynote": "kept"}


@pytest.mark.parametrize(
    ("kind", "csl", "back"),
    [
        ("article", "article-journal", "article"), ("INPROCEEDINGS", "paper-conference", "inproceedings"),
        ("conference", "paper-conference", "conference"), ("mastersthesis", "thesis", "mastersthesis"),
        ("phdthesis", "thesis", "phdthesis"), ("online", "webpage", "online"),
        ("techreport", "report", "techreport"),
        ("unheardof", "document", "unheardof"), ("collection", "book", "collection"),
    ],
)  # fmt: skip
def test_entry_types_there_and_back(kind: str, csl: str, back: str) -> None:
    found = work("title={T}", kind)
    assert found.type == csl
    written = write_bibtex([found])
    assert written.startswith(f"@{back}{{") or (kind == "unheardof" and written.startswith("@misc{"))


def test_children_inherit_from_crossref_and_xdata() -> None:
    document = read_bibtex(
        b"@inproceedings{child, title={Paper}, crossref={book}, xdata={common}, pages={1--2}}\n"
        b"@proceedings{book, title={Proceedings of X}, year=2005, editor={Doe, Jane}, doi={10.1000/whole}}\n"
        b"@xdata{common, publisher={Press}}\n@article{orphan, crossref={nowhere}, title={O}}\n",
        "x",
    )
    child, book, orphan = document.references
    assert (child.work.title, child.work.container_title, child.work.year) == (
        "Paper",
        "Proceedings of X",
        2005,
    )
    assert (child.work.publisher, child.work.doi, child.work.editor) == ("Press", "", (Name("Doe", "Jane"),))
    assert book.work.title == "Proceedings of X"
    assert "nowhere" in orphan.diagnoses[0].message
    assert [name for name, _, _ in child.spans] == ["title", "page"]  # inherited values stand elsewhere
    assert ("@xdata", "@xdata{common, publisher={Press}}") in document.metadata


def test_a_circle_of_crossrefs_ends() -> None:
    first, second = read_bibtex(
        b"@book{a, crossref={b}, title={A}}\n@book{b, crossref={a}, year=2000}", "x"
    ).references
    assert (first.work.year, second.work.title) == (2000, "")


def test_spans_cut_out_what_a_fix_would_replace() -> None:
    text = (
        '@string{j = "Journal"}\n'
        '@article{k,\n  year = 2015,\n  title = { Some {DNA} },\n  volume = "15",\n  journal = j,\n}'
    )
    reference = entry(text)
    cut = {name: text[start:end] for name, start, end in reference.spans}
    assert cut == {
        "issued": "2015",
        "title": "Some {DNA}",
        "volume": "15",
    }  # a macro cannot be replaced in place
    assert reference.work.container_title == "Journal"
    assert reference.line == 2


def test_definitions_do_not_leak_from_file_to_file() -> None:
    assert work("journal = jmb").container_title == "jmb"
    read_bibtex(b'@string{jmb = "J Mol Biol"}\n@article{a, journal = jmb}', "x")
    assert work("journal = jmb").container_title == "jmb"


def test_comments_macros_and_preamble_are_kept() -> None:
    text = (
        '% free text, me@example.org (mail)\n@string{a = "b"}\n@preamble{"\\x"}\n'
        "@comment{@article{hidden, title={H}}}\n@misc{k, title={T}}"
    )
    document = read_bibtex(text.encode(), "x")
    assert [name for name, _ in document.metadata] == ["@string", "@preamble", "@comment"]
    assert [reference.key for reference in document.references] == ["k"]
    assert document.text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_encodings(encoding: str) -> None:
    data = "@article{k, author={Müller, Jörg}, title={Größe}}".encode(encoding)
    assert read_bibtex(data, "x").references[0].work.author == (Name("Müller", "Jörg"),)


@pytest.mark.parametrize("data", [b"just prose", b"% only a comment", b"\x89PNG\x0d\x0a\x00\x00"])
def test_what_is_no_bibliography_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_bibtex(data, "x.bib")


@pytest.mark.slow
def test_ten_thousand_entries_take_seconds() -> None:
    one = (
        '@article{{k{0}, author={{M{{\\"u}}ller, J{{\\"o}}rg and {{WHO}} and Doe, Jane}}, '
        "title={{The {{DNA}} of thing {0}}},\n"
        "journal={{J. Things}}, year=2014, volume=15, pages={{286--290}}, doi={{10.1000/abc{0}}}}}\n"
    )
    data = "".join(one.format(number) for number in range(10_000)).encode()
    started = time.process_time()
    assert len(read_bibtex(data, "x").references) == 10_000
    assert time.process_time() - started < 20  # measured: 2 to 3.5 s; only a quadratic slip exceeds this


@pytest.mark.shared
def test_real_files_come_back_whole(shared_dir: Path) -> None:
    files = sorted((shared_dir / "data" / "documents" / "joss").glob("*/paper.bib"))
    assert files
    for file in files:
        document = read_bibtex(file.read_bytes(), str(file))
        heads = re.findall(r"(?im)^[ \t]*@(?!comment|string|preamble)\w+\s*\{", document.text)
        assert len(document.references) == len(heads)
        before = [reference.work for reference in document.references]
        after = [reference.work for reference in read_bibtex(write_bibtex(before).encode(), "x").references]
        # A range is written with two hyphens, as BibTeX wants it, whatever it was read with.
        assert after == [replace(work, page=re.sub(r"\s*[-–]\s*", "–", work.page)) for work in before]
