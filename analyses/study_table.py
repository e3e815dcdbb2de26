"""The studies behind the articles: what each is, and how each article cites it.

python -m analyses study_table AUDIT.json EVIDENCE.csv STEM
"""

from __future__ import annotations

import pandas as pd

from analyses.citing import Audit, Study, read_audit, year_of
from litreview.evidence.evidence import Evidence
from litreview.evidence.output import write_table


def study_table(audit: Audit, evidence: Evidence) -> pd.DataFrame:
    """One line per study, sorted by label."""
    return pd.DataFrame([_line(study, audit, evidence) for study in audit.studies])


def _line(study: Study, audit: Audit, evidence: Evidence) -> dict[str, object]:
    shown, results = study.shown, [row for row in evidence if row.study == study.key]
    return {
        "Study": study.label,
        "Title": shown.get("title", ""),
        "Published in": shown.get("container-title")
        or shown.get("collection-title")
        or shown.get("publisher", ""),
        "Year": str(year_of(shown) or ""),
        "DOI": (study.record or {}).get("DOI", "") if study.record else "no record found",
        **{f"Cited in {audit.letter(article)}": _cited(study, article) for article in audit.articles},
        "Results": len(results),
        "With interval": sum(row.has_interval for row in results),
    }


def _cited(study: Study, article: str) -> str:
    return "; ".join(one.words for one in study.citing if one.article == article)


def main(audit_path: str, evidence_path: str, stem: str) -> None:
    """Write the table."""
    audit = read_audit(audit_path)
    caption = f"The {len(audit.studies)} works cited, and how each article cites them"
    write_table(study_table(audit, Evidence.read(evidence_path)), stem, caption)
