"""Articles composed for this test, in other fields and styles than the example, with seeded errors.

The works they cite are real; their records are read from the evaluation data, so the tests are skipped
without it. Every error and warning is expected by name, and no other may appear.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

import litreview as lr
from litreview.model.finding import Severity

HERE = Path(__file__).parent
EXPECTED = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def records(shared_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> lr.Snapshot:
    """Every record of both Crossref files: 8,000 works to be led astray by."""
    target = tmp_path_factory.mktemp("records") / "works.jsonl"
    with target.open("wb") as out:
        for name in ("works.jsonl.gz", "works-reconstructed.jsonl.gz"):
            with gzip.open(shared_dir / "data" / "crossref" / name) as lines:
                out.write(lines.read())
    return lr.Snapshot(target)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_reference_gets_its_record_and_every_seeded_error_its_finding(
    name: str, records: lr.Snapshot
) -> None:
    report = lr.check(HERE / name, source=records, as_of="2026-11-21")
    found = [match.work.doi if match.work else None for match in report.matches[0]]
    assert found == EXPECTED[name]["records"]
    judged = {
        (finding.citation or finding.reference, finding.name)
        for finding in report.findings
        if finding.severity is not Severity.NOTE and finding.name != "inherited-year"
    }
    assert judged == {tuple(pair) for pair in EXPECTED[name]["findings"]}


@pytest.mark.parametrize("name", EXPECTED)
def test_without_a_source_the_text_alone_is_judged(name: str) -> None:
    report = lr.check(HERE / name, source=None, as_of="2026-11-21")
    assert not [finding for finding in report.findings if finding.rule.startswith(("S4", "M31"))]
    assert report.statuses[next(iter(report.statuses))] == len(report.articles[0].references)
