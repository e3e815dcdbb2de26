"""What each subject says about one candidate: yes, near, no or nothing. The decision table reads only
this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from litreview.matching.compare_pages import parse_locator
from litreview.matching.compare_volumes import fold_number
from litreview.matching.kinds import kind_of
from litreview.matching.people import same_surname
from litreview.matching.rawtext import NEAR_TITLE_RATIO, TITLE_RATIO, RawText, shares_identifier
from litreview.model.match import Agreement, FieldAgreement, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Work
from litreview.normalise.titles import (
    DRIFT_SIMILARITY,
    TitleLikeness,
    compare_titles,
    content_words,
    is_generic,
    title_words,
)

NEAR_TITLE = DRIFT_SIMILARITY
"""From where a title that differs still points to the work: a variant of it, not another one."""
MANY_AUTHORS = 3
"""So many names in agreement are evidence of their own; two authors often write together again."""
LONG_TITLE = 5
"""Telling words from which two titles rarely coincide: 16 of 4,824 such titles in the Crossref sample
have two
first authors, against 26 of 983 titles of two or three words."""
SCRAMBLED_COVERAGE = 0.9


_ALIKE = (TitleLikeness.SAME, TitleLikeness.COSMETIC, TitleLikeness.SUBTITLE, TitleLikeness.SPELLING)


class Signal(StrEnum):
    """What one subject says: for the candidate, nearly, against it, or nothing."""

    YES = "yes"
    NEAR = "near"
    NO = "no"
    SILENT = "silent"


SUBJECTS = (
    "title", "same", "author", "authors", "team", "year", "container", "volume", "page", "range", "doi",
    "long", "bare", "kind",
)  # fmt: skip
"""``same``: the whole title, however common, in any order of words. ``authors``: three and more names all
agree. ``team``: two and more, on both sides. ``range``: last page or article number too.
``long``: the agreeing title has five telling words or more. ``bare``: neither side has a volume or page.
``kind``: both are articles, both preprints, both data sets."""

Signals = dict[str, Signal]


@dataclass(frozen=True, slots=True)
class Case:
    """One candidate under one reference: both works, their agreement, and the printed string."""

    cited: Work
    found: Work
    agreement: Agreement
    raw: RawText


def read_signals(case: Case) -> Signals:
    """Every subject's signal for one candidate, parsed fields first, the printed string as second witness."""
    return {subject: reader(case) for subject, reader in _READERS.items()}


def _verdict(field: FieldAgreement) -> Signal:
    if field.verdict in (Verdict.EQUAL, Verdict.COMPATIBLE):
        return Signal.YES
    return Signal.NO if field.verdict is Verdict.DIFFERENT else Signal.SILENT


def _title(case: Case) -> Signal:
    field = case.agreement["title"]
    if field.verdict in (Verdict.EQUAL, Verdict.COMPATIBLE):
        if Note.TRANSLATED in field.notes:
            return Signal.SILENT
        return Signal.NEAR if is_generic(case.found.full_title) else Signal.YES
    if Note.NOTICE in field.notes or _is_its_container(case):
        return Signal.NO
    if _has_the_same_words(case):
        return Signal.YES if _long(case) is Signal.YES else Signal.NEAR
    ratio = _raw_title(case)
    if ratio * 100 >= TITLE_RATIO:
        return Signal.NEAR if is_generic(case.found.full_title) else Signal.YES
    if (field.similarity or 0.0) >= NEAR_TITLE or ratio * 100 >= NEAR_TITLE_RATIO:
        return Signal.NEAR
    return _verdict(field)


def _has_the_same_words(case: Case) -> bool:
    """True for exactly the words of a title, in whatever order."""
    one, two = title_words(case.cited.full_title), title_words(case.found.full_title)
    return bool(one) and sorted(one) == sorted(two)


def _same(case: Case) -> Signal:
    field = case.agreement["title"]
    if field.verdict in (Verdict.EQUAL, Verdict.COMPATIBLE) and Note.TRANSLATED not in field.notes:
        return Signal.YES
    return Signal.YES if _has_the_same_words(case) else Signal.SILENT


def _is_its_container(case: Case) -> bool:
    """True where the record is the book of which the reference cites a chapter."""
    container, title = case.cited.container_title, case.found.title
    if not case.cited.title or not container or not title:
        return False
    return compare_titles(container, title).likeness in _ALIKE


def _raw_title(case: Case) -> float:
    title = case.found.full_title
    ratio = max((case.raw.title_ratio(text) for text in {title, case.found.title} if text), default=0.0)
    if ratio * 100 < NEAR_TITLE_RATIO and case.raw.word_coverage(case.found.title) >= SCRAMBLED_COVERAGE:
        return NEAR_TITLE_RATIO / 100
    return ratio


def _author(case: Case) -> Signal:
    registered = case.found.author or case.found.editor
    if not registered:
        return Signal.SILENT
    claimed = case.cited.author or case.cited.editor
    if claimed and same_surname(claimed[0], registered[0]):
        return Signal.YES
    if case.raw.names_first(registered[0]):
        return Signal.YES
    if not claimed or Note.GROUP in case.agreement["author"].notes:
        return Signal.SILENT
    if any(same_surname(one, two) for one in claimed for two in registered[:MANY_AUTHORS]):
        return Signal.NEAR
    return Signal.NO


def _authors(case: Case) -> Signal:
    claimed = case.cited.author
    if _all_agree(case) and len(claimed) >= MANY_AUTHORS:
        return Signal.YES
    registered = case.found.author
    if case.raw.text and len(registered) >= MANY_AUTHORS and all(case.raw.names(name) for name in registered):
        return Signal.YES
    return Signal.SILENT


def _team(case: Case) -> Signal:
    one, two = case.cited.author, case.found.author
    return Signal.YES if _all_agree(case) and len(one) == len(two) >= 2 else Signal.SILENT


def _all_agree(case: Case) -> bool:
    """True where the names agree; a group in place of them says nothing about any."""
    field = case.agreement["author"]
    return _verdict(field) is Signal.YES and Note.GROUP not in field.notes


def _year(case: Case) -> Signal:
    signal = _verdict(case.agreement["issued"])
    if signal is Signal.YES or case.raw.years & case.found.years:
        return Signal.YES
    return Signal.NEAR if Note.OFF_BY_ONE in case.agreement["issued"].notes else signal


def _container(case: Case) -> Signal:
    signal = _verdict(case.agreement["container-title"])
    if signal is not Signal.YES:
        names = (case.found.container_title, case.found.container_title_short)
        if any(case.raw.has_container(name) for name in names if name):
            return Signal.YES
    return signal


def _volume(case: Case) -> Signal:
    signal = _verdict(case.agreement["volume"])
    if signal is Signal.YES or not case.found.volume:
        return signal
    volume = fold_number(case.found.volume)
    if volume in case.raw.numbers and volume not in {str(year) for year in case.found.years}:
        return Signal.YES
    return signal


def _page(case: Case) -> Signal:
    field = case.agreement["page"]
    if _verdict(field) is Signal.YES or Note.LAST_PAGE in field.notes:
        return Signal.YES
    for text in (case.found.page, case.found.article_number):
        locator = parse_locator(text)
        if locator and case.raw.has_page(locator):
            return Signal.YES
    return _verdict(field)


def _range(case: Case) -> Signal:
    """Whether more than a first page agrees: the whole range, or an article number of its own."""
    field = case.agreement["page"]
    one, two = parse_locator(field.cited), parse_locator(field.found)
    if Note.LAST_PAGE in field.notes:
        return Signal.NO
    if _verdict(field) is not Signal.YES or not one or not two:
        return Signal.SILENT
    whole = one.last and two.last and one.last == two.last
    return Signal.YES if whole or not two.first.isdigit() or case.found.article_number else Signal.SILENT


def _doi(case: Case) -> Signal:
    field = case.agreement["DOI"]
    if field.verdict is Verdict.MISSING and shares_identifier(case.cited, case.found):
        return Signal.YES
    return Signal.NEAR if Note.OTHER_VERSION in field.notes else _verdict(field)


def _long(case: Case) -> Signal:
    return Signal.YES if len(content_words(case.found.title)) >= LONG_TITLE else Signal.NO


def _bare(case: Case) -> Signal:
    silent = all(case.agreement[name].verdict is Verdict.MISSING for name in ("volume", "page"))
    has_place = case.found.volume or parse_locator(case.found.page) or case.found.article_number
    return Signal.YES if silent and not has_place else Signal.NO


def _kind(case: Case) -> Signal:
    one, two = kind_of(case.cited), kind_of(case.found)
    if not one or not two:
        return Signal.SILENT
    if one != two and _verdict(case.agreement["container-title"]) is Signal.YES:
        return Signal.SILENT  # "PsycTESTS Dataset" names what the record is, whatever either is typed as
    return Signal.YES if one == two else Signal.NO


_READERS: dict[str, Callable[[Case], Signal]] = {
    "title": _title, "same": _same, "author": _author, "authors": _authors, "team": _team, "year": _year,
    "container": _container, "volume": _volume, "page": _page, "range": _range, "doi": _doi, "long": _long,
    "bare": _bare, "kind": _kind,
}  # fmt: skip
