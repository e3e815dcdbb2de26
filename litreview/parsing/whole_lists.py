"""Lists of which a text cites nothing at all, beside others that it cites."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.model.article import Link, meant
from litreview.model.reference import Reference
from litreview.parsing.lists.sections import Section


def uncited_lists(
    references: Sequence[Reference], sections: Sequence[Section], links: Sequence[Link]
) -> frozenset[str]:
    """The keys of the entries of such lists. Nobody forgot to cite a whole list: it is for further
    reading, holds the works of the person whom the article is about, or its citations stand where we do not
    see them."""
    cited = {(one.key, one.start) for one in meant(links)}
    groups = [[one for one in references if part.start <= one.start < part.end] for part in sections]
    silent = [group for group in groups if not any((one.key, one.start) in cited for one in group)]
    if len(silent) == len(groups):
        return frozenset()
    return frozenset(one.key for group in silent for one in group)
