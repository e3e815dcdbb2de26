"""The places of a finding that has several, one by one, as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from litreview.model.article import Article
from litreview.model.finding import Finding
from litreview.reports.excerpt import Segment, marked_sentence
from litreview.reports.places import listing, place_of


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: where a person looks, what is said there, and the sentence with the words that are meant."""

    where: str
    says: str
    sentence: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A finding with its places, in short and one by one; none where it has one place."""

    finding: Finding
    listing: str = ""
    spots: tuple[Spot, ...] = ()


def said(article: Article, finding: Finding) -> Said:
    """A finding of an article as a page shows it."""
    spots = tuple(_spot(article, finding, place) for place in finding.places)
    return Said(finding, listing(article, finding), spots)


def _spot(article: Article, finding: Finding, place: Finding) -> Spot:
    """Sentences are shown of the text; what stands in the list is named by what is said of it."""
    where = place_of(article, place)
    if place.citation and place.start is not None and place.end is not None and not place.origin:
        echo = place.message if place.rule != finding.rule else ""
        return Spot(where, echo, marked_sentence(article.text, place.start, place.end))
    return Spot(where, place.message)
