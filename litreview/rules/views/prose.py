"""The sentences of an article, and what is said in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from litreview.model.article import Article, Citation, Link
from litreview.model.reference import Reference
from litreview.rules.engine.review import Review

_ABBREVIATIONS = [
    "et al",
    "e.g",
    "i.e",
    "vs",
    "cf",
    "Dr",
    "Prof",
    "Fig",
    "Tab",
    "No",
    "approx",
    "ca",
    "z.B",
    "bzw",
    "vgl",
]
_NO_END = "".join(rf"(?<!{re.escape(word)})" for word in _ABBREVIATIONS)
_BREAK = re.compile(
    rf"(?<![A-Z]){_NO_END}[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]?[A-ZÄÖÜ\d])"
    r"|\n\s*\n|\n(?=\s*(?:[•*#-]|\d+\.)\s)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article's prose; ``start`` and ``end`` index the article's text."""

    text: str
    start: int
    end: int


def prose(article: Article) -> Iterator[tuple[int, int]]:
    """The stretches of text outside the reference list and its entries."""
    spans = [(reference.start, reference.end) for reference in article.references if not reference.origin]
    if article.reference_section:
        spans.append(article.reference_section)
    at = 0
    for start, end in sorted(spans):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < len(article.text):
        yield at, len(article.text)


class _Same:
    """An article as a key of a cache: by identity, for its value is as long as the article."""

    __slots__ = ("article",)

    def __init__(self, article: Article) -> None:
        self.article = article

    def __hash__(self) -> int:
        return id(self.article)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.article is other.article


@dataclass(frozen=True, slots=True)
class _Contents:
    """Sentences, citations and links of an article in order of their places, to be looked up by place."""

    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    citations: tuple[Citation, ...]
    places: tuple[int, ...]
    links: dict[int, list[Link]]


@lru_cache(maxsize=64)
def _contents(same: _Same) -> _Contents:
    article = same.article
    texts = _split(article.text, tuple(prose(article)))
    ordered = tuple(sorted(article.citations, key=lambda one: one.start))
    links: dict[int, list[Link]] = defaultdict(list)
    for link in article.links:
        links[link.citation.start].append(link)
    return _Contents(
        texts, tuple(one.start for one in texts), ordered, tuple(one.start for one in ordered), links
    )


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the prose, in order; headings and list items count as sentences."""
    return _contents(_Same(article)).sentences


def _split(text: str, stretches: tuple[tuple[int, int], ...]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for start, end in stretches:
        at = start
        for gap in _BREAK.finditer(text, start, end):
            found += _sentence(text, at, gap.end())
            at = gap.end()
        found += _sentence(text, at, end)
    return tuple(found)


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    body = text[start:end]
    stripped = body.strip()
    if stripped:
        begin = start + body.index(stripped[0])
        yield Sentence(stripped, begin, begin + len(stripped))


def sentence_of(citation: Citation, article: Article) -> Sentence | None:
    """The sentence a citation stands in."""
    known = _contents(_Same(article))
    at = bisect_right(known.starts, citation.start) - 1
    if at < 0 or citation.start >= known.sentences[at].end:
        return None
    return known.sentences[at]


def citations_in(sentence: Sentence, article: Article) -> tuple[Citation, ...]:
    """The in-text citations of a sentence."""
    known = _contents(_Same(article))
    return known.citations[
        bisect_left(known.places, sentence.start) : bisect_left(known.places, sentence.end)
    ]


def references_in(sentence: Sentence, article: Article) -> tuple[Reference, ...]:
    """The references cited in a sentence, each once; empty unless every citation leads to exactly one."""
    found = _contents(_Same(article)).links
    places = dict.fromkeys(citation.start for citation in citations_in(sentence, article))
    links = [link for place in places for link in found.get(place, ())]
    if any(len(link.references) != 1 for link in links):
        return ()
    return tuple(dict.fromkeys(link.references[0] for link in links))


def title_of(reference: Reference, article: Article, review: Review) -> str:
    """What is known of a work's subject: its title as cited, and title and abstract of its record."""
    match = review.match_of(article, reference)
    found = match.work if match else None
    recorded = f" {found.full_title} {found.abstract}" if found else ""
    return f"{reference.work.full_title}{recorded}"
