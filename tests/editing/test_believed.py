"""What a record may not correct: values not believed, notes, another version's, and what would be lost."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import litreview as lr
from litreview.formats.records.crossref import work_to_crossref
from litreview.model.work import PartialDate, Work
from tests.editing.one_wrong_value import RECORD

OTHERS = (
    Work(
        type="article-journal", title="Tea in boathouses", container_title=RECORD.container_title,
        volume="40", page="1-9", issued=PartialDate(2006), doi="10.5555/tarn.40",
    ),
)  # fmt: skip
CITED = (
    "Haverkamp LM, Okonjo D, van der Meulen PJ. Cold water swimming and back pain in rowers: "
    "a randomised trial. Journal of Invented Posture. 2015;31(2):101-109. doi:10.5555/tarn.0001"
)


def fixed(record: Work, folder: Path, entry: str = CITED, *, unsafe: bool = False) -> tuple[str, str]:
    """The entry after its fix, and what the summary says."""
    records = folder / "records.json"
    records.write_text(json.dumps([work_to_crossref(work) for work in (record, *OTHERS)]), encoding="utf-8")
    path = folder / "a.md"
    path.write_text(f"Known [1].\n\n## References\n\n1. {entry}\n", encoding="utf-8")
    found = lr.fix(path, source=lr.Snapshot(records), unsafe=unsafe)
    found.write()
    return path.read_text(encoding="utf-8").splitlines()[-1].removeprefix("1. "), found.summary()


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (replace(RECORD, issued=PartialDate(2019, 5, 9)), "does not fit volume 40 of 2006"),
        (replace(RECORD, title="Cold water swimming and back pain in rowers: a"), ""),
        (replace(RECORD, volume="2015"), "31 stays: the record says 2015, which is only its year"),
        (replace(RECORD, issue="Spring"), "2 stays: the record says Spring, which is no number"),
        (replace(RECORD, page="1-9"), "counted within the paper"),
        (replace(RECORD, author=RECORD.author[1:]), ""),
        (replace(RECORD, author=RECORD.author[:2]), ""),
    ],
)
@pytest.mark.parametrize("unsafe", [False, True])
def test_nothing_right_is_changed(record: Work, said: str, unsafe: bool, tmp_path: Path) -> None:
    entry = CITED.replace("2015;31", "2004;31") if "volume 40" in said else CITED
    if unsafe and not said:
        pytest.skip("a likely correction, made when it is asked for")
    after, summary = fixed(record, tmp_path, entry, unsafe=unsafe)
    assert after == entry
    assert said in " ".join(summary.split())


def test_what_is_not_made_is_told_with_both_values_and_the_reason(tmp_path: Path) -> None:
    entry = CITED.replace("van der Meulen PJ", "van der Meulen PJ, Brandtner T")
    after, summary = fixed(RECORD, tmp_path, entry)
    assert after == entry
    assert "an author would be taken out (--unsafe makes it)" in summary


def test_a_preprint_corrects_nothing_in_a_journal_s_entry(tmp_path: Path) -> None:
    preprint = replace(
        RECORD, type="posted-content", container_title="", volume="", issue="", page="",
        issued=PartialDate(2012), doi="10.1101/2012.01.01.1",
    )  # fmt: skip
    entry = CITED.replace(RECORD.doi, preprint.doi)
    after, _ = fixed(preprint, tmp_path, entry)
    assert after == entry


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("2015;", "2012;"), ("31(2)", "13(2)"), ("31(2)", "31(7)"), ("101-109", "201-209"), ("back", "knee")],
)
def test_one_wrong_value_is_corrected_unasked(right: str, wrong: str, tmp_path: Path) -> None:
    after, _ = fixed(RECORD, tmp_path, CITED.replace(right, wrong))
    assert after == CITED


def test_an_article_number_in_the_issue_s_place_stays(tmp_path: Path) -> None:
    entry = CITED.replace("31(2):101-109", "31(2020):1-6")
    for place in ({"article_number": "2020", "page": ""}, {"page": "2020"}):
        after, _ = fixed(replace(RECORD, issue="1", **place), tmp_path, entry, unsafe=True)
        assert after == entry
