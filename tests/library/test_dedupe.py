"""Which records are one work: the traps of the field, each as one pair."""

from __future__ import annotations

import csv
import importlib.util
import random
from pathlib import Path

import pytest

from litreview.formats.records.table import work_from_row
from litreview.library.dedupe import Deduplication, deduplicate
from litreview.library.tidy import bare_title, tidied
from litreview.library.verdicts import Sameness, judge
from litreview.model.work import Work

BASE = {
    "entry_type": "article",
    "title": "Exercise for chronic knee pain: a randomised trial",
    "authors": "Doe, J and Roe, K",
    "year": "2014",
    "journal": "Journal of Physiotherapy",
    "volume": "60",
    "issue": "2",
    "pages": "121-129",
}
COCHRANE = {"pages": "CD010458", "journal": "Cochrane Database Syst Rev", "volume": "", "issue": ""}


def record(**changes: str) -> Work:
    return work_from_row(BASE | changes)


def verdict(*, first: dict[str, str] | None = None, **changes: str) -> Sameness:
    return judge(tidied(record(**(first or {}))), tidied(record(**changes))).verdict


@pytest.mark.parametrize(
    "changes",
    [
        {"pages": "121-9"},
        {"pages": "121"},
        {"journal": "J Physiother"},
        {"journal": "", "volume": "", "pages": ""},
        {"title": "EXERCISE FOR CHRONIC KNEE PAIN - A RANDOMIZED TRIAL"},
        {"title": "Exercise for chronic knee pain"},
        {"title": "Exercise for chronic knee pain: a randomised trial. [Review] [33 refs]"},
        {"title": "Exercise for chronic knee pain: a randomised trial.[Erratum appears in J. 2015;1:2]"},
        {"title": "[Bewegung bei chronischem Knieschmerz: eine Studie]"},  # same place, same authors
        {"year": "2015"},  # online first
        {"authors": "Doe, Jane and Roe, Kim"},
        {"authors": "Doe, J"},
        {"issue": ""},
    ],
)
def test_two_records_of_one_work(changes: dict[str, str]) -> None:
    assert verdict(**changes) is Sameness.SAME


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Exercise for chronic hip pain: a randomised trial", "pages": "130-138"},
        {"title": "Exercise for chronic knee pain in children", "pages": "", "volume": ""},
        {"title": "Exercise for chronic knee pain: part 2", "pages": "130-138"},
        {"title": "Yoga in pregnancy", "authors": "Poe, E", "pages": "121"},  # another letter on one page
        {"authors": "Poe, E and Zoe, X", "year": "2019", "volume": "65", "pages": "1-9"},
    ],
)
def test_two_works(changes: dict[str, str]) -> None:
    assert verdict(**changes) is Sameness.DIFFERENT


@pytest.mark.parametrize(
    ("first", "changes"),
    [
        (
            {},
            {
                "title": "Exercise for chronic knee pain: protocol",
                "pages": "1-9",
                "volume": "58",
                "year": "2012",
            },
        ),
        ({}, {"title": "Exercise for chronic knee pain: a randomised trial: reply", "pages": "200"}),
        ({}, {"title": "Erratum: Exercise for chronic knee pain: a randomised trial", "pages": "200"}),
        (
            {},
            {"journal": "Osteoarthritis and Cartilage", "volume": "22", "pages": "S20"},
        ),  # congress abstract
        ({}, {"entry_type": "inproceedings", "journal": "Proceedings of XYZ", "volume": "", "pages": ""}),
        (COCHRANE | {"year": "2013"}, COCHRANE | {"year": "2020"}),
        (
            {"doi": "10.1002/14651858.CD009852.pub2"},
            {"doi": "10.1002/14651858.CD009852.pub3", "year": "2018"},
        ),
        (
            {"doi": "10.1101/2013.01.01.123456", "journal": "medRxiv", "volume": "", "pages": ""},
            {"doi": "10.1016/j.jphys.2014.1"},
        ),
    ],
)
def test_versions_are_linked_and_not_joined(first: dict[str, str], changes: dict[str, str]) -> None:
    assert verdict(first=first, **changes) is Sameness.VERSION


@pytest.mark.parametrize("title", ["Editorial", "Introduction", "Reply", "Letter to the editor"])
def test_titles_that_many_works_have_prove_nothing(title: str) -> None:
    assert judge(record(title=title), record(title=title, pages="1-2")).verdict is Sameness.DIFFERENT
    assert judge(record(title=title), record(title=title)).verdict is Sameness.SAME


@pytest.mark.parametrize("title", ["Chair's message", "Introduction to the minitrack on digital government"])
def test_columns_come_back_every_year(title: str) -> None:
    bare = {"title": title, "journal": "SIGMOD Record", "volume": "", "issue": "", "pages": ""}
    assert judge(record(**bare), record(**bare | {"year": "2015"})).verdict is Sameness.DOUBTFUL


def test_two_reference_lists_that_name_one_place_mean_one_work() -> None:
    wrong = record(title="Movement therapy for the knee", year="2015", authors="Doe, J", issue="")
    assert judge(record(), wrong).verdict is not Sameness.SAME
    assert judge(record(), wrong, in_two_lists=True).verdict is Sameness.SAME
    other = record(title="Movement therapy for the knee", authors="Poe, E")
    assert judge(record(), other, in_two_lists=True).verdict is Sameness.DIFFERENT


def test_a_chain_over_a_bare_record_does_not_join_two_works() -> None:
    works = [
        record(
            title="Perceptron trees and their uses",
            year="1988",
            journal="",
            volume="",
            issue="",
            pages="601-606",
        ),
        record(
            title="Perceptron trees and their uses", year="1988", journal="", volume="", issue="", pages=""
        ),
        record(
            title="Perceptron trees and their uses",
            year="1989",
            journal="Connection Science",
            volume="1",
            issue="",
            pages="377-391",
        ),
    ]
    found = deduplicate(works, ["a", "b", "c"])
    assert found.labels[0] != found.labels[2]


def test_every_join_has_its_reason() -> None:
    found = deduplicate(
        [record(), record(pages="121"), record(), record(title="Other", pages="1-9")], list("abcd")
    )
    assert list(found.groups) == ["a", "a", "a", "d"]
    assert found.groups.index.name == "id"
    assert list(found.merges.columns) == ["a", "b", "verdict", "reason", "score"]
    assert set(found.merges["verdict"]) == {"same"}
    assert found.merges["reason"].str.len().min() > 5
    assert found.merges["score"].between(0, 1).all()


def test_no_records() -> None:
    found = deduplicate([], [])
    assert found.groups.empty
    assert found.merges.empty


def test_the_order_of_the_records_plays_no_part() -> None:
    works = [
        record(pages=pages, year=year, title=title)
        for title in ("Exercise for knees today", "Rest for knees today")
        for year in ("2014", "2015")
        for pages in ("121-129", "121", "")
    ]
    ids = [f"r{at}" for at in range(len(works))]
    expected = _partition(deduplicate(works, ids))
    for seed in range(5):
        order = list(range(len(works)))
        random.Random(seed).shuffle(order)
        assert _partition(deduplicate([works[at] for at in order], [ids[at] for at in order])) == expected


def _partition(found: Deduplication) -> dict[str, str]:
    return dict(zip(found.ids, found.labels, strict=True))


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Screening for cervical cancer. [Review] [53 refs]", "Screening for cervical cancer"),
        ('"Faster learning: a study". In D.S. Touretzky,', "Faster learning: a study"),
        ("(1988) Learning speed in networks (CMU-CS-88-162),", "Learning speed in networks"),
        ("[Translated title]", "[Translated title]"),
        ("In vitro fertilisation: what now?", "In vitro fertilisation: what now?"),
        ("Pain in adults", "Pain in adults"),
        ("", ""),
    ],
)
def test_bare_titles(title: str, bare: str) -> None:
    assert bare_title(title) == bare


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "pair_f1", "record_fp"),
    [
        ("cytology_screening", 0.998, 0),
        ("copper", 0.999, 0),
        ("cora_dev", 0.965, 1),
        ("special_cases", 1.0, 0),
    ],
)
def test_gold_sets(shared_dir: Path, name: str, pair_f1: float, record_fp: int) -> None:
    """A ratchet: what the table reaches on the development sets must not get worse."""
    with (shared_dir / "data" / "dedupe" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    gold = [row.pop("gold_group") for row in rows]
    found = deduplicate([work_from_row(row) for row in rows], [row["id"] for row in rows])
    spec = importlib.util.spec_from_file_location("score_dedupe", shared_dir / "tools" / "score_dedupe.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    assert scorer.pairwise(gold, list(found.labels))["f1"] >= pair_f1
    assert scorer.record_level(gold, list(found.labels))["fp"] <= record_fp
