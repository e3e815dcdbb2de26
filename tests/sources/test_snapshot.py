"""Snapshot: reading record files, damaged ones too, and finding what a reference may mean."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from litreview.model.errors import InputError
from litreview.model.reference import Reference
from litreview.model.source import Outcome, Source
from litreview.model.work import Name, PartialDate, Work
from litreview.sources import records
from litreview.sources.snapshot import Snapshot

SLEEP = {
    "DOI": "10.1111/JSR.12345",
    "title": ["Sleep and its discontents: a randomised trial"],
    "author": [{"family": "van der Berg", "given": "Anna"}, {"family": "Okafor", "given": "Chidi"}],
    "container-title": ["Journal of Sleep Research"],
    "issued": {"date-parts": [[2011]]},
    "volume": "20",
    "page": "101-110",
}
OTHERS = [
    {"DOI": "10.1/decoy1", "title": ["Sleep and health in old age: a survey"], "author": [{"family": "Moss"}],
     "container-title": ["Journal of Sleep Research"], "issued": {"date-parts": [[2011]]}, "volume": "20",
     "page": "55"},
    {"DOI": "10.1/decoy2", "title": ["Dreams"], "author": [{"family": "Berg"}],
     "issued": {"date-parts": [[1999]]}},
    {"DOI": "10.1002/14651858.CD001234.pub2", "title": ["Warm baths for insomnia"], "volume": "2013",
     "author": [{"family": "Ito"}], "issued": {"date-parts": [[2013]]}, "article-number": "CD001234"},
    {"key": "agency-169", "title": ["Treating insomnia"], "author": [{"name": "Health Agency"}],
     "report": {"series": "Evidence Report", "number": "169"}, "issued": {"date-parts": [[2016]]}},
]  # fmt: skip


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    path = tmp_path / "works.jsonl"
    path.write_text("\n".join(json.dumps(work) for work in [SLEEP, *OTHERS]), encoding="utf-8")
    return Snapshot(path)


def best(snapshot: Snapshot, text: str, work: Work | None = None) -> str:
    found = snapshot.candidates([Reference("", text, work or Work())])[0]
    return found.works[0].id if found.works else ""


def test_it_is_a_source(snapshot: Snapshot) -> None:
    assert isinstance(snapshot, Source)


@pytest.mark.parametrize(
    "doi", ["10.1111/jsr.12345", "https://doi.org/10.1111/JSR.12345", " doi:10.1111/jsr.12345"]
)
def test_dois_are_found_however_they_are_written(snapshot: Snapshot, doi: str) -> None:
    lookup = snapshot.fetch([doi])[doi]
    assert lookup.outcome is Outcome.FOUND
    assert lookup.works[0].title.startswith("Sleep and its")


def test_what_is_not_there_is_absent(snapshot: Snapshot) -> None:
    answers = snapshot.fetch(["10.9999/none", "", "no doi"])
    assert {lookup.outcome for lookup in answers.values()} == {Outcome.ABSENT}


@pytest.mark.parametrize(
    "text",
    [
        "van der Berg A, Okafor C. Sleep and its discontents: a randomised trial. Sleep Res 2011;20:101-10.",
        "van der Berg, A., & Okafor, C. (2012). Something quite different. J Sleep Res, 20, 101–110.",
        "(3) van der Berg, A.; Okafor, C. J. Sleep Res. 2011, 20, 101.",
        "Berg AV. Sleep and its discontents. 2011",
        "Okafor (2011) Discontents of sleep, randomised, Sleep Research p. 9",
        "Anonymous. SLEEP AND ITS DISCONTENTS. Somewhere. 1950.",
        "https://doi.org/10.1111/jsr.12345",
    ],
)
def test_a_reference_finds_its_work_even_with_wrong_fields(snapshot: Snapshot, text: str) -> None:
    assert best(snapshot, text) == "10.1111/jsr.12345"


def test_a_cochrane_number_finds_its_review_in_any_year(snapshot: Snapshot) -> None:
    assert best(snapshot, "Ito K. Baths. Cochrane Database Syst Rev 2015;(4):CD001234.").startswith(
        "10.1002/1465"
    )


def test_a_report_is_found_by_its_number(snapshot: Snapshot) -> None:
    assert best(snapshot, "Health Agency. Insomnia. Evidence Report No. 169. 2016.") == "agency-169"


def test_parsed_fields_are_used_where_there_is_no_string(snapshot: Snapshot) -> None:
    claimed = Work(author=(Name("Okafor"),), issued=PartialDate(2011), title="Sleep and its discontents")
    assert best(snapshot, "", claimed) == "10.1111/jsr.12345"


def test_nothing_in_common_means_no_candidate(snapshot: Snapshot) -> None:
    assert (
        snapshot.candidates([Reference("", "Quantum foam in 1734 words", Work())])[0].outcome
        is Outcome.ABSENT
    )


def test_answers_come_in_the_order_of_the_references(snapshot: Snapshot) -> None:
    texts = ["Berg. Dreams. 1999", "Moss (2011) Sleep and health in old age: a survey"]
    answers = snapshot.candidates([Reference("", text, Work()) for text in texts])
    assert [answer.works[0].doi for answer in answers] == ["10.1/decoy2", "10.1/decoy1"]


@pytest.mark.parametrize("shape", ["list", "items", "message", "lines", "packed", "folder", "bom", "crlf"])
def test_every_shape_of_file_is_read(tmp_path: Path, shape: str) -> None:
    records = [SLEEP, *OTHERS]
    lines = "\n".join(json.dumps(record) for record in records)
    path = tmp_path / "works.json"
    match shape:
        case "list":
            path.write_text(json.dumps(records, indent=1))
        case "items":
            path.write_text(json.dumps({"items": records}))
        case "message":
            path.write_text(json.dumps({"status": "ok", "message": {"items": records}}))
        case "lines":
            path.write_text(lines + "\n\n")
        case "packed":
            path.write_bytes(gzip.compress(lines.encode()))
        case "bom":
            path.write_text("﻿" + lines, encoding="utf-8")
        case "crlf":
            path.write_bytes(lines.replace("\n", "\r\n").encode())
        case "folder":
            path = tmp_path / "folder"
            path.mkdir()
            (path / "README.md").write_text("not a record")
            for number, record in enumerate(records):
                (path / f"{number}.json").write_text(json.dumps(record))
    snapshot = Snapshot(path)
    assert [work.title for work in snapshot.works][:2] == [
        SLEEP["title"][0],
        "Sleep and health in old age: a survey",
    ]
    assert snapshot.diagnoses == ()


def test_bad_records_are_kept_out_and_named(tmp_path: Path) -> None:
    path = tmp_path / "w.jsonl"
    path.write_text('{"DOI": "10.1/a"}\n{"DOI": \n[1]\n"x"\n{}\n{"DOI": "10.1/A", "title": ["again"]}\n')
    snapshot = Snapshot(path)
    assert [work.doi for work in snapshot.works] == ["10.1/a"]
    assert [diagnosis.line for diagnosis in snapshot.diagnoses] == [2, 3, 4, 5, 6]
    assert "twice" in snapshot.diagnoses[-1].message


def test_one_broken_file_does_not_spoil_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(SLEEP))
    (tmp_path / "b.json").write_text("{not json")
    (tmp_path / "c.json").write_text("")
    snapshot = Snapshot(tmp_path)
    assert len(snapshot.works) == 1
    assert [d.message.split(":")[0] for d in snapshot.diagnoses] == ["b.json", "c.json"]


@pytest.mark.parametrize(
    "record", [{"title": ["T"]}, {"author": [{"family": "F"}]}, {"DOI": "10.1/x", "title": None}]
)
def test_records_without_title_author_or_date_are_kept(tmp_path: Path, record: dict[str, Any]) -> None:
    (tmp_path / "a.json").write_text(json.dumps(record))
    snapshot = Snapshot(tmp_path)
    snapshot.candidates([Reference("", "F. T. 1999", Work())])
    assert len(snapshot.works) == 1


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.json", None, "no such file"),
        ("empty.json", b"", "empty"),
        ("word.json", b"PK\x03\x04\x00\x00\x00", "binary"),
        ("text.json", b"hello", "not JSON"),
        ("cut.jsonl.gz", gzip.compress(b'{"DOI": "10.1/a"}' * 99, mtime=0)[:40], "cannot be read"),
        ("none.json", b"[]", "no usable record"),
        ("bad.json", b"[1, 2]", "must be an object"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_unreadable_files_give_one_clear_line(
    tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=says) as error:
        Snapshot(path)
    assert "\n" not in str(error.value)


def test_every_record_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "w.jsonl"
    lines = [
        '{"DOI": "10.1/a"}',
        '{"key": "k", "title": ["T"]}',
        '{"id": "i", "title": "T"}',
        '{"title": ["T"]}',
    ]
    path.write_text("\n".join(lines))
    assert [work.id for work in Snapshot(path).works] == ["10.1/a", "k", "i", "w.jsonl#3"]


def test_the_shipped_records_read_without_complaint(example_snapshot: Path) -> None:
    snapshot = Snapshot(example_snapshot)
    works = {work.key: work for work in snapshot.works}
    assert snapshot.diagnoses == ()
    assert {path.stem for path in example_snapshot.glob("*.json")} == set(works)
    assert not any(u.type == "retraction" for work in works.values() for u in work.updated_by)
    assert [u.type for u in works["ebadi-2014"].updated_by] == ["new_version"]
    assert works["franke-2014"].id == "10.1186/1471-2474-15-286"


def test_every_value_of_the_shipped_records_says_where_it_was_seen(example_snapshot: Path) -> None:
    said = {"key", "author_complete", "relation", "report", "sources", "verified", "notes", "updated-by"}
    for path in example_snapshot.glob("*.json"):
        text = path.read_text(encoding="utf-8")
        record = json.loads(text)
        assert set(record) - said == set(record["verified"]), path.name
        assert text == json.dumps(record, indent=2, ensure_ascii=False, sort_keys=True) + "\n", path.name


def test_a_gzip_bomb_and_endless_nesting_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MOST_BYTES", 10_000)
    bomb, nest = tmp_path / "w.json.gz", tmp_path / "n.json"
    bomb.write_bytes(gzip.compress(b" " * 1_000_000))
    nest.write_text("[" * 9_000)
    with pytest.raises(InputError, match="index build"):
        Snapshot(bomb)
    with pytest.raises(InputError, match="not JSON"):
        Snapshot(nest)


def test_numbers_lead_to_the_records_that_carry_them(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text(
        json.dumps([{"DOI": "10.1234/a", "PMID": "31000001"}, {"key": "k", "arXiv": "2101.00001"}])
    )
    named = Reference("a", "A paper. PMID: 31000001", Work())
    other = Reference("b", "A paper. arXiv:2101.00001. PMID: 31000009", Work())
    found = Snapshot(path).identify([named, other])
    assert {kind: lookup.works[0].id for kind, lookup in found[0].items()} == {"PMID": "10.1234/a"}
    assert {kind: lookup.works[0].id for kind, lookup in found[1].items()} == {"arXiv": "k"}


@pytest.mark.parametrize(
    "named", [{"aliases": ["10.1016/old.1"]}, {"alternative-id": ["S0140673600000001", "10.1016/OLD.1"]}]
)
def test_another_doi_of_a_record_leads_to_it(tmp_path: Path, named: dict[str, list[str]]) -> None:
    path = tmp_path / "r.json"
    path.write_text(json.dumps([{"DOI": "10.1234/a"} | named, {"DOI": "10.1234/b"}]))
    found = Snapshot(path).fetch(["10.1016/old.1", "10.1016/other"])
    assert [work.doi for work in found["10.1016/old.1"].works] == ["10.1234/a"]
    assert found["10.1016/other"].outcome is Outcome.ABSENT
