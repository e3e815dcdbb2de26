"""Which reference a citation item means: none, one, or several that cannot be told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from litreview.formats.plain import plain_text
from litreview.model.article import Citation, CitationItem, Link
from litreview.model.reference import Reference
from litreview.model.work import Name
from litreview.parsing.citations.evidence import (
    entry_years,
    first_words,
    printed_years,
    read_aliases,
    spellings,
    surname_parts,
    undated_letter,
)
from litreview.parsing.citations.words import folded as fold
from litreview.parsing.scopes import Scope


def link_citations(
    citations: Iterable[Citation],
    references: Sequence[Reference],
    text: str = "",
    scopes: Sequence[Scope] = (),
) -> tuple[Link, ...]:
    """One link per citation item, in the order of the text; abbreviations that ``text`` defines are
    understood. A citation means an entry of its own scope's list, and one of another list only where that has
    none."""
    everything = ReferenceIndex(references, text)
    if len(scopes) < 2:
        own = [(Scope(0, len(text), ()), everything)]
    else:
        own = [(scope, ReferenceIndex(scope.references, text)) for scope in scopes]
    return tuple(
        Link(item, _nearest(item, citation, own) or everything.find(item), citation)
        for citation in citations
        for item in citation.items
    )


def _nearest(
    item: CitationItem, citation: Citation, own: Sequence[tuple[Scope, ReferenceIndex]]
) -> tuple[Reference, ...]:
    """What the item means in the list of the scope it stands in."""
    return next((index.find(item) for scope, index in own if scope.start <= citation.start < scope.end), ())


class ReferenceIndex:
    """A reference list, arranged for looking up what citations name."""

    def __init__(self, references: Sequence[Reference], text: str = "") -> None:
        self.references = tuple(references)
        self.aliases = read_aliases(text) if text else {}
        self.by_key: dict[str, list[Reference]] = defaultdict(list)
        self.by_number: dict[int, list[Reference]] = defaultdict(list)
        self.by_name: dict[str, list[int]] = defaultdict(list)
        self.by_part: dict[str, list[int]] = defaultdict(list)
        self._found: dict[CitationItem, tuple[Reference, ...]] = {}
        self._of_year: dict[str, dict[int, list[int]]] = {}
        self.years = [entry_years(reference) for reference in self.references]
        for n, reference in enumerate(self.references):
            self.by_key[reference.key].append(reference)
            if reference.number is not None:
                self.by_number[reference.number].append(reference)
            for name in _first_names(reference):
                self.by_name[name].append(n)
            for part in _first_parts(reference):
                self.by_part[part].append(n)

    def find(self, item: CitationItem) -> tuple[Reference, ...]:
        """The references an item may mean, in the order of the list."""
        if item.key:
            return tuple(self.by_key.get(item.key, ()))
        if item.number is not None:
            return self._numbered(item.number)
        said = replace(item, start=0, end=0, locator="")
        if said not in self._found:
            self._found[said] = tuple(self.references[n] for n in self._named(said))
        return self._found[said]

    def _numbered(self, number: int) -> tuple[Reference, ...]:
        if self.by_number:
            return tuple(self.by_number.get(number, ()))
        # A list whose labels were lost (Word's automatic numbers, <ol>) is counted.
        return self.references[number - 1 : number] if number > 0 else ()

    def _named(self, item: CitationItem) -> list[int]:
        if not item.names:
            return []
        name = self._by_author(item.names[0])
        same = self.by_name.get(name, [])
        # Where the year read from an entry fits nobody, one printed elsewhere in it (a first edition) may.
        found = (
            self._of_its_year(name, item) or [n for n in same if self._prints(n, item)] or self._by_part(item)
        )
        for narrower in (self._suffix_fits, self._others_fit, self._count_fits, self._may_be_many):
            found = _narrowed(found, item, narrower)
        return self._by_place(found, item) if len(found) > 1 and item.suffix else found

    def _by_place(self, found: list[int], item: CitationItem) -> list[int]:
        """ "2011a" in an alphabetical list that prints no letters is the first of that year, "2011b" the
        second."""
        printed = any(self.years[n].get(item.year or 0) for n in found)
        numbered = any(self.references[n].number is not None for n in found)
        place = ord(item.suffix) - ord("a")
        neighbours = found[-1] - found[0] == len(found) - 1
        return [found[place]] if place < len(found) and neighbours and not (printed or numbered) else found

    def _of_its_year(self, name: str, item: CitationItem) -> list[int]:
        """The entries under a name whose year fits; arranged by year once, for one author may have many."""
        same = self.by_name.get(name, [])
        if item.year is None:
            return [n for n in same if self._year_fits(n, item)]
        if name not in self._of_year:
            self._of_year[name] = defaultdict(list)
            for n in same:
                for year in self.years[n]:
                    self._of_year[name][year].append(n)
        return self._of_year[name].get(item.year, [])

    def _by_author(self, name: str) -> str:
        """The listed spelling of a cited name, or an empty string."""
        folded = fold(name)
        for spelling in (folded, folded.replace(" ", ""), folded.rsplit(" ", 1)[-1], self._long_form(folded)):
            if spelling in self.by_name:
                return spelling
        return ""

    def _by_part(self, item: CitationItem) -> list[int]:
        """The one entry of that year whose first author has the cited name as part of a longer surname:
        "Powell & Babbitt" for Veysey Powell and Babbitt. The other authors, or their number, must agree."""
        found = [
            n
            for n in self.by_part.get(fold(item.names[0]), ())
            if self._year_fits(n, item) and self._suffix_fits(n, item) and self._rest_fits(n, item)
        ]
        return found if len(found) == 1 else []

    def _rest_fits(self, n: int, item: CitationItem) -> bool:
        authors = self.references[n].work.author
        rest = list(zip(item.names[1:], authors[1:], strict=False))
        agree = all(fold(cited) in spellings(author) | surname_parts(author) for cited, author in rest)
        return len(rest) == len(item.names) - 1 and agree and self._count_fits(n, item)

    def _long_form(self, folded: str) -> str:
        """The listed organisation for which an abbreviation was defined in the text, or an empty string."""
        words = fold(self.aliases.get(folded, "")).split(" ")
        forms = (" ".join(words[n:]) for n in range(len(words)))
        return next((form for form in forms if form in self.by_name and len(form) > len(folded)), "")

    def _year_fits(self, n: int, item: CitationItem) -> bool:
        years = self.years[n]
        return (
            item.year in years if item.year is not None else self.references[n].work.year is None or not years
        )

    def _prints(self, n: int, item: CitationItem) -> bool:
        return item.year in printed_years(self.references[n])

    def _suffix_fits(self, n: int, item: CitationItem) -> bool:
        if item.year is None:
            return undated_letter(self.references[n]) == item.suffix
        return self.years[n].get(item.year or 0, "") == item.suffix

    def _others_fit(self, n: int, item: CitationItem) -> bool:
        """The second name is the second author; where one name stands alone, all fit."""
        authors = self.references[n].work.author
        if len(item.names) < 2:
            return True
        return len(authors) >= len(item.names) and all(
            fold(cited) in spellings(author) for cited, author in zip(item.names, authors, strict=False)
        )

    def _count_fits(self, n: int, item: CitationItem) -> bool:
        """ "et al." wants three authors or more (or a shortened list), one or two names want no more."""
        work = self.references[n].work
        count = len(work.author) + 5 * work.et_al or _commas_in_head(plain_text(self.references[n])) + 1
        return count > max(2, len(item.names)) if item.et_al else count == len(item.names)

    def _may_be_many(self, n: int, item: CitationItem) -> bool:
        """Some journals write "et al." for two authors; never for one."""
        return not item.et_al or len(self.references[n].work.author) != 1


def _narrowed(found: list[int], item: CitationItem, fits: Callable[[int, CitationItem], bool]) -> list[int]:
    """Those that fit better, if any does; else all, since a citation may leave the detail out."""
    return [n for n in found if fits(n, item)] or found if len(found) > 1 else found


def _first_names(reference: Reference) -> set[str]:
    """Folded names under which an entry is cited: its first author, all its organisations, its first word."""
    work = reference.work
    people: list[Name] = list(work.author[:1] or work.editor[:1])
    people += [name for name in work.author[1:] if name.literal]
    names = {spelling for name in people for spelling in spellings(name)} | first_words(plain_text(reference))
    if not people and work.title:
        names |= {fold(work.title), " ".join(fold(work.title).split()[:3])}
    return names - {""}


def _first_parts(reference: Reference) -> set[str]:
    """Parts of the first author's surname, where it has several."""
    authors = reference.work.author[:1]
    return {part for author in authors for part in surname_parts(author)} - _first_names(reference)


def _commas_in_head(text: str) -> int:
    """Commas before the first colon, full stop and blank, or bracket: authors less one, where fields
    failed."""
    return re.split(r"[:(]|\.\s", text[:600], maxsplit=1)[0].count(",")
