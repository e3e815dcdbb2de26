"""Which entry of the reference list prints the work that a live citation carries."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.normalise.identifiers import find_dois
from litreview.parsing.citations.claims import alike, settled
from litreview.parsing.citations.evidence import entry_years, printed_years, spellings
from litreview.parsing.citations.words import folded as fold

MIN_TITLE = 12
"""Letters of a folded title that say which work it is: "Introduction" alone does not."""
SURE = 3.0
"""Score from which an entry prints a work: its DOI; its title with author or year; author, year and page.
Author and year alone are left to the words of the citation, which may have a letter after the year."""
MAYBE = 1.5
"""Score from which an entry that prints no other work may print one: a short title and the year though the
author's name is a dash, or two of author, year and page. Judgement, on lists in 130 styles."""
NEAR_TITLE = 88
"""rapidfuzz's ``partial_ratio`` from which a title is printed with slips; other titles of one author and year
reach 75 in our invented lists."""
TWIN = 92
"""``ratio`` of two entries from which they are one work printed twice, in two lists or by mistake."""
_RARE_WORDS, _NEAREST = 6, 40
_HEAD = 120
_SCHEME = re.compile(r"^\w+://(?:www\.)?", re.IGNORECASE)


def find_records(
    records: Sequence[Work],
    references: Sequence[Reference],
    printed: Mapping[str, Collection[int]] = MappingProxyType({}),
) -> dict[str, tuple[Reference, ...]]:
    """The entries that print each record, by the record's key, in the order of the text; several where a work
    is printed twice, in the lists of two chapters or by mistake. Records that no entry prints are left out.

    DOI, title, first author, year, volume and page are looked for in what is printed, so that a style without
    titles or a misread field does no harm. An entry prints one work, so that a book and its chapter, or two
    parts with one title, do not share it, unless the text says so: ``printed`` are the places in
    ``references`` that it shows wherever it cites a record. They decide between likely entries too.
    """
    entries = [_Entry(reference) for reference in references]
    index = _Index(entries)
    given = {one.key: one for one in references if not one.end}  # the records themselves: no list is printed
    missing = [record for record in records if record.key not in given]
    told: dict[str, dict[int, float]] = {}
    for record in missing:
        shown = printed.get(record.key, ())
        told[record.key] = {n: entries[n].score(record) + (n in shown) for n in {*index.near(record), *shown}}
    scores = {key: {n: fit for n, fit in fits.items() if fit >= SURE} for key, fits in told.items()}
    found: dict[str, tuple[Reference, ...]] = {}
    same = alike(missing)
    chosen = settled(scores, same)
    brief = {record.key for record in missing if len(fold(record.full_title)) < MIN_TITLE}
    chosen |= _left_over({key: told[key] for key in told if key in brief}, same, chosen)
    for key, fits in scores.items():  # "2. (a) Arden … (b) Brill …"
        both = [n for n in fits if n in printed.get(key, ())]
        if both and key not in chosen:
            chosen[key] = max(both, key=fits.__getitem__)
    for key, n in chosen.items():
        twins = (entries[m].reference for m in scores[key] if entries[n].is_twin(entries[m]))
        found[key] = tuple(sorted({entries[n].reference, *twins}, key=lambda one: one.start))
    return {key: (given[key],) for key in given} | _shared(found)


def _left_over(
    told: Mapping[str, Mapping[int, float]], same: Mapping[str, str], chosen: Mapping[str, int]
) -> dict[str, int]:
    """The one free entry that may print a work of short title whose own is not known, where no other such
    work may have it: a short title below a dash for its author, a web page by its year and address."""
    taken = set(chosen.values())
    wanted = {
        key: [n for n, fit in fits.items() if fit >= MAYBE and n not in taken]
        for key, fits in told.items() if key not in chosen
    }  # fmt: skip
    claims = Counter(n for work in {same[key]: ns for key, ns in wanted.items()}.values() for n in work)
    return {key: ns[0] for key, ns in wanted.items() if len(ns) == 1 and claims[ns[0]] == 1}


def _shared(found: dict[str, tuple[Reference, ...]]) -> dict[str, tuple[Reference, ...]]:
    """Records that are alike (a work twice in the library): the second has the second of the like entries
    first, and so on."""
    sharers: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for key, entries in found.items():
        sharers[tuple(entry.start for entry in entries)].append(key)
    for keys in sharers.values():
        for n, key in enumerate(keys):
            entries, at = found[key], n % len(found[key])
            found[key] = (*entries[at:], *entries[:at])
    return found


class _Entry:
    """What an entry prints, folded once."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.text = fold(reference.text)
        self.words = frozenset(self.text.split())
        self.years = {*entry_years(reference), *printed_years(reference)}
        self.dois = {found.value for found in find_dois(reference.text)} | {reference.work.doi} - {""}
        self.head = f" {self.text[:_HEAD]} "
        self.first = spellings(reference.work.author[0]) if reference.work.author else set()

    def score(self, record: Work) -> float:
        """How much speaks for this entry: its DOI 5, title 3, address 2, author, year and page 1 each, volume
        ½."""
        said = 5.0 * (bool(record.doi) and record.doi in self.dois) + self._title(record)
        said += self._author(record)
        address = _address(record)
        said += 2.0 * (len(address) >= MIN_TITLE and f" {address} " in f" {self.text} ")
        if record.years and self.years:
            said += 1 if record.years & self.years else -1
        said += 0.5 * (bool(record.volume) and fold(record.volume) in self.words)
        page = re.match(r"[a-z]*\d+", fold(record.page or record.article_number))
        return said + (page is not None and page.group() in self.words)

    def _title(self, record: Work) -> float:
        from rapidfuzz import fuzz

        title = fold(record.full_title)
        if len(title) < MIN_TITLE:
            return 1.5 * (bool(title) and f" {title} " in f" {self.text} ")
        main = fold(re.split(r"[:.?!]\s", record.full_title, maxsplit=1)[0])
        own = fold(self.reference.work.full_title)
        if (
            title in self.text
        ):  # the title of an entry that goes on is another work's: "Pain", "Pain: a reply"
            return 3.0 if not own or len(own) <= len(title) + MIN_TITLE else 2.5
        if len(main) >= MIN_TITLE and main in self.text:
            return 2.0
        known = sum(word in self.words for word in title.split())
        if known < 0.5 * len(title.split()):
            return 0.0
        return 2.5 * (fuzz.partial_ratio(title, self.text) >= NEAR_TITLE)

    def _author(self, record: Work) -> float:
        people = record.author or record.editor
        names = spellings(people[0]) - {""} if people else set()
        if not names:
            return 0.0
        if names & self.first:
            return 1.0
        if any(f" {name} " in self.head for name in names):
            return 0.75 if self.first else 1.0
        return 0.5 if any(f" {name} " in f" {self.text} " for name in names) else -1.0

    def is_twin(self, other: _Entry) -> bool:
        """True for the same work printed again."""
        from rapidfuzz import fuzz

        return self is other or fuzz.ratio(self.text, other.text) >= TWIN


def _address(record: Work) -> str:
    return fold(_SCHEME.sub("", record.url))


class _Index:
    """Entries by their words, so that a thesis of a thousand entries is not compared with itself."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_doi: dict[str, list[int]] = defaultdict(list)
        for n, entry in enumerate(entries):
            for word in entry.words:
                self._by_word[word].append(n)
            for doi in entry.dois:
                self._by_doi[doi].append(n)

    def near(self, record: Work) -> list[int]:
        """The entries that share its DOI, and those that share most of its title's rare words and its first
        author's name."""
        said = fold(record.full_title) or _address(record)
        words = {word for word in said.split() if word in self._by_word}
        rare = sorted(words, key=lambda word: (len(self._by_word[word]), word))[:_RARE_WORDS]
        people = record.author or record.editor
        names = {name.split(" ")[-1] for name in spellings(people[0])} if people else set()
        shared = Counter(n for word in (*rare, *sorted(names)) for n in self._by_word.get(word, ()))
        return sorted({n for n, _ in shared.most_common(_NEAREST)} | set(self._by_doi.get(record.doi, ())))
