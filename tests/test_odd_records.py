"""Right references beside odd records, and wrong ones beside sound records: what is said and corrected.

``odd_records.jsonl`` has one invented reference a line, the records that a register holds, and what is right:
``right`` (no error, no warning, and only a DOI is added), ``noerror``, ``nowarn-doi`` (at most "no record"),
or what must be said, and for ``wrong`` the value that ``fix`` must write.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from litreview.model.finding import Finding, Severity
from litreview.pipeline import fix
from litreview.sources.snapshot import Snapshot

LINES = Path(__file__).with_name("odd_records.jsonl").read_text(encoding="utf-8").splitlines()
CASES = [json.loads(line) for line in LINES]


class Said(NamedTuple):
    """What a check says of the one reference, and how the file reads when it is corrected."""

    loud: Sequence[Finding]
    findings: Sequence[Finding]
    corrected: Sequence[Finding]
    after: str


@pytest.fixture(params=CASES, ids=lambda case: f"{case['kind']}-{case['name']}")
def case(request: pytest.FixtureRequest) -> dict[str, object]:
    return request.param  # type: ignore[no-any-return]


def said_of(case: dict[str, object], folder: Path) -> Said:
    text = str(case["text"])
    path, records = folder / "a.md", folder / "r.jsonl"
    entry = text if text.startswith("[1]") else f"1. {text}"
    path.write_text(f"# A note\n\nSomething is known [1].\n\n## References\n\n{entry}\n", encoding="utf-8")
    records.write_text("\n".join(map(json.dumps, case["records"])), encoding="utf-8")  # type: ignore[call-overload]
    made = fix(path, source=Snapshot(records), as_of="2026-11-30")
    findings = made.checked.findings
    after = made.files[0].after.decode() if made.files else path.read_text(encoding="utf-8")
    loud = [finding for finding in findings if finding.severity is not Severity.NOTE]
    return Said(loud, findings, [one for one in made.proposed if one.rule != "M310"], after)


def test_a_record_convicts_only_where_it_is_believed(case: dict[str, object], tmp_path: Path) -> None:
    said, expect = said_of(case, tmp_path), case["expect"]
    loud = {(finding.rule, finding.field) for finding in said.loud}
    if expect == "right":
        assert not loud
        assert {finding.field for finding in said.corrected} <= {"DOI"}
    elif expect == "noerror":
        assert not [finding for finding in said.loud if finding.severity is Severity.ERROR]
        assert not said.corrected
    elif expect == "nowarn-doi":
        assert loud <= {("M301", "")}
    else:
        kind, what = expect[0], expect[1]  # type: ignore[index]
        if kind in ("wrong", "named"):
            assert what in {field for _, field in loud}
            assert loud <= {(rule, field) for rule, field in loud if field in (what, "")}
            assert kind == "named" or expect[2].casefold() in said.after.casefold()  # type: ignore[index]
            assert kind == "wrong" or not said.corrected
        elif kind == "statusname":
            assert any(one.rule.startswith("S") and what in one.name + one.message for one in said.findings)
        else:
            assert what in {finding.rule for finding in said.findings}
