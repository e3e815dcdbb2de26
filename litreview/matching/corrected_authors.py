"""The list of authors that a reference should have: the record's, what is right left as it is cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from litreview.formats.name_forms import is_initials
from litreview.matching.author_places import author_places
from litreview.matching.groups import is_group
from litreview.matching.lost_names import lost_names
from litreview.matching.people import Likeness, compare_names
from litreview.model.work import Name, Work
from litreview.normalise.garbled import is_garbled
from litreview.normalise.initials import without_particle_initials
from litreview.normalise.text import fold

MOST_ADDED = 12
"""Names that are added to a list; a longer gap is a list cut short on purpose."""


def corrected_authors(cited: Sequence[Name], work: Work, *, is_cut: bool) -> tuple[Name, ...]:
    """The record's authors in its order, each as it is cited where that is right.

    A list cut short keeps its length. A name that is only spelt otherwise keeps its given names. Empty where
    nothing is to be corrected, where the record knows no surnames or names a group, where it has lost names
    itself or has them damaged, and where too many would be added.
    """
    found = work.author[: len(cited)] if is_cut else work.author
    if not all(name.family for name in found) or len(found) > len(cited) + MOST_ADDED:
        return ()
    if any(is_group(name, ()) for name in (*cited, *found)):
        return ()
    if lost_names(cited, found, author_places(cited, found), is_cut=is_cut):
        return ()
    free = list(cited)
    names: list[Name] = []
    for name in found:
        near = min(free, key=lambda one: compare_names(one, name), default=None)
        likeness = compare_names(near, name) if near is not None else Likeness.OTHER
        if near is None or (likeness > Likeness.SPELLING and not _is_within(near, name)):
            if not _is_fit_to_print(name, cited):
                return ()
            names.append(shortened_like(name, cited))
            continue
        free.remove(near)
        respelt = (
            likeness is Likeness.SPELLING
            and fold(near.family) != fold(name.family)
            and len(near.family.split()) == len(name.family.split())
        )
        names.append(_respelt(near, name) if respelt else near)
    return () if tuple(names) == tuple(cited) else tuple(names)


def _is_fit_to_print(name: Name, cited: Sequence[Name]) -> bool:
    """False for a name that the register has damaged, or keeps whole as a surname where given names stand."""
    whole = not name.given and len(name.family.split()) > 1 and any(one.given for one in cited)
    return not whole and not is_garbled(str(name))


def _is_within(cited: Name, found: Name) -> bool:
    """True where the record merely glues given and family names: "Nicolai Juul Foss"."""
    words = fold(f"{cited.particle} {cited.family}").split()
    return len(words) > 1 and set(words) <= set(fold(str(found)).split())


def _respelt(cited: Name, found: Name) -> Name:
    """A cited name with the surname of the record."""
    return Name(found.family, cited.given, cited.particle or found.particle, cited.suffix)


def shortened_like(name: Name, models: Sequence[Name]) -> Name:
    """A registered name with its given names shortened as the names around it are."""
    givens = [without_particle_initials(model.given) for model in models if model.given]
    if not givens:
        return replace(name, given="", suffix="")
    if all(is_initials(given) for given in givens):
        parts = [part for part in re.split(r"[\s.]+", name.given) if part]
        if not is_initials(name.given):
            parts = ["-".join(piece[0].upper() for piece in part.split("-") if piece) for part in parts]
        elif len(parts) == 1 and parts[0].isupper():
            parts = list(parts[0])
        stop, blank = (
            ("." if "." in "".join(givens) else ""),
            (" " if any(" " in one for one in givens) else ""),
        )
        if stop and not any(" " in one for one in givens) and not any(one.count(".") > 1 for one in givens):
            blank = " "
        if not stop:  # without stops a hyphen goes too: Jean-Pierre is JP
            parts = [part.replace("-", "") for part in parts]
        return replace(name, given=blank.join(f"{part}{stop}" for part in parts), suffix="")
    return replace(name, suffix="")
