"""Everything the report says, as one JSON file that both the page and the PDF are made from.

python -m analyses report_data BUILD_DIR EVIDENCE.csv TITLE OUTPUT.json
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

from analyses.citation_matrix import overlap_of
from analyses.citing import Audit, read_audit, study_labels
from litreview.evidence.evidence import Evidence

FIGURES = {
    "agreement": "Each reference against its record, field by field.",
    "citations": "Which article cites which study.",
    "timeline": "When the cited works appeared; a red circle is a year that a citation gives instead.",
    "effect-direction": "Which way each result points. A direction is not an effect size.",
    "gap-map": "Studies by treatment and outcome; an empty cell is a gap among the works read.",
    "forest": "Results with an interval, one panel per measure and scale. Different scales are never pooled.",
}
TABLES = {
    "studies": "The works cited, and how each article cites them",
    "overlap": "Overlap of the articles",
    "results": "Every result that was read, as its source gives it",
    "pooling": "What may be pooled, and why the rest may not",
}
FIELD_WORDS = {"issued": "year", "container-title": "journal", "page": "pages"}


def report_data(build: Path, evidence: Evidence, title: str) -> dict[str, object]:
    """The values behind the report, in plain types, sorted as they are shown."""
    audit = read_audit(build / "audit.json")
    labels = study_labels(evidence.studies, audit.labels)
    return {
        "title": title,
        "as_of": audit.as_of,
        "source": audit.source,
        "articles": [_article(audit, name) for name in audit.articles],
        "lead": _lead(audit),
        "tiles": _tiles(audit, evidence),
        "errors": [finding for finding in _findings(audit) if finding["severity"] == "error"],
        "findings": _findings(audit),
        "overlap": str(overlap_of(audit)[0]),
        "evidence": _evidence_words(evidence, labels),
        "figures": {name: _figure(build, name, caption) for name, caption in FIGURES.items()},
        "tables": {
            name: {"caption": caption, **_table(build / "tables" / f"{name}.csv")}
            for name, caption in TABLES.items()
        },
    }


def _lead(audit: Audit) -> str:
    """The one sentence to take home."""
    wrong = sum(bool(one.differing) for one in audit.cited)
    lost = sum(one.record is None for one in audit.cited)
    return (
        f"Of {len(audit.cited)} references, {len(audit.cited) - wrong - lost} agree with their records "
        f"and {wrong} do not; for {lost} no single record was found."
    )


def _article(audit: Audit, name: str) -> dict[str, object]:
    counts = Counter(f["severity"] for f in audit.findings if f["article"] == name)
    cited = [one for one in audit.cited if one.article == name]
    return {
        "name": name,
        "letter": audit.letter(name),
        "title": audit.articles[name],
        "references": len(cited),
        "cited_in_text": sum(bool(one.markers) for one in cited),
        "unmatched": sum(one.record is None for one in cited),
        **{level: counts.get(level, 0) for level in ("error", "warning", "note")},
    }


def _tiles(audit: Audit, evidence: Evidence) -> list[tuple[str, str]]:
    counts = Counter(finding["severity"] for finding in audit.findings)
    current = [row for row in evidence if not row.superseded]
    return [
        (str(len(audit.cited)), "references"),
        (str(len(audit.studies)), "different works"),
        (str(counts["error"]), "errors"),
        (str(counts["warning"]), "warnings"),
        (str(counts["note"]), "notes"),
        (str(len(current)), "current results"),
        (str(sum(row.has_interval for row in current)), "with an interval"),
    ]


def _findings(audit: Audit) -> list[dict[str, str]]:
    rank = {"error": 0, "warning": 1, "note": 2}
    found = [
        {
            "severity": str(finding["severity"]),
            "rule": f"{finding['rule']} {finding['name']}",
            "article": audit.articles.get(str(finding["article"]), str(finding["article"])),
            "message": str(finding["message"]),
            "cited": str(finding["cited"] or ""),
            "found": str(finding["found"] or ""),
            "field": FIELD_WORDS.get(str(finding["field"]), str(finding["field"] or "")),
        }
        for finding in audit.findings
    ]
    return sorted(found, key=lambda finding: rank[finding["severity"]])  # stable: order of the audit within


def _evidence_words(evidence: Evidence, labels: dict[str, str]) -> list[str]:
    """What the table of results amounts to, counted and not interpreted."""
    current = [row for row in evidence if not row.superseded]
    effects = Counter(row.effect.value for row in current if row.has_interval)
    grades = Counter(row.grade or "not rated" for row in current)
    pooled = evidence.pool()
    counted = "; ".join(
        f"{words}: {count}" for words, count in sorted(effects.items(), key=lambda pair: -pair[1])
    )
    rated = ", ".join(
        f"{grades[grade]} {grade}"
        for grade in ("high", "moderate", "low", "very low", "not rated")
        if grades[grade]
    )
    superseded = [row for row in evidence if row.superseded]
    words = [
        f"{len(current)} current results of {len({row.study for row in current})} studies were read; "
        f"{sum(row.has_interval for row in current)} have a 95 % interval ({counted}).",
        f"Certainty as the sources rate it: {rated}.",
        f"Of {len(pooled)} groups of results alike in treatment, comparator, outcome, measure and scale, "
        f"{int(pooled['estimate'].notna().sum())} could be pooled; a table says why the others could not.",
    ]
    for row in superseded:
        words.append(
            f"{labels[row.study]} is left out: "
            f"it is superseded by {labels.get(row.superseded, row.superseded)}."
        )
    return words


def _figure(build: Path, name: str, caption: str) -> dict[str, str]:
    alt = (build / "figures" / f"{name}.txt").read_text(encoding="utf-8").strip()
    return {"svg": f"figures/{name}.svg", "png": f"figures/{name}.png", "alt": alt, "caption": caption}


def _table(path: Path) -> dict[str, list[str] | list[list[str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    return {"head": head, "rows": rows}


def main(build: str, evidence: str, title: str, output: str) -> None:
    """Write the data."""
    data = report_data(Path(build), Evidence.read(evidence), title)
    Path(output).write_text(
        json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )
