"""Damaged documents through reader, parser, rules and reports: a report or one clear line, in bounds."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from types import FrameType

from litreview.formats.registry import HEAD_BYTES, read_bytes, sniff
from litreview.formats.sniffing import UNREADABLE
from litreview.model.errors import LitreviewError
from litreview.pipeline import check
from tests.fuzz.mutators import mutators_for
from tests.fuzz.samples import Sample

SECONDS = 2.0
"""CPU time that one reading of a mutant may take, with its check and two reports."""
MEMORY_KB = 500_000
"""Peak of the process that reads it."""
ADDRESS_SPACE = 1_500_000_000
WALL = 120
"""Seconds after which a worker that answers no alarm (it hangs within C) is ended."""
STEP = 500
"""Mutants after which a run says how far it is."""
GROWTH = 60_000
"""Bytes a mutant may grow to where its sample is smaller."""
ROOT = Path(__file__).parents[2]


class TooSlow(BaseException):
    """The alarm rang. No exception that a reader may catch."""


@dataclass
class Outcome:
    """What became of one mutant; ``place`` is empty where it went well."""

    name: str
    format: str
    mutator: str
    refused: bool = False
    place: str = ""
    story: str = ""
    seconds: float = 0
    peak: int = 0


@dataclass
class Tally:
    """Outcomes of a run, by format, and failures by their place."""

    mutants: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    slowest: dict[str, tuple[float, int]] = field(default_factory=dict)
    peak: dict[str, int] = field(default_factory=dict)
    failures: dict[str, list[tuple[int, Outcome]]] = field(default_factory=dict)

    def add(self, number: int, one: Outcome) -> None:
        self.mutants[one.format] += 1
        self.refused[one.format] += one.refused
        self.slowest[one.format] = max(self.slowest.get(one.format, (0, 0)), (one.seconds, number))
        self.peak[one.format] = max(self.peak.get(one.format, 0), one.peak)
        if one.place:
            self.failed[one.format] += 1
            if one.place not in self.failures:
                print(
                    f"{number} {one.name} {one.mutator}: {one.place}\n{one.story}",
                    file=sys.stderr,
                    flush=True,
                )
            self.failures.setdefault(one.place, []).append((number, one))

    def __str__(self) -> str:
        lines = [f"{'format':10} mutants refused failed slowest (number)   peak MB"]
        for name in sorted(self.mutants):
            seconds, number = self.slowest[name]
            counts = f"{self.mutants[name]:7} {self.refused[name]:7} {self.failed[name]:6}"
            lines.append(f"{name:10} {counts} {seconds:6.2f}s ({number:6}) {self.peak[name] // 1000:6}")
        lines.append(f"{'all':10} {sum(self.mutants.values()):7} {sum(self.refused.values()):7} "
                     f"{sum(self.failed.values()):6}")  # fmt: skip
        for place, found in sorted(self.failures.items(), key=lambda item: -len(item[1])):
            shown = ", ".join(f"{n} {one.name} {one.mutator}" for n, one in found[:4])
            lines.append(f"\n{len(found)}x {place}\n   {shown}\n{found[0][1].story}")
        return "\n".join(lines)


def mutant(samples: Sequence[Sample], seed: int, number: int) -> tuple[Sample, str]:
    """The mutant of that number, the same in every run, and the name of what damaged it."""
    chance = Random(f"{seed}:{number}")
    sample = samples[number % len(samples)]
    data, names = sample.data, []
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        change = chance.choice(mutators_for(data))
        other = chance.choice(samples).data
        data = change(data, other, chance)[: max(GROWTH, len(sample.data))] or b"\0"
        names.append(change.__name__)
    return Sample(sample.name, sample.format, data), "+".join(names)


def run(samples: Sequence[Sample], numbers: Sequence[int], seed: int, workers: int = 1) -> Tally:
    """All these mutants, shared out among some processes."""
    tally = Tally()
    try:
        for number, outcome in _shared_out(samples, numbers, seed, workers):
            tally.add(number, outcome)
            if number % STEP == STEP - 1:
                print(f"{number + 1} made, {sum(tally.failed.values())} failed", file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        print("stopped early", file=sys.stderr)
    return tally


def _shared_out(
    samples: Sequence[Sample], numbers: Sequence[int], seed: int, workers: int
) -> Iterator[tuple[int, Outcome]]:
    from concurrent.futures import ThreadPoolExecutor

    if workers == 1:
        yield from _in_turn(samples, numbers, seed)
        return
    with ThreadPoolExecutor(workers) as pool:
        shares = [numbers[at::workers] for at in range(workers)]
        for done in pool.map(lambda share: list(_in_turn(samples, share, seed)), shares):
            yield from done


class Worker:
    """A process that judges mutants one by one, with the limits set."""

    def __init__(self, samples: Sequence[Sample], seed: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, samples, seed), daemon=True)
        self.process.start()
        theirs.close()

    def judge(self, number: int) -> Outcome | str:
        """The outcome, or in words how the process ended."""
        try:
            self.pipe.send(number)
            if self.pipe.poll(WALL):
                answer: Outcome = self.pipe.recv()
                return answer
            self.process.kill()
        except (EOFError, OSError):
            pass
        self.process.join()
        return f"the process ended with {self.process.exitcode}"

    def end(self) -> None:
        self.process.kill()
        self.process.join()


def _in_turn(samples: Sequence[Sample], numbers: Sequence[int], seed: int) -> Iterator[tuple[int, Outcome]]:
    worker = Worker(samples, seed)
    for number in numbers:
        answer = worker.judge(number)
        if isinstance(answer, str):
            sample = samples[number % len(samples)]
            answer = Outcome(sample.name, sample.format, "", place=answer)
        if answer.place.startswith(("the process", "memory", "MemoryError")):
            worker.end()
            worker = Worker(samples, seed)
        yield number, answer
    worker.end()


def _work(pipe: Connection, samples: Sequence[Sample], seed: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGVTALRM, _ring)
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        _warm_up(samples)
        while True:
            pipe.send(_outcome(*mutant(samples, seed, pipe.recv())))


def _warm_up(samples: Sequence[Sample]) -> None:
    """What is loaded once for all is no mutant's."""
    for sample in {one.format: one for one in samples[::-1]}.values():
        _judged(sample, sample.format)


def _ring(number: int, frame: FrameType | None) -> None:
    raise TooSlow


def _outcome(made: Sample, mutator: str) -> Outcome:
    outcome = Outcome(made.name, made.format, mutator)
    sniffed = sniff(f"a.{made.ending}", made.data[:HEAD_BYTES])
    for format in dict.fromkeys((made.format, sniffed)):
        if format in UNREADABLE:
            continue
        before = time.process_time()
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            try:
                outcome.refused |= _judged(made, format)
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        except (Exception, TooSlow) as error:  # noqa: BLE001 - whatever it is, it is the finding
            outcome.place = _place(error)
            outcome.story = "".join(traceback.format_exception(error)[-6:])
        outcome.seconds = max(outcome.seconds, time.process_time() - before)
    outcome.peak = _peak()
    if not outcome.place and outcome.peak > MEMORY_KB:
        outcome.place = f"memory of {outcome.peak // 1000} MB"
    if not outcome.place and outcome.seconds > SECONDS:
        outcome.place = f"over {SECONDS} s in all"
    return outcome


def _peak() -> int:
    """The most memory that this process has held, in kB.

    Not ``ru_maxrss``, which on Linux begins with what the process that started this one held.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(status.partition("VmHWM:")[2].split()[0])


def _judged(made: Sample, format: str) -> bool:
    """True where it was refused in one clear line."""
    try:
        report = check(read_bytes(made.data, f"a.{made.ending}", format), source=None, as_of="2026-01-01")
    except LitreviewError as error:
        if "\n" in str(error):
            raise ValueError("a message of several lines") from error
        return True
    for way in ("text", "json"):
        report.render(way).encode()
    return False


def _place(error: BaseException) -> str:
    """The kind of failure and the innermost line of ours."""
    ours = [
        frame for frame in traceback.extract_tb(error.__traceback__)
        if "/litreview/" in frame.filename and "site-packages" not in frame.filename
    ]  # fmt: skip
    where = ours[-1] if ours else None
    name = type(error).__name__
    return f"{name} {Path(where.filename).relative_to(ROOT)}:{where.name}:{where.lineno}" if where else name
