"""M322."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.matching.people import Likeness, compare_names
from litreview.model.finding import Cure, CureKind, Problem, Severity
from litreview.model.match import Match
from litreview.model.reasons import Note
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.contradictions import compared
from litreview.rules.views.labels import in_record, label, short_name


@rule(
    "M322",
    Severity.WARNING,
    bad=Example(
        cites="Eager M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis detected by a "
        "simple, graphical test. BMJ 1997; 315: 629-634.",
        registered={"author": "Egger M; Davey Smith G; Schneider M; Minder C"},
        says="Eager M, et al. (1997): Eager M is spelt Egger M in the record found by journal, "
        "volume and page.",
    ),
    good=Example(
        cites="Kroner-Herwig B, Mueller G. Behandlung chronischer Schmerzen. Schmerz 2011; 25: 131-140.",
        registered={"author": "Kröner-Herwig B; Müller G"},
    ),
)
def misspelt_author(match: Match) -> Iterator[Problem]:
    """An author's name is spelt otherwise than in the record.

    A letter off, and a search for the name finds nothing; citation counts go astray.

    Fix: the spelling of the record, after a look at the paper: records have slips too.

    Silent for accents, umlauts written as two letters, particles and initials, for surnames of fewer than
    five letters, and where the name differs in more than a letter or two (first-author-mismatch,
    author-list-mismatch). A note for further authors.
    """
    item, work = compared(match, "author"), match.work
    if item is None or work is None or Note.NAME_SPELLING not in item.notes:
        return
    for at, (cited, found) in enumerate(zip(match.reference.work.author, work.author, strict=False)):
        if compare_names(cited, found) is Likeness.SPELLING and cited.family and found.family:
            said = f"{short_name(cited)} is spelt {short_name(found)}"
            yield Problem(
                f"{label(match.reference)}: {said} {in_record(match)}.",
                field="author",
                cited=short_name(cited),
                found=short_name(found),
                cure=Cure(CureKind.AUTHORS, old=(cited.family,), new=(found.family,)),
                severity=Severity.NOTE if at else None,
            )
