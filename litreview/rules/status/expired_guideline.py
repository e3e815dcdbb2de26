"""S408."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.updates import EXPIRED, status_problem


@rule(
    "S408",
    Severity.WARNING,
    bad=Example(
        cites="Snow V, Weiss K, Wall EM, Mottur-Pilson C. Pharmacologic management of acute attacks "
        "of migraine and prevention of migraine headache. Ann Intern Med 2002; 137: 840-849.",
        registered={"updated-by": "expired 2007-11-19"},
        says="Snow V, et al. (2002): the work is no longer valid (on 2007-11-19).",
    ),
    good=Example(
        cites="Snow V, Weiss K, Wall EM, Mottur-Pilson C. Pharmacologic management of acute attacks "
        "of migraine and prevention of migraine headache. Ann Intern Med 2002; 137: 840-849.",
        registered={},
    ),
)
def expired_guideline(match: Match) -> Iterator[Problem]:
    """The guideline has expired.

    Its publisher sets an end to it; after that date it is withdrawn until it is renewed.

    Fix: cite the guideline that replaced it, or say that it has expired.

    Silent where the record states no end; the age of a guideline alone proves nothing.
    """
    yield from status_problem(match, EXPIRED, "is no longer valid")
