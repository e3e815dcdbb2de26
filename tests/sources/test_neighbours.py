"""The other papers of a journal: what is asked, once, and kept apart from the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from litreview.model.source import Lookup, Neighbours, Outcome
from litreview.model.work import PartialDate, Work
from litreview.sources.cached import Cached
from litreview.sources.crossref import Crossref
from litreview.sources.memory import MemoryIndex
from litreview.sources.neighbours import NO_ISSN, Span, span_from, span_of
from litreview.sources.transport import Answer

PAPER = Work(
    container_title="Reports on Locks", issn=("1234-5678",), volume="4", issued=PartialDate(2013),
    doi="10.5555/locks.84",
)  # fmt: skip
OTHER = Work(
    container_title="Rep Locks",
    issn=("1234-5678",),
    volume="9",
    issued=PartialDate(2002),
    doi="10.5555/locks.10",
)


@pytest.mark.parametrize(
    ("year", "span"),
    [(1997, Span("1234-5678", 1996, 2014, "asc")), (2015, Span("1234-5678", 2012, 2016, "desc"))],
)
def test_the_end_of_the_cited_year_comes_first(year: int, span: Span) -> None:
    assert span_of(PAPER, year) == span
    assert span_from(str(span)) == span


def test_without_an_issn_nothing_is_asked() -> None:
    assert span_of(Work(issued=PartialDate(2013)), 1997) is None


class Fake:
    """A transport that gives one paper of the journal, and keeps what it was asked."""

    def __init__(self, answer: Answer) -> None:
        self.answer, self.asked = answer, list[Span]()

    def prepare(self) -> None: ...
    def close(self) -> None: ...

    def journal(self, span: Span, rows: int) -> Answer:
        assert rows > 1
        self.asked.append(span)
        return self.answer


RECORD: dict[str, Any] = {"DOI": OTHER.doi, "volume": "9", "issued": {"date-parts": [[2002]]}}


def crossref(answer: Answer) -> tuple[Crossref, Fake]:
    source, fake = Crossref("a@example.org", sleep=lambda _: None), Fake(answer)
    source._transport = fake  # type: ignore[assignment]
    return source, fake


def test_crossref_is_asked_once_for_a_journal_and_its_years() -> None:
    source, fake = crossref(Answer(200, {"items": [RECORD]}))
    assert isinstance(source, Neighbours)
    one, two, three = source.neighbours([PAPER, PAPER, Work(issued=PartialDate(1999))], [1997, 1997, 1998])
    assert one == two
    assert [work.volume for work in one.works] == ["9"]
    assert three == NO_ISSN
    assert fake.asked == [Span("1234-5678", 1996, 2014, "asc")]


def test_a_journal_that_cannot_be_asked_for_says_nothing() -> None:
    source, _ = crossref(Answer(400, problem="a filter that is not known"))
    (lookup,) = source.neighbours([PAPER], [1997])
    assert (lookup.outcome, lookup.works) == (Outcome.UNREACHABLE, ())


class Journal:
    """A source that tells of journals, and counts."""

    name = "Journal"

    def __init__(self) -> None:
        self.asked = list[str]()

    def fetch(self, dois: Sequence[str]) -> dict[str, Lookup]:
        return {doi: Lookup(Outcome.ABSENT) for doi in dois}

    def candidates(self, references: Sequence[object]) -> list[Lookup]:
        return [Lookup(Outcome.ABSENT) for _ in references]

    def neighbours_each(self, spans: Sequence[str]) -> Iterator[tuple[str, Lookup]]:
        for span in spans:
            self.asked.append(span)
            yield span, Lookup(Outcome.FOUND, (OTHER,))


def test_the_cache_asks_once_and_never_takes_them_for_records(tmp_path: Path) -> None:
    source = Journal()
    for offline in (False, True):
        cached = Cached(source, tmp_path / "cache.sqlite", offline=offline)
        (lookup,) = cached.neighbours([PAPER], [1997])
        assert [work.volume for work in lookup.works] == ["9"]
        assert cached.fetch([OTHER.doi])[OTHER.doi].outcome is not Outcome.FOUND
        assert cached.neighbours([Work()], [1997]) == [NO_ISSN]
        cached.close()
    assert source.asked == ["1234-5678 1996-2014 asc"]


def test_offline_and_unknown_is_no_answer(tmp_path: Path) -> None:
    cached = Cached(Journal(), tmp_path / "cache.sqlite", offline=True)
    assert cached.neighbours([PAPER], [1997])[0].outcome is Outcome.UNREACHABLE


def test_an_index_in_memory_knows_a_journal_by_issn_and_by_name() -> None:
    named = Work(
        container_title="REPORTS ON LOCKS", volume="7", issued=PartialDate(2000), doi="10.5555/locks.7"
    )
    far = Work(container_title="Canal News", volume="7", issued=PartialDate(2000), doi="10.5555/canal.7")
    index = MemoryIndex([PAPER, OTHER, named, far])
    assert index.neighbours(PAPER) == (OTHER, named)
