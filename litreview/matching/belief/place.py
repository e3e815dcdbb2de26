"""A record's journal, volume, issue and pages: fillers, years, or a count of the paper's own pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.matching.belief.known import Known
from litreview.matching.compare_pages import Locator, parse_locator
from litreview.matching.compare_volumes import fold_number
from litreview.matching.journal_volumes import volume_number
from litreview.normalise.garbled import is_garbled
from litreview.normalise.journals import are_editions, journal_words, same_journal, words_abbreviate
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.years import LONE_YEAR as _YEAR
from litreview.normalise.whole_numbers import whole_number

_NUMBERS_IN_DOI = re.compile(r"(?<![a-z])v(?:ol)?\.?(\d{1,3})[-._]?(?:i|is|iss|no|n)\.?(\d{1,3})(?!\d)")
"""Volume and issue as journal systems write them into a DOI: "ijsll.v4i1.84"."""


_ROMAN = re.compile(r"[ivxlcdm]+|[a-z]")
"""Roman numbers, and the letters by which some journals count."""


def disbelieved_container(known: Known) -> str:
    """Why the journal or book of the record is not believed; empty where it is."""
    own = fold(known.record.container_title)
    if own and own == fold(known.record.title):
        return "is the title of the work itself"
    if own and own == fold(known.record.publisher) and not known.record.issn:
        return "is the publisher's name"
    return _other_form(known.cited.container_title, known.record.container_title)


def _other_form(cited: str, found: str) -> str:
    """What a name is that has the cited one within it, or but for its damaged words is the cited one."""
    whole = " ".join(word for word in found.split() if not is_garbled(word))
    if whole != found and len(journal_words(whole)) > 1 and same_journal(cited, whole):
        return "has lost letters"
    if are_editions(cited, found):
        return "is that of another edition"
    letters = fold(found)
    if letters in {_initials(words) for words in (fold(cited).split(), journal_words(cited))}:
        return "is its initials"
    one, two = journal_words(cited), journal_words(found)
    short, long = sorted((one, two), key=len)
    if len(short) < 2 or len(short) == len(long):
        return ""
    if not any(words_abbreviate(short, part) for part in (long[: len(short)], long[-len(short) :])):
        return ""
    return f"is a {'longer' if short is one else 'shorter'} form of the name"


def _initials(words: Sequence[str]) -> str:
    """The first letters of a name of several words; empty for a single one."""
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def disbelieved_volume(known: Known) -> str:
    """Why the volume of the record is not believed; empty where it is."""
    record = known.record.volume.strip()
    if _is_no_number(record) and not _ROMAN.fullmatch(record.casefold()):
        return "is no number"
    if record in {str(year) for year in known.record.years} and volume_number(known.cited) is not None:
        return "is only its year"
    return _its_doi_says(known, group=1, cited=known.cited.volume, found=record)


def disbelieved_issue(known: Known) -> str:
    """Why the issue of the record is not believed; empty where it is."""
    record = known.record.issue.strip()
    if record in {str(year) for year in known.record.years}:
        return "is only its year"
    if _is_no_number(_YEAR.sub("", record)):
        return "is no number"
    return _its_doi_says(known, group=2, cited=known.cited.issue, found=record)


def disbelieved_page(known: Known) -> str:
    """Why the pages of the record are not believed; empty where they are."""
    found = parse_locator(known.record.page)
    if found is None:
        return ""
    cited = parse_locator(known.cited.page)
    if _is_no_number(found.first) and not _ROMAN.fullmatch(found.first):
        return "is no page"
    if _runs_backwards(found) and not (cited and _runs_backwards(cited)):
        return "runs backwards"
    if found.first == "1" and cited and _count(cited) == _count(found) > 1:
        return "is counted within the paper: it has as many pages"
    own = volume_number(known.record)
    mates = known.in_volume(own) if own is not None else ()
    local = [work for work in mates if (page := parse_locator(work.page)) and page.first == "1"]
    if found.first == "1" and any(_is_same_issue(known, work.issue) for work in local):
        return "is counted within the paper, as in others of its volume"
    return ""


def _is_no_number(text: str) -> bool:
    """True for words and for zero, which registers have where a number is not known: "ahead-of-print"."""
    return not re.search(r"[1-9]", text)


def _runs_backwards(pages: Locator) -> bool:
    """True for a last page before the first; some journals that are read from right to left have them."""
    first, last = whole_number(pages.first), whole_number(pages.last)
    return first is not None and last is not None and last < first


def _count(pages: Locator) -> int:
    """How many pages a range has; 0 where that is not known."""
    first, last = whole_number(pages.first), whole_number(pages.last)
    return last - first + 1 if first is not None and last is not None else 0


def _is_same_issue(known: Known, issue: str) -> bool:
    return fold_number(issue) == fold_number(known.record.issue)


def _its_doi_says(known: Known, group: int, cited: str, found: str) -> str:
    """A DOI that names volume and issue is older than the fields beside it."""
    named = _NUMBERS_IN_DOI.search(known.record.doi.partition("/")[2])
    if named is None or named[group] == fold_number(found) or named[group] != fold_number(cited):
        return ""
    return f"does not fit its own DOI, in which {named[group]} stands"
