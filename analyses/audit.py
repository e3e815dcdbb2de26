"""Check the articles against the snapshot and against each other.

    python -m analyses audit --snapshot DIR --as-of DATE ARTICLE… OUTPUT.json

Writes OUTPUT.json, the editor's page beside it (.html), the findings as a part of a page
(-findings.html) and as a table (tables/findings.csv .md .html).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from litreview.evidence.output import write_table
from litreview.pipeline import check
from litreview.reports.to_html import body
from litreview.sources.snapshot import Snapshot


def main(*arguments: str) -> None:
    """Run the audit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--snapshot", required=True)
    parser.add_argument("--as-of", required=True)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("output", type=Path)
    given = parser.parse_args(arguments)
    report = check(*given.articles, source=Snapshot(given.snapshot), as_of=given.as_of)
    given.output.parent.mkdir(parents=True, exist_ok=True)
    stem = given.output.with_suffix("")
    texts = {".html": report.render("html"), "-findings.html": body(report)}
    texts[".json"] = json.dumps(report.to_dict(), ensure_ascii=False, indent=1) + "\n"
    findings = report.to_frame()
    findings["line"] = findings["line"].astype("Int64")
    write_table(findings, stem.parent / "tables" / "findings", "Findings")
    for suffix, text in texts.items():  # the JSON last: it is what make looks at
        stem.with_name(stem.name + suffix).write_text(text, encoding="utf-8", newline="\n")
