"""Live citations of Word: each work of a field led to the entry that prints it, and checked against what the
text shows.

The field is the truth about what is cited. The printed number or name says which of two like entries is meant
and stands in for a work that no entry prints. Where field and print do not go together, the file, or our
reading of it, is out of step, and nobody is accused on the strength of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from litreview.model.article import Citation, CitationItem
from litreview.model.document import Document, Mark
from litreview.model.doubt import Doubt, Reading
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.parsing.citations.author_year import find_author_year
from litreview.parsing.citations.evidence import ListEvidence, entry_years, spellings
from litreview.parsing.citations.links import ReferenceIndex
from litreview.parsing.citations.marks import cut_citation, printed_numbers
from litreview.parsing.citations.records import find_records
from litreview.parsing.citations.words import folded as fold

MIN_DOUBTS, MOST_DOUBTED = 3, 0.5
"""Field and print out of step in this many citations, and in more than this share: then all citations of
the file are in doubt. Invented files with an edited citation have one; in a list that was sorted anew
nearly all are."""


@dataclass(frozen=True)
class LiveCitations:
    """The live citations of a document in order; the keys of references that are cited where no reader sees
    it, or by the print against its field; and what is doubtful about the whole."""

    citations: tuple[Citation, ...] = ()
    elsewhere: frozenset[str] = frozenset()
    doubts: tuple[Doubt, ...] = ()


def read_live(document: Document, references: Sequence[Reference], evidence: ListEvidence) -> LiveCitations:
    """The citations of a document's live fields; their items have the keys of the references they mean."""
    marks = [mark for mark in document.marks if mark.kind == "field" and mark.keys]
    if not marks and not document.unseen:
        return LiveCitations()
    reader = _Reader(document, references, evidence)
    citations = [citation for mark in marks if (citation := reader.read(mark))]
    elsewhere = reader.elsewhere | _unseen(document, references, reader, citations)
    return LiveCitations(tuple(citations), frozenset(elsewhere), tuple(reader.doubts()))


def _unseen(
    document: Document, references: Sequence[Reference], reader: _Reader, citations: Iterable[Citation]
) -> set[str]:
    """The references of works that no reader sees cited. Of some only a URI is known, and of others no entry
    was found: if no more entries are uncited than there are of these, they are theirs."""
    found = {entry.key for key in document.unseen for entry in reader.entries.get(key, ())[:1]}
    unknown = len({key for key in document.unseen if key not in reader.entries} | reader.lost)
    cited = {item.key for citation in citations for item in citation.items} | found | reader.elsewhere
    rest = {one.key for one in references} - cited
    return found | (rest if len(rest) <= unknown else set())


class _Reader:
    """One document. ``lost`` are the keys of works of which neither entry nor words were found; ``checked``
    counts the citations whose print says a number or a name, ``doubted`` those where it does not go with the
    field."""

    def __init__(self, document: Document, references: Sequence[Reference], evidence: ListEvidence) -> None:
        self.text, self.evidence = document.text, evidence
        self.records: Mapping[str, Work] = {work.key: work for work in document.records}
        self.index = ReferenceIndex(references)
        labelled = any(reference.number is not None for reference in references)
        self.numbers = {
            one.key: one.number if labelled else n for n, one in enumerate(references, 1) if one.end
        }
        self.entries = find_records(document.records, references, self._printed(document, references))
        self.elsewhere: set[str] = set()
        self.lost: set[str] = set()
        self.checked = self.doubted = 0

    def _printed(self, document: Document, references: Sequence[Reference]) -> dict[str, set[int]]:
        """The places of the entries whose numbers the text shows wherever it cites a work, by its key."""
        places: dict[int, set[int]] = defaultdict(set)
        for n, one in enumerate(references):
            if (number := self.numbers.get(one.key)) is not None:
                places[number].add(n)
        found: dict[str, set[int]] = {}
        for mark in document.marks:
            numbers = printed_numbers(self.text, mark, self.evidence) if mark.kind == "field" else ()
            shown = set().union(*(places[item.number or 0] for item in numbers))
            for key in mark.keys if numbers else ():
                found[key] = found.get(key, shown) & shown
        return found

    def read(self, mark: Mark) -> Citation | None:
        """The citation of a field; None where it neither leads to an entry nor says anything."""
        numbers = printed_numbers(self.text, mark, self.evidence)
        items = self._numbered(mark, numbers) if numbers else self._worded(mark)
        return cut_citation(self.text, [mark], tuple(items)) if items else None

    def doubts(self) -> Iterable[Doubt]:
        """One sentence where the file's citations cannot be relied upon."""
        lost = sum(key not in self.entries for key in self.records) if self.numbers else 0
        if self.doubted >= MIN_DOUBTS and self.doubted > MOST_DOUBTED * self.checked:
            reason = (
                f"in {self.doubted} of {self.checked} live citations the number or name printed is not that "
                "of the work behind it"
            )
        elif lost >= MIN_DOUBTS and lost > MOST_DOUBTED * len(self.records):
            reason = (
                f"{lost} of the {len(self.records)} works behind them were not found in the reference list"
            )
        else:
            return
        yield Doubt(
            Reading.CITATIONS,
            f"the citations of this file could not be read reliably: {reason}; let the reference manager "
            "update the file, then check it again",
        )

    def _numbered(self, mark: Mark, numbers: Sequence[CitationItem]) -> list[CitationItem]:
        """An item per work, with its number. Styles sort, so that the works stand in any order."""
        shown = {item.number: item for item in numbers}
        chosen = [
            self._chosen(key, mark, lambda one: self.numbers.get(one.key) in shown) for key in mark.keys
        ]
        taken = {self.numbers.get(one.key) for one in chosen if one}
        free = [item for item in numbers if item.number not in taken]
        items, astray = list[CitationItem](), 0
        for n, entry in enumerate(chosen):
            words = shown.get(self.numbers.get(entry.key)) if entry else None
            if not self.numbers or entry is None:
                words = free.pop(0) if free else None
            elif words is None:
                astray += 1
            items += self._item(mark, n, entry, words)
        self._count(mark, checked=bool(self.numbers) and any(chosen), wrong=astray > 0)
        return [*items, *self._beside(free, astray)]

    def _worded(self, mark: Mark) -> list[CitationItem]:
        """An item per work, with the names and year that the text shows for it."""
        shown = self._shown(mark)
        items, silent, said = list[CitationItem](), 0, bool(shown)
        for n, key in enumerate(mark.keys):
            letters = {letter for one in self.entries.get(key, ()) for letter in entry_years(one).values()}
            fitting = sorted(shown, key=lambda item: item.suffix not in letters)
            words = _words_of(self.records.get(key), fitting, alone=len(mark.keys) == len(shown) == 1)
            entry = self._chosen(key, mark, lambda one, words=words: _letter_fits(one, words))  # type: ignore[misc]
            if words is not None:
                shown.remove(words)
            silent += words is None and entry is not None
            items += self._item(mark, n, entry, words)
        astray = min(silent, len(shown))
        self._count(mark, checked=said, wrong=astray > 0)
        return [*items, *self._beside(shown, astray)]

    def _chosen(self, key: str, mark: Mark, fits: Callable[[Reference], bool]) -> Reference | None:
        """The entry of a work: of several alike the one that the print means, else the next after the
        citation, which is that of its chapter."""
        several = self.entries.get(key, ())
        several = tuple(one for one in several if fits(one)) or several
        return next((one for one in several if one.start >= mark.end), several[0] if several else None)

    def _item(
        self, mark: Mark, n: int, entry: Reference | None, words: CitationItem | None
    ) -> list[CitationItem]:
        """The item of a work, named for people by what the text shows, else by its record. A work without
        entry is what the text says; where the text says nothing of it, it counts only if its record fits
        one entry."""
        record = self.records.get(mark.keys[n])
        locator = mark.locators[n] if n < len(mark.locators) else ""
        said = words or _spoken(record, mark)
        if entry is None and words is None and len(self.index.find(said)) != 1:
            self.lost.add(mark.keys[n])
            return []
        return [replace(said, key=entry.key if entry else "", locator=locator or said.locator)]

    def _beside(self, items: Sequence[CitationItem], astray: int) -> list[CitationItem]:
        """Numbers and names that the field has no work for: typed into it, where one entry has them; in
        place of a work that the print leaves out they only keep their entry from being called uncited."""
        found = [(item, self.index.find(item)) for item in items]
        self.elsewhere |= {one.key for _, several in found for one in several}
        return [item for item, several in found if len(several) == 1][astray:]

    def _count(self, mark: Mark, *, checked: bool, wrong: bool) -> None:
        self.checked += checked
        self.doubted += checked and wrong

    def _shown(self, mark: Mark) -> list[CitationItem]:
        """The authors and years that stand in a field; its brackets may stand outside."""
        found = find_author_year(self.text, self.evidence, mark.start, mark.end)
        if not found:
            inner = f"({self.text[mark.start : mark.end]})"
            found = find_author_year(inner, self.evidence)
            at = mark.start - 1
            return [
                replace(item, start=item.start + at, end=item.end + at) for one in found for item in one.items
            ]
        return [item for one in found for item in one.items]


def _spoken(record: Work | None, mark: Mark) -> CitationItem:
    """A work as its record names it."""
    people = (record.author or record.editor) if record else ()
    names = tuple(name.literal or f"{name.particle} {name.family}".strip() for name in people[:2])
    return CitationItem(
        names[:1] if len(people) > 2 else names,
        record.year if record else None,
        et_al=len(people) > 2,
        start=mark.start,
        end=mark.end,
    )


def _words_of(record: Work | None, shown: Sequence[CitationItem], *, alone: bool) -> CitationItem | None:
    """What the text shows of a work: its first author and year, else the author with another year ("in
    press"), else the year with the title of a work without author."""
    if record is None:
        return shown[0] if alone else None
    people = record.author or record.editor
    names = (spellings(people[0]) if people else set()) - {""}
    title = fold(record.title)
    same = [item for item in shown if item.names and fold(item.names[0]) in names]
    titled = [item for item in shown if not people and item.names and title.startswith(fold(item.names[0]))]
    return next((item for item in (*same, *titled) if item.year in record.years), next(iter(same), None))


def _letter_fits(entry: Reference, words: CitationItem | None) -> bool:
    return words is not None and bool(words.suffix) and words.suffix in entry_years(entry).values()
