"""The results that have an interval, by measure and scale, never pooled across scales; and the summary table.

python -m analyses forest EVIDENCE.csv AUDIT.json TABLE_STEM POOL_STEM FIGURE_STEM
"""

from __future__ import annotations

from analyses.citing import read_audit, study_labels
from litreview.evidence.evidence import Evidence
from litreview.evidence.output import write_table
from litreview.plots.forest_plot import forest
from litreview.plots.saving import save

SUBTITLE = "Results with a 95 % interval, by measure and scale. Nothing is pooled: see the table of reasons."
POOL_COLUMNS = [
    "treatment",
    "comparator",
    "domain",
    "measure",
    "scale",
    "better",
    "studies",
    "k",
    "reason",
    "note",
]


def main(evidence_path: str, audit_path: str, table: str, pooling: str, figure: str) -> None:
    """Write the summary of results, the reasons for not pooling, and the figure."""
    evidence = Evidence.read(evidence_path)
    labels = study_labels(evidence.studies, read_audit(audit_path).labels)
    summary = evidence.table("summary")
    summary["Study"] = summary["Study"].map(labels)
    write_table(summary, table, "Every result that was read, as its source gives it")
    pooled = evidence.pool()
    numbers = ["estimate", "ci_low", "ci_high"] if pooled["estimate"].notna().any() else []
    write_table(pooled[[*POOL_COLUMNS, *numbers]], pooling, "What may be pooled, and why the rest may not")
    rows = [row for row in evidence if row.has_interval]
    save(forest(rows, labels=labels, title="What did the reviews find?", subtitle=SUBTITLE), figure)
