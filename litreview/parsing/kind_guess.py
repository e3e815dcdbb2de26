"""What kind of thing a reference names: told from its marks, its words and its fields, in this order.

``guess_kind`` is the one home of it: entries as printed get their CSL type from it, and entries of a
bibliography whose own type says little ("misc", "document") are told by the same marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from litreview.model.work import Work
from litreview.normalise.organisations import are_organisations
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.hosts import is_data_host, is_host, is_software_host
from litreview.normalise.vocabulary.kinds import KIND_WORDS, NEWSPAPERS
from litreview.normalise.vocabulary.laws import (
    ARCHIVE,
    GUIDELINE_NUMBER,
    JUDGMENT,
    PATENT,
    STANDARD,
    STATUTE,
)
from litreview.normalise.vocabulary.preprints import PREFIXES, SERVERS
from litreview.normalise.vocabulary.states import COMING_PATTERN
from litreview.parsing.kind_signs import (
    BOOK_SERIES,
    BY_BRACKET,
    BY_ROUND,
    BY_WORD,
    CHAPTER,
    DATA_TITLE,
    DAY,
    EDITED_BOOK,
    MAKERS,
    NEWS,
    NUMBERED,
    OF_PROCEEDINGS,
    ON_LINE,
    PAGES,
    REPORT_NUMBER,
    REPORT_TITLE,
    SOFTWARE_TITLE,
    VERSION,
)
from litreview.parsing.kinds import Kind
from litreview.parsing.reading.lexicon import word_classes

_COMING = re.compile(COMING_PATTERN, re.IGNORECASE)


@dataclass(frozen=True)
class Case:
    """An entry as it is asked about."""

    work: Work
    text: str

    @cached_property
    def outside(self) -> str:
        """The words without the first sentence of the title, which may speak of anything."""
        title = re.split(r"(?<=[^\W\d_]{3})[.?!]\s", self.work.title, maxsplit=1)[0]
        return self.text.replace(title, " ", 1) if title else self.text

    @cached_property
    def numbered(self) -> bool:
        """True where it has the numbers of a journal's article."""
        return bool(NUMBERED.search(self.outside))

    @cached_property
    def legal(self) -> Kind | None:
        """A judgment or a law, by the number it has."""
        if JUDGMENT.search(self.text):
            return Kind.CASE
        return Kind.LAW if STATUTE.search(self.text) else None

    @property
    def in_volume(self) -> bool:
        """True where the fields place it in a volume or an issue of something."""
        work = self.work
        return bool(work.container_title and (work.volume or work.issue))

    @property
    def house(self) -> bool:
        """True where a press has printed it."""
        work = self.work
        return bool(work.isbn or work.edition or names_press(work.publisher))


def names_press(publisher: str) -> bool:
    """True where a word of the name is of publishers: "Fjell Academic Press"; "in press" is none."""
    words = re.findall(r"[\w-]+", _COMING.sub(" ", publisher))
    return any("publisher" in word_classes(word) for word in words)


def is_imprint(name: str) -> bool:
    """True where what was read as a journal is an organisation or a press: "World Health Organization"; not
    for the journal of one: "Bulletin of the World Health Organization"."""
    if any("journal" in word_classes(word) for word in re.findall(r"[\w-]+", name)):
        return False
    return names_press(name) or are_organisations(name)


def guess_kind(work: Work, text: str) -> Kind:
    """The kind of work that an entry names, ``UNKNOWN`` where nothing tells.

    Marks in brackets and numbers of laws decide before words, words before shapes; what has the volume and
    page of a journal is an article or a conference paper whatever its words say.
    """
    case = Case(work, text)
    return next((kind for kind in (test(case) for test in _TESTS) if kind is not None), Kind.UNKNOWN)


def reads_as_article(work: Work, text: str) -> bool:
    """True where an entry has the volume and page of a journal's article, whatever else it says."""
    case = Case(work, text)
    return case.numbered or (case.in_volume and bool(work.page))


def _numbered(case: Case) -> Kind | None:
    """Volume, issue and page: a journal, but for the numbers of law reports and of proceedings."""
    if not (case.numbered and case.work.container_title) and not (case.in_volume and case.work.page):
        return None
    if not case.numbered and case.legal:
        return case.legal
    if OF_PROCEEDINGS.search(case.work.container_title) and not _is_journal(case.work):
        return Kind.CONFERENCE_PAPER
    return None if _is_book_part(case) else Kind.ARTICLE


def _is_journal(work: Work) -> bool:
    """ "Proceedings of the Royal Society, 12(3)" has an issue, and no editor or publisher."""
    return bool(
        work.issue or (work.volume and not re.search(r"\d|[Cc]onf|[Ss]ymp|[Ww]orksh", work.container_title))
    )


def _legal(case: Case) -> Kind | None:
    return case.legal


def _bracketed(case: Case) -> Kind | None:
    for patterns in (BY_BRACKET, BY_ROUND):
        for kind, pattern in patterns.items():
            if pattern.search(case.text):
                return Kind(kind)
    return None


def _registered(case: Case) -> Kind | None:
    """Numbers of guidelines, patents, standards and shelf marks."""
    if GUIDELINE_NUMBER.search(case.text):
        return Kind.GUIDELINE
    if PATENT.search(case.outside) or (PATENT.search(case.text) and not case.work.container_title):
        return Kind.PATENT
    if STANDARD.search(case.text) and not case.in_volume and not case.work.edition:
        return Kind.STANDARD
    work = case.work
    printed = work.isbn or work.edition or (work.title and work.container_title and work.volume)
    return Kind.ARCHIVE if not printed and ARCHIVE.search(case.text) else None


_SPOKEN = tuple(Kind(kind) for kind in KIND_WORDS)


_NO_TITLES = frozenset({Kind.PERSONAL, Kind.PRESS})
"""Kinds whose works have no title, so that their name is read as one."""


def _worded(case: Case) -> Kind | None:
    work = case.work
    for kind in _SPOKEN:
        said = case.text if kind in _NO_TITLES and not work.container_title else case.outside
        if not BY_WORD[kind].search(said):
            continue
        if kind in (Kind.REPORT, Kind.SOFTWARE, Kind.DATASET) and (case.in_volume or work.page or case.house):
            continue
        return kind
    return None


def _preprint(case: Case) -> Kind | None:
    work = case.work
    server = fold(work.container_title or work.publisher)
    posted = any(server == name or server.startswith(f"{name} ") for name in SERVERS)
    prefix = work.doi.partition("/")[0]
    told = posted or (prefix in PREFIXES and not work.volume and not work.container_title)
    return Kind.PREPRINT if told and not work.issue else None


def _part(case: Case) -> Kind | None:
    """A part of something: a paper of proceedings, a chapter, a newspaper's or a journal's article."""
    work = case.work
    if not work.container_title:
        pages = work.page or PAGES.search(case.outside)
        return Kind.CHAPTER if pages and EDITED_BOOK.search(case.outside) else None
    if _is_news(work.container_title) and not work.volume:
        return Kind.NEWS
    if OF_PROCEEDINGS.search(work.container_title):
        return Kind.CONFERENCE_PAPER
    if _is_book_part(case):
        return Kind.CHAPTER
    if is_software_host(work.container_title) or is_data_host(work.container_title):
        return None
    if work.url and not (work.volume or work.issue or work.page or work.doi) and ON_LINE.search(case.outside):
        return (
            Kind.NEWS
            if DAY.search(case.outside) and not are_organisations(work.container_title)
            else Kind.WEB_PAGE
        )
    return Kind.ARTICLE if work.volume or work.issue or work.page or not work.publisher else None


def _is_book_part(case: Case) -> bool:
    work = case.work
    inside = CHAPTER.search(case.text) is not None
    if work.editor and work.editor != work.author:
        return True
    return bool(work.publisher and (inside or (work.page and not work.volume)))


def _is_news(name: str) -> bool:
    bare = re.sub(r"^(?:the|die|der|das|le|la|el) ", "", " ".join(name.casefold().replace(".", "").split()))
    whole = " ".join(name.casefold().split())
    return bare in NEWSPAPERS or whole in NEWSPAPERS


def _kept(case: Case) -> Kind | None:
    """Software and data, by who made them or keeps them."""
    work, names = (
        case.work,
        f"{case.work.publisher} {case.work.container_title} {case.work.url} {case.work.doi}",
    )
    if case.house and not is_host(work.publisher):
        return None
    makers = " ".join(str(name) for name in work.author) + " " + work.publisher
    if MAKERS.search(makers) or is_software_host(names):
        return Kind.SOFTWARE
    if is_data_host(names):
        code = "zenodo" in names.casefold() or SOFTWARE_TITLE.search(work.title)
        return Kind.SOFTWARE if code and not DATA_TITLE.search(work.title) else Kind.DATASET
    if VERSION.search(case.outside) and not work.container_title:
        return Kind.SOFTWARE
    return None


def _alone(case: Case) -> Kind | None:
    """A work of its own: a news item, a report, a web page or a book."""
    work, outside = case.work, case.outside
    if _is_news(work.publisher) or NEWS.search(case.text):
        return Kind.NEWS
    numbered = work.number or work.collection_title or REPORT_NUMBER.search(outside)
    if numbered and not case.house and not BOOK_SERIES.search(outside):
        return Kind.REPORT
    body = bool(work.author) and all(name.literal for name in work.author)
    if body and REPORT_TITLE.search(work.title) and not work.isbn:
        return Kind.REPORT
    bare = not (work.isbn or work.edition or work.publisher_place or work.doi)
    if work.url and bare and are_organisations(work.publisher):
        return Kind.WEB_PAGE
    if case.house:
        return Kind.BOOK
    if work.url and not work.doi:
        return Kind.WEB_PAGE
    if (work.publisher or work.publisher_place) and not work.container_title:
        return Kind.REPORT if body else Kind.BOOK
    if work.arxiv:
        return Kind.PREPRINT
    return Kind.ARTICLE if work.doi else None


_TESTS: tuple[Callable[[Case], Kind | None], ...] = (
    _numbered, _bracketed, _legal, _registered, _worded, _preprint, _part, _kept, _alone,
)  # fmt: skip
