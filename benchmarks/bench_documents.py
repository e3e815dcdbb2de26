"""Whole articles: references found, citations, links, in several formats, as a section of docs/accuracy.md.

    python -m benchmarks.bench_documents

Twelve JATS articles as text and XML and five JOSS papers, by the scorer beside the data; and the twelve
printed again as text, Markdown, HTML, Word and LaTeX, to see that the format makes no difference.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

from benchmarks.printing import PRINTERS, Source
from litreview.formats.registry import read
from litreview.parsing.article import parse_document

SHARED = Path(os.environ.get("LITREVIEW_SHARED", Path(__file__).resolve().parents[2] / "shared"))
HEAD = """## Whole articles

Command: `python -m benchmarks.bench_documents`. References: share with the right first author and year, held
against the longer of the two lists. Citations and links: F1; a link is right when it leads to exactly the
reference meant. Goals: references .97 (.99), links .93 (.97). The forms at the end are the twelve JATS
articles printed again by `benchmarks/printing.py`.

| form | articles | references | citations | links |
| --- | ---: | ---: | ---: | ---: |"""

Report = dict[str, object]


def scorer() -> ModuleType:
    """The project's scorer for whole articles."""
    spec = importlib.util.spec_from_file_location("score_documents", SHARED / "tools" / "score_documents.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_documents"] = module
    spec.loader.exec_module(module)
    return module


def as_report(path: Path) -> Report:
    """What the scorer reads, in the names of ``litreview check --format json``."""
    article = parse_document(read(path))
    items: dict[int, list[Report]] = {}
    for link in article.links:
        items.setdefault(id(link.citation), []).append(
            {"references": [found.key for found in link.references]}
        )
    return {
        "references": [{"key": r.key, "text": r.text, "csl": r.work.to_csl()} for r in article.references],
        "citations": [
            {"text": c.text, "start": c.start, "end": c.end, "items": items.get(id(c), [])}
            for c in article.citations
        ],
    }


def official(tool: ModuleType, work: Path) -> list[str]:
    """Rows of the forms the scorer makes itself."""
    sets, truths = tool.collect(SHARED / "data" / "documents", work)
    rows = []
    for kind, paths in sets.items():
        sums = tool.Score()
        for path in paths:
            name, truth = truths[path]
            tool.add(sums, name, truth, as_report(work / path), kind.startswith("text"))
        rows.append(_row(kind, len(paths), sums.figures()))
    return rows


def printed(tool: ModuleType, work: Path) -> list[str]:
    """Rows of the forms this project prints; positions are not compared there."""
    sources = [Source.read(folder) for folder in sorted((SHARED / "data" / "documents" / "jats").iterdir())]
    rows = []
    for kind, printer in PRINTERS.items():
        sums = tool.Score()
        for n, source in enumerate(sources):
            path = printer(source, work / f"p{n:02d}")
            tool.add(sums, source.name, source.truth, as_report(path), False)
        rows.append(_row(kind, len(sources), sums.figures()))
    return rows


def _row(kind: str, count: int, figures: dict[str, float]) -> str:
    shares = " | ".join(f"{figures[name]:.3f}" for name in ("references", "citations", "links"))
    return f"| {kind} | {count} | {shares} |"


def speed() -> str:
    """Seconds of processor time for the article with most references, reading included."""
    folders = sorted((SHARED / "data" / "documents" / "jats").iterdir())
    counts = {
        folder: len(json.loads((folder / "truth.json").read_text("utf-8"))["references"])
        for folder in folders
    }
    largest = max(counts, key=lambda folder: counts[folder])
    as_report(largest / "article.txt")
    start = time.process_time()
    as_report(largest / "article.txt")
    return f"Speed: {counts[largest]} references and their article in {time.process_time() - start:.2f} s."


def markdown_section() -> str:
    """The section of docs/accuracy.md."""
    tool = scorer()
    with tempfile.TemporaryDirectory() as folder:
        rows = official(tool, Path(folder))
        again = printed(tool, Path(folder))
    return "\n".join([HEAD, *rows, "| *printed again* | | | | |", *again, "", speed()]) + "\n"


if __name__ == "__main__":
    print(markdown_section(), end="")
