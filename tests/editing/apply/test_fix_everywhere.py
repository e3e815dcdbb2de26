"""One changed field per reference, in every format: fixed, the finding is gone, and nothing new has come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import litreview as lr
from litreview.editing.corrections import corrections
from litreview.model.finding import Finding, Severity
from litreview.reports.report import Report
from tests.editing.apply.fix_lab import CROSSREF, RECORDS, mutated, printers

PRINTERS = printers()
ONE_STYLE = [name for name in PRINTERS if "," not in name or name.endswith((", apa", "quotes"))]
FIXABLE = {
    "year-mismatch", "title-mismatch", "first-author-mismatch", "author-list-mismatch", "container-mismatch",
    "volume-mismatch", "issue-mismatch", "page-mismatch", "dead-doi", "missing-doi",
}  # fmt: skip
IN_TEXT = {"inherited-year", "inherited-author"}


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> lr.Snapshot:
    path = tmp_path_factory.mktemp("records") / "records.json"
    path.write_text(json.dumps(CROSSREF), encoding="utf-8")
    return lr.Snapshot(path)


def check(path: Path, source: lr.Snapshot) -> Report:
    return lr.check(path, source=source, as_of="2026-11-21")


def said(finding: Finding) -> tuple[str, str]:
    """A finding by what it is about: messages name the reference by its year, which may have changed."""
    return finding.rule, finding.field


def fixed(path: Path, source: lr.Snapshot, *, unsafe: bool = False) -> tuple[Report, Report]:
    """The reports before and after the fixes were written."""
    before = check(path, source)
    for correction in corrections(before, unsafe=unsafe).files:
        Path(correction.path).write_bytes(correction.after)
    return before, check(path, source)


def assert_cured(path: Path, source: lr.Snapshot) -> set[str]:
    before, after = fixed(path, source)
    assert not [item.message for item in before.places if item.severity is not Severity.NOTE and not item.fix]
    unsafe = sorted(said(item) for item in before.places if item.fix and not item.fix.safe)
    left = [
        item for item in after.places if item.name in FIXABLE | IN_TEXT or item.severity is not Severity.NOTE
    ]
    assert sorted(map(said, left)) == unsafe, [item.message for item in left]
    assert corrections(after).files == ()
    return {finding.name for finding in before.places if finding.fix}


@pytest.mark.parametrize("name", PRINTERS)
def test_every_field_in_every_format(name: str, tmp_path: Path, source: lr.Snapshot) -> None:
    found = assert_cured(PRINTERS[name](tmp_path, mutated(0)), source)
    assert found >= FIXABLE
    assert found >= IN_TEXT or name.startswith(("LaTeX", "Bib", "RIS", "CS")) or ".bib" in name


@pytest.mark.slow
@pytest.mark.parametrize("shift", range(1, 10))
@pytest.mark.parametrize("name", PRINTERS)
def test_every_record_with_every_change(name: str, shift: int, tmp_path: Path, source: lr.Snapshot) -> None:
    assert_cured(PRINTERS[name](tmp_path, mutated(shift)), source)


@pytest.mark.parametrize("name", ONE_STYLE)
def test_what_is_right_is_left_alone(name: str, tmp_path: Path, source: lr.Snapshot) -> None:
    report = check(PRINTERS[name](tmp_path, RECORDS), source)
    assert corrections(report, unsafe=True).files == ()


@pytest.mark.parametrize("name", ONE_STYLE)
def test_unsafe_corrections_leave_nothing_and_are_made_once(
    name: str, tmp_path: Path, source: lr.Snapshot
) -> None:
    _, after = fixed(PRINTERS[name](tmp_path, mutated(0)), source, unsafe=True)
    assert not [item.message for item in after.places if item.severity is not Severity.NOTE]
    assert corrections(after, unsafe=True).files == ()
