"""References by fields: does what is printed agree with the record?

python -m analyses agreement_matrix AUDIT.json TABLE_STEM FIGURE_STEM
"""

from __future__ import annotations

import pandas as pd

from analyses.citing import Audit, read_audit
from litreview.evidence.output import write_table
from litreview.plots.matrix_plot import FIELD_NAMES, matrix
from litreview.plots.saving import save

CAPTION = "Each reference against its record, field by field"


def agreement_cells(audit: Audit) -> dict[str, dict[str, str]]:
    """Rows "A  Franke 2015" by field names; ``unmatched`` where no record was found."""
    cells = {}
    for one in audit.cited:
        twins = [
            other for other in audit.cited if (other.article, other.claimed) == (one.article, one.claimed)
        ]
        label = f"{audit.letter(one.article)}  {one.claimed}{'' if len(twins) == 1 else f' [{one.key}]'}"
        cells[label] = {
            name: one.agreement.get(field, "unmatched") if one.record else "unmatched"
            for field, name in FIELD_NAMES.items()
        }
    return cells


def main(audit_path: str, table: str, figure: str) -> None:
    """Write table and figure."""
    audit = read_audit(audit_path)
    cells = agreement_cells(audit)
    frame = pd.DataFrame([{"Reference": label, **values} for label, values in cells.items()])
    write_table(frame, table, CAPTION)
    save(
        matrix(
            cells, title="Do the references agree with the records?", subtitle=CAPTION, footer=audit.letters
        ),
        figure,
    )
