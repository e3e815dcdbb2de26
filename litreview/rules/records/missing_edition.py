"""M320."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
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
    """The work has several editions and the reference does not say which.

    Editions of a guideline or a handbook share title and register number, and differ in what they say.

    Fix: add the edition.

    Silent for first editions, where no earlier edition is known, and where the entry names one in any form.
    """
    cited, work = match.reference.work, match.work
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
