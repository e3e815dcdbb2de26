"""What kind of thing a reference names: told from its marks, its words and its fields, in this order.

``guess_kind`` is the one home of it: entries as printed get their CSL type from it, and entries of a
bibliography whose own type says little ("misc", "document") are told by the same marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from litreview.model.work import Work
from litreview.normalise.organisations import are_organisations
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.editors import EDITORS_MARK
from litreview.normalise.vocabulary.hosts import is_data_host, is_host, is_software_host
from litreview.normalise.vocabulary.kinds import KIND_IN_BRACKETS, KIND_WORDS, NEWSPAPERS, PROCEEDINGS
from litreview.normalise.vocabulary.laws import (
    ARCHIVE,
    GUIDELINE_NUMBER,
    JUDGMENT,
    PATENT,
    STANDARD,
    STATUTE,
)
from litreview.normalise.vocabulary.marks import PAGE
from litreview.normalise.vocabulary.patterns import NO_LETTER_BEFORE, any_mark, any_of, phrases_of
from litreview.normalise.vocabulary.preprints import PREFIXES, SERVERS
from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.reading.lexicon import word_classes


class Kind(StrEnum):
    """A kind of work, as a reader calls it."""

    ARTICLE = "article"
    CHAPTER = "chapter"
    BOOK = "book"
    CONFERENCE_PAPER = "conference paper"
    TALK = "talk"
    REPORT = "report"
    GUIDELINE = "guideline"
    STANDARD = "standard"
    LAW = "law"
    CASE = "judgment"
    PATENT = "patent"
    THESIS = "thesis"
    WEB_PAGE = "web page"
    NEWS = "news article"
    DATASET = "data set"
    SOFTWARE = "software"
    PREPRINT = "preprint"
    PERSONAL = "personal communication"
    PRESS = "press release"
    MANUSCRIPT = "manuscript"
    ARCHIVE = "archive material"
    FILM = "film"
    BROADCAST = "broadcast"
    MAP = "map"
    ENTRY = "entry"
    UNKNOWN = ""


CSL_TYPE = {
    Kind.ARTICLE: "article-journal", Kind.CHAPTER: "chapter", Kind.BOOK: "book",
    Kind.CONFERENCE_PAPER: "paper-conference", Kind.TALK: "paper-conference", Kind.REPORT: "report", Kind.GUIDELINE: "report",
    Kind.STANDARD: "standard", Kind.LAW: "legislation", Kind.CASE: "legal_case", Kind.PATENT: "patent",
    Kind.THESIS: "thesis", Kind.WEB_PAGE: "webpage", Kind.NEWS: "article-newspaper",
    Kind.DATASET: "dataset", Kind.SOFTWARE: "software", Kind.PREPRINT: "article",
    Kind.PERSONAL: "personal_communication", Kind.PRESS: "document", Kind.MANUSCRIPT: "manuscript",
    Kind.ARCHIVE: "collection", Kind.FILM: "motion_picture", Kind.BROADCAST: "broadcast", Kind.MAP: "map",
    Kind.ENTRY: "entry", Kind.UNKNOWN: "",
}  # fmt: skip
"""Kind → its type in CSL 1.0.2, which has none for guidelines and press releases."""
_BY_BRACKET = {
    kind: re.compile(rf"\[\s?(?:[\w'’.-]+\s){{0,4}}?{words}(?:[,;:.]?\s[^\[\]]{{1,60}})?\s?\]", re.IGNORECASE)
    for kind, words in KIND_IN_BRACKETS.items()
}
_ROUND = frozenset({Kind.THESIS, Kind.MANUSCRIPT, Kind.PERSONAL})
_BY_ROUND = {
    kind: re.compile(
        rf"\(\s?(?:[\w'’.-]+\s){{0,3}}?{KIND_IN_BRACKETS[kind]}(?:[,;:]\s[^()]{{1,60}})?\s?\)", re.IGNORECASE
    )
    for kind in _ROUND
}
_BY_WORD = {kind: re.compile(words, re.IGNORECASE) for kind, words in KIND_WORDS.items()}
_PROCEEDINGS = re.compile(PROCEEDINGS, re.IGNORECASE)
_NUMBERED = re.compile(
    rf"\b{YEAR}\b[^;:()]{{0,14}};\s?\d+|\b\d{{1,4}}\s?\(\d[\w /–-]{{0,12}}\)\s?[:,]\s?[A-Za-z]{{0,3}}\d"
    r"|\b[Vv]ol\.?\s?\d+[^.;]{0,30}\b(?:[Nn]o|pp?|[Ii]ssue)\.?\s?\d"
)
"""Volume and page as journals have them: "2016; 4: 101", "12(3): 45", "vol. 4, no. 2"."""
_EDITED_BOOK = re.compile(
    rf"[.,:”\"’]\s(?:[Ii]n|En|Dans):?\s.{{3,150}}?{NO_LETTER_BEFORE}{EDITORS_MARK}", re.IGNORECASE
)
"""A book with its editors behind the title, where no container was read."""
_PAGES = re.compile(rf"{NO_LETTER_BEFORE}{any_mark(phrases_of(PAGE))}\s?\d", re.IGNORECASE)
_CHAPTER = re.compile(r"[.?!,:”\"’]\s(?:In|En|Dans)(?::\s|\s[A-Z])|\b[Ii]n:\s")
_VERSION = re.compile(r"\b(?:[Vv]ersion|[Vv]er\.|[Rr]elease|[Vv]\.?)\s?\d+(?:\.\d+)*\b")
_SOFTWARE_TITLE = re.compile(
    r"\b[Ss]oftware\b|\b(?:R|[Pp]ython|Stata) (?:package|library|module)|\b[Tt]ool(?:kit|box)\b"
    r"|\blanguage and environment\b|\b[Pp]ackage\b|\b(?:statistics|Statistics) for (?:Windows|Mac)"
)
_DATA_TITLE = re.compile(r"\b[Dd]ata(?:\s?set|base)?s?\b|\b(?:Datensatz|Rohdaten|[Rr]ecordings)\b")
_MAKERS = re.compile(
    r"\b(?:R (?:Development )?Core Team|StataCorp|Stata ?Corp|SAS Institute|IBM Corp\w*|MathWorks|Posit team"
    r"|RStudio Team|SPSS Inc|Wolfram Research|GraphPad|Minitab|VERBI Software|QSR International)\b"
)
_ON_LINE = re.compile(
    r"\[(?:Internet|Online|on-?line|en ligne|en línea|Webseite)\]|\b(?:Available (?:from|at)|Retrieved"
    r"|Verfügbar (?:unter|über)|Abrufbar|Disponible (?:en|sur|à)|Accessed|[Cc]ited 20)\b",
)
_NEWS = re.compile(
    rf"(?:^|[.,?!]\s|[”\"’])(?:The\s|Die\s|Der\s)?{any_of(name for name in NEWSPAPERS if ' ' in name)}(?:[.,;]|\s\()",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:\d{1,2}\.?\s[^\W\d_]{3,9}\.?|[^\W\d_]{3,9}\.?\s\d{1,2})(?:,?\s\d{4})?\b|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"
)
_REPORT_TITLE = re.compile(r"(?i)(?<![^\W_])(?:report|bericht|rapport|informe|relatório|rapporto)\b")
_REPORT_NUMBER = re.compile(
    r"\((?:[\w .-]{3,50}\s)?(?:Report|Publication|Working Paper|Paper)?\s?(?:No|Nr)\.?\s?[\w/.-]+\)"
)


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

    @property
    def numbered(self) -> bool:
        """True where it has the numbers of a journal's article."""
        return bool(_NUMBERED.search(self.outside))

    @property
    def in_volume(self) -> bool:
        """True where the fields place it in a volume or an issue of something."""
        work = self.work
        return bool(work.container_title and (work.volume or work.issue))

    @property
    def house(self) -> bool:
        """True where a press has printed it."""
        work = self.work
        presses = any("publisher" in word_classes(word) for word in re.findall(r"[\w-]+", work.publisher))
        return bool(work.isbn or work.edition or presses)


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
    if not case.numbered and _legal(case):
        return _legal(case)
    if _PROCEEDINGS.search(case.work.container_title) and not _is_journal(case.work):
        return Kind.CONFERENCE_PAPER
    return None if _is_book_part(case) else Kind.ARTICLE


def _is_journal(work: Work) -> bool:
    """ "Proceedings of the Royal Society, 12(3)" has an issue, and no editor or publisher."""
    return bool(
        work.issue or (work.volume and not re.search(r"\d|[Cc]onf|[Ss]ymp|[Ww]orksh", work.container_title))
    )


def _legal(case: Case) -> Kind | None:
    if JUDGMENT.search(case.text):
        return Kind.CASE
    return Kind.LAW if STATUTE.search(case.text) else None


def _bracketed(case: Case) -> Kind | None:
    for patterns in (_BY_BRACKET, _BY_ROUND):
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
        if not _BY_WORD[kind].search(said):
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
        pages = work.page or _PAGES.search(case.outside)
        return Kind.CHAPTER if pages and _EDITED_BOOK.search(case.outside) else None
    if _is_news(work.container_title) and not work.volume:
        return Kind.NEWS
    if _PROCEEDINGS.search(work.container_title):
        return Kind.CONFERENCE_PAPER
    if _is_book_part(case):
        return Kind.CHAPTER
    if is_software_host(work.container_title) or is_data_host(work.container_title):
        return None
    if (
        work.url
        and not (work.volume or work.issue or work.page or work.doi)
        and _ON_LINE.search(case.outside)
    ):
        return (
            Kind.NEWS
            if _DAY.search(case.outside) and not are_organisations(work.container_title)
            else Kind.WEB_PAGE
        )
    return Kind.ARTICLE if work.volume or work.issue or work.page or not work.publisher else None


def _is_book_part(case: Case) -> bool:
    work = case.work
    inside = _CHAPTER.search(case.text) is not None
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
    if _MAKERS.search(makers) or is_software_host(names):
        return Kind.SOFTWARE
    if is_data_host(names):
        code = "zenodo" in names.casefold() or _SOFTWARE_TITLE.search(work.title)
        return Kind.SOFTWARE if code and not _DATA_TITLE.search(work.title) else Kind.DATASET
    if _VERSION.search(case.outside) and not work.container_title:
        return Kind.SOFTWARE
    return None


def _alone(case: Case) -> Kind | None:
    """A work of its own: a news item, a report, a web page or a book."""
    work, outside = case.work, case.outside
    if _is_news(work.publisher) or _NEWS.search(case.text):
        return Kind.NEWS
    if (work.number or work.collection_title or _REPORT_NUMBER.search(outside)) and not case.house:
        return Kind.REPORT
    body = bool(work.author) and all(name.literal for name in work.author)
    if body and _REPORT_TITLE.search(work.title) and not work.isbn:
        return Kind.REPORT
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
