"""Comparing titles: which words differ, and whether those words matter.

A ratio of characters is blind to meaning: "Osteopathy for chronic low back pain: a systematic review
and meta-analysis" is nearly as close to another paper's title with the same tail as to a misprint of its
own. So two titles are aligned word by word and the words that differ decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from litreview.normalise.garbled import mend
from litreview.normalise.languages import guess_language
from litreview.normalise.text import fold, strip_markup
from litreview.normalise.title_words import (
    ANTONYM_PAIRS,
    BOILERPLATE,
    GENERIC_TITLES,
    GREEK,
    NOTICE_PREFIX,
    REMARK,
    SPELLINGS,
    STATUS_PREFIX,
    STOP_WORDS,
    SUBTITLE_BREAK,
    WEAK_WORDS,
)

WEAK_WEIGHT = 0.4
STOP_WEIGHT = 0.1
TYPO_MIN_LENGTH = 5
"""Below five letters one changed letter is another word ("cast", "cost")."""
LONG_TYPO_LENGTH = 9
"""From nine letters on two changed letters still are a slip ("musculosceletal")."""
COGNATE_LENGTH = 6
"""Letters that two words of one origin share ("spezifisch", "specific"); five are shared by chance too
often."""
COGNATE_SHARE = 0.3
"""Share of the longer words of the shorter title that must return; one of many may be chance."""
_COGNATE = re.compile(r"ph|th|ch|ae|oe|[kzy]")
_COGNATES = {"k": "c", "z": "c", "y": "i", "ph": "f", "th": "t", "ch": "c", "ae": "e", "oe": "e"}
_BRACKETED = re.compile(r"\s*\[.*\]\.?\s*$")
TRUNCATION_MIN_WORDS = 5
"""A title cut short by a style or a database keeps at least five words of weight."""


class TitleLikeness(StrEnum):
    """How two titles differ, from not at all to entirely."""

    SAME = "same"
    COSMETIC = "cosmetic"
    SUBTITLE = "subtitle"
    SPELLING = "spelling"
    NOTICE = "notice"
    DRIFT = "drift"
    TRANSLATED = "translated"
    OTHER = "other"


DRIFT_SIMILARITY = 0.55
"""Weighted share of common words from which two titles are variants of one and not two titles. Of 600
Crossref
titles with one word replaced 96 % lie above it, of 200,000 pairs of unrelated titles 14 (crossref/works)."""


@dataclass(frozen=True, slots=True)
class TitleComparison:
    """Two titles side by side: how alike, 0 to 1 by weight of common words, and the words only one has."""

    likeness: TitleLikeness
    similarity: float
    cited_only: tuple[str, ...] = ()
    found_only: tuple[str, ...] = ()


@lru_cache(maxsize=16384)
def split_status(title: str) -> tuple[str, str]:
    """A title without "RETRACTED:" or "Correction to:", and that prefix in lower case ("" if none).

    >>> split_status("RETRACTED: Ileal-lymphoid-nodular hyperplasia")
    ('Ileal-lymphoid-nodular hyperplasia', 'retracted')
    """
    text = strip_markup(title)
    for pattern in (STATUS_PREFIX, NOTICE_PREFIX):
        match = pattern.match(text)
        if match and text[match.end() :].strip():
            label = re.sub(r"[^a-z ]", "", match.group().casefold())
            return text[match.end() :].strip(), " ".join(label.split())
    return text, ""


def is_notice(title: str) -> bool:
    """True for the title of a notice *about* a work: "Correction to: …", "Retraction notice to …"."""
    return NOTICE_PREFIX.match(strip_markup(title)) is not None


@lru_cache(maxsize=16384)
def title_words(title: str) -> tuple[str, ...]:
    """The folded words of a title: no markup, status prefix, editorial remark or trailing dots.

    >>> title_words("Non‐specific low‐back pain [in German]")
    ('non', 'specific', 'low', 'back', 'pain')
    """
    text = REMARK.sub("", split_status(title)[0])
    for letter, name in GREEK.items():
        if letter in text:
            text = text.replace(letter, f" {name} ")
    return tuple(SPELLINGS.get(word, word) for word in fold(text.replace("&", " and ")).split())


@lru_cache(maxsize=16384)
def main_words(title: str) -> tuple[str, ...]:
    """The words before the subtitle; all words where the title has none."""
    text = split_status(title)[0]
    match = SUBTITLE_BREAK.search(text, 8)
    return title_words(text[: match.start()]) if match else title_words(text)


@lru_cache(maxsize=16384)
def content_words(title: str) -> frozenset[str]:
    """The words that can tell one paper from another: neither stop words nor boiler-plate."""
    words = title_words(title)
    return frozenset(_without_boilerplate(words)) - STOP_WORDS


def is_generic(title: str) -> bool:
    """True for titles that many works have: "Introduction", "Book reviews", "Abstracts 12"."""
    words = [word for word in title_words(title) if not word.isdigit() and word not in STOP_WORDS]
    return not words or " ".join(words) in GENERIC_TITLES or (len(words) == 1 and len(words[0]) < 12)


def weight(word: str) -> float:
    """What a word says about which paper is meant, 0 to 1."""
    if word in STOP_WORDS:
        return STOP_WEIGHT
    return WEAK_WEIGHT if word in WEAK_WORDS else 1.0


@lru_cache(maxsize=65536)
def compare_titles(cited: str, found: str) -> TitleComparison:
    """How a cited title relates to a registered one.

    >>> compare_titles("Low back pain", "Low back pain: a systematic review").likeness.value
    'subtitle'
    >>> compare_titles("Osteopathy for chronic low back pain", "Manipulation for acute low back
    pain").cited_only
    ('osteopathy', 'chronic')
    """
    cited, found = mend(cited, found), mend(found, cited)
    left, right = title_words(cited), title_words(found)
    if is_notice(cited) != is_notice(found):
        return TitleComparison(TitleLikeness.NOTICE, similarity(left, right))
    if left == right:
        return TitleComparison(TitleLikeness.SAME, 1.0)
    if "".join(left) == "".join(right):
        return TitleComparison(TitleLikeness.COSMETIC, 1.0)
    differing = _align(left, right)
    score = similarity(left, right)
    if not differing.cited_only and not differing.found_only:
        return TitleComparison(differing.likeness, max(score, 0.95))
    if _is_subtitle_apart(cited, found) or (len(left) - len(right) != 1 and _is_subtitle_apart(found, cited)):
        # one word more than the record has is an added word, not a subtitle
        return TitleComparison(TitleLikeness.SUBTITLE, max(score, 0.9))
    if score < DRIFT_SIMILARITY:
        likeness = TitleLikeness.TRANSLATED if _is_translation(cited, found) else TitleLikeness.OTHER
    else:
        likeness = TitleLikeness.DRIFT
    return TitleComparison(likeness, score, differing.cited_only, differing.found_only)


@lru_cache(maxsize=65536)
def similarity(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Weighted share of common words, 0 to 1; boiler-plate that both share is left out first."""
    one, two = tuple(_without_boilerplate(left)), tuple(_without_boilerplate(right))
    if not one or not two:
        return 1.0 if left == right else 0.0
    common = set(one) & set(two)
    differing = _align(*sorted((one, two)))
    union = set(one) | set(two)
    lost = sum(weight(word) for word in differing.cited_only + differing.found_only)
    total = sum(weight(word) for word in union)
    by_place = 1 - min(1.0, lost / total) if total else 0.0
    by_words = sum(weight(word) for word in common) / total if total else 0.0
    return round(max(by_place, by_words), 3)


def same_word(one: str, two: str) -> bool:
    """True for two spellings of one word: a typing slip, plural or not, British or American.

    Numbers and opposites ("hyper-", "hypo-") never pass.
    """
    if one == two:
        return True
    short = min(len(one), len(two))
    if any(char.isdigit() for char in one + two) or short < TYPO_MIN_LENGTH - 1:
        return False
    if one.rstrip("s") == two.rstrip("s"):
        return True
    allowed = 2 if short >= LONG_TYPO_LENGTH else 1 if short >= TYPO_MIN_LENGTH else 0
    distance = OSA.distance(one, two, score_cutoff=allowed)
    if distance > allowed or (distance > 1 and one[: short - 2] == two[: short - 2]):
        # two letters at the end make another word of the same stem: "osteopathic", "osteopathy"
        return False
    return not _are_opposites(one, two)


def _are_opposites(one: str, two: str) -> bool:
    return any(
        {one.replace(first, second, 1), one} == {one, two} or two.replace(first, second, 1) == one
        for first, second in ANTONYM_PAIRS
        if first in one or first in two
    )


@lru_cache(maxsize=65536)
def _align(left: tuple[str, ...], right: tuple[str, ...]) -> TitleComparison:
    """The words left over after aligning two titles; likeness tells what the alignment had to forgive."""
    cited_only: list[str] = []
    found_only: list[str] = []
    likeness = TitleLikeness.COSMETIC
    for step in Levenshtein.opcodes(left, right):
        if step.tag == "equal":
            continue
        rest, other, slips = _forgive(
            left[step.src_start : step.src_end], right[step.dest_start : step.dest_end]
        )
        if slips:
            likeness = TitleLikeness.SPELLING
        cited_only += rest
        found_only += other
    cited_only, found_only = _glue(cited_only, found_only)
    return TitleComparison(likeness, 0.0, tuple(cited_only), tuple(found_only))


def _forgive(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[list[str], list[str], int]:
    """What remains of two differing stretches after stop words, joined words and slips are taken off."""
    rest, other = [w for w in one if w not in STOP_WORDS], [w for w in two if w not in STOP_WORDS]
    if "".join(rest) == "".join(other):
        return [], [], 0
    slips = 0
    if len(rest) == len(other):
        pairs = [(a, b) for a, b in zip(rest, other, strict=True) if not same_word(a, b)]
        slips = len(rest) - len(pairs)
        rest, other = [a for a, _ in pairs], [b for _, b in pairs]
    return rest, other, slips


def _glue(one: list[str], two: list[str]) -> tuple[list[str], list[str]]:
    """Left-over words without those that are the same when written together ("health care", "healthcare")."""
    if one and two and ("".join(one) == "".join(two)):
        return [], []
    return one, two


def _without_boilerplate(words: tuple[str, ...]) -> list[str]:
    text = f" {' '.join(words)} "
    for phrase in BOILERPLATE:
        if phrase in text:
            text = text.replace(phrase, " ", 1)
    stripped = text.split()
    return stripped or list(words)


def _is_subtitle_apart(short: str, long: str) -> bool:
    """True where ``long`` is ``short`` with a subtitle, a series title or plain boiler-plate added."""
    words, head = title_words(short), main_words(long)
    full = title_words(long)
    if not words or len(words) > len(full):
        return False
    if head != full and _same_words(words, head):
        return sum(weight(word) for word in words) >= 1.0
    if head != full and len(full) > len(head) and _same_words(words, full[len(head) :]):
        return sum(weight(word) for word in words) >= 3.0
    if not content_words(short):
        return False
    if _same_words(tuple(_without_boilerplate(words)), tuple(_without_boilerplate(full))):
        return len(_without_boilerplate(words)) >= 2
    return _is_cut_off(short, words, full)


def _is_cut_off(short: str, words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return (
        short.rstrip().endswith(("...", "…"))
        and len(words) >= TRUNCATION_MIN_WORDS
        and _same_words(words, full[: len(words)])
    )


def _same_words(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    if one == two:
        return True
    if "".join(one) == "".join(two):
        return True
    difference = _align(one, two)
    return not difference.cited_only and not difference.found_only


def _is_translation(cited: str, found: str) -> bool:
    """True where the two are in different languages, as far as their words and letters tell."""
    if any(_BRACKETED.match(strip_markup(title)) for title in (cited, found)):
        return True
    one, two = guess_language(cited), guess_language(found)
    return one != two and "" not in (one, two)


def have_cognates(one: str, two: str) -> bool:
    """True where words of one title return in the other in another language's spelling.

    >>> have_cognates("Nichtspezifischer Kreuzschmerz", "Non-Specific Low Back Pain")
    True
    """
    short, other = sorted((_cognate_words(one), _cognate_words(two)), key=len)
    telling = [word for word in short if len(word) >= COGNATE_LENGTH]
    joined = " ".join(other)
    shared = [word for word in telling if any(part in joined for part in _parts(word))]
    return len(shared) >= max(1, COGNATE_SHARE * len(telling))


def _cognate_words(title: str) -> list[str]:
    return [_COGNATE.sub(lambda match: _COGNATES[match.group()], word) for word in title_words(title)]


def _parts(word: str) -> Iterator[str]:
    return (word[at : at + COGNATE_LENGTH] for at in range(len(word) - COGNATE_LENGTH + 1))
