r"""The lists that a LaTeX source prints: ``\bibitem``s, items under a heading, what pandoc prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from litreview.formats.latex.pandoc import csl_entries
from litreview.formats.latex.scan import Source
from litreview.model.document import Entry, Mark
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.headings import REFERENCE_HEADINGS

_LIST = re.compile(r"\\begin\s*\{thebibliography\}|\\end\s*\{thebibliography\}|\\bibitem(?![A-Za-z])")
_HEADINGS = "part|chapter|(?:sub){0,2}section|paragraph"
_ITEMS = re.compile(
    r"\\begin\s*\{(?:(?P<counted>enumerate|compactenum)|itemize|compactitem|description|list)\}"
)
_TOKEN = re.compile(
    r"\\(?P<sign>begin|end)\s*\{(?:enumerate|compactenum|itemize|compactitem|description|list)\}"
    r"|\\item(?![A-Za-z])"
)
_BETWEEN = re.compile(r"(?:\s|\\[A-Za-z]+\*?(?:\s*\{[^{}]{0,80}\}|\s*\[[^\[\]]{0,80}\])*){0,40}")
_NUMBER = re.compile(r"\W*(\d{1,4})\W*")


class Printed(NamedTuple):
    """The lists of a source in order; keys are unique over all of them, ``own`` are those the source has."""

    lists: tuple[tuple[Entry, ...], ...] = ()
    own: tuple[tuple[str, ...], ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all lists."""
        return tuple(entry for one in self.lists for entry in one)

    def scoped(self, marks: Iterable[Mark]) -> list[Mark]:
        """Citations with the keys of the list that follows them, where several lists have the same keys."""
        return [self._scoped(mark) for mark in marks] if len(self.lists) > 1 else list(marks)

    def _scoped(self, mark: Mark) -> Mark:
        after = [n for n, one in enumerate(self.lists) if one[-1].end > mark.start]
        order = [*after, *(n for n in range(len(self.lists)) if n not in after)]
        return replace(mark, keys=tuple(self._key(key, order) for key in mark.keys))

    def _key(self, key: str, order: Sequence[int]) -> str:
        for n in order:
            if key in self.own[n]:
                return self.lists[n][self.own[n].index(key)].key
        return key


def printed_lists(source: Source) -> Printed:
    """The lists of a source: LaTeX's own, else one that pandoc printed, else items typed under a heading."""
    lists = [one for one in _bibliographies(source) if one]
    if not lists:
        found = list(csl_entries(source)) or list(_typed(source))
        lists = [found] if found else []
    own = tuple(tuple(entry.key for entry in one) for one in lists)
    seen: Counter[str] = Counter()
    unique = []
    for one in lists:
        unique.append(tuple(_renamed(entry, seen[entry.key]) for entry in one))
        seen.update({entry.key for entry in one})
    return Printed(tuple(unique), own)


def entry_heads(source: Source) -> Iterator[tuple[int, int]]:
    """The labels of entries: ``\\bibitem[Arden(2003)]{key}``, ``\\CSLLeftMargin{[1]}``."""
    for found in re.finditer(r"\\(?:bibitem|CSLLeftMargin)(?![A-Za-z])", source.text):
        _, at = source.options(found.end())
        braces = source.group(at)
        yield found.start(), braces.end if braces else at


def _renamed(entry: Entry, times: int) -> Entry:
    return replace(entry, key=f"{entry.key}-{times + 1}") if entry.key and times else entry


def _bibliographies(source: Source) -> Iterator[list[Entry]]:
    """The ``\\bibitem``s of each ``thebibliography``, from behind the key of one to the next."""
    entries: list[Entry] = []
    inside, key, start = False, "", -1
    for found in _LIST.finditer(source.text):
        if start >= 0:
            entries += _entry(source.text, start, found.start(), key)
            start = -1
        if not found.group().startswith("\\bibitem"):
            inside = "begin" in found.group()
            yield entries
            entries = []
        elif inside:
            _, at = source.options(found.end())
            braces = source.group(at)
            if braces is not None:
                key, start = source.inside(braces).strip(), braces.end
    if start >= 0:
        entries += _entry(source.text, start, len(source.text), key)
    yield entries


def _typed(source: Source) -> Iterator[Entry]:
    """The items of the lists that stand right under a heading such as "References"."""
    for _, title in source.commands(_HEADINGS):
        if fold(source.inside(title)) in REFERENCE_HEADINGS:
            between = _BETWEEN.match(source.text, title.end)
            begin = _ITEMS.search(source.text, title.end, (between.end() if between else title.end) + 40)
            if begin is not None:
                yield from _items(source, begin.end(), counted=bool(begin["counted"]))


def _items(source: Source, at: int, *, counted: bool) -> Iterator[Entry]:
    """The entries of a list environment that begins at a place; lists within an item belong to it."""
    depth, start, number, numbers = 1, -1, None, count(1)
    for found in _TOKEN.finditer(source.text, at):
        depth += {"begin": 1, "end": -1}.get(found["sign"] or "", 0)
        ends = depth == 0 or (depth == 1 and not found["sign"])
        if ends and start >= 0:
            yield from _entry(source.text, start, found.start(), "", number)
        if depth == 0:
            return
        if ends:
            labels, start = source.options(found.end())
            said = _NUMBER.fullmatch(source.inside(labels[0])) if labels else None
            number = int(said[1]) if said else next(numbers) if counted else None


def _entry(text: str, start: int, end: int, key: str, number: int | None = None) -> Iterator[Entry]:
    content = text[start:end]
    first = start + len(content) - len(content.lstrip())
    last = start + len(content.rstrip())
    if last > first:
        yield Entry(first, last, key, number)
