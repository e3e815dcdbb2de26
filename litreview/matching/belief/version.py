"""A record of another version: what it says of year and place is not said of the one that is cited."""

from __future__ import annotations

from dataclasses import replace

from litreview.matching.belief.known import Known
from litreview.matching.kinds import PREPRINT, kind_of
from litreview.model.work import Work

OF_THE_VERSION = frozenset({"issued", "container-title", "volume", "issue", "page"})
"""Fields that a preprint and its article need not share."""


def disbelieved_version(field: str, known: Known) -> str:
    """Why a field of a preprint's record says nothing of the article cited; empty elsewhere."""
    if field not in OF_THE_VERSION or not is_preprint_of_cited(known.cited, known.record):
        return ""
    place = f"{known.cited.container_title} {known.cited.volume}".strip()
    return f"is that of the preprint and not of the paper in {place}"


def is_preprint_of_cited(cited: Work, record: Work) -> bool:
    """True where the record is a preprint and the reference names journal and place of an article."""
    has_place = bool(cited.container_title and (cited.volume or cited.page or cited.article_number))
    is_article = has_place and kind_of(replace(cited, doi="")) != PREPRINT
    return is_article and kind_of(record) == PREPRINT
