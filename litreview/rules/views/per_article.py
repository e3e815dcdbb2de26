"""What several rules work out of one article: made once, kept as long as the article is."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from litreview.model.article import Article

T = TypeVar("T")


def per_article(build: Callable[[Article], T]) -> Callable[[Article], T]:
    """The function, run once for each article; an article is known by the object itself."""
    kept: dict[int, tuple[weakref.ref[Article], T]] = {}

    @wraps(build)
    def once(article: Article) -> T:
        held = kept.get(id(article))
        if held is None or held[0]() is not article:
            at = id(article)
            held = weakref.ref(article, lambda _: kept.pop(at, None)), build(article)
            kept[at] = held
        return held[1]

    return once
