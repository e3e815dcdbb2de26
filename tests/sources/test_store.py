"""The store: what does not read as it was written is not there."""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from litreview.model.errors import CacheWarning
from litreview.model.source import Lookup, Outcome
from litreview.sources.cache_file import CacheFile
from litreview.sources.store import Store, unpacked
from tests.sources.caches import ANSWERS, NOW, filled, read, told, work

ONE = "10.1234/w1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "c.sqlite")


def change(path: Path, sql: str, *values: object) -> None:
    with sqlite3.connect(path) as database:
        assert database.execute(sql, values).rowcount == 1
    database.close()


@pytest.mark.parametrize(
    "record",
    [
        b"not packed", zlib.compress(b"{ not JSON"), zlib.compress(b"[1, 2]"), zlib.compress(b'"text"'),
        zlib.compress(b"[" * 100_000), zlib.compress(b'{"DOI": "10.1234/w2"}'), b"", "text", 7,
        zlib.compress(b'{"DOI": "10.1234/w1", "volume": ' + b"9" * 5_000 + b"}"),
    ],
)  # fmt: skip
def test_a_record_that_does_not_decode_is_a_miss_for_all_that_refer_to_it(path: Path, record: object) -> None:
    change(path, "UPDATE works SET record = ? WHERE id = ?", record, ONE)
    with told(about="damaged rows"):
        file = CacheFile(path)
        assert read(file).keys() == ANSWERS.keys() - {ONE}
        assert Store(file, "Fake", "Fake").work(ONE) is None


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("outcome", "unreachable"), ("outcome", "foune"), ("outcome", "absent"), ("works", "[]"),
        ("works", '["10.1234/w2"]'), ("works", "{}"), ("works", "nothing"), ("works", "[1]"),
        ("works", "[" * 100_000), ("reason", "another"), ("retrieved", "yesterday"), ("retrieved", 9e99),
        ("retrieved", -1), ("works", b"\xff"),
    ],
)  # fmt: skip
def test_an_answer_that_was_changed_is_a_miss(path: Path, column: str, value: object) -> None:
    if column == "works" and value in ("[]", '["10.1234/w2"]'):  # as if the check sum stood there still
        database = sqlite3.connect(path)
        (listed,) = database.execute("SELECT works FROM answers WHERE question = ?", (ONE,)).fetchone()
        database.close()
        value = json.dumps([*json.loads(str(value)), json.loads(listed)[-1]])
    change(path, f"UPDATE answers SET {column} = ? WHERE question = ?", value, ONE)
    with pytest.warns(CacheWarning, match="damaged rows"):
        assert read(CacheFile(path)).keys() == ANSWERS.keys() - {ONE}


def test_an_answer_under_another_question_is_a_miss(path: Path) -> None:
    change(path, "UPDATE answers SET question = '10.1234/new' WHERE question = '10.1234/none1'")
    with pytest.warns(CacheWarning, match="damaged rows"):
        assert Store(CacheFile(path), "Fake", "Fake").get("fetch", "10.1234/new") is None


def test_an_answer_whose_record_is_gone_is_a_miss_and_not_absent(path: Path) -> None:
    change(path, "DELETE FROM works WHERE id = ?", ONE)
    assert Store(CacheFile(path), "Fake", "Fake").get("fetch", ONE) is None


def test_answers_of_older_versions_without_a_check_sum_count(path: Path) -> None:
    change(path, "UPDATE answers SET works = ? WHERE question = ?", json.dumps([ONE]), ONE)
    assert read(CacheFile(path)) == ANSWERS


def test_half_letters_are_kept_as_far_as_they_can_be(path: Path) -> None:
    store = Store(CacheFile(path), "Fake", "Fake")
    odd = replace(work(7_000), title="A \ud83d paper")
    store.put("search", "text \ud83d", Lookup(Outcome.FOUND, (odd,), "why \ud83d"), NOW)
    found = store.get("search", "text \ud83d")
    assert found
    assert found.lookup.works[0].doi == odd.doi


def test_records_leave_out_what_is_damaged(path: Path) -> None:
    change(path, "UPDATE works SET record = ? WHERE id = ?", b"x", ONE)
    change(path, "UPDATE works SET retrieved = 'never' WHERE id = ?", "10.1234/w2")
    with pytest.warns(CacheWarning, match="damaged rows"):
        records = list(Store(CacheFile(path), "Fake", "Fake").records())
    assert len(records) == 298
    assert [record["DOI"] for record in records] == sorted(str(record["DOI"]) for record in records)


def test_only_objects_are_records() -> None:
    assert unpacked(zlib.compress(b'{"a": 1}')) == {"a": 1}
    assert unpacked(zlib.compress(b"null")) is None
    assert unpacked(None) is None
