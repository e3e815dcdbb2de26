"""Whether author, year and every number point to one place in print, whatever the words say."""

from __future__ import annotations

from litreview.matching.compare_authors import compare_authors
from litreview.matching.compare_pages import compare_pages, parse_locator
from litreview.matching.compare_volumes import compare_issues, compare_volumes
from litreview.model.match import FieldAgreement, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Work

_GOOD = (Verdict.EQUAL, Verdict.COMPATIBLE)


def is_one_place(cited: Work, found: Work) -> bool:
    """True where authors, year, volume, issue, first and last page are all given and agree: no two papers
    share these, so a title in another language or a variant of the journal's name is a name and no error."""
    if not cited.year or cited.year not in found.years or not _is_range(cited) or not _is_range(found):
        return False
    return (
        _agrees(compare_authors(cited, found))
        and _agrees(compare_volumes(cited, found))
        and _agrees(compare_issues(cited, found))
        and _agrees(compare_pages(cited, found))
    )


def _agrees(item: FieldAgreement) -> bool:
    return item.verdict in _GOOD and Note.IN_OTHER_PLACE not in item.notes


def _is_range(work: Work) -> bool:
    locator = parse_locator(work.page)
    return locator is not None and bool(locator.last)
