"""How sure it is which work a matched reference means, and whether its record may correct a field."""

from __future__ import annotations

from litreview.matching.belief.version import is_preprint_of_cited
from litreview.model.match import Agreement, Match, MatchStatus, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Work
from litreview.normalise.text import fold

PROVEN_BY = frozenset({"doi", "pmid", "pmcid", "arxiv", "locator"})
"""Ways of finding a record that prove which work is meant, whatever else is wrong."""

SHORTEST_NUMBER = 6
"""Characters from which an article number stands in one volume only (CD009852, e1000097)."""

_OF_PLACE = frozenset({"container-title", "volume", "page"})
"""Fields that a locator is made of: it proves none of them."""

UNPROVEN = "likely, not proven by a DOI or a locator"
ITS_OWN_PROOF = "the field itself is part of what proves which work is meant"
OF_PREPRINT = "the record is that of a preprint, and the reference names a journal"

_GOOD = (Verdict.EQUAL, Verdict.COMPATIBLE)


def found_by(match: Match) -> frozenset[str]:
    """The ways by which the matched work was found."""
    chosen = (item for item in match.candidates if match.work is not None and item.work.id == match.work.id)
    return frozenset(key for candidate in chosen for key in candidate.found_by)


def is_proven(match: Match) -> bool:
    """True where an identifier or a locator, not a likeness, says which work is meant.

    A locator proves whether the record was found by it or turned out to have it.
    """
    if match.status is not MatchStatus.MATCHED or _is_another_work(match):
        return False
    return bool(found_by(match) & PROVEN_BY) or (
        match.agreement is not None and _has_locator(match.agreement, match.reference.work)
    )


def doubt_about(match: Match, field: str) -> str:
    """Why a record may not correct a field unasked; empty where it may.

    The field must be believed, and something else than the field must prove which work is meant.
    """
    agreement, work = match.agreement, match.work
    item = next((one for one in agreement or () if one.field == field), None)
    if item is not None and item.disbelief:
        return f"the record says {item.found}, which {item.disbelief}"
    if not is_proven(match):
        return UNPROVEN
    if work is not None and field != "DOI" and is_preprint_of_cited(match.reference.work, work):
        return OF_PREPRINT
    if (
        field in _OF_PLACE
        and not found_by(match) & (PROVEN_BY - {"locator"})
        and not _is_told_by_others(match)
    ):
        return ITS_OWN_PROOF
    return ""


def _is_told_by_others(match: Match) -> bool:
    """True where title and authors are the record's, so that no field of place has to prove anything."""
    verdicts = {item.field: item.verdict for item in match.agreement or ()}
    return verdicts.get("title") in _GOOD and verdicts.get("author") in _GOOD


def _is_another_work(match: Match) -> bool:
    """True where title and first author both contradict the record: then the place itself may be the slip."""
    verdicts = {item.field: item for item in match.agreement or ()}
    title, author = verdicts.get("title"), verdicts.get("author")
    if title is None or author is None:
        return False
    return title.verdict is Verdict.DIFFERENT and Note.FIRST_AUTHOR in author.notes


def _has_locator(agreement: Agreement, cited: Work) -> bool:
    """True where identifier, or journal and page (with the volume, if both give one), are the record's."""
    verdicts = {item.field: item.verdict for item in agreement}
    if verdicts.get("DOI") is Verdict.EQUAL:
        return True
    page = cited.page or cited.article_number
    if verdicts.get("page") not in _GOOD or verdicts.get("container-title") not in _GOOD:
        return False
    # An article number ("CD009852", "e1000097") is unique in its journal, a page only in its volume.
    is_number = len(fold(page)) >= SHORTEST_NUMBER and "-" not in page and "–" not in page
    return verdicts.get("volume") in _GOOD or (is_number and verdicts.get("volume") is not Verdict.DIFFERENT)
