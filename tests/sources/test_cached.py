"""Cached: nothing is asked twice, nothing is lost, and silence is never remembered."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from litreview.model.reference import Reference
from litreview.model.source import Lookup, Outcome, Source
from litreview.model.work import Name, PartialDate, Relation, Update, Work
from litreview.sources.cached import ABSENT_DAYS, AHEAD, DAY, FOUND_DAYS, Cached, default_path, write_records
from litreview.sources.snapshot import Snapshot
from tests.sources.caches import told

PAPER = Work(
    type="article-journal", title="A paper", author=(Name("Ito", "K."), Name(literal="A Group")),
    doi="10.1234/a", issued=PartialDate(2011, 3),
    dates=(("published-print", PartialDate(2012)),), volume="2", page="e7",
    updated_by=(Update("retraction", "10.1234/n", "publisher", PartialDate(2020, 1, 2)),),
    relations=(Relation("has-preprint", "10.1234/p"),), url="https://doi.org/10.1234/a", source="Fake",
    record="10.1234/a", extra=(("crossref-type", "journal-article"),),
)  # fmt: skip
OTHER = Work(
    title="Another", doi="10.1234/b", source="Fake", record="10.1234/b", url="https://doi.org/10.1234/b"
)


class Fake:
    """A source that answers from a table and counts."""

    name = "Fake"

    def __init__(self, answers: Mapping[str, Lookup]) -> None:
        self.answers, self.asked = dict(answers), list[str]()

    def _answer(self, question: str) -> Lookup:
        self.asked.append(question)
        return self.answers.get(question, Lookup(Outcome.ABSENT, reason="none"))

    def fetch(self, dois: Sequence[str]) -> Mapping[str, Lookup]:
        return {doi: self._answer(doi) for doi in dois}

    def candidates(self, references: Sequence[Reference]) -> Sequence[Lookup]:
        return [self._answer(reference.text) for reference in references]


class Clock:
    """Days that pass by hand."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_days(self, days: float) -> None:
        self.now += days * DAY


FOUND = Lookup(Outcome.FOUND, (PAPER,))
DOWN = Lookup(Outcome.UNREACHABLE, reason="down")


def refs(*texts: str) -> list[Reference]:
    return [Reference("", text, Work()) for text in texts]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "cache.sqlite"


def test_it_is_a_source(path: Path) -> None:
    assert isinstance(Cached(Fake({}), path), Source)


def test_a_second_run_asks_nothing_and_gives_the_same(path: Path) -> None:
    fake = Fake({"10.1234/a": FOUND, "A text": Lookup(Outcome.FOUND, (PAPER, OTHER))})
    first = Cached(fake, path)
    one = first.fetch(["10.1234/a", "10.1234/none"]), first.candidates(refs("A text", "no"))
    first.close()
    asked = len(fake.asked)
    second = Cached(fake, path)
    assert (second.fetch(["10.1234/a", "10.1234/none"]), second.candidates(refs("A text", "no"))) == one
    assert len(fake.asked) == asked == 4
    assert one[0]["10.1234/a"] == FOUND


def test_spellings_of_a_doi_and_blanks_of_a_string_are_one_question(path: Path) -> None:
    fake = Fake({"10.1234/a": FOUND})
    cached = Cached(fake, path)
    answers = cached.fetch(["10.1234/A", "https://doi.org/10.1234/a"])
    assert {lookup.outcome for lookup in answers.values()} == {Outcome.FOUND}
    cached.candidates(refs("A  text", "A\ntext"))
    assert fake.asked == ["10.1234/a", "A\ntext"]


def test_what_a_search_brought_need_not_be_fetched(path: Path) -> None:
    fake = Fake({"A text": Lookup(Outcome.FOUND, (PAPER, OTHER))})
    cached = Cached(fake, path)
    cached.candidates(refs("A text"))
    assert cached.fetch(["10.1234/b"])["10.1234/b"].works == (OTHER,)
    assert fake.asked == ["A text"]


def test_silence_is_never_remembered(path: Path) -> None:
    fake = Fake({"10.1234/a": DOWN})
    cached = Cached(fake, path)
    assert cached.fetch(["10.1234/a"])["10.1234/a"] == DOWN
    fake.answers["10.1234/a"] = FOUND
    assert cached.fetch(["10.1234/a"])["10.1234/a"] == FOUND


def test_absent_counts_for_days_and_found_for_weeks(path: Path) -> None:
    fake, clock = Fake({"10.1234/a": FOUND}), Clock()
    cached = Cached(fake, path, clock=clock)
    cached.fetch(["10.1234/a", "10.1234/none"])
    clock.pass_days(ABSENT_DAYS + 0.1)
    cached.fetch(["10.1234/a", "10.1234/none"])
    assert fake.asked == ["10.1234/a", "10.1234/none", "10.1234/none"]
    clock.pass_days(FOUND_DAYS)
    cached.fetch(["10.1234/a"])
    assert fake.asked[-1] == "10.1234/a"


def test_an_old_record_is_better_than_none_but_an_old_absence_is_not(path: Path) -> None:
    fake, clock = Fake({"10.1234/a": FOUND}), Clock()
    cached = Cached(fake, path, clock=clock)
    cached.fetch(["10.1234/a", "10.1234/none"])
    clock.pass_days(FOUND_DAYS + 1)
    fake.answers = {"10.1234/a": DOWN, "10.1234/none": DOWN}
    answers = cached.fetch(["10.1234/a", "10.1234/none"])
    assert answers == {"10.1234/a": FOUND, "10.1234/none": DOWN}


def test_offline_asks_nothing_and_does_not_know_what_is_missing(path: Path) -> None:
    fake, clock = Fake({"10.1234/a": FOUND}), Clock()
    Cached(fake, path, clock=clock).fetch(["10.1234/a", "10.1234/none"])
    clock.pass_days(1000)
    offline = Cached(fake, path, offline=True, clock=clock)
    answers = offline.fetch(["10.1234/a", "10.1234/none", "10.1234/new"])
    assert [answers[doi].outcome.value for doi in answers] == ["found", "unreachable", "unreachable"]
    assert offline.candidates(refs("new"))[0].outcome is Outcome.UNREACHABLE
    assert len(fake.asked) == 2


def test_refresh_asks_everything_once(path: Path) -> None:
    fake, clock = Fake({"10.1234/a": Lookup(Outcome.FOUND, (OTHER,))}), Clock()
    Cached(fake, path, clock=clock).fetch(["10.1234/a"])
    clock.pass_days(0.1)
    fake.answers["10.1234/a"] = FOUND
    fresh = Cached(fake, path, refresh=True, clock=clock)
    assert fresh.fetch(["10.1234/a"]) == fresh.fetch(["10.1234/a"]) == {"10.1234/a": FOUND}
    assert len(fake.asked) == 2


def test_records_without_doi_or_key_are_told_apart(path: Path) -> None:
    nameless = (Work(title="One", source="Fake"), Work(title="Two", source="Fake"))
    fake = Fake({"A text": Lookup(Outcome.FOUND, nameless)})
    Cached(fake, path).candidates(refs("A text"))
    assert [work.title for work in Cached(fake, path).candidates(refs("A text"))[0].works] == ["One", "Two"]
    assert fake.asked == ["A text"]


def test_sources_do_not_share_answers(path: Path) -> None:
    Cached(Fake({"10.1234/a": FOUND}), path).fetch(["10.1234/a"])
    another = Fake({})
    another.name = "Another"
    assert Cached(another, path).fetch(["10.1234/a"])["10.1234/a"].outcome is Outcome.ABSENT


def test_the_export_is_a_snapshot_sorted_and_dated(path: Path, tmp_path: Path) -> None:
    clock = Clock()
    cached = Cached(Fake({"A text": Lookup(Outcome.FOUND, (OTHER, PAPER))}), path, clock=clock)
    cached.candidates(refs("A text"))
    target = tmp_path / "records.jsonl"
    assert cached.export(target) == 2
    lines = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [(line["DOI"], line["retrieved"]) for line in lines] == [
        ("10.1234/a", "2023-11-14"),
        ("10.1234/b", "2023-11-14"),
    ]
    assert Snapshot(target).fetch(["10.1234/a"])["10.1234/a"].works[0].updated_by == PAPER.updated_by
    before = target.read_bytes()
    assert cached.export(target, ["10.1234/A"]) == 1
    assert target.read_bytes() == before.splitlines(keepends=True)[0]


def test_records_are_written_in_one_order_each_work_once_with_or_without_a_doi(tmp_path: Path) -> None:
    """Whatever order they come in, two exports of one cache are the same bytes."""
    target = tmp_path / "records.jsonl"
    records: list[dict[str, object]] = [
        {"DOI": "10.1234/b"}, {"key": 7, "title": "A"}, {"DOI": "10.1234/A"}, {"DOI": "10.1234/a", "n": 2},
    ]  # fmt: skip
    assert write_records(target, records) == 3
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines == ['{"DOI": "10.1234/A"}', '{"DOI": "10.1234/b"}', '{"key": 7, "title": "A"}']
    assert write_records(target, reversed(records)) == 3
    assert target.read_text(encoding="utf-8").startswith('{"DOI": "10.1234/a", "n": 2}\n')


def test_an_answer_from_the_future_is_stale_and_one_of_a_clock_a_little_ahead_is_not(path: Path) -> None:
    fake, clock = Fake({"10.1234/a": FOUND}), Clock()
    Cached(fake, path, clock=clock).fetch(["10.1234/a", "10.1234/none"])
    clock.now -= AHEAD - 1
    Cached(fake, path, clock=clock).fetch(["10.1234/a", "10.1234/none"])
    assert len(fake.asked) == 2
    clock.now -= 2
    fake.answers["10.1234/a"] = DOWN
    answers = Cached(fake, path, clock=clock).fetch(["10.1234/a", "10.1234/none"])
    assert fake.asked[2:] == ["10.1234/a", "10.1234/none"]
    assert answers["10.1234/a"] == FOUND  # old or not, it is better than none
    fake.answers["10.1234/a"] = FOUND
    clock.now -= 30 * DAY
    fresh = Cached(fake, path, refresh=True, clock=clock)
    fresh.fetch(["10.1234/a"])
    assert fake.asked[4:] == ["10.1234/a"]


def test_without_a_file_everything_is_asked_once_and_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    fake = Fake({"10.1234/a": FOUND})
    with told(about="cannot be used"):
        cached = Cached(fake, tmp_path / "file" / "c.sqlite")
        again = Cached(fake, tmp_path / "file" / "c.sqlite")
        assert cached.fetch(["10.1234/a"]) == again.fetch(["10.1234/a"]) == {"10.1234/a": FOUND}
    assert (len(fake.asked), cached.readable) == (1, False)


def test_the_file_is_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LITREVIEW_CACHE", str(tmp_path / "x.sqlite"))
    assert default_path() == tmp_path / "x.sqlite"
    monkeypatch.setenv("LITREVIEW_CACHE", str(tmp_path))
    assert default_path() == tmp_path / "crossref.sqlite"
    monkeypatch.delenv("LITREVIEW_CACHE")
    assert default_path().name == "crossref.sqlite"


def test_who_has_no_home_gets_no_folder_called_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LITREVIEW_CACHE")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda _: Path("~/.cache/litreview"))
    assert default_path() == Path(os.devnull, "crossref.sqlite")


class Streaming(Fake):
    """A source that breaks off in the middle, as an interrupted run does."""

    def __init__(self, stop_after: int) -> None:
        super().__init__({})
        self.stop_after = stop_after

    def fetch_each(self, dois: Sequence[str]) -> Iterator[tuple[str, Lookup]]:
        for doi in dois:
            if len(self.asked) == self.stop_after:
                raise KeyboardInterrupt
            self.asked.append(doi)
            yield doi, Lookup(Outcome.FOUND, (Work(doi=doi, record=doi, source="Fake"),))

    def search_each(self, texts: Sequence[str]) -> Iterator[tuple[str, Lookup]]:
        yield from ()

    def share_limits(self, path: Path) -> None: ...


def test_an_interrupted_run_goes_on_where_it_was(path: Path) -> None:
    dois = [f"10.1234/{number}" for number in range(30)]
    with pytest.raises(KeyboardInterrupt):
        Cached(first := Streaming(11), path).fetch(dois)
    answers = Cached(second := Streaming(99), path).fetch(dois)
    assert {lookup.outcome for lookup in answers.values()} == {Outcome.FOUND}
    assert first.asked + second.asked == dois


_KILLED = """
import sys, time
from pathlib import Path
sys.path.insert(0, {tests!r})
from tests.sources.test_cached import Streaming
from litreview.sources.cached import Cached
from litreview.model.source import Lookup, Outcome
class Slow(Streaming):
    def fetch_each(self, dois):
        for pair in super().fetch_each(dois):
            print(pair[0], flush=True)
            yield pair
            time.sleep(0.01)
Cached(Slow(10 ** 6), Path({path!r})).fetch([f"10.1234/{{n}}" for n in range(2000)])
"""


def test_a_killed_process_loses_nothing(path: Path) -> None:
    code = _KILLED.format(tests=str(Path(__file__).parents[2]), path=str(path))
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    asked = [process.stdout.readline().strip() for _ in range(40)]
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    asked += [line.strip() for line in process.stdout]
    process.stdout.close()
    silent = Fake({})
    answers = Cached(silent, path, offline=True).fetch(asked[:-1])
    assert {lookup.outcome for lookup in answers.values()} == {Outcome.FOUND}
