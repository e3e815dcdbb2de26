"""Setting a work's fields as one readable line, where a file has fields and no wording of its own."""

from __future__ import annotations

from typing import NamedTuple

from litreview.model.work import Work

MAX_NAMES = 6
"""Authors named before "et al." (ICMJE's sample references)."""


class Piece(NamedTuple):
    """A stretch of the line and the CSL field whose value it is; separators have none."""

    text: str
    field: str = ""


def set_work(work: Work) -> list[Piece]:
    """``Names. Title. Journal. Year;Volume(Issue):Pages. doi:…`` (NLM, *Citing Medicine*, 2nd edition)."""
    pieces: list[Piece] = []
    _sentence(pieces, _names(work), "author")
    _sentence(pieces, work.full_title, "title")
    _sentence(pieces, work.container_title, "container-title")
    _sentence(pieces, f"{work.edition} ed" if work.edition.isdigit() else work.edition, "edition")
    place = ": ".join(filter(None, (work.publisher_place, work.publisher)))
    year = _year(work)
    if place:
        pieces += [Piece(place, "publisher"), Piece("; " if year else ". ")]
    pieces.append(Piece(year, "issued"))
    if work.volume:
        pieces += [Piece(";" if year else ""), Piece(work.volume, "volume")]
    if work.issue:
        pieces += [Piece("("), Piece(work.issue, "issue"), Piece(")")]
    if page := work.page or work.article_number:
        pieces += [Piece(":" if work.volume or work.issue else "; " if year else ""), Piece(page, "page")]
    if year or work.volume or page:
        pieces.append(Piece(". "))
    if work.doi:
        pieces += [Piece("doi:"), Piece(work.doi, "DOI")]
    elif work.url:
        pieces.append(Piece(work.url, "URL"))
    return _trimmed([piece for piece in pieces if piece.text])


def _sentence(pieces: list[Piece], text: str, field: str) -> None:
    if text:
        pieces += [Piece(text, field), Piece(" " if text[-1] in ".?!" else ". ")]


def _names(work: Work) -> str:
    people = work.author or work.editor
    names = ", ".join(str(name) for name in people[:MAX_NAMES])
    if people and (work.et_al or len(people) > MAX_NAMES):
        names += ", et al"
    if people and not work.author:
        names += ", editors" if len(people) > 1 else ", editor"
    return names


def _year(work: Work) -> str:
    if work.issued is None:
        return ""
    return work.issued.literal or str(work.issued.year or "")


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Without the blank after the last full stop."""
    if pieces and not pieces[-1].field:
        pieces[-1] = Piece(pieces[-1].text.rstrip())
    return pieces
