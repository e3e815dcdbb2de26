"""How a citation in the text shows the authors of a list."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.model.article import CitationItem
from litreview.model.work import Name
from litreview.normalise.text import fold
from litreview.rules.views.cited_names import surname

FULL_LIST = 3
"""Names from which most styles write "et al."."""


def names_in_text(names: Sequence[Name]) -> tuple[tuple[str, ...], bool]:
    """The surnames that a citation in the text shows of a list, and whether "et al." follows."""
    surnames = tuple(f"{name.particle} {name.family}".strip() or str(name) for name in names)
    return (surnames[:1], True) if len(surnames) >= FULL_LIST else (surnames, False)


def is_written_so(item: CitationItem, names: Sequence[Name]) -> bool:
    """True where the item shows these authors as most styles do."""
    shown, et_al = names_in_text(names)
    return item.et_al == et_al and [fold(one) for one in item.names] == [
        fold(name) if fold(name) == fold(one) else surname(name_)
        for one, name, name_ in zip(item.names, shown, names, strict=False)
    ]
