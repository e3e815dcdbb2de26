"""When the cited works appeared, and where a citation gives another year.

python -m analyses timeline AUDIT.json TABLE_STEM FIGURE_STEM
"""

from __future__ import annotations

import pandas as pd

from analyses.citing import Audit, Study, read_audit, year_of
from litreview.evidence.output import write_table
from litreview.plots.saving import save
from litreview.plots.timeline_plot import TimePoint, timeline


def points(audit: Audit) -> list[TimePoint]:
    """One point per study, grouped by the articles that cite it."""
    return [
        TimePoint(
            label=f"{study.label}: {study.shown.get('title', 'no title')}",
            year=year_of(study.record) if study.record else None,
            group=_group(study, audit),
            cited=tuple(year for one in study.citing if (year := year_of(one.claim))),
        )
        for study in audit.studies
    ]


def _group(study: Study, audit: Audit) -> str:
    return f"cited in {' and '.join(audit.letter(name) for name in study.articles)}"


def main(audit_path: str, table: str, figure: str) -> None:
    """Write table and figure."""
    audit = read_audit(audit_path)
    found = sorted(
        points(audit), key=lambda point: (point.year or min(point.cited, default=9999), point.label)
    )
    lines = [
        {
            "Work": point.label,
            "Registered": str(point.year or "no record found"),
            "Years cited": ", ".join(map(str, dict.fromkeys(point.cited))),
            "Cited in": point.group.removeprefix("cited in "),
        }
        for point in found
    ]
    write_table(pd.DataFrame(lines), table, f"Years of the cited works. {audit.letters}")
    save(timeline(found, title="When the cited works appeared", subtitle=audit.letters), figure)
