"""The review: articles and references are known by themselves, never by a path or a key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from litreview.model.article import Article
from litreview.model.document import Document
from litreview.model.match import Match, MatchStatus
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.rules.engine.review import Review
from tests.rules.rule_cases import whole


def entry(origin: str) -> Reference:
    """The first entry of a bibliography file; two files may begin with the same key."""
    return Reference("berg2001", "@book{berg2001}", Work(title=origin), 0, 15, origin=origin)


def test_entries_of_two_bibliographies_with_one_key_at_one_place_have_their_own_matches() -> None:
    references = (entry("a.bib"), entry("b.bib"))
    matches = tuple(Match(one, MatchStatus.UNMATCHED, reason=one.origin) for one in references)
    article = Article(Document("Text [@berg2001].", "paper.md", "markdown"), references)
    review = Review((article,), (matches,))
    for reference, match in zip(references, matches, strict=True):
        assert review.match_of(article, reference) is match
        assert review.match_of(article, replace(reference)) is match


def test_twins_have_their_own_matches_and_positions() -> None:
    text = "References\n\nBerg L. Facet joints in rowers. Eur Spine J 2007; 16: 21-25.\n"
    review = whole([("", text), ("", text)], [Work(title="Facet joints in rowers", doi="10.5555/x")], {})
    for at, article in enumerate(review.articles):
        assert review.at(article) == at
        assert review.matches_of(article) is review.matches[at]
        assert review.match_of(article, article.references[0]) is review.matches[at][0]
    assert review.same_article(*review.articles)


def test_a_reference_of_no_article_has_no_match() -> None:
    review = whole([("a.txt", "References\n\nBerg L. Facet joints. Spine 2007; 16: 21.\n")], [], {})
    assert review.match_of(review.articles[0], entry("c.bib")) is None


@pytest.mark.parametrize(
    ("paths", "called"),
    [
        (("a.md", "b.md"), ("a.md", "b.md")),
        (("one/a.md", "two/b.md"), ("a.md", "b.md")),
        (("one/a.md", "two/a.md"), ("one/a.md", "two/a.md")),
        (("one/a.md", "one/a.md", "b.md"), ("one/a.md (1)", "one/a.md (2)", "b.md")),
        (("",), ("this article",)),
        (("", "", "a.md"), ("text (1)", "text (2)", "a.md")),
    ],
)
def test_messages_tell_articles_apart(paths: tuple[str, ...], called: tuple[str, ...]) -> None:
    review = Review(tuple(Article(Document("Words.", path)) for path in paths))
    assert tuple(review.called(one) for one in review.articles) == called
