"""How many small faults, put into a module one at a time, its tests find.

Each fault lives in a process of its own, forked from one that has loaded what all tests need and nothing of
the package; an import hook gives it the broken module. No file is changed.

    python -m benchmarks.bench_mutants [MODULE…] [--count 40] [--seed 1] [--jobs 2] [--lines]

A fault that no test can find since nothing changes is named in ``benchmarks/equivalent.txt`` with the reason.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.machinery
import importlib.util
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import CodeType, ModuleType

import hypothesis  # loaded before the forks, for all
import pytest

from benchmarks.breaks import Break, breaks
from benchmarks.mutant_targets import TARGETS

ROOT = Path(__file__).parent.parent
SEED, COUNT = 1, 40
CPU_SECONDS, WALL_SECONDS = 60, 300
"""Most that the tests of one fault may take; a fault that makes them go on for ever is found (judgement)."""
_LOADED = "ignore:Module already imported"
EQUIVALENT = Path(__file__).parent / "equivalent.txt"


class _Broken(importlib.machinery.SourceFileLoader):
    """Loads the one module from a tree instead of its file."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        return self._code


class Hook(MetaPathFinder):
    """Finds the broken module before the real one is found."""

    def __init__(self, module: str, code: CodeType) -> None:
        self._module, self._code = module, code

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The module's spec with the broken code; None for every other module."""
        if fullname != self._module:
            return None
        place = str(file_of(fullname))
        loader = _Broken(fullname, place, self._code)
        return importlib.util.spec_from_file_location(fullname, place, loader=loader)


def file_of(module: str) -> Path:
    """Where a module of the package stands."""
    return ROOT / f"{module.replace('.', '/')}.py"


def survives(module: str, code: CodeType, tests: Sequence[str]) -> bool:
    """True where the tests stay green with this code in place of the module's."""
    child = os.fork()
    if not child:
        _run_and_leave(module, code, tests)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


def _run_and_leave(module: str, code: CodeType, tests: Sequence[str]) -> None:
    """Never returns: the tests' exit status becomes that of the process."""
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
        signal.alarm(WALL_SECONDS)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.chdir(ROOT)
        sys.meta_path.insert(0, Hook(module, code))
        options = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", "-W", _LOADED]
        status = int(pytest.main([*options, *tests]))
    finally:
        os._exit(status)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a module's faults."""

    module: str
    total: int
    equivalent: int
    left: tuple[Break, ...]

    @property
    def killed(self) -> int:
        """Faults that a test found."""
        return self.total - self.equivalent - len(self.left)


def measure(module: str, count: int, seed: int, jobs: int, lines: Sequence[int] = ()) -> Result:
    """Put ``count`` faults into a module, one at a time.

    Raises:
        ValueError: its tests fail without any.
    """
    source, tests = file_of(module).read_text(encoding="utf-8"), TARGETS[module]
    if not survives(module, compile(ast.parse(source), str(file_of(module)), "exec"), tests):
        raise ValueError(f"the tests of {module} fail as it is")
    known = equivalents(module)
    chosen = [one for one in breaks(source, count, seed) if not lines or one.line in lines]
    asked = [one for one in chosen if (one.before, one.after) not in known]
    with ThreadPoolExecutor(jobs) as pool:
        alive = list(pool.map(lambda one: survives(module, _compiled(module, one), tests), asked))
    left = tuple(one for one, lives in zip(asked, alive, strict=True) if lives)
    return Result(module, len(chosen), len(chosen) - len(asked), left)


def _compiled(module: str, one: Break) -> CodeType:
    return compile(one.tree, str(file_of(module)), "exec")


def equivalents(module: str) -> set[tuple[str, str]]:
    """The faults of a module that change nothing, as the statement before and after."""
    text = EQUIVALENT.read_text(encoding="utf-8") if EQUIVALENT.exists() else ""
    found = set()
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if len(lines) == 3 and lines[0] == module:
            found.add((lines[1][2:], lines[2][2:]))
    return found


@contextlib.contextmanager
def examples_elsewhere() -> Iterator[None]:
    """What hypothesis notes goes to a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        hypothesis.configuration.set_hypothesis_home_dir(folder)
        yield


def main() -> int:
    """Measure the modules that are named, or all, and print a row for each and what survived."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("module", nargs="*", help="part of a module's name")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--lines", type=int, nargs="*", default=(), help="only the faults of these lines")
    given = parser.parse_args()
    chosen = [name for name in TARGETS if not given.module or any(part in name for part in given.module)]
    print("| module | mutants | killed | equivalent | survivors |\n| --- | --- | --- | --- | --- |")
    with examples_elsewhere():
        for module in chosen:
            found = measure(module, given.count, given.seed, given.jobs, given.lines)
            print(f"| {module} | {found.total} | {found.killed} | {found.equivalent} | {len(found.left)} |")
            for one in found.left:
                print(f"    {one.name}")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
