"""Small words in a title that make two titles two works, however alike they are."""

from __future__ import annotations

import re
from functools import lru_cache

from litreview.normalise.titles import title_words

GROUPS = frozenset(
    {"adult", "adults", "adolescent", "adolescents", "child", "children", "infant", "infants", "neonates"}
    | {
        "paediatric",
        "pediatric",
        "elderly",
        "men",
        "women",
        "male",
        "female",
        "males",
        "females",
        "boys",
        "girls",
    }
    | {"mice", "rats", "human", "humans", "dogs", "cats", "first", "second", "third", "fourth"}
)
"""Groups and ordinals: "in adults" and "in children" are two trials of one sponsor."""
REMARKS = frozenset(
    {
        "reply",
        "replies",
        "comment",
        "comments",
        "commentary",
        "erratum",
        "errata",
        "corrigendum",
        "correction",
    }
    | {"retraction", "protocol", "letter", "letters", "rejoinder", "addendum"}
)
"""Words by which a title says that it is about another work."""
_COLUMN = re.compile(
    r"(?i)\W*(?:introduction to|guest editor|editor|message from|letter from|reminiscences|minitrack|call for"
    r"|report (?:on|from)|special issue|panel|workshop)\b"
)
_ROMAN = re.compile(r"(?=.)x{0,3}(?:ix|iv|v?i{0,3})")


@lru_cache(maxsize=65536)
def numbers_in(title: str) -> frozenset[str]:
    """Numbers of parts and groups of people in a title ("Part II", "in children"); years do not count."""
    words = title_words(title)
    return frozenset(
        word
        for word in words
        if word in GROUPS or (word.isdecimal() and len(word) < 4) or _ROMAN.fullmatch(word)
    )


def begins_a_column(title: str) -> bool:
    """Titles that come back every year: "Introduction to the minitrack on …" (the HICSS proceedings)."""
    return _COLUMN.match(title) is not None


def remarks_in(title: str) -> frozenset[str]:
    """Words of a title that make it a reply, an erratum, a protocol."""
    return REMARKS & set(title_words(title))
