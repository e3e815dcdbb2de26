"""How many studies there are for each treatment and outcome.

python -m analyses gap_map EVIDENCE.csv TABLE_STEM FIGURE_STEM
"""

from __future__ import annotations

from litreview.evidence.evidence import Evidence
from litreview.evidence.output import write_table
from litreview.plots.gap_map_plot import gap_map
from litreview.plots.saving import save


def main(evidence_path: str, table: str, figure: str) -> None:
    """Write table and figure."""
    evidence = Evidence.read(evidence_path)
    caption = (
        "Studies by treatment and outcome. Totals count each study once; superseded versions are not counted"
    )
    write_table(evidence.table("gap-map"), table, caption)
    title = "Where is the evidence, and where is none?"
    save(
        gap_map(
            evidence,
            title=title,
            subtitle="Reviews and guidelines among the cited works, by treatment and outcome",
        ),
        figure,
    )
