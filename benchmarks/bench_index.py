"""The local index at scale: build time, memory, size, references a second, on works varied from real ones.

    python benchmarks/bench_index.py --works 100000 [--data ../shared/data/crossref] [--folder /tmp/bench]

The real works of the evaluation data are hidden among variants of themselves (other words, people, years,
places), drawn with a heavy-tailed vocabulary and a fixed seed. The questions are citation strings of them.
Times are processor seconds of one thread; compare ratios, not machines.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.sources.index import Index
from litreview.sources.index_build import build_index
from litreview.sources.index_file import connect
from litreview.sources.ranking import COMMON, query_words
from litreview.sources.word_search import RareWords, TantivyWords, tantivy_folder

PER_FILE = 50_000
Record = dict[str, Any]
Search = Callable[[Reference, list[str]], list[int]]


def real_works(data: Path) -> list[Record]:
    """The records of the evaluation data."""
    files = ("works.jsonl.gz", "works-reconstructed.jsonl.gz")
    return [json.loads(line) for name in files for line in gzip.open(data / name, "rt", encoding="utf-8")]


class Variation:
    """Makes works that look like the given ones and are others."""

    def __init__(self, works: list[Record], seed: int = 1) -> None:
        self.rng = random.Random(seed)
        self.works = works
        titles = Counter(word for work in works for word in str((work.get("title") or [""])[0]).split())
        self.words = [word for word, _ in titles.most_common()]
        # a tail of words that occur now and then, as real vocabularies have
        self.words += [f"{a}{b.lower()}" for a, b in zip(self.words[200:], self.words[900:], strict=False)]
        weights = [1 / (rank + 8) for rank in range(len(self.words))]
        total, self.sums = 0.0, []
        for weight in weights:
            total += weight
            self.sums.append(total)
        people = [person for work in works for person in work.get("author") or [] if person.get("family")]
        self.families = [person["family"] for person in people]
        self.givens = [person.get("given", "A.") for person in people]

    def work(self, number: int) -> Record:
        """One work, varied from a random real one."""
        rng, base = self.rng, self.rng.choice(self.works)
        count = max(3, len(str((base.get("title") or [""])[0]).split()) + rng.randint(-2, 2))
        first = rng.randint(1, 2500)
        people = [
            {"family": rng.choice(self.families), "given": rng.choice(self.givens)}
            for _ in range(max(1, len(base.get("author") or [])))
        ]
        return {
            "DOI": f"10.{5000 + number % 900}/v.{number}",
            "type": base.get("type", "journal-article"),
            "title": [" ".join(rng.choices(self.words, cum_weights=self.sums, k=count))],
            "author": people[:12],
            "container-title": base.get("container-title") or [],
            "issued": {"date-parts": [[rng.randint(1950, 2024), rng.randint(1, 12)]]},
            "volume": str(rng.randint(1, 300)),
            "issue": str(rng.randint(1, 12)),
            "page": f"{first}-{first + rng.randint(1, 20)}",
            "publisher": base.get("publisher", ""),
        }


def write_files(works: list[Record], count: int, folder: Path) -> list[Path]:
    """Files of works, one to a line, gzipped; the real ones spread among the varied ones."""
    folder.mkdir(parents=True, exist_ok=True)
    vary, paths = Variation(works), []
    every = max(1, count // len(works))
    stream: Iterator[Record] = (
        works[n // every] if n % every == 0 and n // every < len(works) else vary.work(n)
        for n in range(count)
    )
    for start in range(0, count, PER_FILE):
        paths.append(folder / f"works-{count}-{start:08d}.jsonl.gz")
        if paths[-1].exists():
            for _ in range(min(PER_FILE, count - start)):
                next(stream)
            continue
        with gzip.open(paths[-1], "wt", encoding="utf-8", compresslevel=1) as out:
            out.writelines(json.dumps(next(stream)) + "\n" for _ in range(min(PER_FILE, count - start)))
    return paths


def questions(data: Path, known: set[str], count: int) -> list[tuple[str, str, str]]:
    """Citation strings, the DOI each means and the style, DOI in the string or not."""
    lines = (json.loads(line) for line in (data / "reference-pairs.jsonl").open(encoding="utf-8"))
    pairs = [
        (line["string"], str(line["doi"]).lower(), line["origin"])
        for line in lines
        if line.get("string") and str(line["doi"]).lower() in known and line["origin"].startswith("formatted")
    ]
    random.Random(1).shuffle(pairs)
    return pairs[:count]


def ask(index: Index, pairs: list[tuple[str, str, str]]) -> None:
    """Ask for every string; print the rate and how often the right work is first, and among the answers."""
    right: Counter[str] = Counter()
    times = []
    for text, doi, style in pairs:
        start = time.process_time()
        found = [work.doi for work in index.candidates([Reference("", text, Work())])[0].works]
        times.append(time.process_time() - start)
        right.update({"asked": 1, "first": found[:1] == [doi], "found": doi in found})
        right.update(
            {f"{style} asked": 1, f"{style} first": found[:1] == [doi], f"{style} found": doi in found}
        )
    times.sort()
    p50, p90, p99 = (1000 * times[int(len(times) * share)] for share in (0.5, 0.9, 0.99))
    print(f"{len(times) / sum(times):.0f} references/s (p50 {p50:.1f}, p90 {p90:.1f}, p99 {p99:.1f} ms)")
    for style in [*sorted({style for _, _, style in pairs}), ""]:
        asked, first, among = (right[f"{style} {what}".strip()] for what in ("asked", "first", "found"))
        print(f"  {style or 'all':45} {asked:5} first {first / asked:.3f} among {among / asked:.3f}")


def compare(index: Index, pairs: list[tuple[str, str, str]]) -> None:
    """Each way of searching alone, in its own order: rate, right one first and among six."""
    database = connect(index.path)
    engines: dict[str, tuple[Search, int]] = {
        "keys": (lambda reference, _: index._by_keys(reference), len(pairs)),
        "sqlite, six rarest words": (lambda _, words: RareWords(database).search(words, 6), len(pairs)),
        "sqlite, all words": (lambda _, words: all_words(database, words), 30),
    }
    if tantivy_folder(index.path).is_dir():
        tantivy = TantivyWords(tantivy_folder(index.path))
        engines["tantivy, all words"] = (lambda _, words: tantivy.search(words, 6), len(pairs))
    for name, (search, count) in engines.items():
        seconds, first, among = 0.0, 0, 0
        for text, doi, _ in pairs[:count]:
            reference = Reference("", text, Work())
            start = time.process_time()
            words = [word for word in query_words(reference) - COMMON if len(word) > 1 and not word.isdigit()]
            found = search(reference, words)
            seconds += time.process_time() - start
            dois = [index._works(number)[0].doi for number in found]
            first, among = first + (dois[:1] == [doi]), among + (doi in dois)
        print(f"  {name:28} {count / seconds:7.0f}/s  first {first / count:.3f} among {among / count:.3f}")


def all_words(database: sqlite3.Connection, words: list[str]) -> list[int]:
    """What the text index does when nothing is picked."""
    asked = " OR ".join(f'"{word}"' for word in words)
    sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 6"
    return [row[0] for row in database.execute(sql, (asked,))] if asked else []


def main() -> None:
    """Make the files, build the index, ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--works", type=int, default=100_000)
    parser.add_argument(
        "--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data" / "crossref"
    )
    parser.add_argument("--folder", type=Path, default=Path("build/bench"))
    parser.add_argument("--ask", type=int, default=1500)
    parser.add_argument("--compare", action="store_true", help="each way of searching alone")
    args = parser.parse_args()
    works = real_works(args.data)
    files = write_files(works, args.works, args.folder)
    target = args.folder / f"works-{args.works}.idx"
    start = time.process_time()
    facts = build_index(files, target)
    seconds, memory = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("\n".join(facts.lines()))
    rate = facts.works / max(seconds, 1)
    print(
        f"built in {seconds:.0f} s of processor time ({rate:.0f} works/s), at most {memory:.0f} MB of memory"
    )
    asked = questions(args.data, {str(work["DOI"]).lower() for work in works}, args.ask)
    ask(Index(target), asked)
    if args.compare:
        compare(Index(target), asked[:300])


if __name__ == "__main__":
    main()
