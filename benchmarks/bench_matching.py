"""Matching: which record real and rendered strings are given, per style, and how long deciding takes.

    python -m benchmarks.bench_matching [--sample 3000]

Strings are parsed by ``read_fields``, looked up in a pool in memory and decided; nothing is told about their
right answer. A string without a right answer in its pool must stay without one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from litreview.formats.records.crossref import work_from_crossref
from litreview.matching.decide import decide
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.parsing.reading.fields import read_fields
from litreview.sources.memory import MemoryIndex

SHARED = Path(os.environ.get("LITREVIEW_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SEED = 20261121
SPEED_REFERENCES, SPEED_POOL = 300, 5000


@dataclass(frozen=True, slots=True)
class Query:
    """A string, its style, and the DOI of its record in the pool (None where none is right)."""

    text: str
    style: str
    doi: str | None


@dataclass(slots=True)
class Tally:
    """What became of the strings of one style."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    false: int = 0
    rightly_none: int = 0
    seconds: float = field(default=0.0)

    def add(self, wanted: str | None, got: str | None) -> None:
        """Count one answer."""
        if wanted is None:
            self.false += got is not None
            self.rightly_none += got is None
        else:
            self.right += got == wanted
            self.wrong += got not in (None, wanted)
            self.missed += got is None

    def __add__(self, other: Tally) -> Tally:
        pairs = ((getattr(self, name), getattr(other, name)) for name in self.__slots__)
        return Tally(*(one + two for one, two in pairs))

    def row(self, name: str) -> str:
        """One line of the table."""
        wanted, answers = self.right + self.wrong + self.missed, self.right + self.wrong
        none = self.false + self.rightly_none
        recall = f"{self.right / wanted:.4f}" if wanted else ""
        precision = f"{self.right / answers:.4f}" if answers else ""
        false = f"{self.false} ({self.false / none:.2%})" if none else ""
        return f"| {name} | {wanted} | {recall} | {precision} | {self.wrong} | {none} | {false} |"


def read_lines(path: Path) -> Iterator[Mapping[str, object]]:
    """The objects of a JSON-lines file, plain or .gz."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return (json.loads(line) for line in text.split("\n") if line.strip())


def read_works(paths: Iterable[Path]) -> dict[str, Work]:
    """Works by DOI."""
    works = (work_from_crossref(record) for path in paths for record in read_lines(path))
    return {work.doi: work for work in works}


def pool_queries(folder: Path) -> list[Query]:
    """The labelled strings: those with a target in the pool, and all others, which have none there."""
    parsed = [
        Query(str(line["raw"]), str(line["source"]), str(line.get("target_doi") or "").casefold() or None)
        for line in read_lines(folder / "parse_dev.jsonl")
    ]
    others = [Query(str(line["raw"]), "match_dev", None) for line in read_lines(folder / "match_dev.jsonl")]
    return parsed + others


def pair_queries(folder: Path, works: Mapping[str, Work]) -> tuple[list[Query], list[Query]]:
    """Crossref's pairs: rendered strings, and strings as authors and publishers wrote them."""
    rendered: list[Query] = []
    real: list[Query] = []
    for line in read_lines(folder / "reference-pairs.jsonl"):
        doi = str(line.get("doi") or "").casefold()
        if line.get("string"):
            query = Query(str(line["string"]), str(line["origin"]), doi if doi in works else None)
            (rendered if query.style.startswith("formatted") else real).append(query)
    return [query for query in rendered if query.doi], real


def measure(queries: Sequence[Query], works: Sequence[Work]) -> dict[str, Tally]:
    """Tallies by style."""
    index, tallies = MemoryIndex(works), defaultdict[str, Tally](Tally)
    styles: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        styles[query.style].append(query)
    for style, items in styles.items():
        readings = read_fields([query.text for query in items])
        for query, reading in zip(items, readings, strict=True):
            reference = Reference(key="", text=query.text, work=reading.work)
            suggestions = index.candidates(reference)
            start = time.process_time()
            match = decide(reference, suggestions)
            tallies[style].seconds += time.process_time() - start
            tallies[style].add(query.doi, match.work.doi if match.work else None)
    return dict(tallies)


def table(tallies: Mapping[str, Tally]) -> list[str]:
    """The styles that have right answers, all others together, and the sum."""
    head = ["| strings | with record | recall | precision | wrong | without record | answered |"]
    head.append("| --- | --: | --: | --: | --: | --: | --: |")
    with_record = {name: row for name, row in tallies.items() if row.right + row.wrong + row.missed}
    others = sum((row for name, row in tallies.items() if name not in with_record), start=Tally())
    lines = [row.row(name.removeprefix("formatted:")) for name, row in sorted(with_record.items())]
    if others.false + others.rightly_none:
        lines.append(others.row("all others"))
    return [*head, *lines, sum(tallies.values(), start=Tally()).row("**all**")]


def markdown_section(sample: int = 3000) -> str:
    """The section of docs/accuracy.md."""
    references, crossref = SHARED / "data" / "references", SHARED / "data" / "crossref"
    pool = read_works([references / "match_pool_dev.jsonl"])
    works = read_works(crossref / name for name in ("works.jsonl.gz", "works-reconstructed.jsonl.gz"))
    rendered, real = pair_queries(crossref, works)
    chosen = random.Random(SEED).sample(rendered, min(sample, len(rendered)))
    in_pool, in_works = measure(pool_queries(references), list(pool.values())), list(works.values())
    lines = ["## Which record is meant", "", f"`python -m benchmarks.bench_matching --sample {sample}`.", ""]
    lines += [f"Labelled strings against a pool of {len(pool)} works, some deliberately alike:", ""]
    lines += [
        *table(in_pool),
        "",
        f"Rendered strings ({len(chosen)}, the noisy, scrambled and titleless ones",
    ]
    lines += [f"included) against {len(works):,} works:", "", *table(measure(chosen, in_works)), ""]
    lines += ["Strings as authors and publishers wrote them, hardly any with a record among these works:", ""]
    lines += [*table(measure(real, in_works)), "", speed(rendered, in_works), ""]
    return "\n".join(lines)


def speed(queries: Sequence[Query], works: Sequence[Work]) -> str:
    """One sentence: seconds for deciding references against a pool."""
    chosen = random.Random(SEED).sample(list(queries), SPEED_REFERENCES)
    seconds = sum(row.seconds for row in measure(chosen, works[:SPEED_POOL]).values())
    return (
        f"Deciding {SPEED_REFERENCES} references against {SPEED_POOL:,} works: {seconds:.2f} s "
        "(comparing the candidates; parsing and looking up not counted)."
    )


def main() -> None:
    """Print the section."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sample", type=int, default=3000)
    print(markdown_section(parser.parse_args().sample))


if __name__ == "__main__":
    main()
