"""M304."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Cure, CureKind, Problem, Severity
from litreview.model.match import Match
from litreview.model.work import Work
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.author_differences import concerns_first_author, is_part_of
from litreview.rules.views.contradictions import differing, disbelieved
from litreview.rules.views.labels import in_record, label, short_name


@rule(
    "M304",
    Severity.ERROR,
    bad=Example(
        cites="Laird N, DerSimonian R. Meta-analysis in clinical trials. Control Clin Trials 1986; "
        "7: 177-188.",
        registered={"author": "DerSimonian R; Laird N"},
        says="Laird N, DerSimonian R (1986): the first author is DerSimonian R, not Laird N, in "
        "the record found by journal, volume and page.",
    ),
    good=Example(
        cites="DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials 1986; "
        "7: 177-188.",
        registered={"author": "DerSimonian, Rebecca; Laird, Nan"},
    ),
)
def first_author_mismatch(match: Match) -> Iterator[Problem]:
    """The first author in the reference is not the first author of the work.

    Works are looked up, sorted and cited by their first author.

    Fix: the name as the record has it; the in-text citations follow it.

    Silent for initials cut short, accents and particles ("van der"), compound surnames written in either
    order, an organisation's long and short name, and a study group in place of its writers. A note where
    the record's names are not believed.
    """
    item = differing(match, "author")
    if item is None or match.work is None or not concerns_first_author(item):
        return
    if _is_same_person(match.reference.work, match.work):
        return
    if item.disbelief:
        yield disbelieved(match, item)
        return
    cited = short_name(match.reference.work.author[0]) if match.reference.work.author else item.cited
    found = short_name(match.work.author[0]) if match.work.author else item.found
    yield Problem(
        f"{label(match.reference)}: the first author is {found}, not {cited}, {in_record(match)}.",
        field="author",
        cited=cited,
        found=found,
        cure=_cure(match.reference.work, match.work),
    )


def _is_same_person(cited: Work, found: Work) -> bool:
    return bool(cited.author and found.author) and is_part_of(cited.author[0], found.author[0])


def _cure(cited: Work, found: Work) -> Cure:
    """The record's list; where initials agree, the two surnames besides: only that word may be wrong."""
    if cited.author and found.author and cited.author[0].given[:1] == found.author[0].given[:1]:
        return Cure(CureKind.AUTHORS, old=(cited.author[0].family,), new=(found.author[0].family,))
    return Cure(CureKind.AUTHORS)
