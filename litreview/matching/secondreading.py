"""A second look at the printed string before a field is called different: perhaps it was only read wrongly.

"Dyer C. History and Vernacular Architecture. Vernacular Architecture. 1997" can be cut in more than one
way. Where the record's own value stands in the string, in the place where such a value stands, the difference
lies in our reading and not in the reference. This only ever acquits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from litreview.matching.people import initials
from litreview.matching.rawtext import RawText
from litreview.model.match import Agreement, FieldAgreement, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Name, Work
from litreview.normalise.journals import journal_words
from litreview.normalise.text import fold, fold_dashes, strip_markup, to_ascii
from litreview.normalise.vocabulary.editors import EDITORS
from litreview.normalise.vocabulary.joining import JOINING_WORDS
from litreview.normalise.vocabulary.patterns import words_of
from litreview.normalise.vocabulary.suffixes import GENERATIONS

LEAST_LETTERS = 4
"""Shorter titles and journals stand in a string by chance."""
LEAST_WORDS = 5
"""Words of a title from which its Greek letters may be missing in print: PDFs lose them ("an H survey" of
"an Hα survey"). Judgement."""
MOST_INITIALS = 3
_GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")
_JOINING_WORDS = frozenset(
    fold(word)
    for word in (*JOINING_WORDS, *GENERATIONS, *words_of(EDITORS, "en", "de"), "al", "others", "with", "the")
)
_OPENS = re.compile(r"(?:^|[.?!:;,)(\]\[\"“”‘’'»«—]\s*|\s[-–]\s)$")
_CLOSES = re.compile(r"\s*(?:$|[.?!:;,()\[\]\"“”‘’'»—-]|\d)")


def reread(agreement: Agreement, found: Work, text: str) -> Agreement:
    """The agreement with every difference acquitted that the printed string itself disproves.

    ``text`` is the entry's plain text, empty for a record.
    """
    if not agreement.different or not text:
        return agreement
    printed = _plain(text)
    return Agreement(tuple(_reread_field(field, found, printed) for field in agreement))


def _reread_field(field: FieldAgreement, found: Work, printed: str) -> FieldAgreement:
    reader = _READERS.get(field.field)
    if field.verdict is not Verdict.DIFFERENT or reader is None or not reader(found, printed):
        return field
    return replace(field, verdict=Verdict.COMPATIBLE, notes=(Note.STANDS_IN_TEXT,))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """The string in small unaccented letters with its punctuation."""
    return re.sub(r"\s+", " ", to_ascii(fold_dashes(strip_markup(text)))).casefold()


@lru_cache(maxsize=4096)
def _letters(printed: str) -> tuple[str, tuple[int, ...]]:
    """Letters and digits of the string, and where each stands in it."""
    places = tuple(at for at, char in enumerate(printed) if char.isalnum())
    return "".join(printed[at] for at in places), places


def _stands(value: str, printed: str) -> tuple[int, int] | None:
    """Where a title or name stands as a stretch of its own, whatever punctuation is inside it; start and
    end."""
    wanted = _letters(_plain(value))[0]
    letters, places = _letters(printed)
    if len(wanted) < LEAST_LETTERS:
        return None
    at = letters.find(wanted)
    while at >= 0:
        start, end = places[at], places[at + len(wanted) - 1] + 1
        if _OPENS.search(printed[:start][-4:]) and _CLOSES.match(printed[end : end + 4]):
            return start, end
        at = letters.find(wanted, at + 1)
    return None


def _main_title(work: Work) -> str:
    """The title before its colon, where that is long enough to be known by."""
    main = work.title.partition(":")[0]
    return main if len(main.split()) > 2 else ""


def _title(found: Work, printed: str) -> bool:
    titles = [title for title in (found.full_title, found.title) if len(title.split()) > 1]
    ungreek = [_GREEK.sub("", title) for title in titles if len(title.split()) >= LEAST_WORDS]
    if any(_stands(title, printed) for title in (*titles, *ungreek)):
        return True
    main = _stands(_main_title(found), printed)
    return main is not None and not printed[main[1] :].lstrip().startswith((":", "-", "–", "—"))


def _container(found: Work, printed: str) -> bool:
    """True where the journal's name stands behind the beginning, in full or, of two words and more,
    abbreviated."""
    names = [name for name in (found.container_title, found.container_title_short) if name]
    if any(span[0] > 0 for name in names if (span := _stands(name, printed))):
        return True
    title = _stands(found.full_title, printed) or _stands(found.title, printed)
    rest = RawText(printed[title[1] :] if title else printed)
    return any(rest.has_container(name) for name in names if len(journal_words(name)) > 1)


def _authors(found: Work, printed: str) -> bool:
    """True where the string begins with exactly the record's names, in their order, and nothing else."""
    head = _author_part(found, printed)
    if not head or not found.author:
        return False
    words, at = fold(head).split(), 0
    for name in found.author:
        at = _after_name(name, words, at)
        if at < 0:
            return False
    return not set(words[at:]) - _JOINING_WORDS


def _author_part(found: Work, printed: str) -> str:
    """The string up to the title or the year, whichever comes first."""
    titles = [title for title in (found.full_title, found.title, _main_title(found)) if title]
    ends = [span[0] for title in titles if (span := _stands(title, printed))]
    ends += [printed.find(f"({year}") for year in found.years]
    ends += [match.start() for year in found.years if (match := re.search(rf"[.,] {year}[.,]", printed))]
    return printed[: min((end for end in ends if end > 0), default=0)]


def _after_name(name: Name, words: list[str], at: int) -> int:
    """The place after a name whose surname and given names or initials stand at ``at``; -1 if they do not."""
    own = set(fold(f"{name.given} {name.particle} {name.family} {name.suffix}").split())
    needed, letters = set(fold(name.family).split()), initials(name.given)
    joining = _JOINING_WORDS - own
    while at < len(words) and (words[at] in joining or (at == 0 and words[0].isdigit())):
        at += 1
    expected = letters[:1]
    while at < len(words):
        word = words[at]
        if word in own:
            needed.discard(word)
            expected = letters if word[0] == letters[:1] else expected
        elif _is_initials(word, expected):
            expected = letters
        else:
            break
        at += 1
    return at if not needed else -1


def _is_initials(word: str, letters: str) -> bool:
    """True for printed initials that begin as expected; records often lack the middle ones ("TJ",
    "Timothy")."""
    return bool(letters) and len(word) <= MOST_INITIALS and word[0] in letters


def _numbers(found: Work, printed: str, *, with_issue: str) -> bool:
    """True where the record's volume, issue and first page stand one behind the other, the volume not in
    brackets.

    ``with_issue`` is ``"?"`` where the issue may be absent and "" where it must be there.
    """
    page = re.split(r"[-–]", fold_dashes(found.page) or found.article_number)[0]
    volume, issue, first = (re.escape(_plain(part).strip()) for part in (found.volume, found.issue, page))
    if not volume or not first or not (issue or with_issue):
        return False
    between = r"\W*(?:(?:no|nr|issue|pp?|pages?|art|article)\b\W*)*"
    middle = f"(?:{issue}{between}){with_issue}" if issue else ""
    begins = r"(?<![\w(])(?<!no\. )(?<!suppl )(?<!supplement )"
    return bool(re.search(rf"{begins}{volume}{between}{middle}{first}(?![a-z0-9])", printed))


def _volume(found: Work, printed: str) -> bool:
    if _numbers(found, printed, with_issue="?"):
        return True
    volume, issue = _plain(found.volume).strip(), _plain(found.issue).strip()
    bracketed = rf"(?<![\w(]){re.escape(volume)}\s?\((?:no\W*)?{re.escape(issue).replace('_', '[_ ]')}\)"
    return bool(volume and issue) and bool(re.search(bracketed, printed))


def _issue(found: Work, printed: str) -> bool:
    """True too where the article's number stands in the brackets of an issue: "10(2020):1-6"."""
    number = re.escape(_plain(found.article_number).strip())
    if number and re.search(rf"\d\s?\({number}\)", printed):
        return True
    return _numbers(found, printed, with_issue="")


def _page(found: Work, printed: str) -> bool:
    """True where the record's pages stand as such, or its first one behind volume, issue and year."""
    page = _plain(found.page or found.article_number).strip()
    whole = re.escape(page).replace(r"\-", r"\s*-\s*")
    stands = "-" in page and len(page) >= 3 and re.search(rf"(?<!\w){whole}(?!\w)", printed)
    return bool(stands) or _behind_year(found, printed)


def _behind_year(found: Work, printed: str) -> bool:
    """True where the record's first page stands alone behind its volume and a year: "304 (1997) 95"."""
    parts = re.split(r"[-–]", fold_dashes(found.page) or found.article_number)[0], found.volume
    first, volume = (re.escape(_plain(part).strip()) for part in parts)
    years = "|".join(map(str, sorted(found.years)))
    if not first or not volume or not years:
        return False
    behind = r"(?![a-z0-9]|\s?\(|\s?[-,:)]\s?[a-z]?\d)"
    place = rf"(?<![\w(]){volume},?\s?\((?:{years})\),?\s?(?:pp?\.?\s?)?{first}{behind}"
    return bool(re.search(place, printed))


def _issued(found: Work, printed: str) -> bool:
    """True where a year of the record stands in brackets, alone, or before the record's volume: another
    year, that of the title, was read ("Disease Study 2013. The Lancet 2015, 385, 117")."""
    volume = re.escape(_plain(found.volume).strip())
    behind = rf"|(?<!\d){{year}}\W{{{{1,4}}}}(?:vol\w*\W*)?{volume}\W{{{{1,3}}}}\d" if volume else ""
    place = rf"\({{year}}[a-z]?\)|(?<!\d){{year}}\s*;|[.,] {{year}}\.{behind}"
    return any(re.search(place.format(year=year), printed) for year in found.years)


_READERS: dict[str, Callable[[Work, str], bool]] = {
    "author": _authors, "title": _title, "container-title": _container, "volume": _volume,
    "issue": _issue, "page": _page, "issued": _issued,
}  # fmt: skip
