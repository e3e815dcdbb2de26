"""A budget of processor time: what uses it up is ended, says where it was, and leaves all as it was."""

from __future__ import annotations

import json
import re
import signal
import sys
import threading
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from litreview import pipeline
from litreview.budget import within
from litreview.cli.main import app
from litreview.model.errors import LitreviewError, TooSlowError
from litreview.parsing.lists import headings
from litreview.reports.registry import FORMATS

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no clock of processor time")

TINY = 0.05
EXPONENTIAL = re.compile(r"(?:q+)+b")
LIST = "References\n\nArden P (2003). Heat for rowers. Journal of Heat, 2(1), 3-9.\n"
HARD = f"Heat helps.\n\n{'q' * 60}\n\n{LIST}"
EASY = f"Heat helps.\n\nIt does (Arden, 2003).\n\n{LIST}"
WHERE = "too slow at parsing/lists/headings.py"


def hang() -> None:
    EXPONENTIAL.match("q" * 60)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that this parser never comes to the end of, and one that it reads."""
    monkeypatch.setattr(headings, "_COUNT", EXPONENTIAL)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hard.txt").write_text(HARD)
    (tmp_path / "easy.txt").write_text(EASY)
    return tmp_path


def test_work_that_is_done_in_time_gives_what_it_gives() -> None:
    assert within(60, lambda: 3) == 3
    assert within(None, lambda: 3) == 3


def test_a_pattern_that_hangs_is_ended_and_the_timer_and_its_handler_come_back() -> None:
    def other(number: int, frame: object) -> None:
        raise AssertionError("the other timer was to run much longer")

    before = signal.signal(signal.SIGVTALRM, other)
    signal.setitimer(signal.ITIMER_VIRTUAL, 1000, 7)
    try:
        with pytest.raises(TooSlowError):
            within(TINY, hang)
        left, interval = signal.getitimer(signal.ITIMER_VIRTUAL)
        assert signal.getsignal(signal.SIGVTALRM) is other
        assert 900 < left < 1000
        assert interval == 7
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def test_the_end_is_taken_for_no_trouble_of_others_and_told_again_where_it_is_caught() -> None:
    def stubborn() -> None:
        for _ in range(3):
            try:
                hang()
            except Exception:  # noqa: BLE001 - as code of others does
                raise AssertionError("it is no Exception") from None
            except BaseException:  # noqa: BLE001
                pass
        hang()

    with pytest.raises(TooSlowError):
        within(TINY, stubborn)


def test_an_import_is_never_cut_in_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slow_to_load.py").write_text("for n in range(3_000_000): pass\nloaded = True\n")
    monkeypatch.syspath_prepend(tmp_path)

    def work() -> None:
        import slow_to_load  # type: ignore[import-not-found]

        assert slow_to_load.loaded
        hang()

    with pytest.raises(TooSlowError):
        within(1e-3, work)
    assert sys.modules.pop("slow_to_load").loaded


def test_what_was_cut_short_is_not_kept_in_a_cache() -> None:
    hangs = [True]

    @lru_cache
    def slow_once(value: int) -> int:
        if hangs.pop():
            hang()
        return value

    hangs.insert(0, False)
    with pytest.raises(TooSlowError):
        within(TINY, lambda: slow_once(3))
    assert slow_once(3) == 3


def test_another_thread_has_no_budget() -> None:
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(within(1e-6, lambda: sum(range(300_000)))))
    thread.start()
    thread.join()
    assert found == [sum(range(300_000))]


def test_parsing_says_where_it_was_given_up(folder: Path) -> None:
    with pytest.raises(TooSlowError, match=rf"hard\.txt: not read: {WHERE} \(the budget of 0\.05 s"):
        pipeline.parse(Path("hard.txt"), budget=TINY)
    assert len(pipeline.parse(Path("easy.txt")).references) == 1


def test_the_other_articles_are_checked(folder: Path) -> None:
    report = pipeline.check("hard.txt", "easy.txt", source=None, budget=1)
    hard, easy = report.articles
    assert (hard.path, hard.text, easy.unread) == ("hard.txt", "", "")
    assert hard.unread.startswith(f"not read: {WHERE}")
    assert len(easy.references) == 1
    assert report.exit_code() == 1
    assert [(one.rule, one.severity.value) for one in report.findings_of(hard)] == [("R216", "warning")]
    assert "The one reference in 1 file was read" in str(report.summary()["sentence"])
    assert "1 file was not read" in str(report.summary()["sentence"])


def test_no_selection_of_rules_and_no_baseline_hides_it(folder: Path) -> None:
    for chosen in (
        ["--select", "M302"],
        ["--ignore", "R", "--save-baseline", "known.json"],
        ["--baseline", "known.json"],
    ):
        done = CliRunner().invoke(
            app, ["check", "hard.txt", "--source", "none", "--budget", "0.05", "-f", "csv", *chosen]
        )
        assert done.exit_code == 1
        assert WHERE in done.stdout, chosen


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_says_it_and_none_says_all_is_well(folder: Path, format: str) -> None:
    report = pipeline.check("hard.txt", source=None, budget=TINY)
    told = report.render(format)
    assert WHERE in told.replace("\n  ", " ")
    for comfort in ("nothing found", "Nothing to report", "No errors", "nothing must be", "must be fixed"):
        assert comfort not in told
    assert "No reference" not in told


def test_machines_are_told_that_it_was_the_tool(folder: Path) -> None:
    report = pipeline.check("hard.txt", "easy.txt", source=None, budget=1)
    suites = ET.fromstring(report.render("junit"))
    assert [suite.get("errors") for suite in suites] == ["1", None]
    (run,) = json.loads(report.render("sarif"))["runs"]
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert WHERE in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert "::warning file=hard.txt" in report.render("github")
    assert json.loads(report.render("json"))["summary"]["doubts"] == ["hard.txt"]


@pytest.mark.parametrize("format", ["annotated", "docx", "odt"])
def test_nothing_is_copied_of_a_file_that_was_not_read(folder: Path, format: str) -> None:
    report = pipeline.check("hard.txt", source=None, budget=TINY)
    with pytest.raises(LitreviewError, match=WHERE):
        report.render_bytes(format)


@pytest.mark.parametrize(
    "command",
    [
        ["parse"],
        ["parse", "--explain"],
        ["fix", "--write", "--source", "none"],
        ["library", "easy.txt", "-o", "out.bib"],
        ["resolve", "--source", "none", "-o", "out.bib"],
    ],
)
def test_what_writes_or_shows_one_file_ends_with_a_line(folder: Path, command: list[str]) -> None:
    done = CliRunner().invoke(app, [*command, "hard.txt", "--budget", "1"])
    assert isinstance(done.exception, LitreviewError)
    assert str(done.exception).startswith(f"hard.txt: not read: {WHERE}")
    assert done.stdout == ""
    assert {one.name: one.read_text() for one in folder.iterdir()} == {"hard.txt": HARD, "easy.txt": EASY}


def test_judging_has_a_budget_in_proportion(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = pipeline.parse(Path("easy.txt"))
    given: list[float | None] = []
    monkeypatch.setattr(pipeline, "within", lambda seconds, work: (given.append(seconds), work())[1])
    pipeline.judged((article,), lambda: None, budget=100)
    pipeline.judged((article, article), lambda: None, budget=100)
    pipeline.judged((article,), lambda: None, budget=None)
    assert given == [101, 202, None]


def test_judging_that_hangs_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = pipeline.parse(Path("easy.txt"))
    monkeypatch.setattr("litreview.pipeline.resolve", lambda *given, **named: hang())
    with pytest.raises(TooSlowError, match=r"too slow at pipeline\.py; nothing was reported"):
        pipeline.check(article, source=None, budget=TINY)
