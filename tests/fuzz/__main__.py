"""``python -m tests.fuzz N SEED``: N mutants of all samples, with what became of them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.fuzz.run import mutant, run
from tests.fuzz.samples import samples


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("mutants", type=int)
    parser.add_argument("seed", type=int, nargs="?", default=0)
    parser.add_argument("--only", nargs="*", help="formats")
    parser.add_argument("--first", type=int, default=0, help="number of the first mutant")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the mutants that fail")
    options = parser.parse_args()
    chosen = [one for one in samples() if not options.only or one.format in options.only]
    numbers = range(options.first, options.first + options.mutants)
    tally = run(chosen, numbers, options.seed, options.workers)
    print(tally)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        for number, outcome in (one for found in tally.failures.values() for one in found):
            name = f"{number}.{outcome.name.rpartition('.')[2]}"
            (options.keep / name).write_bytes(mutant(chosen, options.seed, number)[0].data)
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
