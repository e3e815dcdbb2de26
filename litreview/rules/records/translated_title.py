"""M316."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.matching.notes import TRANSLATED
from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.comparing import compatible
from litreview.rules.rule import Example, rule
from litreview.rules.words import in_record, label, quote


@rule(
    "M316",
    Severity.NOTE,
    bad=Example(
        cites="Kröner-Herwig B, Frettlöh J. Behandlung chronischer Schmerzen. Schmerz 2011; 25: 131-140.",
        registered={"title": "Treatment of chronic pain", "language": "en"},
    ),
    good=Example(
        cites="Kröner-Herwig B, Frettlöh J. Behandlung chronischer Schmerzen. Schmerz 2011; 25: 131-140.",
    ),
)
def translated_title(match: Match) -> Iterator[Problem]:
    """The title in the reference is a translation of the registered one.

    Author, year, journal, volume and pages agree, so it is the right paper; but the record has its title in
    another language, perhaps because the journal has two editions.

    Fix: none needed; cite the edition you read.

    Silent where the record gives both titles, and where any of the numbers disagrees (title-mismatch).
    """
    item = compatible(match, "title")
    if item is None or TRANSLATED not in item.note:
        return
    yield Problem(
        f"{label(match.reference)}: the title “{quote(item.cited)}” is a translation; it is “{item.found}” "
        f"{in_record(match)}.",
        field="title",
        cited=item.cited,
        found=item.found,
    )
