"""A notice's record tells of the paper: in a snapshot, an index, a cache, and among the works of one run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import litreview as lr
from litreview.matching.resolve import resolve
from litreview.model.source import Source
from litreview.model.work import Update, Work
from litreview.sources.cached import Cached
from litreview.sources.index import Index
from litreview.sources.index_build import build_index
from litreview.sources.notices import REPLACED, notices_by_doi, told_about, with_notices
from litreview.sources.snapshot import Snapshot
from tests.matching.lab_records import MemorySource, references

PAPER = {
    "DOI": "10.5555/soup.1", "type": "journal-article", "title": ["Salt in cold soup and its makers"],
    "author": [{"family": "Ito", "given": "Ken"}], "issued": {"date-parts": [[2014]]},
    "container-title": ["Journal of Soups"], "volume": "3", "issue": "2", "page": "101-109",
}  # fmt: skip
CITED = "Ito K. Salt in cold soup and its makers. J Soups. 2014;3(2):101-109."


def notice(kind: str, title: str = "Notice: Salt in cold soup and its makers", **more: Any) -> dict[str, Any]:
    update = {"DOI": "10.5555/soup.1", "type": kind, "label": more.pop("label", kind)}
    update |= {"updated": {"date-parts": [[2016, 7, 2]]}}
    return {
        **PAPER, "DOI": "10.5555/soup.1n", "title": [title], "issued": {"date-parts": [[2016]]}, "page": "12",
        "volume": "5", "update-to": [update], **more,
    }  # fmt: skip


def opened(kind: str, folder: Path, records: list[dict[str, Any]]) -> Source:
    file = folder / "records.jsonl"
    file.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    if kind == "index":
        build_index([file], folder / "works.idx")
        return Index(folder / "works.idx")
    if kind == "cache":
        first = Cached(Snapshot(file), folder / "cache.sqlite")
        first.fetch([record["DOI"] for record in records])
        first.close()
        return Cached(Snapshot(file), folder / "cache.sqlite", offline=True)
    return Snapshot(file)


@pytest.mark.parametrize("source", ["snapshot", "index", "cache"])
@pytest.mark.parametrize(
    "kind",
    [
        "retraction",
        "partial_retraction",
        "withdrawal",
        "expression_of_concern",
        "correction",
        "reinstatement",
    ],
)
def test_a_notice_tells_of_the_paper_whose_record_is_silent(source: str, kind: str, tmp_path: Path) -> None:
    found = opened(source, tmp_path, [PAPER, notice(kind)])
    (work,) = found.fetch(["10.5555/soup.1"])["10.5555/soup.1"].works
    assert [(one.type, one.doi, str(one.date)) for one in work.updated_by] == [
        (kind, "10.5555/soup.1n", "2016-07-02")
    ]
    (other,) = found.fetch(["10.5555/soup.1n"])["10.5555/soup.1n"].works
    assert other.updated_by == ()


def test_a_search_tells_it_too(tmp_path: Path) -> None:
    for kind in ("snapshot", "index"):
        folder = tmp_path / kind
        folder.mkdir()
        source = opened(kind, folder, [PAPER, notice("retraction")])
        (match,) = resolve(references(CITED), source=source)
        assert match.work is not None
        assert [one.type for one in match.work.updated_by] == ["retraction"]


def test_a_notice_among_the_works_of_one_run_counts() -> None:
    paper = Work(
        title="Salt in cold soup and its makers", doi="10.5555/soup.1", container_title="Journal of Soups",
        volume="3", page="101-109", type="article-journal",
    )  # fmt: skip
    silent = Work(
        title="Retraction: Salt in cold soup and its makers", doi="10.5555/soup.1n",
        update_to=(Update("retraction", "10.5555/soup.1"),),
    )  # fmt: skip
    items = references(f"{CITED} doi:10.5555/soup.1", "Ito K. Retraction. J Soups 2016. doi:10.5555/soup.1n")
    matches = resolve(items, source=MemorySource((paper, silent)))
    assert matches[0].work is not None
    assert [one.type for one in matches[0].work.updated_by] == ["retraction"]


def test_what_the_papers_own_record_says_is_not_said_twice() -> None:
    own = Work(doi="10.5555/a", updated_by=(Update("retraction", "10.5555/n", "publisher"),))
    other = Work(doi="10.5555/n", title="Retraction: A", update_to=(Update("retraction", "10.5555/a"),))
    assert with_notices(own, [other]) == own


def test_a_paper_published_again_replaces_and_is_no_notice() -> None:
    label = "Retraction and replacement"
    again = Work(
        doi="10.5555/a2", title="Oil for sailors", update_to=(Update("retraction", "10.5555/a", note=label),)
    )
    (update,) = with_notices(Work(doi="10.5555/a", title="Oil for sailors"), [again]).updated_by
    assert (update.type, update.doi, update.note) == ("retraction", "10.5555/a2", REPLACED)
    own = Work(doi="10.5555/a", updated_by=(Update("retraction", "10.5555/a2", note=label),))
    assert [one.note for one in with_notices(own, [again]).updated_by] == [REPLACED]


def test_new_versions_are_works_of_their_own() -> None:
    newer = Work(doi="10.5555/a.2", update_to=(Update("new_version", "10.5555/a.1"),))
    assert told_about(newer) == ()
    assert notices_by_doi([newer]) == {}


def test_a_partial_retraction_is_one_whatever_its_type() -> None:
    part = Work(
        doi="10.5555/n", title="Partial Retraction: A", update_to=(Update("retraction", "10.5555/a"),)
    )
    assert [one.type for one in with_notices(Work(doi="10.5555/a"), [part]).updated_by] == [
        "partial_retraction"
    ]


def said(source: Source) -> list[tuple[str, str]]:
    report = lr.check(lr.parse(f"References\n\n{CITED}\n"), source=source, as_of="2026-01-01")
    return [(one.rule, one.message) for one in report.findings if one.rule.startswith("S")]


def test_the_report_says_what_happened(tmp_path: Path) -> None:
    source = opened("snapshot", tmp_path, [PAPER, notice("retraction")])
    assert said(source) == [
        ("S401", "Ito K (2014): the work was retracted (on 2016-07-02, notice 10.5555/soup.1n).")
    ]


def test_the_report_names_the_replacement(tmp_path: Path) -> None:
    again = notice(
        "retraction", "Salt in cold soup and its makers", label="Retraction and replacement",
        page="1-14", author=PAPER["author"],
    )  # fmt: skip
    source = opened("snapshot", tmp_path, [PAPER, again])
    assert said(source) == [
        ("S401", "Ito K (2014): the work was retracted and replaced by 10.5555/soup.1n (on 2016-07-02).")
    ]
