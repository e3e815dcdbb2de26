"""One small report with an error, a clean reference and one without a record; nothing of it is real."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import litreview as lr
from litreview.reports.report import Report

ARTICLE = """# Walking and <rest> after stroke

Walking helps (Okafor & Lind, 2019). Rest does not; see Brandt (2015).
Nobody has studied tea (Quill & Moss, 1999).

## References

Brandt T (2015). Bed rest after stroke: a cohort study. Journal of Invented Neurology, 31(2), 101–109.

Okafor C, Lind M (2019). Walking after stroke and its effect on balance. Invented Posture, 12(3), 45–49.

Quill A, Moss B (1999). Tea & recovery. Annals of Kitchens, 4, 1–9.
"""
RECORDS = [
    {
        "DOI": "10.5555/brandt",
        "type": "journal-article",
        "title": ["Bed rest after stroke: a cohort study"],
        "author": [{"family": "Brandt", "given": "Tilda"}],
        "container-title": ["Journal of Invented Neurology"],
        "volume": "31",
        "issue": "2",
        "page": "101-109",
        "issued": {"date-parts": [[2015]]},
    },
    {
        "DOI": "10.5555/okafor",
        "type": "journal-article",
        "title": ["Walking after stroke and its effect on balance"],
        "author": [{"family": "Okafor", "given": "Chidi"}, {"family": "Lind", "given": "Maja"}],
        "container-title": ["Invented Posture"],
        "volume": "12",
        "issue": "3",
        "page": "45-49",
        "issued": {"date-parts": [[2016]]},
    },
]


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(tmp_path)
    Path("stroke.md").write_text(ARTICLE, encoding="utf-8")
    Path("records.json").write_text(json.dumps(RECORDS), encoding="utf-8")
    return lr.check("stroke.md", source=lr.Snapshot("records.json"), as_of="2026-11-21")
