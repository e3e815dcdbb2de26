"""Review: everything the rules may look at, finished before the first rule runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from litreview.model.article import Article
from litreview.model.match import Match, MatchStatus
from litreview.model.reference import Reference

if TYPE_CHECKING:
    from litreview.library.library import Library


@dataclass(frozen=True)
class Review:
    """Articles with their matches (one tuple per article, aligned with ``article.references``).

    ``as_of`` is the date the check is made for; rules that need one stay silent without it. ``source``
    names where records were looked for. ``known_statuses`` is what an earlier run knew:
    pairs of a work's id and a status ("retraction").
    """

    articles: tuple[Article, ...]
    matches: tuple[tuple[Match, ...], ...] = ()
    library: Library | None = None
    as_of: date | None = None
    source: str = ""
    known_statuses: frozenset[tuple[str, str]] | None = None

    @cached_property
    def _by_reference(self) -> dict[tuple[int, str, int], Match]:
        return {
            (at, match.reference.key, match.reference.start): match
            for at, matches in enumerate(self.matches)
            for match in matches
        }

    @cached_property
    def _positions(self) -> dict[int, int]:
        return {id(article): at for at, article in enumerate(self.articles)}

    def matches_of(self, article: Article) -> tuple[Match, ...]:
        """The matches of one article, in the order of its references; empty if nothing was looked up."""
        at = self._positions[id(article)]
        return self.matches[at] if at < len(self.matches) else ()

    def match_of(self, article: Article, reference: Reference) -> Match | None:
        """The match of one reference of an article."""
        return self._by_reference.get((self._positions[id(article)], reference.key, reference.start))

    @cached_property
    def resolved(self) -> tuple[tuple[Article, Match], ...]:
        """Every matched reference with its article, in order."""
        return tuple(
            (article, match)
            for article in self.articles
            for match in self.matches_of(article)
            if match.status is MatchStatus.MATCHED
        )

    def records(self) -> Iterator[tuple[str, Match]]:
        """Path and match of every matched reference."""
        for article, match in self.resolved:
            yield article.path, match
