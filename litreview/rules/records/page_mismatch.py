"""M309."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.model.reasons import Note
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.contradictions import contradiction, differing


@rule(
    "M309",
    Severity.WARNING,
    bad=Example(
        cites="Hartvigsen J, Hancock MJ, Kongsted A, et al. What low back pain is and why we need to "
        "pay attention. Lancet 2018; 391(10137): 2536-2567.",
        registered={"page": "2356-2367"},
        says="Hartvigsen J, et al. (2018): the page is 2356-2367, not 2536-2567, in the record "
        "found by journal, volume and page.",
    ),
    good=Example(
        cites="Hartvigsen J, Hancock MJ, Kongsted A, et al. What low back pain is and why we need to "
        "pay attention. Lancet 2018; 391(10137): 2356-67.",
        registered={"page": "2356-2367"},
    ),
)
def page_mismatch(match: Match) -> Iterator[Problem]:
    """The pages or article number in the reference are not those of the work.

    The first page is what leads to a paper in a volume.

    Fix: the pages or article number of the record.

    Silent where the last page is shortened ("883-90") or left out, where only the dash differs, and where
    an article number stands in place of pages ("286", "e286", "CD009852"), and where the lone number read as
    a page is the record's volume ("Mobile Pumps, 7"). A note where the record's pages
    are not believed: they run backwards, or are counted within each paper of the volume.
    """
    item = differing(match, "page")
    if _is_volume(match):
        return
    within = item is not None and Note.PAGES_WITHIN in item.notes
    for problem in contradiction(match, "page"):
        yield replace(problem, severity=Severity.NOTE) if within else problem


def _is_volume(match: Match) -> bool:
    """True where a lone number was read as a page and is the record's volume."""
    cited, found = match.reference.work, match.work
    return bool(found and found.volume and cited.page == found.volume and not cited.volume)
