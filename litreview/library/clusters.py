"""From pairs to groups: joined best pair first, unless the groups contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice, product

MOST_CHECKED = 25
"""Pairs looked at before two groups are joined; a chain that joins two works shows in the first few
(judgement)."""
MOST_AGAINST = 0.34
"""Share of those pairs that may be two different works. A chain over one record that fits both sides has
half of them against it; set on cora_dev, where misprints put single pairs against a right join."""


def clusters(
    count: int, pairs: Iterable[tuple[float, int, int]], apart: Callable[[int, int], bool]
) -> list[int]:
    """A group label (smallest position in it) for each of ``count`` positions.

    Pairs are joined from the highest score down, ties by position, so the order of the input plays no
    part. ``apart`` says that two positions are certainly two works.
    """
    label = list(range(count))
    members = {at: [at] for at in range(count)}
    for _, one, two in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        left, right = sorted((label[one], label[two]))
        if left == right or _contradict(members[left], members[right], apart):
            continue
        for at in members[right]:
            label[at] = left
        members[left] += members.pop(right)
    return label


def _contradict(left: list[int], right: list[int], apart: Callable[[int, int], bool]) -> bool:
    if len(left) == len(right) == 1:
        return False
    checked = list(islice(product(left[:MOST_CHECKED], right[:MOST_CHECKED]), MOST_CHECKED))
    against = sum(apart(one, two) for one, two in checked)
    return against > MOST_AGAINST * len(checked)
