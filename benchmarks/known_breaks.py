"""Faults that a person once put into the code and no test found: each must be found for good.

python -m benchmarks.known_breaks
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from benchmarks.bench_mutants import examples_elsewhere, file_of, survives

_TIES = "tests/matching/test_decide_ties.py"
KNOWN: tuple[tuple[str, str, str, str], ...] = (
    ("rules.views.years", "LATE, EARLY = 10, 3", "LATE, EARLY = 7, 3", "tests/rules/views/test_years.py"),
    ("rules.views.years", "LATE, EARLY = 10, 3", "LATE, EARLY = 10, 4", "tests/rules/views/test_years.py"),
    ("rules.engine.baseline", '"" if finding.reference or finding.field else finding.message', '""',
     "tests/rules/engine/test_baseline.py"),
    ("sources.retry", "self._failures, self._waiting_since, self.has_worked = 0, None, True",
     "self._waiting_since, self.has_worked = None, True", "tests/sources/test_retry.py"),
    ("matching.decide", " and places[id(best)] - places[id(item)] < PLACE_MARGIN", "", _TIES),
    ("matching.decide", "PLACE_MARGIN = 2", "PLACE_MARGIN = 1", _TIES),
    ("matching.decide", 'set(agreement.different) <= {"DOI"} and ', "", _TIES),
    ("editing.apply.plan", "return one.start == other.start", "return False",
     "tests/editing/apply/test_plan.py"),
    ("rules.engine.suppress", "article.as_of <= item.until", "article.as_of < item.until",
     "tests/rules/engine/test_suppress.py"),
    ("formats.writing", "self._new[path].replace(path)", "path.write_bytes(self._new[path].read_bytes())",
     "tests/formats/test_writing.py"),
    ("sources.cache_opening", "PRAGMA journal_mode = WAL", "PRAGMA journal_mode = OFF",
     "tests/sources/test_cache_opening.py"),
)  # fmt: skip
"""Module below the package, what stands there, what is put there instead, and the tests that must find it."""


def outcome(row: tuple[str, str, str, str]) -> str:
    """What is wrong (if anything) about a row: its text is gone from the module, or no test finds it."""
    name, old, new, tests = row
    path = file_of(f"litreview.{name}")
    source = path.read_text(encoding="utf-8")
    if source.count(old) != 1:
        return f"{name}: stands there {source.count(old)} times: {old}"
    code = compile(source.replace(old, new), str(path), "exec")
    return f"{name}: no test finds: {old} → {new}" if survives(f"litreview.{name}", code, [tests]) else ""


def main() -> int:
    """Put every fault in, one at a time, and print those that are not found."""
    with examples_elsewhere(), ThreadPoolExecutor(2) as pool:
        wrong = [said for said in pool.map(outcome, KNOWN) if said]
    print("\n".join(wrong) or f"all {len(KNOWN)} are found")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
