"""Review: everything the rules may look at, finished before the first rule runs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from litreview.model.article import Article, numbered_apart
from litreview.model.match import Match, MatchStatus
from litreview.model.reference import Reference

if TYPE_CHECKING:
    from litreview.library.library import Library


@dataclass(frozen=True)
class Review:
    """Articles with their matches (one tuple per article, aligned with ``article.references``).

    An article is known by its position here and a reference by the object itself, never by a path or a key.
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
    def _positions(self) -> dict[int, int]:
        return {id(article): at for at, article in enumerate(self.articles)}

    @cached_property
    def _matches(self) -> dict[int, Match]:
        """Each reference's match by the reference itself: entries of two files may share key and place."""
        return {
            id(reference): match
            for article, matches in zip(self.articles, self.matches, strict=False)
            for reference, match in zip(article.references, matches, strict=False)
        }

    def at(self, article: Article) -> int:
        """The article's position in the review, which is what tells it from every other.

        Raises:
            KeyError: it is not one of the review's articles.
        """
        return self._positions[id(article)]

    def called(self, article: Article) -> str:
        """What messages call an article: its file's name, else its title; told apart where two share it."""
        return self._called[self.at(article)]

    @cached_property
    def _called(self) -> tuple[str, ...]:
        nameless = "this article" if len(self.articles) == 1 else "text"
        names = [PurePath(one.path).name or one.document.title or nameless for one in self.articles]
        shared = {name for name, count in Counter(names).items() if count > 1}
        pairs = zip(self.articles, names, strict=True)
        return numbered_apart([(name in shared and one.path) or name for one, name in pairs])

    def same_article(self, one: Article, other: Article) -> bool:
        """True for an article and itself, and for one file that was given twice: nothing to compare."""
        return one is other or (one.path == other.path and one.text == other.text)

    def matches_of(self, article: Article) -> tuple[Match, ...]:
        """The matches of one article, in the order of its references; empty if nothing was looked up."""
        at = self.at(article)
        return self.matches[at] if at < len(self.matches) else ()

    def match_of(self, article: Article, reference: Reference) -> Match | None:
        """The match of one reference of an article, given as it stands there or as an equal one."""
        found = self._matches.get(id(reference))
        if found is None and self.matches and reference in article.references:
            found = self._matches.get(id(article.references[article.references.index(reference)]))
        return found

    @cached_property
    def resolved(self) -> tuple[tuple[Article, Match], ...]:
        """Every matched reference with its article, in order."""
        return tuple(
            (article, match)
            for article in self.articles
            for match in self.matches_of(article)
            if match.status is MatchStatus.MATCHED
        )
