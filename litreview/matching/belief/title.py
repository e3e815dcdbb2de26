"""A record's title: cut short, with a hole where italics or a formula stood, or no title at all."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from litreview.matching.belief.known import Known
from litreview.normalise.garbled import is_garbled
from litreview.normalise.text import fold, to_ascii
from litreview.normalise.title_words import GREEK, STOP_WORDS
from litreview.normalise.titles import (
    DRIFT_SIMILARITY,
    TitleLikeness,
    compare_titles,
    is_generic,
    title_words,
)

CUT_WORDS = 4
"""Words of weight that a title keeps when a register cuts it; of fewer it is not known whose beginning it is
(judgement)."""
LONGEST_NAME = 3
"""Words of a name that stands in italics: genus, species, strain (judgement)."""
_ALIKE = frozenset(
    {TitleLikeness.SAME, TitleLikeness.COSMETIC, TitleLikeness.SUBTITLE, TitleLikeness.SPELLING}
)
_TEX = re.compile(r"\$[^$]+\$|\\[A-Za-z]+(?:\s*\{[^{}]*\})*|[{}^_]")
_NUMBER = re.compile(
    r"^\(?(?:\d{1,3}|[IVX]{1,5})[.:)]\s+|"
    r"^(?:Abstract )?[A-Z]{0,4}[-–. ]?\d{1,5}(?:[.-]\d+)?[A-Z]?\b[.:)]?\s+|"
    r"^(?i:original|research|review|short|brief) (?i:article|paper|research|communication|report)[.:]?\s+|"
    r"(?<=[^\W\d_]{3})\s?\d{0,2}(?:,\s?\d{1,2})*\s?[*†‡§¶]*$"
)
"""A number before a title, also that of an abstract ("P-147"), the heading of its section, or the marks of
footnotes behind its last word."""
_LIGATURES = re.compile("ff[il]?|f[il]")
_WORD = re.compile(r"[^\W_]+")
_GREEK = frozenset(GREEK.values())


def disbelieved_title(known: Known) -> str:
    """Why the title of the record is not believed; empty where it is."""
    cited, found = known.cited.full_title, known.record.full_title
    if is_generic(found) and not is_generic(cited):
        return "is a heading and not a title"
    if _script(cited) != _script(found):
        return "is in another script"
    if fold(found) == fold(known.record.container_title):
        return "is the journal's name"
    return (
        _damage(cited, found)
        or _hole(title_words(cited), title_words(found), found)
        or _nameless(cited, found)
    )


def _nameless(cited: str, found: str) -> str:
    """The words that only the citation has where each stretch of them is a name, such as registers lose with
    their italics: "Effects of toxins on swimming" for "Effects of Escherichia coli toxins on swimming"."""
    words = cited.split()
    if sum(word[:1].isupper() for word in words) * 2 >= len(words):
        return ""  # every word is written large: names do not stand out
    large = {fold(word) for word in words[1:] if word[:1].isupper()}
    lost = _lost(title_words(cited), title_words(found))
    inside = all(0 < at < len(title_words(found)) for _, at in lost)
    if not lost or not inside or not all(gone[0] in large and len(gone) <= LONGEST_NAME for gone, _ in lost):
        return ""
    return f"has a hole where “{' '.join(lost[0][0])}” stood"


def _script(title: str) -> bool:
    """True for a title most of whose letters are Latin."""
    letters = [char for char in to_ascii(title) if char.isalpha()]
    return sum(char.isascii() for char in letters) * 2 >= len(letters)


def _damage(cited: str, found: str) -> str:
    """What befell the letters of a title that is the cited one but for them."""
    if "".join(title_words(found)) == 2 * "".join(title_words(cited)):
        return "is printed twice"
    divided = _divided(title_words(cited), found)
    if divided != found and compare_titles(cited, divided).likeness in _ALIKE:
        return "runs words together"
    bare = _NUMBER.sub("", found)
    if bare != found and compare_titles(cited, bare).likeness in _ALIKE:
        return "has something that is no part of it"
    formula = _TEX.search(found)
    if formula and _is_within(title_words(_TEX.sub(" ", found)), title_words(cited)):
        return "has a formula in TeX"
    if _without_ligatures(cited, found):
        return "has lost letters"
    if is_garbled(found) and compare_titles(cited, found).similarity >= DRIFT_SIMILARITY:
        return "has lost letters"
    return ""


def _without_ligatures(cited: str, found: str) -> bool:
    """True where only ligatures are lost: "ecacy of at les" for "efficacy of flat files"."""
    one, two = title_words(cited), title_words(found)
    return (
        one != two
        and len(one) == len(two)
        and all(a == b or _LIGATURES.sub("", a) == b for a, b in zip(one, two, strict=True))
    )


def _divided(cited: tuple[str, ...], found: str) -> str:
    """The registered title, its words that run several cited ones together divided as the citation has
    them."""
    own = set(cited)

    def parts(match: re.Match[str]) -> str:
        word = fold(match.group())
        return match.group() if word in own else " ".join(_parts(word, cited) or (match.group(),))

    return _WORD.sub(parts, found)


def _parts(word: str, cited: tuple[str, ...]) -> tuple[str, ...]:
    """The cited words that make up a word when written together; none where it is another one."""
    for start in range(len(cited)):
        for end in range(start + 2, len(cited) + 1):
            joined = "".join(cited[start:end])
            if joined == word:
                return cited[start:end]
            if not word.startswith(joined):
                break
    return ()


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True where all words of one title stand in the other in their order, and are most of it."""
    rest = iter(long)
    return len(short) * 2 >= len(long) and len(short) > 1 and all(word in rest for word in short)


def _hole(cited: tuple[str, ...], found: tuple[str, ...], written: str) -> str:
    """Stretches of the cited title that the registered one lacks, each with the marks of a loss around it."""
    pairs = enumerate(zip(cited, found, strict=False))
    start = next((at for at, (one, two) in pairs if one != two), len(found))
    if start == len(found) < len(cited):
        return _cut(found, written)
    if start == len(found) - 1 and start < len(cited) and cited[start].startswith(found[start]):
        return "is cut short" if _has_weight(found[:start]) else ""
    said = [_loss(lost, found, at) for lost, at in _lost(cited, found)]
    return said[0] if said and all(said) else ""


def _lost(cited: tuple[str, ...], found: tuple[str, ...]) -> list[tuple[tuple[str, ...], int]]:
    """The stretches that only the citation has, each with its place in the registered title; none where that
    has words of its own."""
    steps = Levenshtein.opcodes(cited, found)
    if any(step.tag not in ("equal", "delete") for step in steps):
        return []
    return [(cited[s.src_start : s.src_end], s.dest_start) for s in steps if s.tag == "delete"]


def _loss(lost: tuple[str, ...], found: tuple[str, ...], at: int) -> str:
    """What shows that the words were lost and not left out; empty where nothing does."""
    if all(_is_symbol(word) for word in lost) and any(not word.isdigit() for word in lost):
        return f"has a hole where “{' '.join(lost)}” stood"
    before, after = found[max(0, at - 1) : at], found[at : at + 1]
    gapes = bool(before and after) and {*before, *after} <= STOP_WORDS
    return f"has a hole behind “{' '.join(found[max(0, at - 2) : at])}”" if gapes else ""


def _cut(found: tuple[str, ...], written: str) -> str:
    """A title that ends in a word that cannot end one, or says itself that it goes on."""
    ends = written.rstrip().endswith(("...", "…")) or (found[-1:] and found[-1] in STOP_WORDS)
    return "is cut short" if ends and _has_weight(found) else ""


def _has_weight(words: tuple[str, ...]) -> bool:
    return len([word for word in words if word not in STOP_WORDS]) >= CUT_WORDS


def _is_symbol(word: str) -> bool:
    """True for what stands in formulas: a letter, a Greek one, letters and digits together."""
    return len(word) == 1 or word in _GREEK or any(char.isdigit() for char in word)
