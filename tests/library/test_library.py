"""Library: from files, frames and articles to studies, and out again."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from litreview.formats.registry import read_text
from litreview.library.frames import to_frame, works_from_frame
from litreview.library.library import Library
from litreview.model.article import Article
from litreview.model.errors import InputError, OptionError
from litreview.model.match import Match, MatchStatus
from litreview.model.work import Name, PartialDate, Relation, Work

BIB = """@article{k1, author={Doe, Jane and Roe, Kim}, title={Exercise for chronic knee pain},
  journal={Journal of Physiotherapy}, volume=60, pages={121--129}, year=2014, mynote={kept}}
@article{k2, author={Doe, J. and Roe, K.}, title={Exercise for Chronic Knee Pain}, journal={J Physiother},
  volume=60, pages={121}, year=2014}
@article{k3, author={Poe, E}, title={Yoga for back pain in nurses}, journal={BMJ}, volume=1, year=2001}
"""


def article(text: str, path: str) -> Article:
    document = read_text(text, "bibtex", path)
    return Article(document, document.references)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, encoding="utf-8")
    return Library.read(path)


def test_a_bibliography_keeps_its_records_and_keys(library: Library) -> None:
    assert library.keys == ("k1", "k2", "k3")
    assert len(library) == 3
    assert library["k1"].work.title == "Exercise for chronic knee pain"
    assert "k9" not in library


def test_deduplication_changes_nothing_and_says_why(library: Library) -> None:
    found = library.deduplicate()
    assert found.groups.to_dict() == {"k1": "k1", "k2": "k1", "k3": "k3"}
    assert found.merges.iloc[0][["a", "b", "verdict"]].tolist() == ["k1", "k2", "same"]
    assert len(library.studies) == 3


def test_merging_joins_records_of_one_work_only(library: Library) -> None:
    merged = library.merged()
    assert merged.keys == ("doe-2014", "poe-2001")
    study = merged["doe-2014"]
    assert study.aliases == ("k1", "k2")
    assert (study.work.page, study.work.author[0].given) == ("121–129", "Jane")
    assert len(study.members) == 2


@pytest.mark.parametrize("suffix", ["bib", "ris", "nbib", "json", "xml", "csv"])
def test_what_is_written_is_read_again(library: Library, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out.{suffix}"
    library.write(path)
    back = Library.read(path)
    assert len(back) == 3
    for one, two in zip(library.studies, back.studies, strict=True):
        assert (two.work.title, two.work.volume, two.work.year) == (
            one.work.title,
            one.work.volume,
            one.work.year,
        )
    assert "kept" in path.read_text(encoding="utf-8")
    before = path.read_bytes()
    library.write(path)
    assert path.read_bytes() == before


def test_a_workbook_has_text_cells_only(library: Library, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    path = tmp_path / "out.xlsx"
    frame = pd.DataFrame({"id": ["k"], "title": ["=1+1"], "authors": ["Doe, J"], "year": [2014]})
    Library.from_frame(frame).write(path)
    sheet = openpyxl.load_workbook(path).active
    assert [cell.value for cell in sheet[1]][:4] == ["id", "type", "title", "authors"]
    assert (sheet["C2"].value, sheet["C2"].data_type) == ("=1+1", "s")
    first = path.read_bytes()
    Library.from_frame(frame).write(path)
    assert path.read_bytes() == first


def test_unknown_endings_and_places_are_refused(library: Library, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="cannot be written"):
        library.write(tmp_path / "out.docx2")
    with pytest.raises(InputError, match="cannot be written"):
        library.write(tmp_path / "missing" / "out.bib")
    plain = tmp_path / "prose.txt"
    plain.write_text("Some prose.", encoding="utf-8")
    with pytest.raises(InputError, match="no records"):
        Library.read(plain)


def test_frames_with_numbers_gaps_and_an_index() -> None:
    frame = pd.DataFrame(
        {
            "title": ["A", "B"],
            "authors": ["Doe, J and Roe, K", None],
            "year": [2014.0, float("nan")],
            "journal": ["BMC", pd.NA],
            "volume": [15, 16],
            "doi": ["10.1000/x", None],
            "risk": ["low", "high"],
        },
        index=pd.Index(["r1", "r2"], name="id"),
    )
    first, second = works_from_frame(frame)
    assert (first.key, first.year, first.volume, first.doi) == ("r1", 2014, "15", "10.1000/x")
    assert first.author == (Name("Doe", "J"), Name("Roe", "K"))
    assert (second.key, second.issued, second.container_title) == ("r2", None, "")
    assert dict(second.extra)["csv:risk"] == "high"
    assert Library.from_frame(frame).deduplicate().groups.index.tolist() == ["r1", "r2"]


def test_records_without_or_with_equal_ids_stay_apart() -> None:
    frame = pd.DataFrame({"title": ["A thing of beauty", "Another thing"], "year": [2000, 2001]})
    assert Library.from_frame(frame).keys == ("row1", "row2")
    frame["id"] = ["x", "x"]
    assert len(set(Library.from_frame(frame).keys)) == 2


def test_an_empty_frame() -> None:
    library = Library.from_frame(pd.DataFrame(columns=["id", "title"]))
    assert library.keys == ()
    assert library.deduplicate().groups.empty
    assert library.to_frame().empty


WRONG = """@article{doe2015, author={Doe, J.}, title={Movement therapy of the knee}, journal={J Physiother},
  volume=60, pages={121--129}, year=2015}"""
RIGHT = """@article{doe2014, author={Doe, Jane and Roe, Kim}, title={Exercise for chronic knee pain},
  journal={Journal of Physiotherapy}, volume=60, pages={121--129}, year=2014}"""


def test_one_work_under_two_years_in_two_articles_is_one_study() -> None:
    library = Library.from_articles([article(WRONG, "a.md"), article(RIGHT, "b.md")])
    (study,) = library.studies
    assert study.key == "doe-2014"
    assert study.years == {2014, 2015}
    assert [(member.article, member.reference.key) for member in study.members] == [
        ("a.md", "doe2015"),
        ("b.md", "doe2014"),
    ]
    assert study.aliases == ("doe2014", "doe2015")
    assert library.study_of("a.md", "doe2015") == study
    matrix = library.citation_matrix()
    assert matrix.index.tolist() == ["a.md", "b.md"]
    assert matrix["doe-2014"].tolist() == [1, 1]


def test_the_matched_record_decides() -> None:
    one, two = article(WRONG, "a.md"), article(RIGHT, "b.md")
    record = Work(
        title="Exercise for chronic knee pain",
        author=(Name("Doe", "Jane"),),
        issued=PartialDate(2014),
        doi="10.1000/x",
        source="s",
    )
    other = Work(
        title="Movement therapy",
        author=(Name("Doe", "John"),),
        issued=PartialDate(2015),
        doi="10.1000/y",
        source="s",
    )
    same = [
        [Match(one.references[0], MatchStatus.MATCHED, record)],
        [Match(two.references[0], MatchStatus.MATCHED, record)],
    ]
    (study,) = Library.from_articles([one, two], same).studies
    assert (study.work.doi, study.is_resolved, study.key) == ("10.1000/x", True, "doe-2014")
    apart = [
        [Match(one.references[0], MatchStatus.MATCHED, other)],
        [Match(two.references[0], MatchStatus.MATCHED, record)],
    ]
    assert Library.from_articles([one, two], apart).keys == ("doe-2015", "doe-2014")


def test_no_reference_is_ever_dropped() -> None:
    articles = [article(BIB, "a.bib"), article(BIB, "b.bib"), article("@misc{only}", "c.bib")]
    library = Library.from_articles(articles)
    assert sum(len(study.members) for study in library.studies) == 7
    assert len(library.records) == len({record.id for record in library.records}) == 7
    assert library.articles == ("a.bib", "b.bib", "c.bib")


def test_preprint_and_article_are_a_family() -> None:
    paper = Work(
        key="p",
        title="A long title about knees",
        doi="10.1016/j.k.1",
        issued=PartialDate(2020),
        author=(Name("Doe", "J"),),
        relations=(Relation("has-preprint", "10.1101/1"),),
    )
    preprint = Work(
        key="q",
        title="Something else about knees",
        doi="10.1101/1",
        issued=PartialDate(2019),
        author=(Name("Doe", "J"),),
    )
    frame = pd.DataFrame(
        [
            {"id": work.key, "title": work.title, "doi": work.doi, "year": work.year}
            for work in (paper, preprint)
        ]
    )
    assert Library.from_frame(frame).merged().families == ()
    one = article("@article{p, title={T}}", "a.bib")
    two = article("@article{q, title={U}}", "b.bib")
    matches = [
        [Match(one.references[0], MatchStatus.MATCHED, paper)],
        [Match(two.references[0], MatchStatus.MATCHED, preprint)],
    ]
    library = Library.from_articles([one, two], matches)
    (family,) = library.families
    assert set(family.members) == {"doe-2020", "doe-2019"}
    assert library.family_of("doe-2020") == family
    assert {study.family for study in library.studies} == {family.key}


def test_articles_as_frames() -> None:
    frame = to_frame(article(BIB, "a.bib"))
    assert frame[["article", "key", "line", "year"]].iloc[0].tolist() == ["a.bib", "k1", 1, "2014"]
    assert to_frame(article(BIB, "a.bib"), kind="citations").empty
