"""Whether two records are one work: a table over the fields that agree, with the reason in words.

Only ``matching.agreement`` compares fields; here its result is judged. The table was set on the records of
``data/dedupe`` (cytology_screening, copper, cora_dev, special_cases): every row below had no false pair
there. High precision first: what could be two works stays apart and is listed as doubtful.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from litreview.library.telling_words import begins_a_column, numbers_in, remarks_in
from litreview.matching.agreement import compare
from litreview.matching.compare_pages import parse_locator
from litreview.model.match import Agreement, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Work
from litreview.normalise.titles import content_words, is_generic


class Sameness(StrEnum):
    """One work, two versions of one thing, perhaps one work, or two works."""

    SAME = "same"
    VERSION = "version"
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"


WEIGHTS = {"author": 2.0, "title": 3.0, "container-title": 1.0, "issued": 1.0, "volume": 1.0, "issue": 0.5,
           "page": 2.0, "DOI": 3.0}  # fmt: skip
"""For ``score`` only, which ranks pairs for a reader and for joining; no verdict is made from it."""
LONG_TITLE = 4
"""Telling words from which an equal title is no accident (cora_dev: no two works share such a title)."""
NEAR_TITLE = 0.7
"""Similarity from which two titles that differ in words may be one with a slip (cora_dev, cytology)."""

RELATED_TITLE = 0.5
"""Similarity from which two titles at one place are two wordings of one (a reply shares less; cora_dev)."""

SHORT_TITLE = 3
"""Telling words below which one author may use a title again and again (columns of society journals)."""
CHAINED_TITLE = 0.35
"""Similarity below which two titles are never of one work, even where a third record fits both (cora_dev)."""

_CONFERENCE = frozenset({"paper-conference", "speech"})
_JOURNAL = frozenset({"article-journal", "article-magazine"})
_COCHRANE = re.compile(r"(?i)\b(?:CD|MR)0\d{5}")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason for people and a score (0 to 1: weighted share of agreeing fields).

    ``certainly_two`` keeps the pair out of one group even where a third record fits both. Short of it stand
    a cut title and a misprinted one of one work, which differ from each other and from nothing else.
    """

    verdict: Sameness
    reason: str
    score: float
    certainly_two: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two records under judgement; ``has``/``not_`` ask the agreement about several fields at once."""

    one: Work
    two: Work
    agreement: Agreement

    def agree(self, *names: str) -> bool:
        return all(name in self.agreement.agreeing for name in names)

    def differ(self, *names: str) -> bool:
        return all(name in self.agreement.different for name in names)

    @property
    def first_author(self) -> bool:
        """True unless the first authors differ (also where one side names none)."""
        return Note.FIRST_AUTHOR not in self.agreement["author"].notes

    @property
    def near_title(self) -> bool:
        field = self.agreement["title"]
        near = Note.NEAR_MISS in field.notes or Note.OTHER_TITLE in field.notes
        return near and (field.similarity or 0.0) >= NEAR_TITLE

    @property
    def one_range(self) -> bool:
        """First and last page agree; abstracts of one group often share their single page."""
        pages = parse_locator(self.one.page), parse_locator(self.two.page)
        return all(page and page.last for page in pages) and self.agreement["page"].verdict is Verdict.EQUAL

    @property
    def years_close(self) -> bool:
        field = self.agreement["issued"]
        return field.verdict is not Verdict.DIFFERENT or Note.OFF_BY_ONE in field.notes

    @property
    def same_place(self) -> bool:
        """Page and volume agree, or page and year where no volume is given."""
        if not self.agree("page") or self.differ("volume"):
            return False
        return any(self.agree(name) for name in ("volume", "issued", "container-title")) or (
            self.years_close and self.agree("author")
        )

    @property
    def other_place(self) -> bool:
        return self.differ("volume", "page") or (self.differ("container-title") and not self.agree("page"))


def judge(one: Work, two: Work, *, in_two_lists: bool = False) -> Judgement:
    """Whether two records are one work; ``in_two_lists`` as in ``dedupe.deduplicate``."""
    pair = _Pair(one, two, compare(one, two))
    verdict, reason = _verdict(pair)
    if in_two_lists and verdict is not Sameness.SAME and _one_place(pair):
        verdict, reason = Sameness.SAME, _because(pair, "one author at one place")
    apart = verdict is Sameness.VERSION or (verdict is Sameness.DIFFERENT and not _may_be_one(pair))
    return Judgement(verdict, reason, _score(pair.agreement), apart)


def _may_be_one(pair: _Pair) -> bool:
    """One first author, titles that are related or missing, and no other place."""
    title = pair.agreement["title"]
    related = title.verdict is Verdict.MISSING or (title.similarity or 0.0) >= CHAINED_TITLE
    return pair.first_author and related and not pair.other_place and _one_number(pair)


def _score(agreement: Agreement) -> float:
    agreeing = sum(WEIGHTS[name] for name in agreement.agreeing)
    different = sum(WEIGHTS[name] for name in agreement.different)
    return round(agreeing / (agreeing + different), 3) if agreeing else 0.0


def _verdict(pair: _Pair) -> tuple[Sameness, str]:
    title = pair.agreement["title"]
    if Note.NOTICE in title.notes or _is_remark(pair):
        return Sameness.VERSION, "one is a notice about the other"
    if Note.OTHER_VERSION in pair.agreement["DOI"].notes and (pair.agree("title") or pair.first_author):
        return Sameness.VERSION, "two versions under one DOI stem"
    if pair.agree("DOI"):
        return _one_doi(pair)
    if not pair.one.title.strip() or not pair.two.title.strip():
        return _untitled(pair)
    if is_generic(pair.one.full_title) or is_generic(pair.two.full_title):
        return _generic(pair)
    if pair.agree("title"):
        return _one_title(pair)
    if not _one_number(pair):
        return Sameness.DIFFERENT, "the titles differ in a number or a group"
    near = pair.near_title or (pair.same_place and Note.NEAR_MISS in title.notes)
    return _near_title(pair) if near else _other_title(pair)


def _is_remark(pair: _Pair) -> bool:
    """One title speaks of itself as a reply, erratum, protocol …, and the other does not."""
    one, two = (bool(remarks_in(work.full_title)) for work in (pair.one, pair.two))
    related = pair.agree("title") or (pair.agreement["title"].similarity or 0.0) >= CHAINED_TITLE
    return related and one != two


def _one_number(pair: _Pair) -> bool:
    return numbers_in(pair.one.full_title) == numbers_in(pair.two.full_title)


def _one_doi(pair: _Pair) -> tuple[Sameness, str]:
    if pair.agree("title") or pair.near_title or pair.same_place or not pair.agreement["title"].found:
        return Sameness.SAME, _because(pair, "one DOI")
    if pair.first_author and pair.years_close and pair.agreement["author"].verdict is not Verdict.MISSING:
        return Sameness.SAME, _because(pair, "one DOI")
    return Sameness.DOUBTFUL, "one DOI, but title and authors differ"


def _untitled(pair: _Pair) -> tuple[Sameness, str]:
    if pair.agree("page", "volume", "author") and not pair.differ("container-title"):
        return Sameness.SAME, _because(pair)
    return Sameness.DIFFERENT, "no title to compare"


def _generic(pair: _Pair) -> tuple[Sameness, str]:
    """Editorial, Introduction, Reply: only the place tells them apart."""
    if pair.agree("title", "page") and not pair.agreement.different and pair.agree("author"):
        return Sameness.SAME, _because(pair)
    return Sameness.DIFFERENT, "a title that many works have"


def _one_title(pair: _Pair) -> tuple[Sameness, str]:
    if pair.differ("DOI") and not (pair.same_place and pair.agree("author")):
        if pair.first_author:
            return Sameness.VERSION, "one title under two DOIs"
        return Sameness.DIFFERENT, "two DOIs and two first authors"
    if _other_kind(pair) and not pair.same_place:
        return Sameness.VERSION, "a conference paper and an article"
    if not pair.first_author:
        return _other_authors(pair)
    if _is_cochrane(pair) and not pair.years_close:
        return Sameness.VERSION, "two versions of a Cochrane review"
    if pair.same_place:
        return Sameness.SAME, _because(pair)
    return _one_title_elsewhere(pair)


def _one_title_elsewhere(pair: _Pair) -> tuple[Sameness, str]:
    """One title and first author, and no page that agrees: what speaks against one work?"""
    if pair.differ("volume", "page"):
        return Sameness.VERSION, "one title and author in two places"
    if pair.differ("container-title") and not _one_issue(pair):
        return Sameness.VERSION, "one title and author in two places"
    if _is_column(pair):
        return Sameness.DOUBTFUL, "a short title that a column may have in every issue"
    if not pair.years_close and not pair.agree("page"):
        return Sameness.DOUBTFUL, "one title and author, but years apart"
    if pair.differ("volume") and pair.differ("issued"):
        return Sameness.VERSION, "one title and author in two volumes"
    if pair.differ("page") and pair.differ("issued"):
        verdict = Sameness.DOUBTFUL if pair.agree("volume") else Sameness.VERSION
        return verdict, "one title and author, but year and page differ"
    return Sameness.SAME, _because(pair)


def _is_column(pair: _Pair) -> bool:
    """A short title under one author, but in another year or issue: "Chair's message", "Book reviews"."""
    telling = content_words(pair.one.full_title) & content_words(pair.two.full_title)
    elsewhere = any(pair.differ(name) for name in ("issued", "volume", "issue"))
    recurring = len(telling) < SHORT_TITLE or begins_a_column(pair.one.full_title)
    return recurring and elsewhere


def _is_cochrane(pair: _Pair) -> bool:
    return all(
        _COCHRANE.search(f"{work.page} {work.article_number} {work.doi}") for work in (pair.one, pair.two)
    )


def _one_issue(pair: _Pair) -> bool:
    """The names of the journal differ, but year and volume agree, or nothing but the name speaks against."""
    if pair.agree("volume", "issued"):
        return True
    return pair.agree("issued") and not pair.differ("volume") and not pair.differ("page")


def _other_kind(pair: _Pair) -> bool:
    kinds = {pair.one.type, pair.two.type}
    if not (kinds & _CONFERENCE and kinds & _JOURNAL):
        return False
    return not pair.agree("container-title")


def _other_authors(pair: _Pair) -> tuple[Sameness, str]:
    long = len(content_words(pair.one.full_title) & content_words(pair.two.full_title)) >= LONG_TITLE
    if pair.same_place:
        return Sameness.SAME, _because(pair)
    unopposed = not any(pair.differ(name) for name in ("container-title", "volume", "page"))
    if long and pair.years_close and unopposed:
        return Sameness.SAME, _because(pair)
    return Sameness.DOUBTFUL if pair.years_close else Sameness.DIFFERENT, "one title, but two first authors"


def _near_title(pair: _Pair) -> tuple[Sameness, str]:
    """A word or two differ: a slip where the place agrees, or where nothing else speaks against it."""
    if pair.same_place and (pair.first_author or pair.agree("container-title", "volume", "issued")):
        return Sameness.SAME, _because(pair, "titles nearly the same")
    if not pair.first_author or pair.other_place or not pair.years_close:
        return Sameness.DIFFERENT, "titles differ, and so does the place"
    if pair.agree("container-title", "volume", "issued", "author"):
        return Sameness.SAME, _because(pair, "titles nearly the same")
    if pair.agree("issued") and not pair.differ("page") and not pair.differ("volume"):
        return Sameness.SAME, _because(pair, "titles nearly the same")
    return Sameness.DOUBTFUL, "titles nearly the same"


def _other_title(pair: _Pair) -> tuple[Sameness, str]:
    """Another title at the same place: a translation or a wrong title, or a letter and its reply."""
    if not pair.same_place or not pair.agree("volume", "author") or pair.differ("container-title"):
        return Sameness.DIFFERENT, "titles differ"
    several = min(len(pair.one.author), len(pair.two.author)) > 1 or pair.agree("container-title")
    similar = (pair.agreement["title"].similarity or 0.0) >= RELATED_TITLE
    if several and pair.years_close and (similar or pair.one_range):
        return Sameness.SAME, _because(pair, "another title at the same place")
    return Sameness.DOUBTFUL, "another title at the same place"


def _one_place(pair: _Pair) -> bool:
    """Journal, volume, page and first author agree: two lists mean one work, whatever else they say of it."""
    named = pair.agreement["author"].verdict is not Verdict.MISSING and pair.first_author
    return named and pair.agree("container-title", "volume", "page") and not pair.differ("DOI")


def _because(pair: _Pair, first: str = "") -> str:
    names = [_SHOWN[name] for name in pair.agreement.agreeing if name in _SHOWN]
    against = [_SHOWN[name] for name in pair.agreement.different if name in _SHOWN]
    text = f"{_list(names)} agree" if len(names) > 1 else f"{_list(names)} agrees" if names else ""
    if against:
        text += f"; {_list(against)} {'differ' if len(against) > 1 else 'differs'}"
    return f"{first}: {text}" if first and text else first or text


_SHOWN = {
    "author": "authors", "title": "title", "container-title": "journal", "issued": "year", "volume": "volume",
    "issue": "issue", "page": "page", "DOI": "DOI",
}  # fmt: skip


def _list(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
