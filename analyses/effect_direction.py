"""Treatments by outcomes: which way the results point.

python -m analyses effect_direction EVIDENCE.csv AUDIT.json TABLE_STEM FIGURE_STEM
"""

from __future__ import annotations

from analyses.citing import read_audit, study_labels
from litreview.evidence.evidence import Evidence
from litreview.evidence.output import write_table
from litreview.plots.direction_plot import effect_direction
from litreview.plots.saving import save

CAPTION = "▲ favours the intervention, ▼ favours the comparator, ◆ no clear difference, ◇ mixed results"


def main(evidence_path: str, audit_path: str, table: str, figure: str) -> None:
    """Write table and figure."""
    evidence = Evidence.read(evidence_path)
    labels = study_labels(evidence.studies, read_audit(audit_path).labels)
    frame = evidence.table("effect-direction").replace(labels, regex=True)
    write_table(frame, table, f"Direction of the results, treatment by outcome. {CAPTION}")
    subtitle = "What the cited reviews say, as far as it was read at the publisher's or in PubMed"
    save(
        effect_direction(evidence, labels=labels, title="Which way do the results point?", subtitle=subtitle),
        figure,
    )
