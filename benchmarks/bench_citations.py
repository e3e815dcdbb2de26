"""In-text citations: exact spans by kind, as a section of docs/accuracy.md.

    python -m benchmarks.bench_citations

The gold (GROBID's full-text corpus: 32 articles) has no reference lists, so nothing but the text decides
here; ``bench_documents`` scores the finder with a list at hand.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from litreview.parsing.citations.finder import find_citations

SHARED = Path(os.environ.get("LITREVIEW_SHARED", Path(__file__).resolve().parents[2] / "shared"))
KINDS = {
    "bracketed": "bracketed-number",
    "parenthetical": "author-year",
    "narrative": "author-year",
    "superscript": "superscript-number",
}
GOALS = {"bracketed-number": ".95 (.98)", "author-year": ".90 (.95)", "superscript-number": ".70 (.85)"}
# A 15-line pattern without a list, on other articles of the same corpus (the note's section 5): recall.
PATTERN = {"bracketed-number": ".80", "author-year": ".82", "superscript-number": ".00"}
HEAD = """## In-text citations

Command: `python -m benchmarks.bench_citations`. Development half of the labelled articles; a citation counts
only if both its ends are right. Superscripts lost their height in the export ("pain 12,13 ."). No lists.

| kind | citations | paragraph by paragraph | whole article | goal (ambitious) | a simple pattern (recall) |
| --- | ---: | --- | --- | --- | --- |"""

Spans = dict[tuple[int, int], str]


class Unit(NamedTuple):
    """A text and its labelled citations, by span."""

    text: str
    gold: Spans


class Score(NamedTuple):
    """Precision, recall and F1 of exact spans."""

    precision: float
    recall: float
    f1: float

    def __str__(self) -> str:
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"


def paragraphs() -> list[tuple[str, Unit]]:
    """The labelled paragraphs with the name of their article."""
    with (SHARED / "data" / "references" / "intext_dev.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        (row["doc"], Unit(row["text"], {(c["start"], c["end"]): c["kind"] for c in row["citations"]}))
        for row in rows
    ]


def articles(units: Iterable[tuple[str, Unit]]) -> list[Unit]:
    """The paragraphs of each article put together."""
    grouped: dict[str, list[Unit]] = defaultdict(list)
    for name, unit in units:
        grouped[name].append(unit)
    return [_joined(members) for members in grouped.values()]


def _joined(units: list[Unit]) -> Unit:
    text, gold = "", Spans()
    for unit in units:
        gold |= {(start + len(text), end + len(text)): kind for (start, end), kind in unit.gold.items()}
        text += unit.text + "\n\n"
    return Unit(text, gold)


def score(units: Iterable[Unit]) -> dict[str, Score]:
    """Scores by kind. A span found where another kind is labelled counts for the labelled kind."""
    right, said, wanted = Counter[str](), Counter[str](), Counter[str]()
    for text, gold in units:
        found = {(c.start, c.end): KINDS[c.kind] for c in find_citations(text)}
        for span, kind in found.items():
            said[gold.get(span, kind)] += 1
            right[gold.get(span, "")] += span in gold
        wanted.update(gold.values())
    return {kind: _f1(right[kind], said[kind], wanted[kind]) for kind in GOALS}


def _f1(right: int, said: int, wanted: int) -> Score:
    precision, recall = right / max(1, said), right / max(1, wanted)
    return Score(precision, recall, 2 * precision * recall / max(1e-9, precision + recall))


def markdown_section() -> str:
    """The section of docs/accuracy.md."""
    units = paragraphs()
    counts = Counter(kind for _, unit in units for kind in unit.gold.values())
    start = time.process_time()
    single = score(unit for _, unit in units)
    speed = sum(len(unit.text) for _, unit in units) / (time.process_time() - start)
    whole = score(articles(units))
    lines = [HEAD]
    lines += [
        f"| {kind} | {counts[kind]} | {single[kind]} | {whole[kind]} | {goal} | {PATTERN[kind]} |"
        for kind, goal in GOALS.items()
    ]
    lines += ["", f"Speed: {speed / 1e6:.1f} million characters per second of processor time, one process."]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(markdown_section(), end="")
