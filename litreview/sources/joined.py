"""Joined: Crossref, and the other registers for what it lacks. Each is asked what belongs to it.

A DOI that Crossref lacks goes to doi.org (whose is it?) and, if it is DataCite's, to DataCite. Numbers of
PubMed, PubMed Central and arXiv and ISBNs go to those who gave them out. A register that stays silent changes
nothing: what the others say stands.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from litreview.model.reference import Reference
from litreview.model.source import NO_AGENCY, Lookup, Outcome, Source, neighbours_in
from litreview.model.work import Work
from litreview.normalise.identifiers import clean_doi
from litreview.normalise.vocabulary.agencies import agency_of
from litreview.sources.cached import Cached, write_records
from litreview.sources.crossref import Crossref
from litreview.sources.keys import reference_dois
from litreview.sources.kinds import Asking
from litreview.sources.numbers import reference_numbers
from litreview.sources.registers.agency import Registrars, agencies_of
from litreview.sources.registers.arxiv import Arxiv
from litreview.sources.registers.books import OpenLibrary
from litreview.sources.registers.datacite import DataCite
from litreview.sources.registers.pubmed import PubMed
from litreview.sources.registers.reach import Names
from litreview.sources.registers.register import Register, joined
from litreview.sources.retry import FIRST_SHARE, RUN, Patience

REGISTERS: tuple[type[Register], ...] = (Registrars, DataCite, PubMed, Arxiv, OpenLibrary)
"""What ``--source auto`` asks beside Crossref."""


class Joined:
    """A source of records (Crossref, as a rule) with registers beside it, each behind its cache.

    ``base`` answers first; without it the registers are all there is. ``registers`` are ``Cached``, in the
    order in which they are asked.
    """

    def __init__(self, base: Source | None, registers: Sequence[Cached]) -> None:
        self.base, self.registers = base, tuple(registers)
        self._agencies = next((one for one in registers if isinstance(one.source, Registrars)), None)
        self._others = tuple(one for one in registers if one is not self._agencies)
        self.name = " and ".join(
            filter(None, (base.name if base else "", ", ".join(one.name for one in self._others)))
        )

    def __repr__(self) -> str:
        return f"Joined({self.base!r}, {list(self.registers)!r})"

    def close(self) -> None:
        """Let go of the files."""
        for one in self._kept:
            one.close()

    @property
    def _kept(self) -> list[Cached]:
        return [one for one in (self.base, *self.registers) if isinstance(one, Cached)]

    @property
    def path(self) -> Path:
        """The cache file."""
        return self._kept[0].path

    @property
    def readable(self) -> bool:
        """True where what the cache file holds can be had."""
        return all(one.readable for one in self._kept)

    def export(self, path: str | Path, works: Collection[str] | None = None) -> int:
        """Write the records of all caches as JSON lines, of several about one work the first; how many."""
        return write_records(path, (record for one in self._kept for record in one.records()), works)

    def fetch(self, dois: Sequence[str]) -> Mapping[str, Lookup]:
        """The record of each DOI, from the register that has it."""
        nothing = Lookup(Outcome.ABSENT, reason="no register was asked")
        found = dict(self.base.fetch(dois)) if self.base else dict.fromkeys(dois, nothing)
        lacking = [
            doi for doi, lookup in found.items() if lookup.outcome is Outcome.ABSENT and clean_doi(doi)
        ]
        agencies = self.agencies(lacking) if self.base else dict.fromkeys(lacking, "")
        found |= {doi: _told(found[doi], agencies[doi]) for doi in lacking}
        for register in self._asked_by("DOI"):
            wanted = {
                doi: clean_doi(doi)
                for doi in lacking
                if found[doi].outcome is not Outcome.FOUND
                and self._may_have(register, agencies[doi] or agency_of(doi))
            }
            answers = register.look_up("DOI", list(dict.fromkeys(wanted.values())))
            found |= {doi: _joined(found[doi], answers[clean]) for doi, clean in wanted.items()}
        return found

    def candidates(self, references: Sequence[Reference]) -> Sequence[Lookup]:
        """What the base finds; without a base the works to which the references' numbers lead."""
        if self.base:
            return self.base.candidates(references)
        answers = zip(references, self.identify(references), strict=True)
        return [
            joined(tuple(own.values()), "no record") if own else self._unasked(one) for one, own in answers
        ]

    def _unasked(self, reference: Reference) -> Lookup:
        """Of a reference that gives no number to ask by, nobody can say that there is no record."""
        if reference_dois(reference) and self._asked_by("DOI"):
            return Lookup(Outcome.ABSENT, reason=f"{self.name} has no record of its DOI")
        return Lookup(Outcome.UNREACHABLE, reason=f"{self.name} is asked by number, and it gives none")

    def neighbours(self, works: Sequence[Work], years: Sequence[int]) -> Sequence[Lookup]:
        """What the base knows of each work's journal."""
        return neighbours_in(self.base, works, years)

    def agencies(self, dois: Sequence[str]) -> Mapping[str, str]:
        """The agency of each DOI as doi.org says it, empty where it cannot be asked."""
        if self._agencies is None:
            return dict.fromkeys(dois, "")
        cleaned = {doi: clean_doi(doi) for doi in dois}
        wanted = list(dict.fromkeys(doi for doi in cleaned.values() if doi))
        known = agencies_of(self._agencies.look_up("DOI", wanted).items())
        return {doi: known.get(clean, NO_AGENCY if not clean else "") for doi, clean in cleaned.items()}

    def identify(self, references: Sequence[Reference]) -> Sequence[Mapping[str, Lookup]]:
        """What each number of a reference leads to, at the register that gave it out."""
        numbers = [reference_numbers(reference) for reference in references]
        result: list[dict[str, Lookup]] = [{} for _ in references]
        for register in self._others:
            assert isinstance(register.source, Register)
            for kind in register.source.service.numbers:
                wanted = list(dict.fromkeys(own[kind] for own in numbers if kind in own))
                answers = register.look_up(kind, wanted) if wanted and kind != "DOI" else {}
                for own, into in zip(numbers, result, strict=True):
                    if own.get(kind) in answers:
                        into.setdefault(kind, answers[own[kind]])
        return result

    def _asked_by(self, kind: str) -> list[Cached]:
        return [
            one
            for one in self._others
            if isinstance(one.source, Register) and kind in one.source.service.numbers
        ]

    def _may_have(self, register: Cached, agency: str) -> bool:
        """Beside a base DataCite is asked for its own DOIs only; alone, a register is asked for all."""
        return self.base is None or agency == register.name or not isinstance(register.source, DataCite)


def _told(lookup: Lookup, agency: str) -> Lookup:
    if agency in ("", "Crossref"):
        return lookup
    said = "the DOI does not exist" if agency == NO_AGENCY else f"it is registered with {agency}"
    return replace(lookup, reason=f"{lookup.reason}; {said}")


def _joined(one: Lookup, two: Lookup) -> Lookup:
    return one if two.outcome is Outcome.ABSENT else two


def opened(place: str, asking: Asking) -> Joined | Cached:
    """Crossref and the registers behind one cache file, for ``--source auto``.

    Who names another Crossref (a mirror, a stand-in) says where to ask: of the registers only those are asked
    then that are named too.
    """
    patience = Patience(RUN * asking.deadline)
    crossref = Crossref(
        asking.mailto,
        asking.base_url,
        deadline=FIRST_SHARE * RUN * asking.deadline,
        patience=patience,
        progress=asking.progress,
    )
    base = Cached(crossref, asking.cache, offline=asking.offline, refresh=asking.refresh)
    kinds = [kind for kind in REGISTERS if crossref.is_usual or kind.service.named_url]
    return Joined(base, in_cache(kinds, asking, crossref.mailto, patience)) if kinds else base


def in_cache(
    kinds: Sequence[type[Register]], asking: Asking, mailto: str, patience: Patience | None = None
) -> list[Cached]:
    """Registers of these kinds, each behind the one cache file."""
    patience = patience or Patience(RUN * asking.deadline)
    names = Names(kind.service.named_url or kind.service.url for kind in kinds)
    registers = [kind(mailto, progress=asking.progress, names=names, patience=patience) for kind in kinds]
    return [Cached(one, asking.cache, offline=asking.offline, refresh=asking.refresh) for one in registers]
