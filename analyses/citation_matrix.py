"""Studies by articles: who cites what, and how far the articles rest on the same studies.

python -m analyses citation_matrix AUDIT.json TABLE_STEM OVERLAP_STEM FIGURE_STEM
"""

from __future__ import annotations

import pandas as pd

from analyses.citing import Audit, Study, read_audit
from litreview.evidence.output import write_table
from litreview.evidence.overlap import Overlap, measure_overlap, pairwise_overlap
from litreview.plots.matrix_plot import matrix
from litreview.plots.saving import save


def overlap_of(audit: Audit) -> tuple[Overlap, pd.DataFrame]:
    """Overlap over all articles, and a table of it and of each two of them."""
    reviews = {
        audit.letter(name): [one.study for one in audit.cited if one.article == name]
        for name in audit.articles
    }
    overall = measure_overlap(reviews)
    lines = [_overlap_line("all articles", overall.shared, overall.studies, overall.cca, overall.band)]
    pairs = pairwise_overlap(reviews)[["a", "b", "shared", "union", "cca"]]
    for one, other, shared, union, cca in pairs.itertuples(index=False, name=None):
        lines.append(_overlap_line(f"{one} and {other}", shared, union, cca, ""))
    return overall, pd.DataFrame(lines)


def _overlap_line(name: str, shared: int, studies: int, cca: float | None, band: str) -> dict[str, object]:
    share = "" if cca is None else f"{cca:.2%}"
    return {
        "Articles": name,
        "Shared studies": shared,
        "Studies": studies,
        "CCA": share,
        "Pieper's word": band,
    }


def matrix_cells(audit: Audit) -> dict[str, dict[str, str]]:
    """Study label to article letter to ``cited``, ``cited-wrongly`` (data differ) or nothing."""
    return {
        study.label: {audit.letter(name): _kind(study, name) for name in audit.articles}
        for study in audit.studies
    }


def _kind(study: Study, article: str) -> str:
    citing = [one for one in study.citing if one.article == article]
    if not citing:
        return ""
    if any(one.status == "unmatched" for one in citing):
        return "unmatched"
    return "cited-wrongly" if any(one.differing for one in citing) else "cited"


def main(audit_path: str, table: str, overlap: str, figure: str) -> None:
    """Write both tables and the figure."""
    audit = read_audit(audit_path)
    overall, pairs = overlap_of(audit)
    cells = matrix_cells(audit)
    caption = f"Who cites what. {audit.letters}"
    write_table(pd.DataFrame([{"Study": label, **values} for label, values in cells.items()]), table, caption)
    write_table(pairs, overlap, f"Overlap of the articles: {overall}")
    words = str(overall)
    note = f"{words[0].upper()}{words[1:]}. With so few articles the number says little; the counts do."
    save(matrix(cells, title="Which article cites which study?", subtitle=audit.letters, footer=note), figure)
