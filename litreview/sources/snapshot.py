"""Snapshot: records kept in files, answered from memory. The source for tests, examples and offline work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from litreview.formats.records.crossref import work_from_crossref
from litreview.model.errors import InputError
from litreview.model.reference import Reference
from litreview.model.source import Lookup, Outcome
from litreview.model.work import ALIAS, Diagnosis, Work
from litreview.normalise.identifiers import clean_doi
from litreview.sources.kinds import Asking
from litreview.sources.memory import MemoryIndex
from litreview.sources.notices import notices_by_doi, with_notices
from litreview.sources.numbers import reference_numbers
from litreview.sources.records import Read, read_records, record_files, shown


class Snapshot:
    """A folder of records (one JSON file each) or one ``.json``/``.jsonl`` file, gzipped or not.

    The records are Crossref-shaped works; see ``formats/crossref`` for the extra keys a hand-made record may
    have. A record that cannot be read is kept out and named in ``diagnoses``; of two records with one DOI
    the first is kept. Raises InputError where there is no readable record at all.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.name = f"snapshot {shown(self.path)}"
        self.diagnoses: tuple[Diagnosis, ...] = ()
        self.works = self._load()

    def __repr__(self) -> str:
        return f"Snapshot({self.path.as_posix()!r}): {len(self.works)} works"

    def _load(self) -> tuple[Work, ...]:
        problems: list[Diagnosis] = []
        works: dict[str, Work] = {}
        for file in record_files(self.path):
            for at, read in enumerate(self._read(file, problems)):
                if read.record is None:
                    problems.append(read.diagnosis())
                    continue
                work = work_from_crossref(read.record, source=self.name)
                name = work.doi or f"{file.name}#{work.key or at}"
                work = work if work.id else replace(work, record=name)
                if name in works:
                    problems.append(
                        Diagnosis(f"{file.name}: {name} is here twice; the first is kept", read.line)
                    )
                works.setdefault(name, work)
        self.diagnoses = tuple(problems)
        if not works:
            why = problems[0].message if problems else "nothing in it"
            raise InputError(f"no usable record ({why})", path=self.path)
        notices = notices_by_doi(works.values())
        return tuple(with_notices(work, notices.get(work.doi, ())) for work in works.values())

    def _read(self, file: Path, problems: list[Diagnosis]) -> Iterable[Read]:
        """The records of one file; in a folder, one broken file does not spoil the others."""
        if file == self.path:
            return read_records(file)
        try:
            return list(read_records(file))
        except InputError as error:
            problems.append(Diagnosis(f"{file.name}: {error.message}"))
            return []

    @cached_property
    def _by_doi(self) -> Mapping[str, Work]:
        aliases = {
            relation.id: work for work in self.works for relation in work.relations if relation.kind == ALIAS
        }
        return aliases | {work.doi: work for work in self.works if work.doi}

    @cached_property
    def _by_version(self) -> Mapping[str, tuple[Work, ...]]:
        found: dict[str, list[Work]] = defaultdict(list)
        for work in self.works:
            if work.doi:
                found[clean_doi(work.doi)].append(work)
        return {doi: tuple(works) for doi, works in found.items()}

    @cached_property
    def _index(self) -> MemoryIndex:
        return MemoryIndex(self.works)

    def fetch(self, dois: Sequence[str]) -> Mapping[str, Lookup]:
        """The record of each DOI, however it is written (``https://doi.org/10.1/X`` = ``10.1/x``)."""
        return {doi: self._fetch(doi) for doi in dois}

    def _fetch(self, doi: str) -> Lookup:
        work = self._by_doi.get(doi.strip().casefold())
        works = (work,) if work else self._by_version.get(clean_doi(doi), ())
        if works and clean_doi(doi):
            return Lookup(Outcome.FOUND, works[:1])
        return Lookup(Outcome.ABSENT, reason=f"no record of {doi} in the {self.name}")

    def candidates(self, references: Sequence[Reference]) -> Sequence[Lookup]:
        """Works each reference may mean, best first, at most ``memory.MOST_CANDIDATES``."""
        return [self._candidates(reference) for reference in references]

    def identify(self, references: Sequence[Reference]) -> Sequence[Mapping[str, Lookup]]:
        """The works that carry the numbers of each reference; a snapshot never calls a number nobody's."""
        return [
            {
                kind: Lookup(Outcome.FOUND, works)
                for kind, number in reference_numbers(reference).items()
                if (works := self._by_number.get((kind, number)))
            }
            for reference in references
        ]

    @cached_property
    def _by_number(self) -> Mapping[tuple[str, str], tuple[Work, ...]]:
        found: dict[tuple[str, str], tuple[Work, ...]] = {}
        for work in self.works:
            for kind, number in (("PMID", work.pmid), ("PMCID", work.pmcid), ("arXiv", work.arxiv)):
                if number:
                    found[kind, number] = (*found.get((kind, number), ()), work)
        return found

    def _candidates(self, reference: Reference) -> Lookup:
        works = self._index.candidates(reference)
        if works:
            return Lookup(Outcome.FOUND, works)
        return Lookup(Outcome.ABSENT, reason=f"nothing like it in the {self.name}")

    def neighbours(self, works: Sequence[Work], years: Sequence[int]) -> Sequence[Lookup]:
        """Every record of the journal of each work."""
        return [Lookup(Outcome.FOUND, self._index.neighbours(work)) for work in works]


def opened(place: str, asking: Asking) -> Snapshot:
    """The snapshot at a path, for ``--source snapshot:PATH``; it asks nobody."""
    return Snapshot(place)
