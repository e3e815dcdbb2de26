"""Study keys: short names for studies that people can read and files can hold, "franke-2014"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.formats.records.drafts import letters
from litreview.model.work import Name, Work
from litreview.normalise.text import fold, to_ascii

_ACRONYM = re.compile(r"\(([A-Z](?=[a-z]*[A-Z])[A-Za-z]*+)\)|\b([A-Z]{2,}+(?:[a-z][A-Z]*+)?)\b")
_SMALL = frozenset(
    {
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "der",
        "des",
        "die",
        "du",
        "for",
        "für",
        "in",
        "la",
        "le",
        "of",
        "on",
    }
    | {"the", "to", "und", "von", "zur"}
)
LONGEST_NAME = 3
"""Words of a family name that go into a key: "von-dem-bussche" but not a whole sentence (judgement)."""


def study_keys(works: Sequence[Work]) -> tuple[str, ...]:
    """One distinct key per work, in order: first author and year, organisations by their acronym.

    Works whose keys would clash are told apart by letters ("franke-2014", "franke-2014a") in the order
    of DOI, title, journal and pages, so the order of the list does not matter. A work without year has
    "nd", one without author the first telling word of its title.

    >>> from litreview.model.work import Name, PartialDate, Work
    >>> study_keys([Work(author=(Name("Franke", "H"),), issued=PartialDate(2014))])
    ('franke-2014',)
    """
    stems = [f"{_stem(work)}-{work.year or 'nd'}" for work in works]
    taken = set(stems)
    keys = [""] * len(works)
    used: set[str] = set()
    for at in sorted(range(len(works)), key=lambda at: (stems[at], *_order(works[at]), at)):
        key, number = stems[at], 0
        while key in used or (number and key in taken):
            key, number = f"{stems[at]}{letters(number)}", number + 1
        keys[at] = key
        used.add(key)
    return tuple(keys)


def _order(work: Work) -> tuple[str, ...]:
    texts = (work.full_title, work.container_title, work.volume, work.page, work.id)
    return (work.doi or "~", *map(fold, texts), *texts)


def _stem(work: Work) -> str:
    names = work.author or work.editor
    if names:
        return _name(names[0]) or "anonymous"
    words = [word for word in fold(work.full_title).split() if word not in _SMALL and len(word) > 2]
    return _slug(words[0]) if words and _slug(words[0]) else "anonymous"


def _name(name: Name) -> str:
    if name.family:
        words = fold(" ".join(part for part in (name.particle, name.family) if part)).split()
        return "-".join(filter(None, map(_slug, words[:LONGEST_NAME])))
    return acronym(name.literal)


def acronym(organisation: str) -> str:
    """The short name of an organisation: its own acronym if it prints one, else first letters; "who".

    >>> acronym("World Health Organization"), acronym("Institut für Qualität (IQWiG)"), acronym("Cochrane")
    ('who', 'iqwig', 'cochrane')
    """
    match = _ACRONYM.search(to_ascii(organisation))
    if match:
        return _slug(match.group(1) or match.group(2))
    words = [word for word in fold(organisation).split() if word not in _SMALL]
    if len(words) > 2:
        return "".join(word[0] for word in words if _slug(word[0]))
    return "-".join(filter(None, map(_slug, words)))


def _slug(word: str) -> str:
    """ASCII letters and digits; other scripts keep their own letters."""
    return re.sub(r"[\W_]", "", to_ascii(word).casefold())
