"""Against a stand-in of the whole service: polite under faults, complete, and resumable after a kill."""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from litreview.model.reference import Reference
from litreview.model.source import Outcome
from litreview.model.work import Work
from litreview.sources.cached import Cached
from litreview.sources.crossref import Crossref

pytestmark = [pytest.mark.shared, pytest.mark.slow]

KINDS = ("429", "500", "503", "504", "slow", "hang", "reset", "truncate", "badjson", "ctype", "html")
FAULTS = {"seed": 5, "slow-s": 0.3, "hang-s": 1.5} | dict.fromkeys(KINDS, 0.1 / len(KINDS))


@pytest.fixture(autouse=True)
def without_the_heap_of_other_tests() -> Iterator[None]:
    """Collecting what other tests left stops all threads longer than a request may take to arrive."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(scope="module")
def service(shared_dir: Path) -> ModuleType:
    """The stand-in server's module, from beside the checkout."""
    spec = importlib.util.spec_from_file_location(
        "crossref_standin", shared_dir / "tools" / "crossref_standin.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def records(shared_dir: Path, service: ModuleType) -> list[dict[str, Any]]:
    found = list(service.load([shared_dir / "data" / "crossref" / "works.jsonl.gz"]))
    random.Random(4).shuffle(found)
    return [record for record in found if record.get("title")]


@pytest.fixture(scope="module")
def index(service: ModuleType, records: list[dict[str, Any]]) -> Any:
    return service.Index(records)


def strings(records: list[dict[str, Any]]) -> list[Reference]:
    return [Reference("", f"{record['title'][0]}. {record.get('page', '')}", Work()) for record in records]


def polite(report: dict[str, Any], *, early: bool = False) -> None:
    """Within the limits. A request already on its way when another is told to wait counts as early."""
    refused = {kind: count for kind, count in report["refused"].items() if not (early and kind == "early")}
    assert not refused, report
    assert report["max_in_flight"] <= 3
    assert report["max_per_second"]["single"] <= 10
    assert report["max_per_second"]["list"] <= 3
    assert not report["answered_more_than_once"]


def test_a_thousand_references_with_every_kind_of_fault(
    service: ModuleType, records: list[dict[str, Any]], index: Any, tmp_path: Path
) -> None:
    dois = [record["DOI"] for record in records[:1000]]
    searched = strings(records[1000:1040])
    with service.StandIn(index, latency=0.02, faults=FAULTS) as server:
        source = Cached(Crossref("a@example.org", server.url), tmp_path / "c.sqlite")
        answers = source.fetch(dois)
        assert {lookup.outcome for lookup in answers.values()} == {Outcome.FOUND}
        report = server.stats.report()
        assert report["requests"] <= 0.03 * len(dois)
        found = source.candidates(searched)
        assert {lookup.outcome for lookup in found} == {Outcome.FOUND}
        report = server.stats.report()
        polite(report, early=True)
        assert sum(report["fault"].values()) >= 3
        again = Cached(Crossref("a@example.org", server.url), tmp_path / "c.sqlite")
        assert again.fetch(dois) == answers
        assert again.candidates(searched) == found
        assert server.stats.report()["requests"] == report["requests"]


def test_the_public_pool_is_kept_to(service: ModuleType, records: list[dict[str, Any]], index: Any) -> None:
    with service.StandIn(index) as server:
        found = Crossref("", server.url).candidates(strings(records[:4]))
        report = server.stats.report()
    assert {lookup.outcome for lookup in found} == {Outcome.FOUND}
    assert report["pool"] == {"public": 4}
    assert (report["max_in_flight"], report["max_per_second"]["list"], report["refused"]) == (1, 1, {})


def test_aliases_and_unknown_dois_are_asked_for_singly_within_the_limits(
    service: ModuleType, records: list[dict[str, Any]], index: Any
) -> None:
    dois = [record["DOI"] for record in records[:60]] + [f"10.55555/none{number}" for number in range(30)]
    with service.StandIn(index) as server:
        answers = Crossref("a@example.org", server.url).fetch(dois)
        report = server.stats.report()
    polite(report)
    assert [answers[doi].outcome.value for doi in dois] == ["found"] * 60 + ["absent"] * 30
    assert report["endpoint"] == {"work": 30, "works-list": 2}


def test_a_service_that_is_down_accuses_nobody(service: ModuleType, records: list[dict[str, Any]]) -> None:
    with service.StandIn([records[0]]) as server:
        url = server.url
    source = Crossref("a@example.org", url)
    start = time.monotonic()
    answers = source.fetch([record["DOI"] for record in records[:500]])
    found = source.candidates(strings(records[:500]))
    assert {lookup.outcome for lookup in [*answers.values(), *found]} == {Outcome.UNREACHABLE}
    assert time.monotonic() - start < 60


_RUN = """
import json, sys
from litreview.sources.cached import Cached
from litreview.sources.crossref import Crossref
from litreview.model.reference import Reference
from litreview.model.work import Work
url, path, texts = sys.argv[1], sys.argv[2], json.load(open(sys.argv[3]))
source = Cached(Crossref("a@example.org", url), path)
source.source.progress = lambda what, done, total: print(done, flush=True)
source.candidates([Reference("", text, Work()) for text in texts])
"""


def _start(url: str, folder: Path, texts: list[str]) -> subprocess.Popen[str]:
    named = folder / f"{len(texts)}-{texts[0][:9].encode().hex()}.json"
    named.write_text(json.dumps(texts))
    command = [sys.executable, "-c", _RUN, url, str(folder / "c.sqlite"), str(named)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_killed_run_goes_on_and_asks_nothing_answered_again(
    service: ModuleType, records: list[dict[str, Any]], index: Any, tmp_path: Path
) -> None:
    texts = [reference.text for reference in strings(records[:40])]
    with service.StandIn(index, latency=0.1) as server:
        first = _start(server.url, tmp_path, texts)
        assert first.stdout
        for line in first.stdout:
            if line.strip() == "12":
                break
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
        first.stdout.close()
        second = _start(server.url, tmp_path, texts)
        assert second.wait(timeout=120) == 0
        assert second.stdout
        told = second.stdout.read().split()
        second.stdout.close()
        report = server.stats.report()
    assert len(told) <= 40 - 11
    # what was on its way when the process died could not be kept
    assert len(report["answered_more_than_once"]) <= 3
    assert report["max_in_flight"] <= 3
    assert not report["refused"]


def test_two_processes_share_the_limits(
    service: ModuleType, records: list[dict[str, Any]], index: Any, tmp_path: Path
) -> None:
    texts = [reference.text for reference in strings(records[:18])]
    with service.StandIn(index, latency=0.05) as server:
        first, second = _start(server.url, tmp_path, texts[:9]), _start(server.url, tmp_path, texts[9:])
        assert [first.wait(timeout=120), second.wait(timeout=120)] == [0, 0]
        for process in (first, second):
            assert process.stdout
            process.stdout.close()
        polite(server.stats.report())
