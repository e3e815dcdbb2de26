"""Entries that print a dash for the authors of the entry above: "———. 2003b. *Heat for walkers*"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from litreview.model.work import Name, Work
from litreview.normalise.vocabulary.repeats import REPEATED_AUTHORS

_REPEATED = re.compile(rf"[\s\[(]*(?P<mark>{REPEATED_AUTHORS})[\])]*")


def with_repeated_authors(texts: Sequence[str], works: Sequence[Work]) -> tuple[Work, ...]:
    """The works of a list's entries, those that begin with a dash with the authors it stands for; authors
    printed behind the dash come after the first of the entry above ("———, and B. Corin")."""
    found: list[Work] = []
    for text, work in zip(texts, works, strict=True):
        mark = _REPEATED.match(text)
        above = found[-1] if found else None
        found.append(_inheriting(work, above, mark["mark"]) if mark and above else work)
    return tuple(found)


def _inheriting(work: Work, above: Work, mark: str) -> Work:
    own = tuple(name for name in work.author if not _is_mark(name, mark))
    if own:
        return replace(work, author=above.author[:1] + own)
    if above.author:
        return replace(work, author=above.author, et_al=above.et_al)
    return replace(work, author=(), editor=work.editor or above.editor)


def _is_mark(name: Name, mark: str) -> bool:
    return (name.literal or name.family).strip(". ").casefold() == mark.strip(". ").casefold()
