"""Comparing the names of journals, abbreviated or not, without a list of journals.

ISO 4 abbreviates word by word, in order, by cutting a word's end ("Musculoskelet") or its middle ("Natl"),
and drops articles and prepositions. So two names are one where each word of the shorter spelling is a
cut or a contraction of its partner. Acronyms, places in brackets and series need the small tables below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from litreview.normalise.garbled import mend
from litreview.normalise.journal_words import (
    ACRONYMS,
    ALIASES,
    COMPOUND_ENDINGS,
    CUT_STEMS,
    EDITION_WORDS,
    IRREGULAR,
    OPENING_WORDS,
    OPTIONAL_WORDS,
    STOP_WORDS,
    TAGLINES,
)
from litreview.normalise.text import fold, strip_markup


class JournalLikeness(StrEnum):
    """How two journal names belong together; ``DIFFERENT`` where they do not."""

    EQUAL = "equal"
    ABBREVIATION = "abbreviation"
    VARIANT = "variant"
    DIFFERENT = "different"


COMMA_HEAD_WORDS = 3
"""A name may be cut at its first comma if three words stay ("Journal of Neurology, Neurosurgery &
Psychiatry" not at one)."""

_BRACKETS = re.compile(r"(?<!\s)\s*[(\[][^()\[\]]*(?:[)\]]|$)")
_PARALLEL = re.compile(r"(?:(?<!\s)\s++)?+\|\s*|(?<!\s)\s+[/=]\s+")
_TAGLINE_BREAK = re.compile(r"(?<!\s)\s*(?::|=|;|\s[-–—/]\s|\.\s(?=(?:The )?(?:[Oo]fficial|[Aa]n? )))")
_DOTTED = re.compile(r"(?<!\b[A-Z]\.)\b(?:[A-Z]\.){2,}(?!\w)")
_USA = re.compile(r"\bU\.?\s?S\.?\s?A\b\.?")
_VOWEL = re.compile(r"[aeiouy]")
_ELISION = re.compile(r"\b[dlDL]['’´`](?=\w)")
_SERIES = re.compile(r"^(?:series|ser|section|sect|part|pt|serie|reihe)$")


def same_journal(one: str, two: str) -> bool:
    """True where the two names can be read as the same journal.

    >>> same_journal("J Electromyogr Kinesiol", "Journal of Electromyography and Kinesiology")
    True
    >>> same_journal("Spine", "Spine J")
    False
    """
    return compare_journals(one, two) is not JournalLikeness.DIFFERENT


def are_editions(one: str, two: str) -> bool:
    """True for two editions of one journal: the names agree but for the word for the edition at the end.

    Other journals are named so too ("Pain", "Pain International"), so more than the names must agree.

    >>> are_editions("Dtsch Arztebl Int", "Deutsches Ärzteblatt Online"), are_editions("Heart", "Heart Lung")
    (True, False)
    """
    left, right = (_without_edition(journal_words(name)) for name in (one, two))
    return bool(left) and (left == right or words_abbreviate(left, right))


def _without_edition(words: tuple[str, ...]) -> tuple[str, ...]:
    while len(words) > 1 and words[-1] in EDITION_WORDS:
        words = words[:-1]
    return words


@lru_cache(maxsize=65536)
def compare_journals(one: str, two: str) -> JournalLikeness:
    """How two journal names belong together: the same words, an abbreviation, or a known variant."""
    if not one.strip() or not two.strip():
        return JournalLikeness.DIFFERENT
    one, two = mend(one, two), mend(two, one)
    left, right = journal_words(one), journal_words(two)
    if left == right or "".join(left) == "".join(right):
        return JournalLikeness.EQUAL
    if words_abbreviate(left, right) or _abbreviate_loosely(left, right):
        return JournalLikeness.ABBREVIATION
    if _are_variants(one, two, left, right):
        return JournalLikeness.VARIANT
    return JournalLikeness.DIFFERENT


@lru_cache(maxsize=16384)
def journal_words(name: str) -> tuple[str, ...]:
    """The folded words of a journal's name without stop words, places in brackets and initial dots.

    >>> journal_words("The BMJ (Clinical research ed.)"), journal_words("Proc. Natl. Acad. Sci. U.S.A.")
    (('bmj',), ('proc', 'natl', 'acad', 'sci', 'usa'))
    """
    text = strip_markup(name)
    bare = _BRACKETS.sub(" ", text)
    text = bare if fold(bare) else text
    text = _DOTTED.sub(lambda match: match.group().replace(".", "") + " ", _ELISION.sub("", text))
    text = _USA.sub("USA", text)
    folded = fold(text.replace("&", " ").replace(".", ". ")).split()
    words = [word for word in folded[:1] if word in OPENING_WORDS or word not in STOP_WORDS]
    words += [word for word in folded[1:] if word not in STOP_WORDS]
    if len(words) > 2 and _SERIES.match(words[-2]):
        words = [*words[:-2], words[-1]]
    joined = " ".join(words)
    for long, short in ALIASES:
        if joined == long or joined.startswith(long + " "):
            joined = short + joined[len(long) :]
            break
    return tuple(joined.split()) or tuple(fold(name).split())


def words_abbreviate(left: Sequence[str], right: Sequence[str]) -> bool:
    """True where the names have the same number of words and each pair is one word, whole or cut."""
    if len(left) != len(right) or not left:
        return False
    if len(left) == 1 and left[0] != right[0]:
        return _single_word(left[0], right[0])
    return all(word_abbreviates(a, b) for a, b in zip(left, right, strict=True))


def _abbreviate_loosely(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """The same after words written together ("gastro enterologia") and one-letter articles are evened out."""
    one, two = (
        [word for word in words[:-1] if word not in OPTIONAL_WORDS] + [*words[-1:]] for words in (left, right)
    )
    if words_abbreviate(one, two):
        return True
    short, long = sorted((one, two), key=len)
    if len(long) != len(short) + 1 or len(short) < 2:
        return False
    return any(
        len(short[at]) > len(long[at]) + 1
        and words_abbreviate(short, (*long[:at], long[at] + long[at + 1], *long[at + 2 :]))
        for at in range(len(short))
    )


@lru_cache(maxsize=65536)
def word_abbreviates(one: str, two: str) -> bool:
    """True where one word is the other, cut at its end or contracted ("natl" for "national").

    >>> word_abbreviates("dtsch", "deutsches"), word_abbreviates("rev", "restorative")
    (True, False)
    """
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    if short in IRREGULAR.get(long, ()):
        return True
    if not short or short[0] != long[0] or any(char.isdigit() for char in one + two):
        return False
    if len(short) < 2:
        return False
    if long.startswith(short):
        return True
    return (short not in ACRONYMS and _is_contraction(short, long)) or _differ_in_ending(short, long)


def _is_contraction(short: str, long: str) -> bool:
    """True for consonants of ``long`` in their order: ISO 4 contracts by dropping the vowels."""
    for ending, contracted in COMPOUND_ENDINGS:
        if long.endswith(ending) and short == long.removesuffix(ending) + contracted:
            return True
    if len(short) < 3 or len(short) > 6 or _VOWEL.search(short, 1):
        return False
    at = 0
    for char in short:
        at = long.find(char, at) + 1
        if at == 0:
            return False
    return True


def _differ_in_ending(short: str, long: str) -> bool:
    """True for two cuts or inflections of one stem: "Musculoskel", "Musculoskelet"; "-ische", "-isches"."""
    kept = _shared_prefix(short, long)
    return kept >= 6 and len(short) - kept <= 1 and len(long) - kept <= 2


def _shared_prefix(one: str, two: str) -> int:
    count = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        count += 1
    return count


def _single_word(one: str, two: str) -> bool:
    """One-word titles are proper names: only the cuts of learned words count ("Anesthesiol", not "Pain"
    and "Pa")."""
    short, long = sorted((one, two), key=len)
    return (
        long.startswith(short)
        and len(long) - len(short) >= 2
        and short.endswith(CUT_STEMS)
        and len(short) >= 5
    )


def _are_variants(one: str, two: str, left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return (
        _is_parallel_name(one, right)
        or _is_parallel_name(two, left)
        or _is_acronym(left, right)
        or _is_acronym(right, left)
        or _same_without_tagline(one, right)
        or _same_without_tagline(two, left)
        or _same_series(left, right)
        or _same_series(right, left)
    )


def parallel_names(name: str) -> tuple[str, ...]:
    """The names of a journal that is registered in two languages; empty for most journals.

    >>> parallel_names("Healthcare Policy | Politiques de Santé")
    ('Healthcare Policy', 'Politiques de Santé')
    """
    parts = tuple(part for part in _PARALLEL.split(strip_markup(name)) if journal_words(part))
    return parts if len(parts) > 1 else ()


def _is_parallel_name(name: str, other: tuple[str, ...]) -> bool:
    """True where ``other`` is one of the names that ``name`` gives side by side, or they share one."""
    return any(
        part == other or words_abbreviate(part, other) for part in map(journal_words, parallel_names(name))
    )


def _is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True for acronyms of the table, and for four capitals and more that spell the initials of the words."""
    if not short or len(short[0]) > 10:
        return False
    head, rest = short[0], short[1:]
    for full in ACRONYMS.get(head, ()):
        if words_abbreviate((*full, *rest), long):
            return True
    return len(short) == 1 and len(head) >= 4 and len(long) >= 4 and head == "".join(word[0] for word in long)


def _same_without_tagline(name: str, other: tuple[str, ...]) -> bool:
    """True where ``name`` is the other journal with a tag-line ("…: an international journal") or
    parallel title."""
    text = strip_markup(name)
    comma = text.find(", ")
    if (
        comma > 0
        and len(part := journal_words(text[:comma])) >= COMMA_HEAD_WORDS
        and words_abbreviate(part, other)
    ):
        return True
    match = _TAGLINE_BREAK.search(text)
    if not match:
        return False
    head, tail = journal_words(text[: match.start()]), fold(text[match.end() :])
    optional = (
        "=" in match.group()
        or "/" in match.group()
        or tail.startswith(TAGLINES)
        or len(head[-1:] and head[-1]) == 1
    )
    return bool(optional and head and (head == other or words_abbreviate(head, other)))


def _same_series(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True where a lettered series names its subject only on one side: "Phys Rev B", "Physical Review B
    Condensed Matter"."""
    if len(short) < 3 or len(long) <= len(short) or len(short[-1]) != 1:
        return False
    return short[-1] == long[len(short) - 1] and words_abbreviate(short, long[: len(short)])
