"""List the patterns that are not linear, worst first: ``python -m tests.linear [PART OF A NAME]``."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor

from tests.linear.collecting import Collected, collect
from tests.linear.measuring import Growth, worst


def sweep(patterns: list[Collected]) -> list[tuple[Collected, Growth]]:
    """The patterns that are not linear and how they grow, worst first."""
    with ProcessPoolExecutor(2) as pool:
        grown = list(zip(patterns, pool.map(worst, patterns, chunksize=8), strict=True))
    failed = [(pattern, growth) for pattern, growth in grown if growth is not None]
    return sorted(failed, key=lambda pair: (-pair[1].exponent, pair[1].size, pair[0].where))


def main(words: list[str]) -> int:
    patterns = [found for found in collect() if not words or any(word in found.where for word in words)]
    failed = sweep(patterns)
    for found, growth in failed:
        way = "match" if found.anchored else "search"
        before, unit, end = growth.pump
        print(
            f"{growth.exponent:5.2f} {growth.size:6} {growth.seconds:.3f}s {found.where} [{way}] "
            f"{before!r}+{unit!r}*n+{end!r}"
        )
        print(f"        {found.pattern.pattern!r}"[:400])
    print(f"{len(failed)} of {len(patterns)} patterns are not linear")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
