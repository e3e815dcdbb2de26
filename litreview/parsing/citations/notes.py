"""Notes that cite works of a list of sources: "Arden 2003, p. 5" in Wikipedia's list of notes, "Arden, *First
Measures*, 5" or a whole reference in a footnote of the Chicago style.

Such a note is found by a first author of the list with a year, with words of the title, or with nothing but a
page. It only ever leads to an entry: a note that fits none is a remark, and nobody is accused of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from litreview.formats.plain import plain_text
from litreview.model.article import Citation, CitationItem
from litreview.model.document import Document
from litreview.model.reference import Reference
from litreview.normalise.vocabulary.headings import NOTE_HEADINGS
from litreview.parsing.citations.evidence import entry_years, spellings
from litreview.parsing.citations.words import folded as fold
from litreview.parsing.lists.headings import heading_words, is_back_matter
from litreview.parsing.lists.sections import Section
from litreview.parsing.scopes import find_scopes

LONGEST_SHORT = 160
"""Letters up to which an entry of a list of notes may be a short note; those of Wikipedia with three works
have some hundred, whole references more. A judgement."""
SHORTER = 0.6
"""Share of a source's words up to which a short note has them: the lists of two chapters may have the same
work in full. Wikipedia's short notes have a tenth. A judgement."""
_WINDOW = 16
"""Words behind an author's name in which the words of the title stand, co-authors before them."""
_HEADING = 40
"""Letters from which a line is no heading "Notes"; a judgement."""
_TELLING = 4
"""Letters of a word that may tell a title: "of the" tells none."""
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:['’][^\W_]+)?")
_PAGES = re.compile(r"\W{1,3}(?:(?:at |pp?\.|S\.|ch\.|vol\.) ?)?\d")


class _Word(NamedTuple):
    text: str
    start: int
    end: int


class _Source(NamedTuple):
    """An entry of the sources: its words, folded, the pairs of neighbours among them, those of its names,
    its years, and the words that it begins with."""

    reference: Reference
    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    names: frozenset[str]
    years: frozenset[str]
    first: tuple[str, ...]


def leads_away(citation: Citation, references: Sequence[Reference], sections: Sequence[Section]) -> bool:
    """True for a citation within one list that leads to an entry of another, as a note's link to its
    source."""
    home = _section_of(citation.start, sections)
    keys = {item.key for item in citation.items}
    found = [one for one in references if one.key in keys]
    return bool(found) and all(_section_of(one.start, sections) not in (home, None) for one in found)


def in_notes(document: Document, sections: Sequence[Section]) -> list[tuple[int, int]]:
    """The spans of the footnotes: those that the format marks, and the lines below a heading "Notes"."""
    return sorted(_footnotes(document, sections))


def read_notes(
    document: Document,
    references: Sequence[Reference],
    sections: Sequence[Section],
    taken: Iterable[Citation],
    noted: Iterable[tuple[int, int]],
) -> list[Citation]:
    """The citations in footnotes (``noted``) and in lists of notes, in order, without those ``taken``
    already."""
    whole = tuple(references)
    spans = [(start, end, whole) for start, end in noted]
    if len(sections) > 1:
        spans += _short_entries(document.text, references, sections)
    known = sorted(taken, key=lambda citation: citation.start)
    read = cache(lambda at: _read(references[at]))
    places = {id(one): at for at, one in enumerate(references)}
    indices: dict[int, _Sources] = {}  # most notes may mean the same sources
    found = []
    for start, end, sources in sorted(spans, key=lambda span: span[:2]):
        group = id(sources)
        if group not in indices:
            indices[group] = _Sources(read(places[id(one)]) for one in sources)
        inside = [one for one in known if start <= one.start < end]
        keys = {item.key for one in inside for item in one.items}
        if len(sources) < len(references):
            keys |= indices[group].repeated(document.text, start, end)
        found += [
            one
            for one in indices[group].read(document.text, start, end)
            if one.items[0].key not in keys
            and not any(a.start < one.end and one.start < a.end for a in inside)
        ]
    return found


def _short_entries(
    text: str, references: Sequence[Reference], sections: Sequence[Section]
) -> Iterator[tuple[int, int, tuple[Reference, ...]]]:
    """Short entries with those of the other lists of their scope: the list of another chapter is no list of
    their sources. Entries of one list have the same sources, the very tuple."""
    for scope in find_scopes(text, sections, references):
        homes = [_section_of(one.start, sections) for one in scope.references]
        entries = tuple(zip(scope.references, homes, strict=True))
        sources = {home: tuple(one for one, its in entries if its != home) for home in set(homes)}
        for one, home in entries:
            if home is not None and sources[home] and one.end - one.start <= LONGEST_SHORT:
                yield one.start, one.end, sources[home]


def _section_of(at: int, sections: Sequence[Section]) -> int | None:
    return next((n for n, one in enumerate(sections) if one.heading <= at < one.end), None)


def _footnotes(document: Document, sections: Sequence[Section]) -> Iterator[tuple[int, int]]:
    """Footnotes that the format marks, and the lines below a heading that says "Notes"."""
    for style in document.styles:
        if style.kind == "footnote" and _section_of(style.start, sections) is None:
            yield style.start, style.end
    within = False
    at = 0
    for line in document.text.splitlines(keepends=True):
        if len(line) < _HEADING and heading_words(line) in NOTE_HEADINGS:
            within = True
        elif within and (_section_of(at, sections) is not None or (line.strip() and is_back_matter(line))):
            within = False
        elif within and line.strip():
            yield at, at + len(line)
        at += len(line)


class _Sources:
    """The list of sources: by their first authors' surnames, and by the words that they begin with."""

    def __init__(self, sources: Iterable[_Source]) -> None:
        self._by_name: dict[str, list[_Source]] = defaultdict(list)
        self._by_start: dict[tuple[str, ...], list[_Source]] = defaultdict(list)
        for source in sources:
            reference = source.reference
            people = reference.work.author[:1] or reference.work.editor[:1]
            family = fold(people[0].family).split() if people else []
            if family:
                self._by_name[family[-1]].append(source)
            else:
                self._by_start[source.first].append(source)

    def read(self, text: str, start: int, end: int) -> Iterator[Citation]:
        """The works that a note names, each once."""
        words = [_Word(fold(one.group()), one.start(), one.end()) for one in _WORD.finditer(text, start, end)]
        seen: set[str] = set()
        for n, word in enumerate(words):
            source = self._named(text, words, n) or self._begun(words, n)
            if source and source.reference.key not in seen:
                key = source.reference.key
                seen.add(key)
                item = CitationItem((text[word.start : word.end],), key=key, start=word.start, end=word.end)
                yield Citation(text[word.start : word.end], word.start, word.end, (item,), "note")

    def repeated(self, text: str, start: int, end: int) -> set[str]:
        """The keys of the sources that an entry of another list has in full."""
        own = {fold(one.group()) for one in _WORD.finditer(text, start, end)}
        near = (source for word in own for source in self._by_name.get(word, ()))
        return {one.reference.key for one in near if len(own & one.words) > SHORTER * len(one.words)}

    def _named(self, text: str, words: list[_Word], n: int) -> _Source | None:
        """The one source that a note means by the name at a place; None where it is none or cannot be
        told."""
        candidates = self._by_name.get(words[n].text, [])
        if not candidates or not text[words[n].start].isupper():
            return None
        behind = [word.text for word in words[n + 1 : n + 1 + _WINDOW]]
        if any(_score(source, behind) for source in candidates):
            return _best(candidates, behind)
        alone = len(candidates) == 1 and _PAGES.match(text, words[n].end) is not None
        return candidates[0] if alone else None

    def _begun(self, words: list[_Word], n: int) -> _Source | None:
        """The one source without a person as its author that begins as the words at a place do."""
        ahead = [word.text for word in words[n : n + _WINDOW]]
        candidates = self._by_start.get(tuple(ahead[:_FIRST]), [])
        return _best(candidates, ahead) if candidates else None


_FIRST = 3
"""Words at the beginning of an entry without authors by which a note names it. A judgement."""


def _best(candidates: Sequence[_Source], behind: Sequence[str]) -> _Source | None:
    scores = [_score(source, behind) for source in candidates]
    most = max(scores)
    fitting = [one for one, score in zip(candidates, scores, strict=True) if score == most]
    return fitting[0] if len(fitting) == 1 else None


def _read(reference: Reference) -> _Source:
    words = [fold(word) for word in _WORD.findall(plain_text(reference))]
    people = (*reference.work.author, *reference.work.editor)
    names = {part for person in people for one in spellings(person) for part in one.split()}
    return _Source(
        reference,
        frozenset(words),
        frozenset(pairwise(words)),
        frozenset(names),
        frozenset(str(year) for year in entry_years(reference)),
        tuple(words[:_FIRST]),
    )


def _score(source: _Source, behind: Sequence[str]) -> int:
    """Pairs of neighbouring words of the entry that stand behind its author's name, 3 more for its year
    within them; "and Brill", "et al." and the like count for nothing."""
    told = [word for word in behind if word not in source.names]
    pairs = sum(
        (a, b) in source.pairs and max(len(a), len(b)) >= _TELLING and not (a.isdigit() or b.isdigit())
        for a, b in pairwise(told)
    )
    years = {word[:4] for word in behind if word[:4].isdigit()}
    return pairs + 3 * bool(years & source.years)
