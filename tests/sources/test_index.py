"""The local index: built from every layout, resumed, updated, asked, and honest about damage."""

from __future__ import annotations

import gzip
import io
import json
import random
import sqlite3
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest

from litreview.model.errors import InputError, MissingExtraError
from litreview.model.reference import Reference
from litreview.model.source import Outcome, Source
from litreview.model.work import Work
from litreview.sources import dumps, index_build, index_file
from litreview.sources.dumps import parts
from litreview.sources.index import Index
from litreview.sources.index_build import add_tantivy, build_index
from litreview.sources.index_file import check, draft_of, info
from litreview.sources.word_search import RareWords, TantivyWords, open_words

WORDS = ("acid", "bone", "cell", "dose", "edge", "film", "gene", "host", "iron", "joint", "knee", "lens",
         "mass", "node", "oxide", "pain", "root", "salt", "tide", "vein")  # fmt: skip


def record(number: int) -> dict[str, Any]:
    draw = random.Random(number)
    words = draw.sample(WORDS, 5)
    return {
        "DOI": f"10.1234/W{number}",
        "type": "journal-article",
        "title": [f"Effects of {' '.join(words)} observed number{number}"],
        "author": [{"family": f"Family{number % 50}", "given": "A."}],
        "container-title": ["Annals of Testing"],
        "issued": {"date-parts": [[1990 + number % 30]]},
        "volume": str(number % 40 + 1),
        "page": f"{number * 3 + 1}-{number * 3 + 4}",
        "indexed": {"timestamp": 1_600_000_000_000},
        "reference": [{"key": "r", "unstructured": "x" * 200}],
        "abstract": "<jats:p>Long</jats:p>",
    }


RECORDS = [record(number) for number in range(200)]


def lines(records: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(item) + "\n" for item in records).encode()


@pytest.fixture
def index(tmp_path: Path) -> Index:
    (tmp_path / "0.jsonl").write_bytes(lines(RECORDS))
    build_index([tmp_path / "0.jsonl"], tmp_path / "works.idx")
    return Index(tmp_path / "works.idx")


def ask(index: Index, text: str) -> list[str]:
    return [work.doi for work in index.candidates([Reference("", text, Work())])[0].works]


def test_it_is_a_source_and_answers_dois_in_any_spelling(index: Index) -> None:
    assert isinstance(index, Source)
    answers = index.fetch(["10.1234/W7", "https://doi.org/10.1234/w8", "10.1234/none", ""])
    assert [lookup.outcome.value for lookup in answers.values()] == ["found", "found", "absent", "absent"]
    work = answers["10.1234/W7"].works[0]
    assert (work.title, work.year, work.page) == (RECORDS[7]["title"][0], 1997, "22-25")
    assert work.abstract == ""


@pytest.mark.parametrize(
    "text",
    [
        "Family7 A. {title}. Ann Test. 1997;8:22-25.",
        "Family7 A. Another title altogether. Ann Test. 1997;8:22.",
        "Nobody. {title}. 1901",
        "(1) Family7, A. Ann. Test. 1997, 8, 22.",
        "see doi:10.1234/w7",
        "something on number7, observed in {title}",
    ],
)
def test_a_reference_finds_its_work(index: Index, text: str) -> None:
    assert ask(index, text.format(title=RECORDS[7]["title"][0]))[0] == "10.1234/w7"


def test_words_find_what_keys_do_not(index: Index) -> None:
    words = RECORDS[9]["title"][0].split()[::-1]
    assert ask(index, "X. " + " ".join(words))[0] == "10.1234/w9"
    assert index.candidates([Reference("", "Zzz qqq 1", Work())])[0].outcome is Outcome.ABSENT


def pack(path: Path, layout: str) -> list[Path]:
    """The records as one of the layouts Crossref's public data file has had."""
    halves = [RECORDS[:120], RECORDS[120:]]
    match layout:
        case "items":
            contents = [json.dumps({"items": half}).encode() for half in halves]
        case "pretty":
            contents = [json.dumps({"items": half}, indent=2).encode() for half in halves]
        case "array":
            contents = [json.dumps(half).encode() for half in halves]
        case "answer":
            contents = [json.dumps({"status": "ok", "message": {"items": half}}).encode() for half in halves]
        case "printed":
            contents = ["\n".join(json.dumps(item, indent=2) for item in half).encode() for half in halves]
        case _:
            contents = [lines(half) for half in halves]
    if layout.startswith("tar"):
        with tarfile.open(path / "all.tar", "w") as archive:
            for number, content in enumerate(contents):
                packed = gzip.compress(content)
                member = tarfile.TarInfo(f"dump/{number}.json.gz")
                member.size = len(packed)
                archive.addfile(member, io.BytesIO(packed))
        return [path / "all.tar"]
    for number, content in enumerate(contents):
        (path / f"{number}.json").write_bytes(gzip.compress(content) if number else content)
    return [path]


@pytest.mark.parametrize("layout", ["items", "pretty", "array", "answer", "printed", "lines", "tar"])
@pytest.mark.parametrize("chunk", [64, 1 << 20])
def test_every_layout_is_read(
    tmp_path: Path, layout: str, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(dumps, "CHUNK", max(chunk, 512))
    facts = build_index(pack(tmp_path / "data", layout), tmp_path / "w.idx")
    assert (facts.works, facts.unfinished, facts.problems) == (200, False, ())
    assert ask(Index(tmp_path / "w.idx"), RECORDS[150]["title"][0])[0] == "10.1234/w150"


def test_damaged_files_are_told_and_the_rest_is_taken(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "1.jsonl").write_bytes(
        lines(RECORDS[:3]) + b"{broken\n[1]\n" + lines(RECORDS[3:5]) + b'{"title": ["No DOI"]}'
    )
    (data / "2.json.gz").write_bytes(gzip.compress(lines(RECORDS[5:40]))[:-30])
    (data / "3.json").write_bytes(json.dumps({"items": RECORDS[40:45]}).encode()[:-400])
    facts = build_index([data], tmp_path / "w.idx")
    assert facts.works >= 5 + 4
    assert len(facts.problems) == 5
    assert "1.jsonl: 1 records without a DOI left out" in facts.problems
    assert any("line 4" in problem for problem in facts.problems)
    assert not facts.unfinished


def test_what_is_wrong_with_one_file_is_named_a_few_times_and_counted(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("no\n" * 40)
    (tmp_path / "b.json").write_text(json.dumps(RECORDS[0], indent=1)[:-9])
    facts = build_index([tmp_path], tmp_path / "w.idx")
    assert [problem.partition(":")[0] for problem in facts.problems] == ["a.json"] * 6 + ["b.json"]
    assert "35 more" in facts.problems[5]
    assert "breaks off" in facts.problems[6]


def test_an_interrupted_build_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_build, "BATCH", 20)
    (tmp_path / "a.jsonl").write_bytes(lines(RECORDS[:100]))
    (tmp_path / "b.jsonl").write_bytes(lines(RECORDS[100:]))
    files, target = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"], tmp_path / "w.idx"

    def stop(name: str, taken: int) -> None:
        if name == "b.jsonl" and taken == 40:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_index(files, target, stop)
    assert not target.exists()
    assert info(draft_of(target)).unfinished
    for look in (Index, info):
        with pytest.raises(InputError, match="interrupted"):
            look(target)
    told: list[tuple[str, int]] = []
    facts = build_index(files, target, lambda *what: told.append(what))
    assert (facts.works, facts.unfinished) == (200, False)
    assert told == [("b.jsonl", 60), ("b.jsonl", 80), ("b.jsonl", 100)]
    assert check(target).problems == ()


def test_newer_files_update_and_older_ones_do_not(tmp_path: Path, index: Index) -> None:
    index.close()
    newer, older = record(7), record(8)
    newer |= {"title": ["Completely renamed afterwards"], "indexed": {"timestamp": 1_700_000_000_000}}
    older |= {"title": ["An older state of things"], "indexed": {"timestamp": 1_500_000_000_000}}
    (tmp_path / "new.jsonl").write_bytes(lines([newer, older, record(500)]))
    facts = build_index([tmp_path / "new.jsonl"], tmp_path / "works.idx")
    assert facts.works == 201
    updated = Index(tmp_path / "works.idx")
    assert updated.fetch(["10.1234/w7"])["10.1234/w7"].works[0].title == "Completely renamed afterwards"
    assert updated.fetch(["10.1234/w8"])["10.1234/w8"].works[0].title == RECORDS[8]["title"][0]
    assert ask(updated, "afterwards renamed completely")[0] == "10.1234/w7"
    assert updated.check().problems == ()


def test_reading_the_same_files_again_changes_nothing(tmp_path: Path, index: Index) -> None:
    index.close()
    before = (tmp_path / "works.idx").read_bytes()
    told: list[tuple[str, int]] = []
    build_index([tmp_path / "0.jsonl"], tmp_path / "works.idx", lambda *what: told.append(what))
    assert told == []
    assert info(tmp_path / "works.idx").works == 200
    assert len((tmp_path / "works.idx").read_bytes()) == len(before)


def test_an_index_in_use_is_refused_in_one_line(
    tmp_path: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_file, "WAIT", 0.1)
    other = sqlite3.connect(index.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(InputError, match="is it in use"):
            build_index([tmp_path / "0.jsonl"], index.path)
    finally:
        other.close()


def test_facts_for_people(index: Index) -> None:
    facts = index.info()
    assert facts.files == (("0.jsonl", 200),)
    assert "200 works, complete" in facts.lines()[0]


@pytest.mark.parametrize("content", [None, b"", b"no database" * 100, b"sqlite"])
def test_what_is_no_index_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.idx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError):
        Index(path)


def test_another_database_is_refused_and_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE mine (x)")
    database.close()
    before = path.read_bytes()
    (tmp_path / "a.jsonl").write_bytes(lines(RECORDS[:1]))
    with pytest.raises(InputError, match="not an index"):
        build_index([tmp_path / "a.jsonl"], path)
    assert path.read_bytes() == before


def test_damage_is_found(tmp_path: Path, index: Index) -> None:
    index.close()
    database = sqlite3.connect(tmp_path / "works.idx")
    database.execute("UPDATE works SET record = x'00ff00' WHERE doi = '10.1234/w3'")
    database.commit()
    database.close()
    assert any("10.1234/w3" in problem for problem in check(tmp_path / "works.idx").problems)
    again = Index(tmp_path / "works.idx")
    answers = again.fetch(["10.1234/w3", "10.1234/w4", "10.1234/none"])
    assert [one.outcome.value for one in answers.values()] == ["unreachable", "found", "absent"]
    assert "damaged" in answers["10.1234/w3"].reason
    found = again.candidates([Reference("", RECORDS[number]["title"][0], Work()) for number in (3, 4)])
    assert [one.outcome.value for one in found] == ["unreachable", "found"]


@pytest.mark.parametrize("make", [lambda p: p / "none.tar", lambda p: p])
def test_paths_without_data_are_refused(tmp_path: Path, make: Any) -> None:
    with pytest.raises(InputError):
        list(parts([make(tmp_path)]))


def test_a_cut_tar_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    pack(tmp_path / "data", "tar")
    whole = (tmp_path / "data" / "all.tar").read_bytes()
    (tmp_path / "cut.tar").write_bytes(whole[: len(whole) // 4])
    with pytest.raises(InputError, match="tar"):
        build_index([tmp_path / "cut.tar"], tmp_path / "w.idx")


def test_a_tantivy_folder_is_of_no_harm_where_tantivy_is_not_installed(
    tmp_path: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tantivy", None)
    with pytest.raises(MissingExtraError, match=r"litreview\[index\]"):
        add_tantivy(index.path)
    (tmp_path / "works.idx.tantivy").mkdir(exist_ok=True)
    assert isinstance(open_words(index._db, index.path), RareWords)


def test_tantivy_finds_the_same(tmp_path: Path, index: Index) -> None:
    pytest.importorskip("tantivy")
    add_tantivy(index.path)
    with_tantivy = Index(index.path)
    assert isinstance(with_tantivy._words, TantivyWords)
    words = " ".join(RECORDS[9]["title"][0].split()[::-1])
    assert ask(with_tantivy, f"X. {words}")[0] == ask(index, f"X. {words}")[0] == "10.1234/w9"


def test_a_record_that_was_changed_is_damaged_and_not_another(tmp_path: Path, index: Index) -> None:
    index.close()
    database = sqlite3.connect(tmp_path / "works.idx")
    (packed,) = database.execute("SELECT record FROM works WHERE doi = '10.1234/w3'").fetchone()
    changes = [
        packed[:at] + bytes([packed[at] ^ 1 << at % 8]) + packed[at + 1 :] for at in range(len(packed))
    ]
    for changed in (*changes, packed[:-9], b"", "text", 7, None):
        database.execute("UPDATE works SET record = ? WHERE doi = '10.1234/w3'", (changed,))
        database.commit()
        answers = Index(tmp_path / "works.idx").fetch(["10.1234/w3"])
        assert answers["10.1234/w3"].outcome is Outcome.UNREACHABLE
    whole = index_file.unpack(packed)
    assert index_file.unpack(packed[:-4]) == whole  # as older versions wrote it
    database.execute("UPDATE works SET record = ? WHERE doi = '10.1234/w3'", (packed,))
    database.execute("UPDATE works SET doi = '10.1234/other' WHERE doi = '10.1234/w3'")
    database.commit()
    database.close()
    answers = Index(tmp_path / "works.idx").fetch(["10.1234/other"])
    assert answers["10.1234/other"].outcome is Outcome.UNREACHABLE


@pytest.mark.parametrize("seed", range(12))
def test_flipped_pages_end_no_run(tmp_path: Path, index: Index, seed: int) -> None:
    sound = index.fetch([f"10.1234/w{number}" for number in range(200)])
    index.close()
    draw, path = random.Random(seed), tmp_path / "works.idx"
    content = bytearray(path.read_bytes())
    for _ in range(40):
        content[draw.randrange(4096, len(content))] ^= 1 << draw.randrange(8)
    path.write_bytes(content)
    try:
        damaged = Index(path)
    except InputError:
        return
    for doi, lookup in damaged.fetch(list(sound)).items():
        assert lookup == sound[doi] or lookup.outcome is not Outcome.FOUND
    references = [Reference("", item["title"][0], Work()) for item in RECORDS[:50]]
    assert len(damaged.candidates(references)) == 50


@pytest.mark.parametrize("stamp", [1e999, -5, "x", None, True, 10**400, [1]])
def test_an_odd_stamp_is_none(tmp_path: Path, stamp: object) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines([record(1) | {"indexed": {"timestamp": stamp}}]))
    assert build_index([tmp_path / "a.jsonl"], tmp_path / "w.idx").works == 1
