"""Match: the decision which registered work a reference means, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from litreview.model.reasons import DecidedBy, Note
from litreview.model.reference import Reference
from litreview.model.source import NO_AGENCY
from litreview.model.work import Work

FIELDS = ("author", "title", "container-title", "issued", "volume", "issue", "page", "DOI")
"""The compared fields, by their CSL names, in the order in which they are shown."""

FIELD_WORDS = {
    "author": "author", "title": "title", "container-title": "journal", "issued": "year",
    "volume": "volume", "issue": "issue", "page": "page", "DOI": "DOI",
}  # fmt: skip
"""What an editor calls a CSL field."""


class Verdict(StrEnum):
    """What comparing one field of two works gives."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    DIFFERENT = "different"
    MISSING = "missing"


Reading = tuple[Verdict, tuple[Note, ...]]
"""What comparing two values of a field gives, and why."""


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """One field of two works side by side.

    ``notes`` say why a value that differs in letters counts as compatible (abbreviation, subtitle left out,
    print year, translated title) or how far it is off (off by one), each once, in the order found.
    ``similarity`` is 0 to 1 for texts, None elsewhere. ``disbelief`` says why the record's value is not
    believed and so convicts nobody, in words that complete "the record says X, which …" ("does not fit
    volume 9 of 2002"); it is empty for a value that is believed.
    """

    field: str
    verdict: Verdict
    cited: str = ""
    found: str = ""
    notes: tuple[Note, ...] = ()
    similarity: float | None = None
    disbelief: str = ""

    @property
    def note(self) -> str:
        """The notes in words, as people read them; code asks for members of ``notes``."""
        return "; ".join(self.notes)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two works compared field by field, in the order of ``FIELDS``. ``agreement["title"].verdict``."""

    fields: tuple[FieldAgreement, ...]

    def __getitem__(self, name: str) -> FieldAgreement:
        for item in self.fields:
            if item.field == name:
                return item
        raise KeyError(name)

    def __iter__(self) -> Iterator[FieldAgreement]:
        return iter(self.fields)

    def replaced(self, field: FieldAgreement) -> Agreement:
        """The same agreement with this comparison in place of that of the same field."""
        return Agreement(tuple(field if item.field == field.field else item for item in self.fields))

    def having(self, *verdicts: Verdict) -> tuple[str, ...]:
        """Names of the fields with one of these verdicts."""
        return tuple(item.field for item in self.fields if item.verdict in verdicts)

    @property
    def agreeing(self) -> tuple[str, ...]:
        """Names of the fields that are equal or compatible."""
        return self.having(Verdict.EQUAL, Verdict.COMPATIBLE)

    @property
    def different(self) -> tuple[str, ...]:
        """Names of the fields that contradict each other."""
        return self.having(Verdict.DIFFERENT)

    def to_dict(self) -> dict[str, str]:
        """Field name to verdict, the form the JSON report has."""
        return {item.field: item.verdict.value for item in self.fields}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that a reference may mean. ``found_by`` holds ``doi``, ``pmid``, ``pmcid``, ``arxiv``, ``isbn``,
    ``locator``, ``title``, ``author-year`` and/or ``search``; ``witnesses`` are the records that other
    registers have of the same work."""

    work: Work
    agreement: Agreement
    found_by: tuple[str, ...] = ()
    witnesses: tuple[Work, ...] = ()


class MatchStatus(StrEnum):
    """The ways a look-up can end; they never collapse into each other.

    ``outside``: nothing was found, and the work is of a kind that the sources asked are not meant to hold (a
    law, a web page, a book); ``unmatched``: nothing was found where a record was to be expected.
    """

    MATCHED = "matched"
    AMBIGUOUS = "ambiguous"
    UNMATCHED = "unmatched"
    OUTSIDE = "outside"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Match:
    """The decision for one reference.

    ``work`` is set when and only when ``status`` is ``matched``. ``candidates`` is sorted best first and
    is kept for every status. ``reason`` is a sentence for people, ``decided_by`` what it is about: the row of
    the decision table, or why none decided. ``obstacle`` says in the source's words what kept the reference
    from being checked. ``donors`` are the works over which the fields of a chimera split.
    ``cited_doi_work`` is the work registered under the DOI the reference gives when that is *another*
    work than the one matched. ``doi_read`` is what the printed DOI was read as, where it stands there in
    another form (with a page's tail, escaped, broken by a blank) and the record agrees. ``doi_agency`` says
    who registers the DOI given where the sources asked do not hold it, as far as that is known
    (``NO_AGENCY``: nobody does).
    ``cited_elsewhere`` are the works to which other numbers of the reference lead
    when these are surely other works, by the number's CSL name (``PMID``, ``PMCID``, ``arXiv``, ``ISBN``);
    None stands for a number that its register does not have.
    """

    reference: Reference
    status: MatchStatus
    work: Work | None = None
    agreement: Agreement | None = None
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""
    decided_by: DecidedBy | None = None
    donors: tuple[Candidate, ...] = ()
    cited_doi_work: Work | None = None
    sources: tuple[str, ...] = ()
    obstacle: str = ""
    doi_read: str = ""
    doi_agency: str = ""
    cited_elsewhere: tuple[tuple[str, Work | None], ...] = ()

    @property
    def is_kept_elsewhere(self) -> bool:
        """True where the DOI given is known to be another agency's than those of the sources asked."""
        return self.doi_agency not in ("", NO_AGENCY)
