"""Crossref: live records, asked politely.

Known DOIs go fifty to a request (a fiftieth of the requests of single look-ups, and a twentieth of the time);
single look-ups are left for what a list cannot carry: a DOI with a comma, and DOIs the list did not
answer (aliases, and those that do not exist). References without a DOI are searched by their raw string.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeAlias
from urllib.parse import quote

from litreview.formats.records.crossref import doi_of, work_from_crossref
from litreview.model.errors import SourceError
from litreview.model.reference import Reference
from litreview.model.source import Lookup, Outcome
from litreview.model.work import Work
from litreview.normalise.identifiers import clean_doi
from litreview.sources.addresses import checked_address, checked_mailto, shown_address
from litreview.sources.cached import Cached
from litreview.sources.kinds import Asking
from litreview.sources.limiter import Limiter, NoPlaceError
from litreview.sources.neighbours import NO_ISSN, span_from, span_of
from litreview.sources.obstacles import why
from litreview.sources.query import search_text
from litreview.sources.retry import ATTEMPTS, ATTEMPTS_UNREACHED, DEADLINE, RUN, Backoff, Circuit, Patience
from litreview.sources.transport import A_PAGE, DEFAULT_URL, TIMEOUT, Answer, Transport

BATCH, LONGEST = 50, 4000
"""DOIs in one list request, and their characters: servers refuse addresses somewhere past 8,000."""
ROWS = 20
"""Works a search may bring; the right one is nearly always among the first five
(judgement; no count was kept)."""
NEIGHBOURS = 60
"""Papers of a journal asked for to see its volumes: some issues' worth (judgement)."""

WORTH_TELLING = 1.0
"""Seconds of waiting that progress speaks of; a shorter wait is no news (judgement)."""

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with what is being done, how many answers are in, and how many there will be."""
Found: TypeAlias = Iterator[tuple[str, Lookup]]
Job: TypeAlias = Callable[[], list[tuple[str, Lookup]]]


class Crossref:
    """The Crossref REST API as a source of records.

    ``mailto`` (or ``LITREVIEW_MAILTO``) is an address for Crossref to write to; with it three requests go at
    once and three lists a second, without it one. ``base_url`` (or ``LITREVIEW_BASE_URL``) is for mirrors
    and tests. After ``deadline`` seconds without a usable answer nobody is asked any more; ``patience`` is
    shared with the other services of a run. ``clock``,
    ``sleep`` and ``rng`` are there for tests.
    Raises OptionError for a bad address. ``fetch`` and ``candidates`` raise SourceError where Crossref
    blocks this client; every other trouble is an answer ``unreachable``.
    """

    def __init__(
        self,
        mailto: str | None = None,
        base_url: str | None = None,
        *,
        deadline: float = DEADLINE,
        patience: Patience | None = None,
        progress: Progress | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        rng: Random | None = None,
    ) -> None:
        self.mailto = checked_mailto(mailto if mailto is not None else os.environ.get("LITREVIEW_MAILTO", ""))
        named = base_url or os.environ.get("LITREVIEW_BASE_URL") or DEFAULT_URL
        self.base_url = checked_address(named, "--base-url https://api.crossref.org")
        self.name = "Crossref"
        self.progress = progress
        self._clock, self._sleep = clock, sleep
        self._limiter = Limiter(self.mailto, clock=clock, sleep=sleep, service=self._limited)
        steady = time.monotonic if clock is time.time else clock  # that of the day may be set back
        self._circuit = Circuit(steady, deadline, patience)
        self._transport = Transport(
            self.base_url, self.mailto, self._limiter.at_once, min(TIMEOUT, deadline), self._silence_left
        )
        self._refused: Answer | None = None
        self._paced, self._told = False, ("", 0, 0)
        self._backoff = Backoff(rng or Random())

    def __repr__(self) -> str:
        return f"Crossref(mailto={self.mailto!r}, base_url={shown_address(self.base_url)!r})"

    @property
    def is_usual(self) -> bool:
        """True at Crossref's own address, not at a mirror or stand-in."""
        return self.base_url == DEFAULT_URL

    @property
    def cache_name(self) -> str:
        """What a cache keeps answers under: another address may know other works."""
        return self.name if self.is_usual else f"{self.name} {shown_address(self.base_url)}"

    def share_limits(self, path: Path) -> None:
        """Keep the limits together with every process that uses this sqlite file."""
        self._limiter.close()
        self._limiter = Limiter(self.mailto, path, self._clock, self._sleep, service=self._limited)

    @property
    def _limited(self) -> str:
        """What limits are kept under, in a file that others may read."""
        return shown_address(self.base_url)

    def _silence_left(self) -> float:
        return self._circuit.patience(silent=True)

    def close(self) -> None:
        """Give connections and files back."""
        self._transport.close()
        self._limiter.close()

    def fetch(self, dois: Sequence[str]) -> Mapping[str, Lookup]:
        """The record of each DOI, in any spelling. Keys are the DOIs as given."""
        return dict(self.fetch_each(dois))

    def candidates(self, references: Sequence[Reference]) -> Sequence[Lookup]:
        """What Crossref's search finds for each reference's string, at most ``ROWS`` works, best first."""
        texts = [search_text(reference) for reference in references]
        found = dict(self.search_each(list(dict.fromkeys(texts))))
        return [found[text] for text in texts]

    def fetch_each(self, dois: Sequence[str]) -> Found:
        """``fetch``, giving each answer as it comes (so that a cache loses none when it is interrupted)."""
        spelled: dict[str, list[str]] = {}
        for doi in dict.fromkeys(dois):
            spelled.setdefault(clean_doi(doi), []).append(doi)
        for doi in spelled.pop("", []):
            yield doi, Lookup(Outcome.ABSENT, reason=f"{doi!r} is not a DOI")
        batches = _batches([doi for doi in spelled if "," not in doi])
        jobs: list[Job] = [partial(self._fetch_batch, batch) for batch in batches]
        answered: set[str] = set()
        for doi, lookup in self._run("records", jobs, len(spelled)):
            answered.add(doi)
            yield from ((spelling, lookup) for spelling in spelled[doi])
        rest = [doi for doi in spelled if doi not in answered]
        singles: list[Job] = [partial(self._fetch_single, doi) for doi in rest]
        for doi, lookup in self._run("records", singles, len(spelled), len(answered)):
            yield from ((spelling, lookup) for spelling in spelled[doi])

    def search_each(self, texts: Sequence[str]) -> Found:
        """Search for each string, giving each answer as it comes."""
        yield from self._run("searches", [partial(self._search, text) for text in texts], len(texts))

    def neighbours(self, works: Sequence[Work], years: Sequence[int]) -> Sequence[Lookup]:
        """Papers of each work's journal between its year and the one given: one request for each journal and
        pair of years."""
        spans = [span_of(work, year) for work, year in zip(works, years, strict=True)]
        asked = list(dict.fromkeys(str(span) for span in spans if span))
        found = dict(self.neighbours_each(asked))
        return [found[str(span)] if span else NO_ISSN for span in spans]

    def neighbours_each(self, spans: Sequence[str]) -> Found:
        """The papers of each span (``sources/neighbours``), giving each answer as it comes."""
        yield from self._run("journals", [partial(self._journal, span) for span in spans], len(spans))

    def _journal(self, span: str) -> list[tuple[str, Lookup]]:
        answer = self._ask("list", lambda: self._transport.journal(span_from(span), NEIGHBOURS))
        if not answer.good:
            return [(span, _unreachable(answer))]
        works = self._works(answer)
        outcome = Outcome.FOUND if works else Outcome.ABSENT
        return [(span, Lookup(outcome, works, "" if works else "Crossref has no papers of these years"))]

    def _run(self, what: str, jobs: Sequence[Job], total: int, done: int = 0) -> Found:
        """Run jobs in as many threads as may ask at once; the answers in the order in which they come."""
        if not jobs:
            return
        self._transport.prepare()
        try:
            for answers in self._answers(jobs):
                for found in answers:
                    done += 1
                    self._tell(what, done, total)
                    yield found
        finally:
            self._transport.close()

    def _answers(self, jobs: Sequence[Job]) -> Iterator[list[tuple[str, Lookup]]]:
        """Answers in the order in which they come. The first job goes alone: its headers set the pace."""
        alone = 0 if self._paced else 1
        self._paced = True
        yield from (job() for job in jobs[:alone])
        pool, is_done = ThreadPoolExecutor(self._limiter.at_once), False
        waiting = [pool.submit(job) for job in jobs[alone:]]
        try:
            yield from (future.result() for future in as_completed(waiting))
            is_done = True
        finally:  # who is interrupted waits for no silent server
            pool.shutdown(wait=is_done, cancel_futures=True)

    def _tell(self, what: str, done: int, total: int) -> None:
        self._told = what, done, total
        if self.progress:
            self.progress(what, done, total)

    def _fetch_batch(self, dois: Sequence[str]) -> list[tuple[str, Lookup]]:
        """Answers for the DOIs a list request gave a record for; the others are asked for singly later.

        Only records that were asked for count: a filter that is not understood lists all of Crossref.
        """
        answer = self._ask("list", lambda: self._transport.works(dois))
        if answer.status in (400, 404, 414):  # a filter this service does not take; one by one it may
            return []
        if not answer.good:
            return [(doi, _unreachable(answer)) for doi in dois]
        wanted, works = set(dois), self._works(answer)
        return [
            (key, Lookup(Outcome.FOUND, (work,))) for work in works if (key := clean_doi(work.doi)) in wanted
        ]

    def _fetch_single(self, doi: str) -> list[tuple[str, Lookup]]:
        return [(doi, self._record(doi))]

    def _record(self, doi: str) -> Lookup:
        answer = self._ask("single", lambda: self._transport.work(doi))
        if answer.message is not None:
            if not doi_of(answer.message):
                return Lookup(Outcome.UNREACHABLE, reason="Crossref gave an answer without a DOI")
            return Lookup(Outcome.FOUND, (work_from_crossref(answer.message, source=self.name),))
        if answer.absent:
            return Lookup(Outcome.ABSENT, reason=f"Crossref has no record of {doi}")
        return _unreachable(answer)

    def _search(self, text: str) -> list[tuple[str, Lookup]]:
        return [(text, self._hits(text))]

    def _hits(self, text: str) -> Lookup:
        if not re.search(r"\w", text):
            return Lookup(Outcome.ABSENT, reason="nothing to search for")
        answer = self._ask("list", lambda: self._transport.search(text, ROWS))
        if not answer.good:
            return _unreachable(answer)
        works = self._works(answer)
        if works:
            return Lookup(Outcome.FOUND, works)
        if (answer.message or {}).get("items") != []:
            return Lookup(Outcome.UNREACHABLE, reason="Crossref gave an answer without a list of records")
        return Lookup(Outcome.ABSENT, reason="Crossref's search finds nothing")

    def _works(self, answer: Answer) -> tuple[Work, ...]:
        items = (answer.message or {}).get("items")
        listed = items if isinstance(items, list) else []
        records = [item for item in listed if isinstance(item, Mapping) and doi_of(item).startswith("10.")]
        return tuple(work_from_crossref(record, source=self.name) for record in records)

    def _ask(self, kind: str, send: Callable[[], Answer]) -> Answer:
        """One question, asked again while that may help. Raises SourceError where Crossref blocks us."""
        if self._refused:
            raise self._refusal()
        answer = Answer(0, problem=self._circuit.problem)
        self._circuit.asking()
        for attempt in range(ATTEMPTS):
            if self._circuit.is_open:
                return Answer(0, problem=self._circuit.problem)
            answer = self._send(kind, send)
            if answer.status in (401, 403):
                self._refused = answer
                raise self._refusal()
            if not answer.passing:
                return self._answered(answer)
            wait = self._backoff.seconds(attempt, answer.retry_after)
            if wait > self._circuit.patience(silent=answer.timed_out):
                return self._given_up(answer, for_good=True)
            if attempt + 1 >= (ATTEMPTS if answer.reached else ATTEMPTS_UNREACHED):
                break
            self._wait(wait, answer)
        return self._given_up(answer, for_good=not (answer.reached or self._circuit.has_worked))

    def _answered(self, answer: Answer) -> Answer:
        """An answer that will not change; a page is none of Crossref's as long as that has said nothing."""
        if answer.good or not answer.problem:
            self._circuit.worked()
            return answer
        problem = why(answer)
        if not self._circuit.has_worked:
            self._circuit.failed(problem)
        return replace(answer, problem=problem)

    def _given_up(self, answer: Answer, *, for_good: bool = False) -> Answer:
        """The last answer as a problem told in words, also to those who would ask after it."""
        problem = why(answer, self._circuit.deadline, always=not self._circuit.has_worked)
        self._circuit.failed(problem, for_good=for_good)
        return replace(answer, problem=problem)

    def _refusal(self) -> SourceError:
        advice = "it may be blocked: write to support@crossref.org, and give --mailto"
        if self._refused and self._refused.problem == A_PAGE:
            advice = f"it sent {A_PAGE}"
        status = self._refused.status if self._refused else 403
        return SourceError(f"Crossref refuses this client (status {status})", advice=advice)

    def _send(self, kind: str, send: Callable[[], Answer]) -> Answer:
        try:
            with self._limiter.slot(kind, self._silence_left()) as slot:
                answer = send()
                slot.keep = answer.timed_out
        except NoPlaceError:
            return Answer(0, problem="no place for a request came free", lasting=True)
        self._limiter.learn(kind, answer.headers)
        return answer

    def _wait(self, seconds: float, answer: Answer) -> None:
        """Overload is everybody's business, so all hold; a broken answer is only this request's."""
        if self.progress and seconds >= WORTH_TELLING:
            what, done, total = self._told
            told = f"{what}, waiting {seconds:.0f} s (Crossref {why(answer, self._circuit.deadline)})"
            self.progress(told, done, total)
        if answer.status in (429, 503) or answer.retry_after is not None:
            self._limiter.pause(seconds)
        else:
            self._sleep(seconds)


def _batches(dois: Sequence[str]) -> list[list[str]]:
    """DOIs in groups that fit into one address; the SICI ones of the 1990s are very long."""
    batches: list[list[str]] = [[]]
    size = 0
    for doi in dois:
        length = len(quote(doi, safe="")) + len("doi:,")
        if len(batches[-1]) == BATCH or size + length > LONGEST:
            batches.append([])
            size = 0
        batches[-1].append(doi)
        size += length
    return [batch for batch in batches if batch]


def _unreachable(answer: Answer) -> Lookup:
    return Lookup(Outcome.UNREACHABLE, reason=f"Crossref {answer.problem or 'gave no usable answer'}")


def opened(place: str, asking: Asking) -> Cached:
    """Crossref behind a cache file, for ``--source crossref``."""
    deadline = RUN * asking.deadline
    crossref = Crossref(asking.mailto, asking.base_url, deadline=deadline, progress=asking.progress)
    return Cached(crossref, asking.cache, offline=asking.offline, refresh=asking.refresh)
