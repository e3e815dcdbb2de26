"""Baselines: what is known does not count again, and moving lines makes nothing new."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.model.errors import InputError
from litreview.model.finding import Finding, Severity
from litreview.rules.engine.baseline import (
    KNOWN,
    Baseline,
    apply_baseline,
    fingerprint,
    read_baseline,
    write_baseline,
)

YEAR = Finding(
    "M302", "year-mismatch", Severity.ERROR, "the year is 2003", "paper.md", "higgins",
    line=7, start=90, end=94,
    field="issued", cited="2006", found="2003", work="10.1136/bmj.327.7414.557",
)  # fmt: skip
RETRACTED = Finding("S401", "retracted", Severity.ERROR, "retracted", "paper.md", "w", work="10.1/w")


def saved(tmp_path: Path, *findings: Finding) -> Path:
    path = tmp_path / "baseline.json"
    path.write_text(write_baseline(findings), encoding="utf-8")
    return path


def test_a_known_finding_is_marked_and_a_new_one_is_not(tmp_path: Path) -> None:
    known = read_baseline(saved(tmp_path, YEAR))
    new = replace(YEAR, cited="2007")
    assert [item.suppressed for item in apply_baseline([YEAR, new], known)] == [KNOWN, ""]


def test_moved_lines_and_another_wording_change_nothing(tmp_path: Path) -> None:
    known = read_baseline(saved(tmp_path, YEAR))
    moved = replace(YEAR, line=70, start=900, end=904, message="The year: 2003.", severity=Severity.WARNING)
    assert apply_baseline([moved], known)[0].suppressed == KNOWN


def test_a_second_copy_of_a_known_finding_is_new(tmp_path: Path) -> None:
    known = read_baseline(saved(tmp_path, YEAR))
    assert [item.suppressed for item in apply_baseline([YEAR, YEAR], known)] == [KNOWN, ""]


def test_articles_of_one_path_are_counted_each_by_itself(tmp_path: Path) -> None:
    """One file checked once, then twice; two texts without a path checked together, then one alone."""
    first, second = replace(YEAR, article_at=0), replace(YEAR, article_at=1)
    once = read_baseline(saved(tmp_path, first))
    assert [item.suppressed for item in apply_baseline([first, second], once)] == [KNOWN, KNOWN]
    both = read_baseline(saved(tmp_path, first, second))
    assert [item.suppressed for item in apply_baseline([first, first], both)] == [KNOWN, ""]
    uneven = read_baseline(saved(tmp_path, first, second, second))
    assert [item.suppressed for item in apply_baseline([first, first, first], uneven)] == [KNOWN, KNOWN, ""]


def test_a_reason_given_in_the_text_is_kept(tmp_path: Path) -> None:
    known = read_baseline(saved(tmp_path, YEAR))
    assert apply_baseline([replace(YEAR, suppressed="so it is")], known)[0].suppressed == "so it is"


def test_what_was_known_of_a_status_is_read_back(tmp_path: Path) -> None:
    assert read_baseline(saved(tmp_path, YEAR, RETRACTED)).statuses == {("10.1/w", "S401")}


@given(st.permutations([YEAR, RETRACTED, replace(YEAR, field="volume"), replace(YEAR, reference="egger")]))
def test_the_file_does_not_depend_on_the_order(findings: list[Finding]) -> None:
    assert write_baseline(findings) == write_baseline(sorted(findings, key=fingerprint))


@pytest.mark.parametrize(
    "text", ["", "[]", '{"schema": "other/1", "findings": []}', "\x00", '{"findings": 3}']
)
def test_a_file_that_is_no_baseline_is_one_clear_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(InputError, match="is not a baseline"):
        read_baseline(path)


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--save-baseline"):
        read_baseline(tmp_path / "none.json")


def test_a_folder_or_endless_nesting_is_no_baseline(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_baseline(tmp_path)
    path = tmp_path / "baseline.json"
    path.write_text("[" * 200_000)
    with pytest.raises(InputError, match="is not a baseline"):
        read_baseline(path)


WHOLE = Finding("A101", "update-overdue", Severity.WARNING, "the searches end in 2011", "paper.md")


def test_of_what_has_neither_entry_nor_field_the_message_is_what_tells_it_apart(tmp_path: Path) -> None:
    """Two remarks on the whole article of one rule have nothing else that differs."""
    other = replace(WHOLE, message="the searches end in 2014")
    assert fingerprint(WHOLE) != fingerprint(other)
    known = read_baseline(saved(tmp_path, WHOLE))
    assert [item.suppressed for item in apply_baseline([other, WHOLE], known)] == ["", KNOWN]


@pytest.mark.parametrize("more", [{"reference": "egger"}, {"field": "volume"}])
def test_where_an_entry_or_a_field_tells_it_apart_the_wording_may_change(more: dict[str, str]) -> None:
    one = replace(WHOLE, **more)  # type: ignore[arg-type]
    assert fingerprint(one) == fingerprint(replace(one, message="in other words"))


PARTS = ("rule", "article", "reference", "field", "cited", "found", "work")


@pytest.mark.parametrize("part", PARTS)
def test_another_value_of_any_part_is_another_finding(part: str) -> None:
    assert fingerprint(YEAR) != fingerprint(replace(YEAR, **{part: "another"}))  # type: ignore[arg-type]


def test_a_citation_stands_for_the_entry_where_there_is_none() -> None:
    marker = replace(WHOLE, citation="(Egger 2001)", field="issued")
    assert fingerprint(marker) != fingerprint(replace(marker, citation="(Egger 2002)"))
    entry = replace(marker, reference="egger")
    assert fingerprint(entry) == fingerprint(replace(entry, citation="(Egger 2002)"))


def test_parts_do_not_run_into_each_other() -> None:
    assert fingerprint(replace(YEAR, cited="12", found="3")) != fingerprint(
        replace(YEAR, cited="1", found="23")
    )


def test_half_a_surrogate_pair_in_a_value_is_fingerprinted() -> None:
    assert len(fingerprint(replace(YEAR, cited="\ud800"))) == 16


def test_two_of_a_kind_are_known_as_two(tmp_path: Path) -> None:
    known = read_baseline(saved(tmp_path, YEAR, YEAR))
    assert [item.suppressed for item in apply_baseline([YEAR] * 3, known)] == [KNOWN, KNOWN, ""]
    summed = replace(YEAR, places=(YEAR, YEAR))
    assert read_baseline(saved(tmp_path, summed)).counts == {fingerprint(YEAR): 2}


def test_only_findings_about_a_status_are_told_as_such(tmp_path: Path) -> None:
    assert read_baseline(saved(tmp_path, YEAR)).statuses == frozenset()


def entry(**more: object) -> str:
    """A baseline with one known finding, YEAR, of whose row more or something else is said."""
    row = {"fingerprint": fingerprint(YEAR), "rule": "M302", "work": "", **more}
    return json.dumps({"schema": "litreview.baseline/1", "findings": [row]})


@pytest.mark.parametrize(("count", "expected"), [(None, 1), (1, 1), (4, 4), (0, 1), (-2, 1), ("many", 1)])
def test_a_row_without_a_usable_count_is_known_once(tmp_path: Path, count: object, expected: int) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(entry() if count is None else entry(count=count), encoding="utf-8")
    assert read_baseline(path).counts == {fingerprint(YEAR): expected}


def test_rows_of_an_older_file_may_lack_rule_and_work(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text('{"schema": "litreview.baseline/1", "findings": [{"fingerprint": "x"}]}')
    known = read_baseline(path)
    assert (known.counts, known.statuses) == ({"x": 1}, frozenset())


@pytest.mark.parametrize("rows", ["{}", "[3]", '[{"rule": "M302"}]', '[{"fingerprint": "x"}, "y"]'])
def test_rows_without_a_fingerprint_make_it_no_baseline(tmp_path: Path, rows: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(f'{{"schema": "litreview.baseline/1", "findings": {rows}}}')
    with pytest.raises(InputError, match="is not a baseline"):
        read_baseline(path)


def test_the_file_is_read_by_people_too(tmp_path: Path) -> None:
    """Rows by article and rule, each with what was said, letters as they are, an end of line at the end."""
    here, first = replace(YEAR, message="Øberg: 2003"), replace(YEAR, article="a.md", rule="M999")
    text = saved(tmp_path, here, first).read_text(encoding="utf-8")
    rows = json.loads(text)["findings"]
    assert [(row["article"], row["rule"]) for row in rows] == [("a.md", "M999"), ("paper.md", "M302")]
    assert rows[1] == {
        "article": "paper.md", "rule": "M302", "reference": "higgins", "fingerprint": fingerprint(here),
        "message": "Øberg: 2003", "work": YEAR.work, "count": 1,
    }  # fmt: skip
    assert "Øberg" in text
    assert text.endswith("]\n}\n")


def test_nothing_is_known_without_a_baseline() -> None:
    assert apply_baseline([YEAR], Baseline()) == (YEAR,)
    assert Baseline().statuses is None
