"""Real documents as people have them: references, links and false findings, as a section of docs/accuracy.md.

    python -m benchmarks.bench_real [--details]

Nine documents counted by hand (Word, PDF, web pages, JATS) and seventeen journal PDFs whose truth is their
XML; each is checked with no source, so that only our own reading can be at fault.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import litreview as lr
from litreview.normalise.text import fold

SHARED = Path(os.environ.get("LITREVIEW_SHARED", Path(__file__).resolve().parents[2] / "shared"))
HEAD = """## Real documents

Command: `python -m benchmarks.bench_real`. Each document is checked with `--source none`. *False*: warnings
and errors that a person who counted the document does not hold true. Seconds are of the processor.

| document | references | meant | false | seconds |
| --- | ---: | ---: | ---: | ---: |"""
PDF_HEAD = """Journal PDFs whose truth is the publisher's XML. *Foreign*: entries with text not theirs.

| PDFs | references | titles | foreign | links | false, mean | false, most | seconds |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""

Truth = dict[str, Any]
Said = dict[str, Any]


@dataclass(frozen=True)
class Checked:
    """A document's report as JSON has it, and the processor seconds it took."""

    said: Said
    seconds: float

    @classmethod
    def of(cls, path: Path) -> Checked:
        start = time.process_time()
        said = lr.check(path, source=None).to_dict()
        return cls(said, time.process_time() - start)

    @property
    def references(self) -> int:
        """How many entries were read."""
        return sum(len(article["references"]) for article in self.said["articles"])

    def false_findings(self, truth: Truth) -> list[Said]:
        """Warnings and errors that are neither known to be true nor left open by who counted."""
        entries = {r["key"]: r["text"] for a in self.said["articles"] for r in a["references"]}
        pardoned = [*truth.get("known_true_findings", ()), *truth.get("either", ())]
        spoken = [f for f in self.said["findings"] if f["severity"] in ("warning", "error")]
        return [f for f in spoken if not any(_same(f, entries, known) for known in pardoned)]


def _same(finding: Said, entries: dict[str, str], known: Truth) -> bool:
    words = f"{entries.get(finding['reference'] or '', '')} {finding['citation'] or ''} {finding['message']}"
    return bool(finding["rule"] == known["rule"] and fold(known["match"]) in fold(words))


def scorer(name: str) -> ModuleType:
    """One of the project's scorers, by its file name."""
    spec = importlib.util.spec_from_file_location(name, SHARED / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def counted(*, details: bool = False) -> list[str]:
    """A row for each document counted by hand."""
    rows = []
    for folder in sorted(path.parent for path in (SHARED / "data" / "field").glob("*/expected.json")):
        truth = json.loads((folder / "expected.json").read_text("utf-8"))
        found = Checked.of(folder / truth["file"])
        wrong = found.false_findings(truth)
        meant = truth["references"]
        meant = " or ".join(map(str, meant)) if isinstance(meant, list) else meant
        rows.append(
            f"| {truth['file']} | {found.references} | {meant} | {len(wrong)} | {found.seconds:.1f} |"
        )
        _tell(wrong if details else [])
    return rows


def journals(*, details: bool = False) -> str:
    """The row of the journal PDFs."""
    tool = scorer("score_pdf")
    sums: Counter[str] = Counter()
    false, seconds = [], []
    papers = tool.articles(SHARED / "data" / "pdf")
    for _, path, truth in papers:
        found = Checked.of(path)
        counts, words = tool.count(truth, found.said["articles"][0])
        sums.update(counts)
        wrong = found.false_findings({})
        false.append(len(wrong))
        seconds.append(found.seconds)
        if details:
            print(path.parent.name, *words, sep="\n    ")
        _tell(wrong if details else [])
    shares = tool.figures(sums)
    figures = " | ".join(f"{shares[name]:.3f}" for name in ("references", "titles", "foreign", "links"))
    mean = sum(false) / max(1, len(false))
    return f"| {len(papers)} | {figures} | {mean:.2f} | {max(false)} | {sum(seconds):.1f} |"


def _tell(findings: Sequence[Said]) -> None:
    for finding in findings:
        print("    FALSE", finding["rule"], finding["message"])


def markdown_section(*, details: bool = False) -> str:
    """The section of docs/accuracy.md."""
    return "\n".join([HEAD, *counted(details=details), "", PDF_HEAD, journals(details=details)]) + "\n"


if __name__ == "__main__":
    print(markdown_section(details="--details" in sys.argv), end="")
