"""S407."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.model.work import Work
from litreview.rules.engine.placing import prove
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label
from litreview.rules.views.updates import NEWER, updates_of

_COCHRANE = re.compile(r"(10\.1002/14651858\.[a-z]{2}\d{6})(?:\.pub(\d{1,3}))?", re.IGNORECASE)
_NEXT = frozenset({"is-replaced-by", "is-updated-by", "is-superseded-by", "has-update"})


@rule(
    "S407",
    Severity.WARNING,
    bad=Example(
        cites="Handoll HH, Parker MJ. Conservative versus operative treatment for hip fractures in adults. "
        "Cochrane Database Syst Rev 2000; (2): CD000337.",
        registered={
            "DOI": "10.1002/14651858.CD000337",
            "updated-by": "new_version 10.1002/14651858.CD000337.pub2 2008-07-16",
        },
        says="Handoll HH, Parker MJ (2000): a newer version has appeared, "
        "10.1002/14651858.cd000337.pub2 (2008-07-16).",
    ),
    good=Example(
        cites="Handoll HH, Parker MJ. Conservative versus operative treatment for hip fractures in adults. "
        "Cochrane Database Syst Rev 2008; (3): CD000337.",
        registered={"DOI": "10.1002/14651858.CD000337.pub2"},
    ),
)
def superseded(match: Match) -> Iterator[Problem]:
    """A newer version of the work has appeared.

    Cochrane reviews, living guidelines and reports are updated; conclusions may have changed.

    Fix: cite the newer version, or say why the older one is meant.

    Silent where the newest known version is cited, and where the sources asked hold no newer one.
    """
    work = match.work
    if match.status is not MatchStatus.MATCHED or work is None:
        return
    newer = _newer(work, match)
    if newer is None:
        return
    doi, when = newer
    yield Problem(
        f"{label(match.reference)}: a newer version has appeared, {doi}{f' ({when})' if when else ''}.",
        found=doi,
        work=work.id,
        candidates=(doi,),
        proofs=(prove(work),),
    )


def _newer(work: Work, match: Match) -> tuple[str, str] | None:
    for update in updates_of(match, NEWER):
        if update.doi and update.doi.casefold() != work.doi.casefold():
            return update.doi, str(update.date) if update.date else ""
    for relation in work.relations:
        if relation.kind in _NEXT:
            return relation.id, ""
    return _newer_cochrane(work, match)


def _newer_cochrane(work: Work, match: Match) -> tuple[str, str] | None:
    """A later .pubN of the same review among the records that were looked at."""
    own = _COCHRANE.fullmatch(work.doi)
    if own is None:
        return None
    versions = [
        (int(found[2] or 1), item.work)
        for item in match.candidates
        if (found := _COCHRANE.fullmatch(item.work.doi)) and found[1].casefold() == own[1].casefold()
    ]
    number, newest = max(versions, key=lambda version: version[0], default=(0, work))
    return (newest.doi, str(newest.year or "")) if number > int(own[2] or 1) else None
