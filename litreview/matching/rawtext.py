"""The printed string of a reference as a second witness: does a record's value stand in it?

A parse may be wrong and some styles (physics, chemistry) print no title. So deciding which work is meant also
asks the string itself. It is never used to accuse: that a value stands nowhere in a string proves little.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from litreview.formats.plain import plain_text
from litreview.matching.compare_pages import Locator, parse_locator
from litreview.matching.compare_volumes import fold_number
from litreview.matching.people import all_words, surname_words
from litreview.model.reference import Reference
from litreview.model.work import Name, Work
from litreview.normalise.journals import journal_words, parallel_names, word_abbreviates
from litreview.normalise.text import fold, fold_dashes
from litreview.normalise.titles import content_words, main_words, title_words
from litreview.normalise.vocabulary.years import LONE_YEAR
from litreview.normalise.whole_numbers import whole_number

TITLE_RATIO = 90
"""Partial ratio (0 to 100) from which a title counts as printed, slips of scanning included; on the
"apa-noise" renderings of crossref/reference-pairs 92 % of the titles reach it."""
NEAR_TITLE_RATIO = 78
"""97 % of the same reach this, none of 1,080 wrong titles does."""
MAIN_TITLE_RATIO = 0.8
"""What a main title without its subtitle is worth: many papers begin "Nonalcoholic fatty liver disease:"."""
LEAST_PAGE = 10
"""Smaller first pages stand in any string by chance, so they count only as a whole range."""
COVERAGE = 0.5
"""Share of a title's words a string must hold before the slower comparison is worth its time."""
LEAST_CONTAINER = 12
"""Letters from which a journal's name is known when written without blanks, and with slips of scanning."""
CONTAINER_RATIO = 85
"""Partial ratio (0 to 100) from which such a name counts as printed ("TheClassiqUl We ekly")."""
HEAD_WORDS = 14
"""Words of a string among which the first author is looked for."""
_ROMAN = re.compile(r"[ivxl]+$")
_SPREAD = re.compile(r"\((?=[\d ]*\d \d)[\d ]{5,7}\)")


@dataclass(frozen=True)
class RawText:
    """The string of a reference, folded once. Empty for entries of bibliographies, whose fields are
    certain."""

    text: str

    @classmethod
    def of(cls, reference: Reference) -> RawText:
        """The string of a reference, or nothing where it is a record."""
        return cls(re.sub(r"https?://\S+|\b10\.\d{4,9}/\S+", " ", plain_text(reference)))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All folded words, in order."""
        return tuple(fold(self.text.replace(".", ". ")).split())

    @cached_property
    def folded(self) -> str:
        """The folded string with a blank at both ends."""
        return f" {' '.join(title_words(self.text.replace('.', '. ')))} "

    @cached_property
    def squashed(self) -> str:
        """The folded string without blanks."""
        return self.folded.replace(" ", "")

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words as a set."""
        return frozenset(self.folded.split())

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every number without leading zeros, with and without the letters in front of it."""
        found = re.findall(r"[a-z]{0,4}\d+", fold_dashes(self.text).casefold())
        bare = {re.sub(r"^[a-z]*0*", "", item) for item in found}
        return frozenset(bare | {re.sub(r"(?<=[a-z])0+(?=\d)", "", item) for item in found})

    @cached_property
    def years(self) -> frozenset[int]:
        """Every number that can be a year."""
        return frozenset(int(item) for item in LONE_YEAR.findall(_SPREAD.sub(_close, self.text)))

    def title_ratio(self, title: str) -> float:
        """0 to 1: how well a title can be read in the string; generic and very short ones never count."""
        words = title_words(title)
        if not self.text or (len(content_words(title)) < 2 and len("".join(words)) < 12):
            return 0.0
        if f" {' '.join(words)} " in self.folded:
            return 1.0
        main = main_words(title)
        if len(main) >= 3 and f" {' '.join(main)} " in self.folded:
            return MAIN_TITLE_RATIO
        joined = "".join(words)
        if len(joined) >= 16 and joined in self.squashed:
            return 1.0
        known = sum(word in self.vocabulary for word in words)
        if known < COVERAGE * len(words):
            return 0.0
        return fuzz.partial_ratio(" ".join(words), self.folded) / 100

    def word_coverage(self, title: str) -> float:
        """Share (0 to 1) of a title's telling words that stand anywhere in the string, in any order."""
        words = content_words(title)
        return sum(word in self.vocabulary for word in words) / len(words) if len(words) >= 3 else 0.0

    def names_first(self, author: Name) -> bool:
        """True where the surname stands among the first words of the string."""
        words = surname_words(author)
        head = self.words[: HEAD_WORDS + len(words)]
        return bool(words) and _find(words, head) >= 0

    def names(self, author: Name) -> bool:
        """True where the surname stands anywhere."""
        words = surname_words(author)
        return bool(words) and _find(words, self.words) >= 0

    def has_page(self, locator: Locator) -> bool:
        """True where the first page or article number stands in the string; small ones only with the
        last page."""
        if locator.first not in self.numbers:
            return (
                len(locator.first) > 1 and bool(_ROMAN.match(locator.first)) and locator.first in self.words
            )
        if locator.last:
            return locator.last in self.numbers or len(locator.number) >= 2
        page = whole_number(locator.first)
        return page is None or page >= LEAST_PAGE

    def has_container(self, name: str) -> bool:
        """True where the words of a journal's name stand in the string in order, whole or abbreviated; of
        names in two languages one is enough."""
        return any(self._has_name(part) for part in parallel_names(name) or (name,))

    def _has_name(self, name: str) -> bool:
        wanted = journal_words(name)
        if not wanted or not self.text:
            return False
        if len(wanted) == 1:
            return len(wanted[0]) >= 3 and wanted[0] in self.words
        squashed = "".join(wanted)
        if len(squashed) >= LEAST_CONTAINER:
            printed = "".join(self._journal_words)
            if squashed in self.squashed or squashed in printed:
                return True
            if fuzz.partial_ratio(squashed, printed, score_cutoff=CONTAINER_RATIO) >= CONTAINER_RATIO:
                return True
        return _find_abbreviated(wanted, self._journal_words)

    @cached_property
    def _journal_words(self) -> tuple[str, ...]:
        return journal_words(re.sub(r"[()\[\]]", " ", self.text))


def _close(match: re.Match[str]) -> str:
    """A year in brackets that scanning has spread: "(2 01 2)"."""
    return match.group().replace(" ", "")


def shares_identifier(cited: Work, found: Work) -> bool:
    """True where the DOI, PubMed, PubMed Central or arXiv number is the same."""
    names = ("doi", "pmid", "pmcid", "arxiv")
    return any(getattr(cited, name) and getattr(cited, name) == getattr(found, name) for name in names)


def is_plausible(cited: Work, found: Work, raw: RawText) -> bool:
    """False for suggestions that no row of the decision table can accept; saves comparing them in full.

    Every row needs the DOI, a good part of the title, the first author, or a page with a volume or year.
    """
    if shares_identifier(cited, found):
        return True
    people = found.author or found.editor
    if people and (raw.names_first(people[0]) or _shares_surname(cited, people[0])):
        return True
    known = raw.vocabulary | frozenset(title_words(cited.full_title))
    words = title_words(found.title)
    if words and sum(word in known for word in words) >= COVERAGE * len(words):
        return True
    if found.original_title and not known.isdisjoint(title_words(found.original_title)):
        return True
    return _shares_numbers(cited, found, raw)


def _shares_surname(cited: Work, author: Name) -> bool:
    """A cheap test: a word of the surname in common, or the same beginning (spellings, transliterations)."""
    claimed = (cited.author or cited.editor)[:1]
    words = surname_words(author)
    beginnings = {word[:3] for word in words}
    return any(word[:3] in beginnings for name in claimed for word in all_words(name))


def _shares_numbers(cited: Work, found: Work, raw: RawText) -> bool:
    pages = {
        locator.number or locator.first
        for text in (found.page, found.article_number)
        if (locator := parse_locator(text))
    }
    known = raw.numbers | {
        locator.number or locator.first
        for text in (cited.page, cited.article_number)
        if (locator := parse_locator(text))
    }
    if pages.isdisjoint(known):
        return False
    volumes = raw.numbers | {fold_number(cited.volume), fold_number(cited.issue)}
    years = raw.years | cited.years
    return bool(found.volume and fold_number(found.volume) in volumes) or not years.isdisjoint(found.years)


def _find(wanted: Sequence[str], words: Sequence[str]) -> int:
    size = len(wanted)
    first = wanted[0]
    for at, word in enumerate(words):
        if word == first and tuple(words[at : at + size]) == tuple(wanted):
            return at
    return -1


def _find_abbreviated(wanted: Sequence[str], words: Sequence[str]) -> bool:
    size = len(wanted)
    for at in range(len(words) - size + 1):
        if words[at][0] != wanted[0][0]:
            continue
        if all(word_abbreviates(word, words[at + step]) for step, word in enumerate(wanted)):
            return True
    return False
