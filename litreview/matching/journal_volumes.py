"""The papers of each journal by volume, as the records at hand show them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from litreview.model.work import Work
from litreview.normalise.journals import same_journal
from litreview.normalise.text import fold

_VOLUME = re.compile(r"(?:vol(?:ume)?\.?\s*)?(\d{1,3})", re.IGNORECASE)


def volume_number(work: Work) -> int | None:
    """The volume as a number; None for "2020" standing for the year, for supplements and for letters."""
    found = _VOLUME.fullmatch(work.volume.strip())
    return int(found[1]) if found else None


def journal_in(names: Iterable[str], title: str) -> str:
    """The name under which a journal is known, empty where it is not."""
    names = names if isinstance(names, (dict, set)) else list(names)
    if title in names:
        return title
    initial = _initial(title)
    return next((name for name in names if _initial(name) == initial and same_journal(name, title)), "")


@lru_cache(maxsize=4096)
def _initial(title: str) -> str:
    """First letter of a journal's name, which its abbreviations share; articles do not count."""
    return fold(title).removeprefix("the ")[:1]


class JournalVolumes:
    """Records with a volume and a year, by journal; each work once. Names are compared when a journal is
    asked for, not before: a list brings thousands of works, and few are ever asked about."""

    def __init__(self, works: Iterable[Work] = ()) -> None:
        self._papers: dict[str, dict[str, Work]] = defaultdict(dict)
        self.add(works)

    def add(self, works: Iterable[Work]) -> None:
        """Take these records in; those without volume, year or journal say nothing."""
        for work in works:
            if work.container_title and work.years and volume_number(work) is not None:
                self._papers[work.container_title].setdefault(work.id or repr(work), work)

    def beside(self, work: Work) -> tuple[Work, ...]:
        """The other papers of a work's journal, by volume."""
        title, initial = work.container_title, _initial(work.container_title)
        names = (name for name in self._papers if _initial(name) == initial and same_journal(name, title))
        found = {key: one for name in names for key, one in self._papers[name].items()} if title else {}
        others = (one for one in found.values() if one.id != work.id)
        return tuple(sorted(others, key=lambda one: (volume_number(one) or 0, min(one.years), one.id)))
