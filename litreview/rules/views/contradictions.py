"""Where a matched record contradicts a field of its reference: what the M-rules read of a match."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Cure, CureKind, Problem, Severity
from litreview.model.match import FIELD_WORDS, Candidate, FieldAgreement, Match, MatchStatus, Verdict
from litreview.rules.views.labels import in_record, label


def differing(match: Match, field: str) -> FieldAgreement | None:
    """The field's comparison where a matched record contradicts it, else None."""
    item = compared(match, field)
    return item if item is not None and item.verdict is Verdict.DIFFERENT else None


def compared(match: Match, field: str) -> FieldAgreement | None:
    """One field of a matched reference and its record side by side, None without a match."""
    if match.status is not MatchStatus.MATCHED or match.agreement is None:
        return None
    return next((item for item in match.agreement if item.field == field), None)


def others(match: Match) -> tuple[Candidate, ...]:
    """The candidates that were not chosen, best first."""
    return tuple(item for item in match.candidates if match.work is None or item.work.id != match.work.id)


def contradiction(match: Match, field: str) -> Iterator[Problem]:
    """The problem that a record contradicts one field, with the sentence, both values and the cure; a note
    without a cure where the record's value is not believed."""
    item = differing(match, field)
    if item is None:
        return
    if item.disbelief:
        yield disbelieved(match, item)
        return
    said = f"the {FIELD_WORDS[field]} is {item.found}, not {item.cited}"
    yield Problem(
        f"{label(match.reference)}: {said}, {in_record(match)}.",
        field=field,
        cited=item.cited,
        found=item.found,
        cure=Cure(CureKind.FIELD),
    )


def disbelieved(match: Match, item: FieldAgreement) -> Problem:
    """What is said where a record's own value is not believed: a note, and nothing to correct."""
    word = FIELD_WORDS[item.field]
    said = f"{word}{f' {item.cited}' if item.field in _SHORT else ''} may well be right"
    why = f"the record says {item.found}, which {item.disbelief}"
    if item.field == "author":
        said, why = "list of authors may well be right", f"that of the record, {item.found}, {item.disbelief}"
    return Problem(
        f"{label(match.reference)}: the {said}: {why}.",
        field=item.field,
        cited=item.cited,
        found=item.found,
        severity=Severity.NOTE,
        habit=f"the {word} of {{}} references may well be right, though their records have another",
    )


_SHORT = frozenset({"issued", "volume", "issue", "page"})
"""Fields whose cited value is short enough to be named beside the record's."""
