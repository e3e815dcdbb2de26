"""What closes a list of names that goes on: "et al.", "y cols.", "и др.", by language.

Forms: the CSL locales (term "et-al"), and journals of the language: "y cols." Rev Clin Esp, "e cols." Rev
Bras Ortop, "et coll." Presse Méd, "e coll." Minerva Med, "u. Mitarb." Dtsch Med Wochenschr, "i wsp." Pol Arch
Med Wewn, "a kol." Čas Lék Čes, "и соавт." Клин Мед, "és mtsai." Orv Hetil, "ve ark." Türk Ortop Derg.

They are believed only right behind a name, and in small letters: "E. A." are initials, "Cols" is a family.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.normalise.vocabulary.patterns import (
    NO_LETTER_AFTER,
    NO_LETTER_BEFORE,
    any_of,
    phrases_of,
    read_table,
)

_BY_LANGUAGE = """
en: and others | and colleagues | and co-workers | and coworkers | and collaborators | and associates
de: u. a. | und andere | und Mitarbeiter | und Kollegen | u. Mitarb. | und Mitarb.
fr: et coll. | et col. | et collab. | et collaborateurs | et autres
es: y cols. | y col. | y colab. | y colabs. | y colaboradores | y otros
ca: i cols. | i col. | i col·laboradors | i altres
pt: e cols. | e col. | e colab. | e colabs. | e colaboradores | e outros
it: e coll. | e collab. | e collaboratori | e altri
nl: e.a. | en anderen | en medewerkers | en collega's
da: m.fl. | med flere | og andre | og medarbejdere
nb: mfl. | m fl. | og medarbeidere
sv: med flera | och medarbetare | och andra
fi: ym. | y.m. | ynnä muut | ja muut
et: jt. | ja teised
pl: i in. | i inni | i wsp. | i współpr. | i współaut. | i współautorzy
cs: a kol. | a spol. | a další | a jiní | aj.
sk: a ďalší | a iní
hu: és mtsai. | és mts. | és munkatársai | és mások
ro: și colab. | şi colab. | si colab. | și alții | şi alţii
hr: i sur. | i suradnici | i sar. | i ostali | i dr.
sl: idr. | in sod. | in drugi
ru: и др. | и соавт. | и соавторы | и другие
uk: та ін. | і ін. | й ін. | та інші | та співавт. | і співавт. | та співавтори
bg: и съавт. | и кол.
sr: и сар. | и остали
tr: ve ark. | ve arkadaşları | ve diğ. | ve diğerleri | vd. | v.d.
el: κ.ά. | κ.α. | και συν. | και συνεργάτες
lt: ir kt.
lv: u.c.
is: o.fl.
id: dkk.
"""
# Words of another language, or a name's particle ("v.d. Berg"): these need their full stop.
_NEEDS_STOP = frozenset({"a", "c", "d", "dr", "fl", "i", "in", "kt", "m", "sur", "vd", "α", "ά", "col", "ін"})
_LATIN = r"et\.?\s*al(?:ii|iae|ia)?\b\.?|etal\b\.?|&\s?al\b\.?|(?:and|&)\s+others\b"
# CSL's zh, ja, ko; no letter's end marks where they begin: "张伟,李明,等."
_EASTERN = (
    r"(?<=[,，、\s\u3400-\u9fff])(?:等|他|ほか)(?=\s*(?:$|[.．,，。:：;()（\d]))"
    r"|(?<=[,\s])외(?=\s*(?:$|[.,:;()\d]))"
)

FORMS = read_table(_BY_LANGUAGE)
"""Language → its forms, as printed in small letters. "et al." itself belongs to all."""


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\s.]+", phrase))


def _stays_in_capitals(words: Sequence[str]) -> bool:
    """Whether the words in capitals can be no initials: "Y COLS.", "ET AL.", but not "E. A."."""
    return len(words) > 1 and (len(words[-1]) > 3 or all(len(word) > 1 for word in words))


def _behind_names(phrase: str) -> str:
    words = _words(phrase)
    needs = words[-1] in _NEEDS_STOP  # at the end of a field it may have been cut off
    stop = "" if not phrase.endswith(".") else r"(?:\.|$)" if needs else r"\.?"
    bare = phrase.rstrip(".")
    forms = [bare, bare.upper()] if _stays_in_capitals(words) else [bare]
    return f"{any_of(forms)}{NO_LETTER_AFTER}{stop}"


_CLOSES = r"(?=\s*(?:$|[,;:.&()\[\]{}\d\"“„«»'’]))"
_OTHER_FORMS = sorted(phrases_of(FORMS), key=lambda phrase: (-len(phrase), phrase))
ET_AL = (
    rf"(?:(?i:{NO_LETTER_BEFORE}(?:{_LATIN}))"
    rf"|{NO_LETTER_BEFORE}(?:{'|'.join(map(_behind_names, _OTHER_FORMS))}){_CLOSES}"
    rf"|{_EASTERN})"
)
"""Pattern of any form, case told inside (use no ``re.IGNORECASE``); only sound right behind a name."""
ET_AL_LATIN = rf"(?i:{NO_LETTER_BEFORE}(?:{_LATIN}))"
"""Pattern of "et al." in its spellings alone: for text of any kind, where the other forms are plain words."""
BEHIND_NAMES = re.compile(rf"[\s,;/&，、(]*{ET_AL}")
"""Any form with what parts it from the names before it; to be matched at their end."""


WHOLE_CELL = re.compile(rf"(?i:(?:and\s+)?(?:others|{_LATIN}))|{ET_AL}")
"""A cell or value that is nothing else; BibTeX writes "others" for it. To be matched whole."""
_JOINED = frozenset({"and", "und", "et", "y", "e", "og", "och", "en"})
_Form = tuple[tuple[str, ...], bool]


def _sequences() -> dict[str, tuple[_Form, ...]]:
    found: dict[str, list[_Form]] = {}
    eastern = ("等", "他", "ほか", "외")
    for phrase in (*phrases_of(FORMS), "et al", "et alii", "et alia", "et aliae", "etal", *eastern):
        words = _words(phrase)
        needs_stop = phrase.endswith(".") and words[-1] in _NEEDS_STOP
        found.setdefault(words[-1], []).append((words, needs_stop))
        if len(words) > 1 and words[0] in _JOINED:
            found[words[-1]].append((("&", *words[1:]), needs_stop))
    return {word: tuple(sorted(forms, key=lambda one: -len(one[0]))) for word, forms in found.items()}


WORDS_BY_LAST = _sequences()
"""The last word of a form → the forms that end with it: their words, and whether the full stop is needed."""


_LETTERS = re.compile(r"[^\W\d_]+")
_EAST = re.compile("[等他ほ외]")
_LONGEST = [max(_LETTERS.findall(word), key=len) for word in WORDS_BY_LAST]
_ENDS = frozenset(word for end in _LONGEST for word in (end, end.casefold(), end.upper().casefold()))


def may_hold_form(text: str) -> bool:
    """False for most texts without "et al.": none of their words ends a form. Spares the search for one.

    >>> may_hold_form("Smith J, Doe K"), may_hold_form("Smith J y cols.")
    (False, True)
    """
    words = _LETTERS.findall(text)
    ends = any(word in _ENDS or (len(word) > 1 and word.casefold() in _ENDS) for word in words)
    return ends or (not text.isascii() and bool(_EAST.search(text)))


def form_start(tokens: Sequence[str], end: int) -> int:
    """The token with which a form begins that ends before token ``end``; ``end`` where none does.

    Tokens are words and single marks. In capitals only what cannot be initials: "Y COLS.", not "SMITH E. A.".

    >>> form_start(["Smith", "y", "cols", "."], 4), form_start(["Smith", "E", ".", "A", "."], 5)
    (1, 5)
    """
    at = _before_stops(tokens, end)
    last = tokens[at - 1] if at else ""
    for words, needs_stop in WORDS_BY_LAST.get(last) or WORDS_BY_LAST.get(last.lower(), ()):
        start = _start_of(words, tokens, at)
        if start is not None and not (needs_stop and at == end):
            return start
    return end


def _start_of(words: Sequence[str], tokens: Sequence[str], end: int) -> int | None:
    at = end
    capitals = _stays_in_capitals(words)
    for word in reversed(words):
        at = _before_stops(tokens, at)
        if not at or tokens[at - 1] not in ((word, word.upper()) if capitals else (word,)):
            return None
        at -= 1
    return at


def _before_stops(tokens: Sequence[str], at: int) -> int:
    while at > 0 and tokens[at - 1] == ".":
        at -= 1
    return at
