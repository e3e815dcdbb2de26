"""Retraction Watch's table, with all its oddities, beside another source."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.model.errors import InputError
from litreview.model.source import Source
from litreview.model.work import PartialDate, Update, Work
from litreview.sources.retractions import WithRetractions, read_rows
from litreview.sources.snapshot import Snapshot

HEAD = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
    "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,"
    "Reason,Paywalled,Notes,"
)


def row(doi: str, nature: str, date: str, notice: str = "10.1111/notice", pmid: str = "0") -> str:
    return f'1,"A, title",,,,,,,,,{date},{notice},0,1/1/2001 0:00,{doi},{pmid},{nature},+Reason;,No,,'


def marked(tmp_path: Path, rows: list[str], work: Work) -> tuple[Update, ...]:
    (tmp_path / "rw.csv").write_bytes("\r\n".join([HEAD, *rows]).encode("latin-1"))
    return with_table(tmp_path).mark(work).updated_by


def with_table(tmp_path: Path) -> WithRetractions:
    (tmp_path / "r.json").write_text('{"DOI": "10.1234/A", "title": ["A paper"]}')
    return WithRetractions(Snapshot(tmp_path / "r.json"), tmp_path / "rw.csv")


PAPER = Work(doi="10.1234/a")


@pytest.mark.parametrize(
    ("rows", "types"),
    [
        ([row("10.1234/A", "Retraction", "7/18/2024 0:00")], ["retraction"]),
        (
            [row("https://doi.org/10.1234/a", "Expression of concern", "7/18/2024 0:00")],
            ["expression_of_concern"],
        ),
        ([row("10.1234/a", "Correction", "7/18/2024 0:00")], ["correction"]),
        ([row("10.1234/b", "Retraction", "7/18/2024 0:00")], []),
        ([row("unavailable", "Retraction", "7/18/2024 0:00")], []),
        ([row("", "Retraction", "7/18/2024 0:00")], []),
        ([row("10.1234/a", "Something new", "7/18/2024 0:00")], []),
        (
            [
                row("10.1234/a", "Reinstatement", "1/5/2021 0:00"),
                row("10.1234/a", "Retraction", "12/30/2020 0:00"),
            ],
            ["reinstatement"],
        ),
        (
            [
                row("10.1234/a", "Reinstatement", "1/5/2021 0:00"),
                row("10.1234/a", "Retraction", "3/5/2022 0:00"),
            ],
            ["reinstatement", "retraction"],
        ),
        (
            [
                row("10.1234/a", "Correction", "1/5/2019 0:00"),
                row("10.1234/a", "Reinstatement", "3/5/2022 0:00"),
            ],
            ["correction", "reinstatement"],
        ),
        ([row("10.1234/a", "Retraction", "7/18/2024 0:00")] * 3, ["retraction"]),
    ],
)
def test_rows(tmp_path: Path, rows: list[str], types: list[str]) -> None:
    assert [update.type for update in marked(tmp_path, rows, PAPER)] == types


def test_dates_are_month_first_and_missing_notices_are_empty(tmp_path: Path) -> None:
    (update,) = marked(tmp_path, [row("10.1234/a", "Retraction", "7/4/2024 0:00", "unavailable")], PAPER)
    assert update == Update("retraction", "", "retraction-watch", PartialDate(2024, 7, 4))


def test_a_paper_without_doi_is_known_by_its_pubmed_id_but_never_by_zero(tmp_path: Path) -> None:
    rows = [row("", "Retraction", "7/4/2024 0:00", pmid="123456"), row("", "Retraction", "7/4/2024 0:00")]
    assert len(marked(tmp_path, rows, Work(pmid="123456"))) == 1
    assert marked(tmp_path, rows, Work(title="No ids")) == ()


def test_broken_letters_and_bad_dates_do_no_harm(tmp_path: Path) -> None:
    rows = [row("10.1234/a", "Retraction", "unknown").replace("A, title", "Ren\xe9")]
    assert marked(tmp_path, rows, PAPER)[0].date is None


def test_what_the_record_says_itself_is_not_said_twice(tmp_path: Path) -> None:
    own = Update("retraction", "10.1111/notice", "publisher", PartialDate(2024, 7, 1))
    work = Work(doi="10.1234/a", updated_by=(own,))
    assert marked(tmp_path, [row("10.1234/a", "Retraction", "7/18/2024 0:00")], work) == (own,)
    undone = [row("10.1234/a", "Reinstatement", "8/1/2024 0:00")]
    assert [update.type for update in marked(tmp_path, undone, work)] == ["reinstatement"]


def test_the_source_within_is_asked_and_its_works_marked(tmp_path: Path) -> None:
    (tmp_path / "rw.csv").write_text("\n".join([HEAD, row("10.1234/a", "Retraction", "7/18/2024 0:00")]))
    source = with_table(tmp_path)
    assert isinstance(source, Source)
    assert source.fetch(["10.1234/a"])["10.1234/a"].works[0].updated_by[0].type == "retraction"
    assert source.fetch(["10.1234/b"])["10.1234/b"].works == ()


@pytest.mark.parametrize(
    ("content", "says"), [(None, "cannot be read"), ("a,b\n1,2\n", "no column"), ("", "no column")]
)
def test_another_table_is_refused(tmp_path: Path, content: str | None, says: str) -> None:
    if content is not None:
        (tmp_path / "rw.csv").write_text(content)
    with pytest.raises(InputError, match=says):
        with_table(tmp_path)


@pytest.mark.shared
def test_the_real_sample(shared_dir: Path) -> None:
    source = Snapshot(shared_dir / "data" / "crossref" / "works-trimmed.jsonl")
    table = WithRetractions(source, shared_dir / "data" / "crossref" / "retraction-watch-sample.csv")
    assert len(table._by_doi) > 400
    assert not any("unavailable" in doi for doi in table._by_doi)


def test_a_quote_that_never_closes_hides_no_notice(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    heading = "RetractionNature,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,Title"
    rows = 'Retraction,7/18/2024,,10.1234/a,,Sound\nRetraction,7/18/2024,,10.1234/b,,"Open\n'
    path.write_text(f"{heading}\n{rows}Retraction,7/18/2024,,10.1234/c,,Hidden\n", "utf-8")
    with pytest.raises(InputError, match=r"table\.csv:3: a quote never closes"):
        list(read_rows(path))


def test_a_long_cell_is_read(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    heading = "RetractionNature,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,Title"
    path.write_text(f"{heading}\nRetraction,7/18/2024,,10.1234/a,,{'a' * 200_000}\n", "utf-8")
    assert len(list(read_rows(path))) == 1
