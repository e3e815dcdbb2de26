"""What all registers have in common: they are asked by number, and are sources in their own right."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import ClassVar

from litreview.model.reference import Reference
from litreview.model.source import Lookup, Outcome
from litreview.model.work import Work
from litreview.normalise.identifiers import clean_doi
from litreview.sources.addresses import shown_address
from litreview.sources.numbers import reference_numbers
from litreview.sources.registers.client import Client, Page
from litreview.sources.registers.reach import Names
from litreview.sources.registers.services import Service
from litreview.sources.retry import Patience

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many answers are in, and how many there will be."""
Found = Iterator[tuple[str, Lookup]]


class Register(ABC):
    """A register as a source of records, asked by the numbers that ``service`` names.

    ``mailto`` is an address for the register to write to, ``base_url`` another address of it (else the one
    that its environment variable names). Trouble is an answer ``unreachable``, never an error.
    """

    service: ClassVar[Service]

    def __init__(
        self,
        mailto: str = "",
        base_url: str = "",
        *,
        progress: Progress | None = None,
        names: Names | None = None,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        rng: Random | None = None,
    ) -> None:
        self.name = self.service.name
        self.progress = progress
        self.client = Client(
            self.service,
            mailto,
            base_url,
            names=names,
            patience=patience,
            clock=clock,
            sleep=sleep,
            rng=rng,
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={shown_address(self.client.base_url)!r})"

    @property
    def cache_name(self) -> str:
        """What a cache keeps answers under: another address may know other works."""
        usual = self.client.base_url == self.service.url
        return self.name if usual else f"{self.name} {shown_address(self.client.base_url)}"

    def share_limits(self, path: Path) -> None:
        """Keep the limits together with every process that uses this sqlite file."""
        self.client.share_limits(path)

    def look_up_each(self, kind: str, values: Sequence[str]) -> Found:
        """What each number of a kind (``PMID``, ``DOI`` …) leads to, giving each answer as it comes."""
        done = 0
        for at in range(0, len(values), self.service.batch):
            for value, lookup in self._ask(kind, values[at : at + self.service.batch]):
                done += 1
                if self.progress:
                    self.progress(f"{self.name} records", done, len(values))
                yield value, lookup

    @abstractmethod
    def _ask(self, kind: str, values: Sequence[str]) -> Found:
        """The answers to one batch; every number is answered."""

    def fetch(self, dois: Sequence[str]) -> Mapping[str, Lookup]:
        """The record of each DOI, where the register is asked by DOIs."""
        if "DOI" not in self.service.numbers:
            return {doi: Lookup(Outcome.ABSENT, reason=f"{self.name} is not asked for DOIs") for doi in dois}
        cleaned = {doi: clean_doi(doi) for doi in dois}
        found = dict(self.look_up_each("DOI", list(dict.fromkeys(doi for doi in cleaned.values() if doi))))
        nothing = Lookup(Outcome.ABSENT, reason="not a DOI")
        return {doi: found.get(clean, nothing) for doi, clean in cleaned.items()}

    def candidates(self, references: Sequence[Reference]) -> Sequence[Lookup]:
        """The works to which the numbers of each reference lead."""
        answers = self.identify(references)
        return [joined(tuple(found.values()), f"no number that {self.name} knows") for found in answers]

    def identify(self, references: Sequence[Reference]) -> Sequence[Mapping[str, Lookup]]:
        """What each number of a reference leads to."""
        numbers = [reference_numbers(reference) for reference in references]
        found = {
            kind: dict(self.look_up_each(kind, list(dict.fromkeys(n[kind] for n in numbers if kind in n))))
            for kind in self.service.numbers
        }
        return [{kind: found[kind][own[kind]] for kind in found if kind in own} for own in numbers]

    def _found(self, work: Work) -> Lookup:
        return Lookup(Outcome.FOUND, (work,))

    def _absent(self, number: str) -> Lookup:
        return Lookup(Outcome.ABSENT, reason=f"{self.name} has no record of {number}")

    def _unreachable(self, page: Page) -> Lookup:
        why = page.problem or "it does not understand the question"
        return Lookup(Outcome.UNREACHABLE, reason=f"{self.name} could not be asked: {why}")


def joined(lookups: Sequence[Lookup], nothing: str) -> Lookup:
    """Several answers about one reference as one: all works; silence only where nobody had any."""
    works = tuple(dict.fromkeys(work for lookup in lookups for work in lookup.works))
    if works:
        return Lookup(Outcome.FOUND, works)
    silent = next((one for one in lookups if one.outcome is Outcome.UNREACHABLE), None)
    return silent or Lookup(Outcome.ABSENT, reason=next((one.reason for one in lookups), nothing))
