"""Which record gets an entry that several claim: a book and its chapter, two parts with one title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from litreview.model.work import Work
from litreview.parsing.citations.words import folded as fold


def alike(records: Sequence[Work]) -> dict[str, str]:
    """The key of the first record that is the same work, for each: libraries hold works twice."""
    first: dict[object, str] = {}
    found: dict[str, str] = {}
    for record in records:
        names = [name for name in (_described(record), record.doi) if name]
        same = next((first[name] for name in names if name in first), record.key)
        found[record.key] = same
        for name in names:
            first.setdefault(name, same)
    return found


def _described(record: Work) -> object:
    title = fold(record.full_title)
    people = record.author or record.editor
    name = fold(people[0].family or people[0].literal) if people else ""
    return (title, name, record.year) if title else ""


def settled(scores: Mapping[str, Mapping[int, float]], same: Mapping[str, str]) -> dict[str, int]:
    """The entry of each record, by its key; ``scores`` say how well entries fit, ``same`` which records are
    one work and share an entry.

    Each work asks for the entry that fits it best; of several that ask, the one that fits better keeps it,
    else the one that would lose more by its next choice. The others ask for their next.
    """
    wanted: dict[str, dict[int, float]] = {}
    for key, fits in scores.items():
        own = wanted.setdefault(same[key], {})
        for n, score in fits.items():
            own[n] = max(score, own.get(n, score))
    ranked = {work: sorted(fits, key=lambda n: (-fits[n], n)) for work, fits in wanted.items()}
    holders: dict[int, str] = {}
    asking = [(work, 0) for work in reversed(ranked)]
    while asking:
        work, at = asking.pop()
        if at == len(ranked[work]):
            continue
        n = ranked[work][at]
        holder = holders.get(n)
        if holder is None or _claim(wanted[work], ranked[work], n) > _claim(
            wanted[holder], ranked[holder], n
        ):
            holders[n], work = work, holder or ""
        if work:
            asking.append((work, ranked[work].index(n) + 1))
    got = {work: n for n, work in holders.items()}
    return {key: got[same[key]] for key in scores if same[key] in got}


def _claim(fits: Mapping[int, float], ranked: Sequence[int], n: int) -> tuple[float, float]:
    """How well an entry fits, and what is lost with it."""
    at = ranked.index(n) + 1
    return fits[n], fits[n] - (fits[ranked[at]] if at < len(ranked) else 0)
