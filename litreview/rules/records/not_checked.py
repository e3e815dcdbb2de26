"""M300."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.match import MatchStatus
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule

MOST = 2
"""Reasons that are named, the most frequent first (judgement)."""


@rule(
    "M300",
    Severity.NOTE,
    bad=Example(
        cites="DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials 1986; "
        "7: 177-188.",
        status="unavailable",
        says="Could not check 1 of 1 references.",
    ),
    good=Example(
        cites="DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials 1986; "
        "7: 177-188.",
    ),
)
def not_checked(article: Article, review: Review) -> Iterator[Problem]:
    """Some references could not be checked, because the source of records did not answer.

    Nothing is said against these references; they are simply unchecked.

    Fix: check again when the source can be reached.

    Silent where every reference was looked up, and where no source was asked for.
    """
    matches = review.matches_of(article)
    silent = [match for match in matches if match.status is MatchStatus.UNAVAILABLE]
    if not silent:
        return
    obstacles = Counter(match.obstacle.rstrip(".") for match in silent if match.obstacle)
    why = f" ({'; '.join(told for told, _ in obstacles.most_common(MOST))})" if obstacles else ""
    yield Problem(f"Could not check {len(silent)} of {len(matches)} references{why}.")
