"""Which records the DOIs of a reference lead to, in whatever form they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from litreview.formats.plain import wording_of
from litreview.model.reference import Reference
from litreview.model.source import Agencies, Lookup, Outcome, Source
from litreview.model.work import Work
from litreview.normalise.printed_dois import broken_dois, doi_readings
from litreview.normalise.vocabulary.agencies import agency_of
from litreview.sources.keys import reference_dois


@dataclass(frozen=True, slots=True)
class Given:
    """A DOI that a reference gives and the records it leads to. ``doi`` is theirs, ``printed`` as the
    reference has it. ``guessed`` tells that a blank was taken out: then the record must agree. ``leads``
    tells that the DOI as printed leads there, as the record's own or as an alias."""

    printed: str
    doi: str
    works: tuple[Work, ...]
    guessed: bool = False
    leads: bool = True

    def read_into(self, reference: Reference) -> Reference:
        """The reference with the DOI of the record in place of what is printed."""
        return replace(reference, work=replace(reference.work, doi=self.doi))


class GivenDois:
    """The answers of a source about the DOIs of references: the printed forms first, in one batch, then what
    those it does not know may be read as, in another."""

    def __init__(self, references: Sequence[Reference], source: Source) -> None:
        self._answers: dict[str, Lookup] = {}
        self._ask(source, [doi for item in references for doi in reference_dois(item)])
        self._ask(source, [reading for item in references for reading, _, _ in self._readings(item)])
        absent = [doi for doi, lookup in self._answers.items() if lookup.outcome is Outcome.ABSENT]
        self._agencies = source.agencies(absent) if absent and isinstance(source, Agencies) else {}

    def _ask(self, source: Source, dois: Sequence[str]) -> None:
        new = [doi for doi in dict.fromkeys(dois) if doi not in self._answers]
        if new:
            self._answers |= source.fetch(new)

    def _readings(self, reference: Reference) -> Iterator[tuple[str, str, bool]]:
        """Further readings of DOIs that the source does not know: reading, printed form, guessed or not."""
        printed = reference_dois(reference)
        unknown = [doi for doi in printed if self._outcome(doi) is Outcome.ABSENT]
        yield from ((reading, doi, False) for doi in unknown for reading in doi_readings(doi))
        if len(unknown) == len(printed):
            for found in broken_dois(wording_of(reference)):
                yield from (
                    (reading, reference.work.doi, True)
                    for reading in (found.value, *doi_readings(found.value))
                )

    def _outcome(self, doi: str) -> Outcome | None:
        return self._answers[doi].outcome if doi in self._answers else None

    def of(self, reference: Reference) -> tuple[Given, ...]:
        """The records that the DOIs of a reference lead to; of several readings of one DOI the nearest."""
        found: dict[str, Given] = {}
        readings = [(doi, doi, False) for doi in reference_dois(reference)]
        for reading, printed, guessed in (*readings, *self._readings(reference)):
            works = self._answers[reading].works if reading in self._answers else ()
            if works:
                found.setdefault(
                    printed, Given(printed, works[0].doi or reading, works, guessed, reading == printed)
                )
        return tuple(found.values())

    def seen(self) -> tuple[Work, ...]:
        """All records that were fetched."""
        return tuple(work for lookup in self._answers.values() for work in lookup.works)

    def silence(self, reference: Reference) -> tuple[Lookup, ...]:
        """The answers about its printed DOIs."""
        return tuple(self._answers[doi] for doi in reference_dois(reference) if doi in self._answers)

    def agency(self, reference: Reference) -> str:
        """Who registers the DOI of a reference that the source does not hold, as far as that is known."""
        doi = reference.work.doi
        if self._outcome(doi) is not Outcome.ABSENT:
            return ""
        return self._agencies.get(doi, "") or agency_of(doi)
