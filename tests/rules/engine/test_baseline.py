"""Baselines: what is known does not count again, and moving lines makes nothing new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.model.errors import InputError
from litreview.model.finding import Finding, Severity
from litreview.rules.engine.baseline import (
    KNOWN,
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
