"""Which match proves a finding's cure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from litreview.model.article import Article
from litreview.model.finding import Finding
from litreview.model.match import Match

Proof = tuple[Match, Article]


class Proofs:
    """The matches of a check, by article and key of their references."""

    def __init__(self, articles: Iterable[Article], matches: Iterable[Sequence[Match]]) -> None:
        self._found: dict[tuple[int, str], list[Proof]] = defaultdict(list)
        for at, (article, own) in enumerate(zip(articles, matches, strict=False)):
            for match in own:
                self._found[at, match.reference.key].append((match, article))

    def of(self, finding: Finding) -> Proof | None:
        """The match that proves a finding's cure, with its article; None where it is not certain which it is.

        The key of an entry is its own in one file only; a citation's key is that of the whole article.
        """
        if finding.cure is None or finding.article_at is None:
            return None
        key = finding.cure.reference or finding.reference
        found = self._found.get((finding.article_at, key), [])
        if not finding.citation:
            found = [proof for proof in found if proof[0].reference.origin == finding.origin]
        return found[0] if len(found) == 1 else None
