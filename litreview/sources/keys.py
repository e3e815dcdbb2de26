"""Blocking keys: short strings that a reference and the record it means are likely to share.

The snapshot and the index both find candidates by them. A key is a suggestion: on a million works four
first hits in a hundred were wrong, so whoever uses them compares field by field afterwards.

A work is indexed under its locator (volume and first page or article number, with the year and with the
first author), under author, year and page, under the beginning of its title, and under its identifiers. A
reference is asked for under the same keys made from its parsed fields *and* from its raw text, because the
parse may be wrong: there, every number may be a volume or a page and every early word a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from litreview.formats.plain import plain_text, wording_of
from litreview.model.reference import Reference
from litreview.model.work import Name, Work
from litreview.normalise.identifiers import find_dois, find_pmids
from litreview.normalise.journals import journal_words
from litreview.normalise.text import fold, fold_dashes
from litreview.normalise.vocabulary.years import YEAR

TITLE_PREFIX = 48
"""Letters and digits of a title that make its key (tried on 1,000,000 works: few twins)."""
TITLE_LEAST = 12
"""Shorter titles ("Editorial", "In Reply") are shared by too many works to be a key."""
MOST_NUMBERS, MOST_YEARS, MOST_FAMILIES, MOST_TITLES = 7, 3, 6, 6
"""How much of a raw string is tried; bounds the keys of one reference to about 300."""

_CD = re.compile(r"\bCD\d{6}\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:https?://|www\.|doi:?\s*10\.|10\.\d{4,9}/)\S+", re.IGNORECASE)
_RANGE = re.compile(r"(\d)\s*-\s*[A-Za-z]{0,2}\d+")
_NUMBER = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{0,3}(\d{1,9})(?![0-9])")
_YEAR = re.compile(rf"(?<!\d)({YEAR})(?=[a-z]?\b)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BREAK = re.compile(r"[.?!:;,)\]]\s+|[\"“”„«»]\s*")
_INITIALS = re.compile(r"^[A-Z]{1,3}$")


def first_page(text: str) -> str:
    """The number of a first page or article number: ``785–796`` → 785, ``e0119470`` → 119470.

    Letters in front are left out because authors leave them out; Roman and other pages stay as words.
    """
    folded = fold_dashes(text).strip()
    match = re.match(r"[A-Za-z]{0,4}\s?0*(\d+)", folded)
    return match.group(1) if match else "".join(fold(folded.split("-")[0]).split())


def family_key(name: Name) -> str:
    """The word a surname is found under: the last of a person's family name, the first of a group's."""
    words = fold(name.literal or name.family).split()
    if not words:
        return ""
    return words[0] if name.literal else words[-1]


def container_key(name: str) -> str:
    """The initials of a journal's first two words, which abbreviations keep: "Ann Kite Surv" → ak.

    With volume and page they find what stands at a place when author, year and title are another work's.
    """
    return "".join(word[0] for word in journal_words(name)[:2]) if name else ""


def title_key(title: str) -> str:
    """The first letters and digits of a folded title, empty where it is too short to tell works apart."""
    letters = fold(title).replace(" ", "")[:TITLE_PREFIX]
    return f"t|{letters}" if len(letters) >= TITLE_LEAST else ""


def work_keys(work: Work) -> tuple[str, ...]:
    """Every key a registered work is stored under, without repetition."""
    return tuple(dict.fromkeys(key for key in _work_keys(work) if key))


def _work_keys(work: Work) -> Iterator[str]:
    if work.pmid:
        yield f"pmid|{work.pmid}"
    yield from (
        f"cd|{found.casefold()}" for found in _CD.findall(f"{work.page} {work.article_number} {work.doi}")
    )
    families = [family_key(name) for name in work.author[:1] or work.editor[:1]]
    volume = first_page(work.volume) if work.volume else ""
    pages = [first_page(text) for text in (work.page, work.article_number) if text]
    volumes = [volume] if volume else []
    yield from _locator_keys(families, _years(work), volumes, pages, list(product(volumes, pages)))
    if initials := container_key(work.container_title):
        places = product(volumes, pages)
        yield from (f"c|{initials}|{volume}|{page}" for volume, page in places if volume and page)
    if number := first_page(work.number) if work.number else "":
        yield from (f"n|{number}|{year}" for year in _years(work))
    for title in (work.title, work.full_title, work.original_title):
        yield title_key(title)


def _locator_keys(
    families: Sequence[str],
    years: Sequence[str],
    volumes: Sequence[str],
    pages: Sequence[str],
    places: Sequence[tuple[str, str]],
) -> Iterator[str]:
    """Keys of locators: the one place that says which parts go together."""
    located = [(volume, page) for volume, page in places if volume and page]
    yield from (f"y|{year}|{volume}|{page}" for year, (volume, page) in product(years, located))
    yield from (
        f"f|{family}|{volume}|{page}" for family, (volume, page) in product(families, located) if family
    )
    yield from (
        f"p|{family}|{year}|{page}"
        for family, year, page in product(families, years, pages)
        if family and page
    )
    yield from (f"v|{volume}|{page}" for volume, page in located)
    yield from (
        f"w|{family}|{year}|{volume}" for family, year, volume in product(families, years, volumes) if family
    )


def _years(work: Work) -> list[str]:
    return [str(year) for year in sorted(work.years)]


def reference_keys(reference: Reference) -> tuple[str, ...]:
    """Every key under which the work of a reference may be stored, the surest first."""
    claimed = reference.work
    text, written = reference_text(reference), wording_of(reference)
    keys = [f"pmid|{claimed.pmid}"] if claimed.pmid else []
    keys += [f"pmid|{found.value}" for found in find_pmids(written)]
    keys += [f"cd|{found.casefold()}" for found in _CD.findall(f"{written} {claimed.page} {claimed.doi}")]
    keys += _work_keys(claimed)
    numbers = text_numbers(text)
    years = list(dict.fromkeys([*_years(claimed), *text_years(text)]))[:MOST_YEARS]
    families = text_families(reference, text)
    places = [(a, b) for at, a in enumerate(numbers) for b in numbers[at + 1 :] if a != b]
    keys += _locator_keys(families, years, numbers, numbers, places)
    keys += [f"n|{number}|{year}" for number, year in product(numbers, years)]
    keys += text_titles(text)
    return tuple(dict.fromkeys(key for key in keys if key))


def reference_text(reference: Reference) -> str:
    """The raw string of a reference without addresses; its claimed fields where there is no string."""
    work = reference.work
    if text := plain_text(reference):
        return _ADDRESS.sub(" ", fold_dashes(text))
    names = ", ".join(str(name) for name in work.author)
    date = f"({work.year})" if work.year else ""
    fields = (names, date, work.full_title, work.container_title, work.volume, work.issue, work.page,
              work.article_number, work.number, work.publisher)  # fmt: skip
    return fold_dashes(". ".join(field for field in fields if field))


def reference_dois(reference: Reference) -> tuple[str, ...]:
    """DOIs a reference gives, as a field or in its text."""
    found = [reference.work.doi, *(item.value for item in find_dois(wording_of(reference)))]
    return tuple(dict.fromkeys(doi for doi in found if doi))


def text_numbers(text: str) -> list[str]:
    """Numbers of a raw string that may be volumes or pages, in order; of a range only its first."""
    joined = _RANGE.sub(r"\1", fold_dashes(text))
    years = set(_YEAR.findall(joined))
    numbers = [match.lstrip("0") for match in _NUMBER.findall(joined)]
    unique = list(dict.fromkeys(number for number in numbers if number))
    # Cochrane prints the year as volume, and 1537 may be a page; of many numbers the years are left out.
    plain = [number for number in unique if number not in years]
    return (unique if len(unique) <= MOST_NUMBERS else plain)[-MOST_NUMBERS:]


def text_years(text: str) -> list[str]:
    """Years named in a raw string, in order."""
    return list(dict.fromkeys(_YEAR.findall(text)))[:MOST_YEARS]


def text_families(reference: Reference, text: str) -> list[str]:
    """Words that may be the first author's surname: the parsed one, then the first words of the string."""
    parsed = [family_key(name) for name in reference.work.author[:1]]
    words = (word for word in _WORD.findall(text[:160]) if not _INITIALS.match(word))
    early = [fold(word) for _, word in zip(range(MOST_FAMILIES), words, strict=False)]
    return list(dict.fromkeys(name for name in (*parsed, *early) if name))[:MOST_FAMILIES]


def text_titles(text: str) -> list[str]:
    """Title keys of every stretch of a raw string that may begin a title."""
    starts = [0, *(match.end() for match in _BREAK.finditer(text))]
    ends = [*(match.start() for match in _BREAK.finditer(text)), len(text)]
    keys: list[str] = []
    for at, start in enumerate(starts):
        stretch = text[start : ends[at]]
        if len(stretch) >= TITLE_LEAST and " " in stretch:
            keys += _title_pair(stretch, text[start : start + 3 * TITLE_PREFIX])
    return keys[: 2 * MOST_TITLES]


def _title_pair(stretch: str, onward: str) -> Iterable[str]:
    """The stretch up to the next stop, and on past it: titles hold stops, and may end before 48 letters."""
    return dict.fromkeys((title_key(onward), title_key(stretch)))
