"""Which cites of a file name one work."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from litreview.formats.word.live import Cite, Csl, Live
from litreview.normalise.identifiers import clean_doi
from litreview.normalise.text import fold


def keys_of(citations: Sequence[Live]) -> list[tuple[str, ...]]:
    """One key per cite, the same for cites of one work, in the order of ``citations``.

    Names that stand together in one field name one work: Mendeley lists the uuids of merged records, Zotero
    the URIs of an item that moved. A cite without a name is known by its hint where that fits one work, else
    by its record (DOI, else title and year), else it stands for itself.
    """
    cites = [cite for live in citations for cite in live]
    groups = _Groups()
    for cite in cites:
        groups.join(cite.names)
    hinted = _hinted(cites, groups)
    stems = [
        groups.first(cite.names[0]) if cite.names else _nameless(cite, at, hinted)
        for at, cite in enumerate(cites)
    ]
    keys = iter(_shortened(stems))
    return [tuple(next(keys) for _ in live) for live in citations]


class _Groups:
    """Names that mean the same, each group known by the one of its names that was met first."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._met: dict[str, int] = {}

    def first(self, name: str) -> str:
        self._met.setdefault(name, len(self._met))
        while self._parent.setdefault(name, name) != name:
            name = self._parent[name]
        return name

    def join(self, names: Iterable[str]) -> None:
        roots = {self.first(name) for name in names}
        for root in roots:
            self._parent[root] = min(roots, key=self._met.__getitem__)


def _hinted(cites: Iterable[Cite], groups: _Groups) -> Mapping[str, set[str]]:
    """The works that a record's number with author and year may mean: libraries number alike."""
    found: dict[str, set[str]] = defaultdict(set)
    for cite in cites:
        if cite.names and cite.hint:
            found[cite.hint].add(groups.first(cite.names[0]))
    return found


def _nameless(cite: Cite, at: int, hinted: Mapping[str, set[str]]) -> str:
    if cite.hint and len(hinted.get(cite.hint, ())) == 1:
        return next(iter(hinted[cite.hint]))
    if cite.hint:
        return f"record {cite.hint}"
    return _described(cite.csl or {}) or f"cite-{at + 1}"


def _described(record: Csl) -> str:
    """A work by its record alone: its DOI, else title and year."""
    if doi := clean_doi(str(record.get("DOI") or "")):
        return f"doi:{doi}"
    title = fold(str(record.get("title") or ""))
    return f"{title} {_year(record)}".strip() if title else ""


def _year(record: Csl) -> str:
    found = re.search(r"\d{4}", str(record.get("issued") or ""))
    return found.group() if found else ""


def _shortened(stems: Sequence[str]) -> list[str]:
    """The last step of a URI, a Zotero item's own key, where no other work of the file has it."""
    ends: dict[str, set[str]] = defaultdict(set)
    for stem in stems:
        ends[stem.rpartition("/")[2]].add(stem)
    short = {stem: end for end, several in ends.items() for stem in several if len(several) == 1 and end}
    return [short.get(stem, stem) if "/items/" in stem else stem for stem in stems]
