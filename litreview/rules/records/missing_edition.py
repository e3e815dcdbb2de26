"""M320."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.matching.books import edition_found, edition_number, is_other_edition
from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.model.reasons import DecidedBy
from litreview.model.work import Work
from litreview.rules.engine.placing import prove
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label

_SUCCEEDS = frozenset({"replaces", "updates", "is-new-version-of", "is-new-edition-of"})


@rule(
    "M320",
    Severity.NOTE,
    bad=Example(
        cites="Higgins JPT, Green S. Cochrane Handbook for Systematic Reviews of Interventions. "
        "Chichester: Wiley; 2019.",
        registered={"edition": "2nd edition", "type": "book", "relation": "replaces 10.1002/9780470712184"},
        says="Higgins JPT, Green S (2019): the edition is missing; the record has 2nd edition.",
    ),
    good=Example(
        cites="Higgins JPT, Green S. Cochrane Handbook for Systematic Reviews of Interventions. "
        "2nd ed. Chichester: Wiley; 2019.",
        registered={"edition": "2nd edition", "type": "book", "relation": "replaces 10.1002/9780470712184"},
    ),
)
def missing_edition(match: Match) -> Iterator[Problem]:
    """The work has several editions: the reference does not say which, or names one that has no record.

    Editions of a guideline or a handbook share title and register number, and differ in what they say. The
    year and the DOI of another edition say nothing about the one that is cited.

    Fix: add the edition. Where only another edition was found, nothing is wrong as such.

    Silent for first editions, where no earlier edition is known, and where the record is of the edition that
    the entry names in any form.
    """
    cited, work = match.reference.work, match.work
    found = edition_of_record(match)
    if found is not None:
        yield _another(match, found)
        return
    if match.status is not MatchStatus.MATCHED or work is None or not work.edition or cited.edition:
        return
    if not any(relation.kind in _SUCCEEDS for relation in work.relations):
        return
    text = match.reference.text.casefold()
    if any(word in text for word in (" ed.", "edition", "auflage", "édition", "edición", " version ")):
        return
    yield Problem(
        f"{label(match.reference)}: the edition is missing; the record has {work.edition}.",
        field="edition",
        found=work.edition,
        habit="{} references do not say which edition is meant",
    )


def edition_of_record(match: Match) -> Work | None:
    """The record of another edition than the cited one, where that is all that was found."""
    if match.decided_by is DecidedBy.OTHER_EDITION:
        near = edition_found(match)
        return near.work if near else None
    work = match.work
    return work if work and is_other_edition(match.reference.work, work) else None


def _another(match: Match, found: Work) -> Problem:
    cited = match.reference.work
    number = edition_number(found.edition)
    named = f"the {_ordinal(number)} edition of {found.year}" if number else f"the {found.year} edition"
    said = f"the {_ordinal(edition_number(cited.edition))} edition" + (
        f" of {cited.year}" if cited.year else ""
    )
    return Problem(
        f"{label(match.reference)}: the record found is {named}; the reference cites {said}.",
        field="edition",
        cited=cited.edition,
        found=found.edition,
        candidates=(found.id,),
        proofs=(prove(found),),
    )


def _ordinal(number: int) -> str:
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
