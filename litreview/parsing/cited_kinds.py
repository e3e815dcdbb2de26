"""The kind of work that a reference names: told by its entry's type, its words, or both."""

from __future__ import annotations

from litreview.formats.plain import wording_of
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.parsing.kind_guess import guess_kind
from litreview.parsing.kinds import CSL_TYPE, Kind

_BY_TYPE = {csl: kind for kind, csl in reversed(CSL_TYPE.items())} | {
    "article-magazine": Kind.NEWS, "post": Kind.WEB_PAGE, "post-weblog": Kind.WEB_PAGE, "bill": Kind.LAW,
    "hearing": Kind.LAW, "regulation": Kind.LAW, "treaty": Kind.LAW, "interview": Kind.PERSONAL,
    "speech": Kind.TALK, "event": Kind.TALK, "performance": Kind.FILM, "song": Kind.BROADCAST,
    "graphic": Kind.FILM, "figure": Kind.FILM, "pamphlet": Kind.REPORT, "periodical": Kind.BOOK,
    "classic": Kind.BOOK, "musical_score": Kind.BOOK, "review": Kind.ARTICLE, "review-book": Kind.ARTICLE,
    "entry-encyclopedia": Kind.ENTRY, "entry-dictionary": Kind.ENTRY, "document": Kind.UNKNOWN,
    "posted-content": Kind.PREPRINT, "collection": Kind.ARCHIVE, "manuscript": Kind.MANUSCRIPT,
    "report": Kind.REPORT,
}  # fmt: skip
_FINER = {
    Kind.ARTICLE: {Kind.PREPRINT, Kind.NEWS},
    Kind.REPORT: {Kind.GUIDELINE, Kind.STANDARD, Kind.SOFTWARE, Kind.PREPRINT},
    Kind.MANUSCRIPT: {Kind.ARCHIVE, Kind.PREPRINT, Kind.PERSONAL, Kind.TALK, Kind.THESIS},
    Kind.WEB_PAGE: {Kind.NEWS, Kind.SOFTWARE, Kind.DATASET, Kind.PRESS, Kind.GUIDELINE},
}
"""What the words of an entry may say more exactly than its type does."""


def kind_cited(reference: Reference) -> Kind:
    """The kind of a reference. An entry of fields is what its type says, where that says anything; a printed
    one is what its words say."""
    work = reference.work
    typed = _BY_TYPE.get(work.type, Kind.UNKNOWN)
    if not reference.notation.is_record:
        return guess_kind(work, wording_of(reference)) or typed
    told = guess_kind(work, _words(work))
    if not typed:
        return told
    return told if told in _FINER.get(typed, ()) else typed


def _words(work: Work) -> str:
    """The fields of an entry as a printed one would have them."""
    people = "; ".join(map(str, work.author))
    said = [text for name, text in work.extra if name in _SAYING]
    genre = f"{dict(work.extra).get('type', '')} {work.number}".strip()
    parts = (
        people, work.full_title, *said, work.note, work.container_title, work.collection_title, genre,
        work.publisher_place, work.publisher, str(work.issued or ""), work.url,
    )  # fmt: skip
    return ". ".join(part for part in parts if part)


_SAYING = frozenset(
    {
        "type",
        "howpublished",
        "version",
        "titleaddon",
        "medium",
        "csl:medium",
        "csl:genre",
        "eventtitle",
        "urldate",
    }
)
"""Fields of a bibliography that say what kind of thing it is."""
