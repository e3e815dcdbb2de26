"""Whether two names can be one person's, or one organisation's."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import IntEnum
from functools import lru_cache
from itertools import zip_longest

from rapidfuzz.distance import Levenshtein

from litreview.matching.organisations import are_alike_organisations, organisation_words
from litreview.model.work import Name
from litreview.normalise.garbled import is_garbled, mend
from litreview.normalise.initials import without_particle_initials
from litreview.normalise.text import fold, fold_dashes, to_ascii
from litreview.normalise.vocabulary.particles import BY_LANGUAGE, GLUED, PLAIN_WORDS
from litreview.normalise.vocabulary.patterns import phrases_of
from litreview.normalise.vocabulary.suffixes import FAMILY_GENERATIONS, GENERATIONS, PLAIN_DEGREES

PARTICLES = frozenset((*phrases_of(BY_LANGUAGE), *phrases_of(PLAIN_WORDS, "ar"), *phrases_of(GLUED)))
SUFFIXES = frozenset(fold(word) for word in (*GENERATIONS, *FAMILY_GENERATIONS, *PLAIN_DEGREES))
_NICKNAMES = """
bob/robert bill/william dick/richard ted/edward ted/theodore jack/john jim/james mike/michael tom/thomas
liz/elizabeth betty/elizabeth beth/elizabeth kate/katherine kathy/katherine peggy/margaret meg/margaret
tony/anthony chuck/charles hank/henry harry/henry larry/lawrence nick/nicholas steve/steven steve/stephen
sue/susan andy/andrew dave/david pete/peter ron/ronald joe/joseph jerry/gerald gerry/gerald bert/albert
fritz/friedrich hans/johannes jan/johannes sasha/alexander sandy/alexander pepe/jose paco/francisco
drew/andrew becky/rebecca jenny/jennifer geoff/geoffrey jeff/jeffrey jon/jonathan ken/kenneth
matt/matthew pat/patricia pat/patrick rick/richard
"""
NICKNAMES = frozenset(frozenset(pair.split("/")) for pair in _NICKNAMES.split())
"""English short names with another first letter or shape than the full name; both directions."""
LONGEST_PERSON = 4
"""Words of a person's whole name that a register keeps as one text ("Kenji Tanaka")."""
SPELLING_MIN_LENGTH = 5
"""Shorter surnames one letter apart are other people ("Wang", "Wong")."""


_APOSTROPHES = {ord(char): "'" for char in "‘’ʼ`´"}
_ARTICLE = re.compile(r"^(?:d|l|t|dell|dall|all)'\s?(?=\w{3})", re.IGNORECASE)


class Likeness(IntEnum):
    """How near two names are, best first."""

    SAME = 0
    FORM = 1
    SPELLING = 2
    GIVEN = 3
    OTHER = 4


@lru_cache(maxsize=65536)
def compare_names(cited: Name, found: Name) -> Likeness:
    """How a cited name relates to a registered one.

    ``FORM`` is the same name in another form (a particle, a compound surname cut, order of a CJK name),
    ``SPELLING`` one letter or a transliteration apart, ``GIVEN`` the same surname with other initials.
    """
    if cited.literal or found.literal:
        return _compare_organisations(cited, found)
    family = _compare_families(cited, found)
    given = compare_given(mend(cited.given, found.given), mend(found.given, cited.given))
    if family is Likeness.OTHER:
        return _compare_shuffled(cited, found)
    if given is Likeness.OTHER:
        return Likeness.GIVEN if family <= Likeness.FORM else Likeness.OTHER
    if family is Likeness.SPELLING and not (cited.given and found.given):
        return Likeness.OTHER
    return max(family, given)


def same_surname(one: Name, two: Name) -> bool:
    """True where the surnames (or organisations) agree, whatever the given names."""
    return compare_names(one, two) <= Likeness.GIVEN


@lru_cache(maxsize=65536)
def surname_words(name: Name) -> tuple[str, ...]:
    """The folded words of a surname without particles, suffixes and elided articles."""
    text = f"{name.family or name.literal}"
    words = [word for word in fold(text).split() if word not in SUFFIXES]
    bare = [word for word in words if word not in PARTICLES]
    return tuple(bare or words)


@lru_cache(maxsize=65536)
def initials(given: str) -> str:
    """The initials of given names as written in any way, in small letters.

    >>> initials("Jan-David"), initials("J.-D."), initials("JD"), initials("Raymond W J G")
    ('jd', 'jd', 'jd', 'rwjg')
    """
    return "".join(word if _is_block(word) else word[0] for word in _given_words(given)).casefold()


@lru_cache(maxsize=65536)
def compare_given(one: str, two: str) -> Likeness:
    """Given names or initials: the same, another form (fewer initials, short name), or other ones."""
    left, right = initials(one), initials(two)
    if not left or not right or not left.isascii() or not right.isascii():
        return Likeness.SAME
    names, others = _full_names(one), _full_names(two)
    if names and others and names[0] != others[0] and left[0] == right[0] and len(left) and len(right):
        return _compare_full(names, others)
    if left == right or _is_subsequence(left, right) or _is_subsequence(right, left):
        return Likeness.SAME if left[0] == right[0] else Likeness.FORM
    if names and others and frozenset((names[0], others[0])) in NICKNAMES:
        return Likeness.FORM
    if left[0] == right[0] and (names or others) and _glued(one, two):
        return Likeness.FORM
    return Likeness.FORM if sorted(left) == sorted(right) else Likeness.OTHER


def _compare_full(names: list[str], others: list[str]) -> Likeness:
    one, two = names[0], others[0]
    if one.startswith(two) or two.startswith(one) or frozenset((one, two)) in NICKNAMES:
        return Likeness.FORM
    if "".join(names).startswith(two) or "".join(others).startswith(one):
        return Likeness.FORM
    if one in others or two in names:
        return Likeness.FORM
    if Levenshtein.distance(one, two) <= max(1, min(len(one), len(two)) // 3):
        return Likeness.FORM
    return Likeness.OTHER


def _glued(one: str, two: str) -> bool:
    """True where initials belong to the syllables of one given name: "XM" and "Xiaoming", "J-H" and
    "Jihyun"."""
    letters, name = sorted((fold(one).replace(" ", ""), fold(two).replace(" ", "")), key=len)
    return 2 <= len(letters) <= 3 and _is_subsequence(letters, name)


@lru_cache(maxsize=65536)
def _given_words(given: str) -> list[str]:
    text = to_ascii(fold_dashes(given)).replace("'", "")
    words = [word for word in re.split(r"[\s.\-,]+", text) if word and word[0].isalpha()]
    words = [word for word in words if word.casefold().strip(".") not in SUFFIXES or len(word) == 1] or words
    return [without_particle_initials(word) for word in words]


def _is_block(word: str) -> bool:
    """True for initials written together: "JF", "RWJG"; not for "Jo" and not for "LONG" names in capitals."""
    if not word.isupper() or len(word) == 1:
        return word.isupper()
    return len(word) <= 2 or (len(word) <= 4 and not (re.search("[AEIOUY]", word[1:]) and len(word) > 3))


def _full_names(given: str) -> list[str]:
    return [word.casefold() for word in _given_words(given) if len(word) > 1 and not _is_block(word)]


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


def _compare_families(cited: Name, found: Name) -> Likeness:
    if is_garbled(cited.family) or is_garbled(found.family):
        cited, found = _mend_family(cited, found), _mend_family(found, cited)
    left, right = surname_words(cited), surname_words(found)
    if left == right or "".join(left) == "".join(right):
        return Likeness.SAME
    if not left or not right:
        return Likeness.OTHER
    one, two = "".join(left), "".join(right)
    if not one.isascii() or not two.isascii():
        return Likeness.FORM if one.isascii() != two.isascii() else Likeness.OTHER
    ring = not (cited.family + found.family).isascii()
    if _umlauts(one, ring=ring) == _umlauts(two, ring=ring) or fold_particles(cited) == fold_particles(found):
        return Likeness.FORM
    if _without_article(cited) == two or _without_article(found) == one:
        return Likeness.FORM
    if _is_part(left, right) or _is_part(right, left):
        return Likeness.FORM
    return _compare_spelling(one, two)


def _mend_family(name: Name, other: Name) -> Name:
    return replace(name, family=mend(name.family, other.family))


@lru_cache(maxsize=65536)
def fold_particles(name: Name) -> str:
    """Particle and surname as one string: "Vander Berg", "van der Berg" and "vanderBerg" are one."""
    return fold(f"{name.particle} {name.family}").replace(" ", "")


def _without_article(name: Name) -> str:
    """A surname without its elided article: "Amico" of "D'Amico", which some registers make an initial."""
    bare = _ARTICLE.sub("", name.family.translate(_APOSTROPHES))
    return "".join(surname_words(replace(name, family=bare)))


def _compare_spelling(one: str, two: str) -> Likeness:
    short = min(len(one), len(two))
    allowed = 0 if short < SPELLING_MIN_LENGTH else 1 if short < 9 else 2
    near = allowed and Levenshtein.distance(one, two, score_cutoff=allowed) <= allowed and one[0] == two[0]
    return Likeness.SPELLING if near else Likeness.OTHER


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True where a compound surname is cut to its first or last part: "Garcia", "Garcia Marquez"."""
    if len(short) >= len(long) or max(map(len, short)) < 3:
        return False
    return long[: len(short)] == short or long[-len(short) :] == short


def _umlauts(text: str, *, ring: bool) -> str:
    """Both ways of writing umlauts without accents as one: "mueller", "muller"; "aa" and "dj" too where one
    of the names has such a letter ("Ågård", "Đorđević"): else "Has" is no "Haas"."""
    text = re.sub(r"(?<=[aou])e", "", text).replace("y", "i")
    return text.replace("aa", "a").replace("dj", "d") if ring else text


def _compare_shuffled(cited: Name, found: Name) -> Likeness:
    """Names cut at another place: the whole name in ``family``, or given and family exchanged."""
    left, right = all_words(cited), all_words(found)
    if not left or not right or set(left).isdisjoint(right):
        return Likeness.OTHER
    if sorted(left) == sorted(right) and len(left) > 1:
        return Likeness.FORM
    for one, two in ((cited, right), (found, left)):
        words = surname_words(one)
        if words and len(two) > 1 and (two[-len(words) :] == list(words) or two[: len(words)] == list(words)):
            rest = two[: -len(words)] if two[-len(words) :] == list(words) else two[len(words) :]
            letters = "".join(word[0] for word in rest)
            own = initials(one.given)
            if own and (
                _is_subsequence(own, letters) or _is_subsequence(letters, own) or letters[0] == own[0]
            ):
                return Likeness.FORM
    return Likeness.OTHER


@lru_cache(maxsize=65536)
def all_words(name: Name) -> list[str]:
    """Every folded word of a name, given names first; organisations by their words."""
    words = fold(f"{name.given} {name.particle} {name.family} {name.literal}").split()
    return [word for word in words if word not in SUFFIXES]


def _compare_organisations(cited: Name, found: Name) -> Likeness:
    one, two = organisation_words(cited), organisation_words(found)
    if one and one == two:
        return Likeness.SAME
    if cited.literal and found.literal:
        return Likeness.FORM if are_alike_organisations(cited, found) else Likeness.OTHER
    person, group = (found, one) if cited.literal else (cited, two)
    if person.family and set(surname_words(person)) <= set(group) and len(group) <= LONGEST_PERSON:
        return Likeness.FORM
    return Likeness.FORM if not person.given and are_alike_organisations(cited, found) else Likeness.OTHER


def lists_agree(cited: tuple[Name, ...], found: tuple[Name, ...]) -> bool:
    """True where the names agree place by place, as far as both lists go."""
    pairs = zip_longest(cited, found)
    return all(a is None or b is None or compare_names(a, b) <= Likeness.FORM for a, b in pairs)
