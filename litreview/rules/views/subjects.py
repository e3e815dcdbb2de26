"""What a sentence or a title is about, in words that exclude each other."""

from __future__ import annotations

import re

FACETS: dict[str, dict[str, str]] = {
    "part of the body": {
        "the neck": r"neck|cervical|nacken\w*|halswirbel\w*",
        "the low back": r"low(?:er)?[ -]back|lumbar|lumbosacral|kreuzschmerz\w*|lendenwirbel\w*|lombalgi\w*",
        "the knee": r"knees?|patellofemoral|tibiofemoral|knie\w*",
        "the hip": r"hips?|femoroacetabular",
        "the shoulder": r"shoulders?|rotator cuff|schulter\w*",
        "the head": r"headaches?|migraines?|kopfschmerz\w*",
        "the hand": r"hands?|wrists?|fingers?|metacarpophalangeal",
        "the foot": r"foot|feet|ankles?|plantar",
    },
    "course": {"acute": r"acute|akut\w*", "chronic": r"chronic|persistent|chronisch\w*"},
    "age": {
        "children": r"child(?:ren|hood)?|infants?|adolescents?|p(?:a)?ediatric\w*|kinder\w*",
        "adults": r"adults?|older people|elderly|erwachsene\w*",
    },
    "species": {
        "animals": r"rats?|mice|mouse|murine|rabbits?|pigs?|dogs?|horses?|in vitro|cadaver\w*",
        "people": r"patients?|people|humans?|men|women|adults|children",
    },
}
"""Facet → value in words → how it is written. Two values of one facet in a title and in a sentence that
shares none of them are worth a look."""

_COMPILED = {
    facet: {value: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for value, words in values.items()}
    for facet, values in FACETS.items()
}


def values_in(text: str, facet: str) -> frozenset[str]:
    """Which values of a facet a text names."""
    return frozenset(value for value, pattern in _COMPILED[facet].items() if pattern.search(text))
