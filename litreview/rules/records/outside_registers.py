"""M324."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.matching.outside import COUNTED
from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.model.reasons import DecidedBy
from litreview.parsing.cited_kinds import kind_cited
from litreview.parsing.kinds import Kind
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label, listed

SHOWN = 12
"""References named in the message before the rest is counted."""

_SPOKEN_OF = frozenset({DecidedBy.OTHER_EDITION, DecidedBy.WHOLE_BOOK})
"""What missing-edition and whole-book-doi speak of."""


@rule(
    "M324",
    Severity.NOTE,
    bad=Example(
        cites="Okonjo P. Breathing patterns of free divers [dissertation]. Szeged: University of Szeged; "
        "2014.",
        status="outside",
        says="1 reference is of a kind of which Crossref holds few or none: 1 thesis (Okonjo P (2014)).",
    ),
    good=Example(
        cites="Sandberg L, Okafor P. Rotational mobilisation of the lumbar spine in rowers. "
        "J Sports Spine Med 2016; 4: 101-109.",
        status="unmatched",
    ),
)
def outside_registers(article: Article, review: Review) -> Iterator[Problem]:
    """Some references are of a kind that the registers asked do not hold.

    Web pages, laws, patents, theses, news, software and most books have no record in Crossref. Nothing is
    said against them; one line for the article names the kinds and the references, since they were not
    compared with anything.

    Fix: nothing, or look them up by hand.

    Silent where a record was found, and for articles, chapters and papers of proceedings, which have records:
    no-record-found speaks of those.
    """
    kinds: dict[Kind, list[Match]] = {}
    for match in review.matches_of(article):
        if match.status is MatchStatus.OUTSIDE and match.decided_by not in _SPOKEN_OF:
            kinds.setdefault(kind_cited(match.reference), []).append(match)
    outside = [match for matches in kinds.values() for match in matches]
    if not outside:
        return
    asked = list(dict.fromkeys(name for match in outside for name in match.sources))
    hold = (
        f"{listed(asked)} {'holds' if len(asked) == 1 else 'hold'}" if asked else "the registers asked hold"
    )
    some = "1 reference is of a kind" if len(outside) == 1 else f"{len(outside)} references are of kinds"
    each = [_told(kind, matches) for kind, matches in sorted(kinds.items(), key=lambda one: -len(one[1]))]
    yield Problem(f"{some} of which {hold} few or none: {'; '.join(each)}.")


def _told(kind: Kind, matches: list[Match]) -> str:
    """ "3 web pages ([4], [9] and [12])"."""
    return f"{len(matches)} {COUNTED[kind][len(matches) > 1]} ({_named(matches)})"


def _named(matches: list[Match]) -> str:
    """ "[4], [9] and 3 more"; authors and year where the list has no numbers."""
    names = [_called(match) for match in matches]
    rest = len(names) - SHOWN
    return listed([*names[:SHOWN], f"{rest} more"] if rest > 0 else names)


def _called(match: Match) -> str:
    """ "[4]", "Lind B (2016)", "[5] with a DOI of DataCite"."""
    reference = match.reference
    name = label(reference) if reference.number is None else f"[{reference.number}]"
    return f"{name} with a DOI of {match.doi_agency}" if match.is_kept_elsewhere else name
