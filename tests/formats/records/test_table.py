"""Tables of records in the dialects of the databases."""

from __future__ import annotations

import pytest

from litreview.formats.records.table import read_csv, write_csv
from litreview.formats.records.table_names import split_people
from litreview.model.errors import InputError
from litreview.model.work import Name, PartialDate, Work

FRANKE = Name("Franke", "H")
FRYER = Name("Fryer", "G")
WHO = Name(literal="World Health Organization")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Franke, H; Fryer, G", [FRANKE, FRYER]),
        ("Franke, H and Fryer, G and others", [FRANKE, FRYER, "others"]),
        ("Franke H, Fryer G.", [FRANKE, FRYER]),
        ("Franke, H", [FRANKE]),
        ("Franke, H (57191234567); World Health Organization", [FRANKE, WHO]),
        ("Franke H, Fryer G, et al.", [FRANKE, FRYER, "others"]),
        ("J. van der Berg and World Health Organization", [Name("Berg", "J.", "van der"), WHO]),
    ],
)  # fmt: skip
def test_people_in_one_cell(cell: str, names: list[Name | str]) -> None:
    assert split_people(cell) == names


@pytest.mark.parametrize(
    "text",
    [
        (
            "id,entry_type,title,authors,year,journal,volume,issue,pages,doi\nk,article,T,"
            "\"Franke, H and Fryer, G\",2014,BMC,15,1,286-290,10.1000/x\n"
        ),
        # Scopus
        (
            "\ufeffAuthors,Title,Year,Source title,Volume,Issue,Page start,Page end,DOI,"
            "EID\n\"Franke, H; Fryer, G\",T,2014,BMC,15,1,286,290,10.1000/x,k\n"
        ),
        # Web of Science, tab delimited
        (
            "PT\tAU\tTI\tSO\tVL\tIS\tBP\tEP\tDI\tPY\tUT\nJ\tFranke, H; Fryer, G\tT\tBMC\t15\t1"
            "\t286\t290\t10.1000/x\t2014\tk\n"
        ),
        # Zotero
        (
            '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI",'
            '"Pages","Issue","Volume"\n"k","journalArticle","2014","Franke, H; Fryer, G","T",'
            '"BMC","10.1000/x","286-290","1","15"\n'
        ),
        # semicolons, as spreadsheets of half of Europe write
        (
            "ID;Title;Authors;Year;Journal;Volume;Issue;Pages;DOI\nk;T;Franke H, Fryer G;2014;BMC;"
            "15;1;286-290;https://doi.org/10.1000/X\n"
        ),
    ],
    ids=["ours", "scopus", "wos", "zotero", "semicolons"],
)  # fmt: skip
def test_dialects_mean_the_same(text: str) -> None:
    (reference,) = read_csv(text.encode(), "x.csv").references
    work = reference.work
    assert (work.key, work.title, work.author, work.year) == ("k", "T", (FRANKE, FRYER), 2014)
    assert (work.container_title, work.volume, work.issue, work.doi) == ("BMC", "15", "1", "10.1000/x")
    assert work.page.replace("–", "-") == "286-290"


def test_pubmed_table() -> None:
    text = (
        "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,"
        'PMCID,NIHMS ID,DOI\n123,T,"Franke H, Fryer G.",c,Franke H,BMC,2014,2014/08/30,PMC9,,'
        "10.1000/x\n"
    )
    (reference,) = read_csv(text.encode(), "x.csv").references
    work = reference.work
    assert (work.pmid, work.pmcid, work.container_title, work.author) == (
        "123",
        "PMC9",
        "BMC",
        (FRANKE, FRYER),
    )
    assert work.issued == PartialDate(2014)


@pytest.mark.parametrize(
    ("rows", "keys", "line", "words"),
    [
        ("a,A,Doe,2000\nb,B\nc,C,Roe,2001\n", ["a", "b", "c"], 3, "only 2 cells"),
        ("a,A,Doe,2000\nb,B,Doe, Jane,2000,x\nc,C,Roe,2001\n", ["a", "b", "c"], 3, "6 cells"),
        ("a,A,Doe,2000\nb,,,\nc,C,Roe,2001\n", ["a", "b", "c"], 3, "no title"),
        ('a,A,Doe,2000\nb,"Open,Doe,2000\nc,C,Roe,2001\nd,D,Poe,2002\n', ["a", "b", "c", "d"], None, ""),
        ("a,A,Doe,2000\n\n\na,C,Roe,2001\n", ["a", "a-2"], 5, "twice"),
    ],
)
def test_bad_rows_stay(rows: str, keys: list[str], line: int | None, words: str) -> None:
    document = read_csv(f"id,title,authors,year\n{rows}".encode(), "x.csv")
    assert [reference.key for reference in document.references] == keys
    if words:
        said = [item for reference in document.references for item in reference.diagnoses]
        assert [(item.line, words in item.message) for item in said] == [(line, True)]


def test_a_cell_may_hold_lines_and_quotes() -> None:
    text = 'title,authors\r\n"Two\r\nlines, and ""quotes""","Doe, J"\r\nNext,"Roe, K"\r\n'
    document = read_csv(text.encode(), "x.csv")
    assert [reference.line for reference in document.references] == [2, 4]
    assert document.references[0].work.title.split() == ["Two", "lines,", "and", '"quotes"']
    assert document.text[slice(*document.references[1].span("title"))] == "Next"


def test_unknown_columns_come_back_as_columns() -> None:
    (reference,) = read_csv(b"id,title,Risk of bias\nk,T,low\n", "x").references
    assert reference.work.extra == (("csv:Risk of bias", "low"),)
    assert write_csv([reference.work]).splitlines()[0].endswith(",extra,Risk of bias")
    assert write_csv([reference.work]).splitlines()[1].endswith(",low")


def test_volume_with_issue() -> None:
    (reference,) = read_csv(b'title,volume\nT,"Vol. 15(3),"\n', "x").references
    assert (reference.work.volume, reference.work.issue) == ("15", "3")


@pytest.mark.parametrize("text", ["a,b,c\n1,2,3\n", "just prose", "\n\n", "title,author,year\n"])
def test_tables_of_something_else_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_csv(text.encode(), "x.csv")


def test_nothing_to_write_is_a_heading() -> None:
    assert write_csv([]).startswith("id,type,title,authors")
    assert write_csv([Work(title="T")]).count("\n") == 2


@pytest.mark.parametrize("length", [131_073, 150_000, 1_900_000])
def test_a_long_abstract_is_read(length: int) -> None:
    text = f'title,abstract,year\nFirst,"{"word " * (length // 5)}",2014\nSecond,,2015\n'
    document = read_csv(text.encode())
    assert [entry.work.title for entry in document.references] == ["First", "Second"]
    assert len(document.references[0].work.abstract) > length - 10
    assert not any(entry.diagnoses for entry in document.references)


def test_a_cell_beyond_the_bound_is_no_traceback() -> None:
    for text in (f"title,year\n{'a' * 2_000_001},2014\n", f"{'a' * 2_000_001}\nb\n"):
        with pytest.raises(InputError):
            read_csv(text.encode(), "t.csv")
