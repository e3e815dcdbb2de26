"""Author lists in which a group stands beside its writers, or in place of them.

A trial is registered under "The HYPERION Study Group" and cited with its writers' names, or the other way
round, and a list with both may have either first. So persons are compared with persons and groups with
groups; a list that has only the one kind says nothing about the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from litreview.matching.people import Likeness, compare_names
from litreview.model.work import Name
from litreview.normalise.organisations import is_organisation
from litreview.normalise.text import fold


@dataclass(frozen=True, slots=True)
class Parted:
    """The persons and the groups of one list, each in their order."""

    persons: tuple[Name, ...]
    groups: tuple[Name, ...]


def part(names: Sequence[Name], others: Sequence[Name]) -> Parted:
    """Persons and groups of a list; ``others`` is the list beside it, which tells what a doubtful name is."""
    groups = tuple(name for name in names if is_group(name, others))
    return Parted(tuple(name for name in names if name not in groups), groups)


def is_group(name: Name, others: Sequence[Name]) -> bool:
    """True for an organisation, also one registered as a family name; not for a person's whole name that is
    kept as one text where the other list has that person."""
    if name.literal:
        return is_organisation(name.literal) or not any(
            not other.literal and compare_names(name, other) <= Likeness.SPELLING for other in others
        )
    if not is_organisation(f"{name.given} {name.particle} {name.family}".strip()):
        return False
    return not name.given or any(
        other.literal and compare_names(name, other) <= Likeness.FORM for other in others
    )


def share_a_group(one: Parted, two: Parted) -> bool:
    """True where a group of one list is a group of the other."""
    return any(_same_group(a, b) for a in one.groups for b in two.groups)


def _same_group(one: Name, two: Name) -> bool:
    """Also where a group and its writers were read as one name ("Brine Consortium, Moe, P., Berg, T.")."""
    if compare_names(one, two) <= Likeness.FORM:
        return True
    longer, shorter = sorted((_letters(one), _letters(two)), key=len, reverse=True)
    return len(shorter.split()) > 1 and longer.startswith(f"{shorter} ")


def _letters(name: Name) -> str:
    """The words of a name without a number before them, which may be lost as that of the entry."""
    return fold(str(name)).lstrip("0123456789 ")
