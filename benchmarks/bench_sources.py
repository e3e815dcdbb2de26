"""Sources: how often the right work is among a snapshot's candidates, and what asking costs.

    python benchmarks/bench_sources.py [--data ../shared/data/crossref] [--ask 1000]

Citation strings of the evaluation data, unparsed (the parse can only help), against all its records. The
cache is filled from the snapshot, so its times are those of a second run. Processor seconds of one thread.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections import Counter
from pathlib import Path

from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.sources.cached import Cached
from litreview.sources.memory import MemoryIndex
from litreview.sources.snapshot import Snapshot


def main() -> None:
    """Load, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data" / "crossref"
    )
    parser.add_argument("--ask", type=int, default=1000)
    args = parser.parse_args()
    start = time.process_time()
    parts = [Snapshot(args.data / name) for name in ("works.jsonl.gz", "works-reconstructed.jsonl.gz")]
    works = [work for part in parts for work in part.works]
    print(f"{len(works)} records read in {time.process_time() - start:.1f} s")
    start = time.process_time()
    memory = MemoryIndex(works)
    print(f"indexed in {time.process_time() - start:.1f} s")
    recall(memory, pairs(args.data, {work.doi for work in works}, args.ask))
    warm(parts[0])


def pairs(data: Path, known: set[str], count: int) -> list[tuple[str, str, str]]:
    """Strings that do not give their DOI away, the DOI each means, and its style."""
    lines = [json.loads(line) for line in (data / "reference-pairs.jsonl").open(encoding="utf-8")]
    found = [
        (line["string"], str(line["doi"]).lower(), line["origin"])
        for line in lines
        if line.get("string") and not line.get("doi_in_string") and str(line["doi"]).lower() in known
    ]
    random.Random(1).shuffle(found)
    return found[:count]


def recall(memory: MemoryIndex, asked: list[tuple[str, str, str]]) -> None:
    """How often the right work is among the candidates, and the first of them."""
    right: Counter[tuple[str, str]] = Counter()
    start = time.process_time()
    for text, doi, style in asked:
        found = [work.doi for work in memory.candidates(Reference("", text, Work()))]
        for name in (style, "all"):
            right.update(
                {(name, "asked"): 1, (name, "among"): doi in found, (name, "first"): found[:1] == [doi]}
            )
    seconds = time.process_time() - start
    print(f"{len(asked)} references in {seconds:.2f} s")
    for name in [*sorted({style for _, _, style in asked}), "all"]:
        total, among, first = (right[name, what] for what in ("asked", "among", "first"))
        print(f"  {name:42} {total:5} among {among / total:.3f} first {first / total:.3f}")


def warm(snapshot: Snapshot) -> None:
    """A second run over 300 references: all fetched by DOI, and all searched as well."""
    dois = [work.doi for work in snapshot.works[:300]]
    references = [
        Reference("", f"{work.title} {work.year} {work.page}", Work()) for work in snapshot.works[:300]
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cache.sqlite"
        first = Cached(snapshot, path)
        first.fetch(dois)
        first.candidates(references)
        first.close()
        start = time.process_time()
        second = Cached(snapshot, path)
        second.fetch(dois)
        middle = time.process_time()
        second.candidates(references)
        end = time.process_time()
        print(f"300 cached: {middle - start:.2f} s by DOI, {end - middle:.2f} s by search (20 works each)")
        second.close()


if __name__ == "__main__":
    main()
