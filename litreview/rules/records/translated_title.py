"""M316."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.model.reasons import Note
from litreview.normalise.text import fold
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.contradictions import compared
from litreview.rules.views.labels import in_record, label, quote


@rule(
    "M316",
    Severity.NOTE,
    bad=Example(
        cites="Kröner-Herwig B, Frettlöh J. Behandlung chronischer Schmerzen. Schmerz 2011; 25: 131-140.",
        registered={"title": "Treatment of chronic pain", "language": "en"},
        says="Kröner-Herwig B, Frettlöh J (2011): the title “Behandlung chronischer Schmerzen” is "
        "a translation; it is “Treatment of chronic pain” in the record found by journal, "
        "volume and page.",
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

    Silent where title and record are in one language, and where any of the numbers disagrees
    (title-mismatch).
    """
    item = compared(match, "title")
    if item is None or match.work is None or not (Note.TRANSLATED in item.notes or _is_original(match)):
        return
    yield Problem(
        f"{label(match.reference)}: the title “{quote(item.cited)}” is a translation; it is "
        f"“{quote(match.work.full_title)}” {in_record(match)}.",
        field="title",
        cited=item.cited,
        found=match.work.full_title,
        habit="{} references give the title in translation",
    )


def _is_original(match: Match) -> bool:
    """True where the reference gives the record's other title, in another language."""
    work = match.work
    if work is None or not work.original_title:
        return False
    cited, original = fold(match.reference.work.full_title), fold(work.original_title)
    return cited == original != fold(work.full_title)
