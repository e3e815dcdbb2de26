"""Adding a DOI where an entry has none."""

from __future__ import annotations

from collections.abc import Callable

from litreview.editing.propose.entry_edits import as_fix
from litreview.formats.pens import pen_of
from litreview.formats.stated_doi import states_doi
from litreview.matching.belief.version import is_preprint_of_cited
from litreview.matching.proven import OF_PREPRINT, doubt_about
from litreview.model.article import Article
from litreview.model.finding import Fix
from litreview.model.match import Match


def add_doi(match: Match, article: Article, sheet: Callable[[], str]) -> Fix | None:
    """The DOI of the record added to the entry; None where the file has no place for it, and where something
    like a DOI is printed there already (a short, broken or malformed one): an entry has one DOI. In a record
    only the field for DOIs counts, as its pen sees it: an abstract may name other works.

    ``sheet`` gives the whole text that the entry stands in.
    """
    reference, work, pen = match.reference, match.work, pen_of(match.reference.notation)
    if work is None or not work.doi or pen is None or not article.holds(reference):
        return None
    if states_doi(reference):
        return None
    spot = pen.add_doi(reference, work.doi, sheet)
    return as_fix(reference, [spot], f"add {work.doi}", doubt=_doubt(match)) if spot else None


def _doubt(match: Match) -> str:
    """A preprint's DOI beside journal and volume would make the entry say two things."""
    if match.work is not None and is_preprint_of_cited(match.reference.work, match.work):
        return OF_PREPRINT
    return doubt_about(match, "DOI")
