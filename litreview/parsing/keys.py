"""Keys of references that have none: first author and year, "franke-2015", with a letter where two would
be alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from litreview.model.work import Work
from litreview.normalise.text import fold

_MAX_WORD = 24


def reference_keys(works: Sequence[Work], given: Sequence[str]) -> tuple[str, ...]:
    """A unique key per work, in order; the ones given by the format are kept as they are (the second of
    two equal ones gets a number)."""
    stems = [key or _stem(work) for work, key in zip(works, given, strict=True)]
    total, seen, used = Counter(stems), Counter[str](), set(stems)
    keys: list[str] = []
    for stem, key in zip(stems, given, strict=True):
        made = stem
        if total[stem] > 1 and (not key or seen[stem]):
            made = _next_free(stem, used, seen)
        seen[stem] += 1
        used.add(made)
        keys.append(made)
    return tuple(keys)


def _next_free(stem: str, used: set[str], seen: Counter[str]) -> str:
    count = seen[stem]
    while True:
        letter = chr(ord("a") + count) if count < 26 else f"-{count + 1}"
        if f"{stem}{letter}" not in used:
            return f"{stem}{letter}"
        count += 1


def _stem(work: Work) -> str:
    people = work.author or work.editor
    name = (people[0].literal or people[0].family) if people else ""
    word = fold(name or work.title).split(" ")
    head = "-".join(word[:3]) if people and people[0].literal else word[0] if not people else "-".join(word)
    return "-".join(
        part for part in (head[:_MAX_WORD].strip("-") or "reference", str(work.year or "")) if part
    )
