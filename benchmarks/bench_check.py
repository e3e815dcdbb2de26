"""The whole check on the mutation lab: real records printed in four styles, one field changed each.

    python -m benchmarks.bench_check [--count 600] [--show FIELD]

Each article has a list of up to sixty references of one style; the records of both Crossref files are the
pool. A changed field is found when a finding of at least warning names it on the right reference (the
record itself must be the one matched, except where the DOI was changed). A false alarm is an error or a
warning on an untouched reference.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.mutation_lab import Specimen, read_records, sample, specimens
from litreview.model.finding import Finding, Severity
from litreview.pipeline import check, parse
from litreview.reports.report import Report
from litreview.sources.snapshot import Snapshot

SHARED = Path(os.environ.get("LITREVIEW_SHARED", Path(__file__).resolve().parents[2] / "shared"))
FILES = ("works.jsonl.gz", "works-reconstructed.jsonl.gz")
LIST_LENGTH = 60
ELSEWHERE = ("M315", "M314", "M301")
"""Rules that say "another work" or "no work" instead of naming one field."""


def articles(lab: Sequence[Specimen]) -> Iterator[tuple[str, list[Specimen]]]:
    """Texts with a reference list of one style each, and what stands on the list, in order.

    No record stands twice on one list: that would be a duplicate, and rightly a finding.
    """
    waiting: dict[str, list[Specimen]] = defaultdict(list)
    for item in lab:
        waiting[item.style].append(item)
    for items in waiting.values():
        while items:
            chosen: dict[str, Specimen] = {}
            rest = []
            for item in items:
                if len(chosen) < LIST_LENGTH and item.record.doi not in chosen:
                    chosen[item.record.doi] = item
                else:
                    rest.append(item)
            items = rest
            listed = list(chosen.values())
            yield "A text.\n\nReferences\n\n" + "\n\n".join(item.text for item in listed) + "\n", listed


def measure(lab: Sequence[Specimen], source: Snapshot, show: str = "") -> dict[str, Counter[str]]:
    """For each mutation: how many (n), found, found in other words (elsewhere), alarms beside it."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for text, listed in articles(lab):
        report = check(parse(text), source=source, as_of="2026-11-21")
        (article,) = report.articles
        if len(article.references) != len(listed):
            tally["lists misread"]["n"] += 1
            continue
        for item, reference in zip(listed, article.references, strict=True):
            findings = _weighty(report, reference.key)
            _count(tally[item.mutation or "untouched"], item, findings)
            if show and item.mutation == show.replace("untouched", "") and _is_bad(item, findings):
                print(f"{item.text}\n   {[(one.name, one.field, one.cited, one.found) for one in findings]}")
    return tally


def _weighty(report: Report, key: str) -> list[Finding]:
    return [one for one in report.findings if one.reference == key and one.severity is not Severity.NOTE]


def _count(count: Counter[str], item: Specimen, findings: list[Finding]) -> None:
    named = {finding.field for finding in findings}
    count["n"] += 1
    if not item.field:
        count["found"] += not findings
    else:
        count["found"] += item.field in named
        count["elsewhere"] += item.field not in named and any(one.rule in ELSEWHERE for one in findings)
        count["beside"] += bool(named - {item.field, ""})


def _is_bad(item: Specimen, findings: list[Finding]) -> bool:
    return item.field not in {one.field for one in findings} if item.field else bool(findings)


def markdown_section(count: int = 600) -> str:
    """The table for docs/accuracy.md."""
    folder = SHARED / "data" / "crossref"
    paths = [folder / name for name in FILES]
    records = sample(read_records(paths), count)
    pool = _pool(paths)
    tally = measure(list(specimens(records)), pool)
    lines = [
        "## One changed field in real references, whole check", "",
        f"`python -m benchmarks.bench_check --count {count}`: {len(records)} records, four styles.",
        "", "| changed | references | named | said in other words | other fields named too |",
        "| --- | --: | --: | --: | --: |",
    ]  # fmt: skip
    for name, row in tally.items():
        if name == "lists misread":
            lines.append(f"| {name} | {row['n']} | | | |")
            continue
        shares = [f"{row[key] / row['n']:.1%}" for key in ("found", "elsewhere", "beside")]
        label = "nothing (silent is right)" if name == "untouched" else name
        lines.append(f"| {label} | {row['n']} | {' | '.join(shares)} |")
    changed = [row for name, row in tally.items() if name not in ("untouched", "lists misread")]
    total = sum(row["n"] for row in changed)
    lines.append(f"| **all changes** | {total} | {sum(row['found'] for row in changed) / total:.1%} | | |")
    return "\n".join([*lines, ""])


def _pool(paths: Sequence[Path]) -> Snapshot:
    """One snapshot of several files: joined in a temporary file."""
    import gzip
    import tempfile

    with tempfile.NamedTemporaryFile(suffix=".jsonl.gz", delete=False) as file, gzip.open(file, "wb") as out:
        for path in paths:
            with gzip.open(path) as lines:
                out.write(lines.read())
    try:
        return Snapshot(file.name)
    finally:
        Path(file.name).unlink()


def main() -> None:
    """Print the table, or what went wrong with one kind of change."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--show", default="", help="untouched, or the name of a change")
    options = parser.parse_args()
    if not options.show:
        print(markdown_section(options.count))
        return
    paths = [SHARED / "data" / "crossref" / name for name in FILES]
    measure(list(specimens(sample(read_records(paths), options.count))), _pool(paths), options.show)


if __name__ == "__main__":
    main()
