"""Deduplication: accuracy on the gold sets beside the checkout, and speed up to 100,000 records.

    python -m benchmarks.bench_dedupe [--records 100000]

Prints a section of docs/accuracy.md. The accuracy part needs the evaluation data; the speed part makes its
own records: with the dirt that databases add (cut pages, abbreviated journals, other cases).
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import os
import random
import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

from litreview.formats.records.table import work_from_row
from litreview.library.dedupe import deduplicate
from litreview.model.work import Work

SHARED = Path(os.environ.get("LITREVIEW_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SETS = ("cytology_screening", "copper", "cora_dev", "special_cases")
# bib-dedupe 0.11.0, measured for the project's research note on the same files.
BIB_DEDUPE = {
    "cytology_screening": "0.992 / 0 / 12.1",
    "copper": "0.997 / 0 / 4.7",
    "special_cases": "0.5 / 0 / –",
    "cora_dev": "0.814 / 9 / 180 (whole of cora)",
}
_SYLLABLES = (
    "ka",
    "lo",
    "mi",
    "ren",
    "tas",
    "vor",
    "dal",
    "pe",
    "su",
    "nim",
    "bra",
    "qui",
    "sol",
    "ter",
    "fan",
    "hel",
)
_TOPICS = (
    "screening", "therapy", "exercise", "outcomes", "infection", "patients", "trial", "risk", "pain",
    "chronic", "women", "randomised", "review", "systematic", "cancer", "treatment", "children", "acute",
    "care",    "quality",
)  # fmt: skip
_HEAD = (
    "| set | records | pair P | pair R | pair F1 | B3 F1 | record FP | record FN | CPU s "
    "| bib-dedupe: F1 / FP / CPU s |"
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, default=20_000)
    print(markdown_section(parser.parse_args().records))


def markdown_section(records: int = 20_000) -> str:
    """The section as Markdown."""
    lines = [
        "## Deduplication",
        "",
        "`python -m benchmarks.bench_dedupe`, on the development sets it was tuned on",
        "",
    ]
    if SHARED.is_dir():
        lines += [_HEAD, "| --- " * 10 + "|", *map(_accuracy, SETS), ""]
    return "\n".join([*lines, _speed(records), ""])


def _accuracy(name: str) -> str:
    with (SHARED / "data" / "dedupe" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    gold = [row.pop("gold_group") for row in rows]
    started = time.process_time()
    works = [work_from_row(row) for row in rows]
    found = list(deduplicate(works, [row["id"] for row in rows]).labels)
    spent = time.process_time() - started
    score = _scorer()
    pairs, records, b3 = (view(gold, found) for view in (score.pairwise, score.record_level, score.b_cubed))
    numbers = " | ".join(
        f"{value:.4f}" for value in (pairs["precision"], pairs["recall"], pairs["f1"], b3["f1"])
    )
    tail = f"{records['fp']} | {records['fn']} | {spent:.1f} | {BIB_DEDUPE[name]}"
    return f"| {name} | {len(rows)} | {numbers} | {tail} |"


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_dedupe", SHARED / "tools" / "score_dedupe.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _speed(count: int) -> str:
    works, truth = made_records(count)
    started = time.process_time()
    found = deduplicate(works, [f"r{at}" for at in range(count)])
    spent = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    right = len(set(found.labels))
    return (
        f"{count:,} made records of {truth:,} works: {right:,} works found in {spent:.1f} CPU s "
        f"({count / spent:,.0f} records/s), {peak:,.0f} MB at most."
    )


def made_records(count: int, seed: int = 7) -> tuple[list[Work], int]:
    """Records of made-up works, one in three of them a dirty copy of an earlier one; and how many works."""
    chance = random.Random(seed)
    rows: list[dict[str, str]] = []
    works = 0
    for row in _rows(chance):
        rows.append(row)
        works += 1
        while len(rows) < count and chance.random() < 0.33:
            rows.append(_dirty(row, chance))
        if len(rows) >= count:
            break
    chance.shuffle(rows)
    return [work_from_row(row) for row in rows], works


def _rows(chance: random.Random) -> Iterator[dict[str, str]]:
    while True:
        title = [_word(chance) for _ in range(4)] + chance.sample(_TOPICS, 6)
        chance.shuffle(title)
        first = chance.randrange(1, 3000)
        year = chance.randrange(1980, 2026)
        yield {
            "title": " ".join(title).capitalize(),
            "authors": " and ".join(f"{_word(chance).title()}, {chance.choice('ABCDEF')}." for _ in range(3)),
            "year": str(year),
            "journal": f"Journal of {_word(chance).title()} {chance.choice(_TOPICS).title()}",
            "volume": str(year - 1950), "pages": f"{first}-{first + chance.randrange(1, 20)}",
        }  # fmt: skip


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.choice((2, 2, 3, 3))))


def _dirty(row: dict[str, str], chance: random.Random) -> dict[str, str]:
    first, _, last = row["pages"].partition("-")
    changes: Sequence[dict[str, str]] = (
        {"title": f"{row['title']}. [Review] [33 refs]"},
        {"journal": row["journal"].replace("Journal of ", "J "), "pages": f"{first}-{last[-1]}"},
        {"title": row["title"].upper(), "pages": first},
        {"year": str(int(row["year"]) + 1)},
        {"authors": row["authors"].split(" and ")[0]},
    )
    return row | chance.choice(changes)


if __name__ == "__main__":
    main()
