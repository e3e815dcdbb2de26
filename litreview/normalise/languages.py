"""Which language a title is in, as far as a few words and letters tell. Unsure is an answer."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from litreview.normalise.text import fold

# Frequent words and word endings of medical titles that no other language of the table shares.
_WORDS_BY_LANGUAGE = """
en: the of and in for with from after during low back pain treatment patients study disease therapy health
en: care children between effect effects chronic acute review trial using risk
de: der die das und bei von mit zur zum fur ein eine einer des den im nicht behandlung ruckenschmerz schmerz
de: patienten krankheit therapie uber wirkung kinder studie
fr: le la les des du et dans chez une un pour par sur au aux etude traitement maladie douleur effet enfant
fr: l d lombalgie soins
es: el los las y del en una un con para por al estudio tratamiento enfermedad dolor efecto pacientes ninos
es: salud revision
it: il gli della delle dei degli di nel nella con per una uno studio trattamento malattia dolore effetto
it: pazienti e
pt: o os as da do das dos em na no nos com para por uma um estudo tratamento doenca dor efeito pacientes
pt: saude revisao
nl: het een van de bij met en voor op naar behandeling ziekte pijn patienten onderzoek zorg rugpijn
"""
_ENDINGS_BY_LANGUAGE = """
en: ing tion ness ity ology ous ment ic al pain ure
de: ung ungen keit heit schmerz schmerzen ischer ische isches ischen ischem lich liche lichen schaft zeit
de: krankheit krankheiten leitlinie weise behandlung
fr: ique iques ement eux euse aires ite eur elle ees
es: cion ciones dad ico ica icos icas miento osis
it: zione zioni ita ico ica ici iche mento osi ia
pt: cao coes dade ico ica mento agem
nl: heid ing ische lijk lijke pijn zorg
"""
_LETTERS = {"de": "äöüß", "fr": "çèêàùâîôë", "es": "ñ¿¡áíóú", "pt": "ãõ", "it": "ìò"}
_SCRIPTS = (
    ("CYRILLIC", "ru"),
    ("CJK", "zh"),
    ("HIRAGANA", "ja"),
    ("KATAKANA", "ja"),
    ("HANGUL", "ko"),
    ("GREEK", "el"),
    ("ARABIC", "ar"),
    ("HEBREW", "he"),
)


def _table(text: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in text.strip().splitlines():
        language, _, words = line.partition(":")
        table[language] = (*table.get(language, ()), *words.split())
    return table


_WORDS = {language: frozenset(words) for language, words in _table(_WORDS_BY_LANGUAGE).items()}
_ENDINGS = _table(_ENDINGS_BY_LANGUAGE)
LEAST_LEAD = 2
"""Points by which a language must lead: one ending in common is no evidence."""
WORD_POINTS, ENDING_POINTS, LETTER_POINTS = 2, 1, 1


@lru_cache(maxsize=8192)
def guess_language(text: str) -> str:
    """ISO 639-1 code of the likeliest language, "" where nothing or too little tells.

    >>> guess_language("Nichtspezifischer Kreuzschmerz"), guess_language("Non-Specific Low Back Pain")
    ('de', 'en')
    """
    script = _script(text)
    if script:
        return script
    words = re.findall(r"[a-z]+", fold(text))
    scores = {language: _score(language, words, text.casefold()) for language in _WORDS}
    best = max(scores, key=lambda language: scores[language])
    rivals = [score for language, score in scores.items() if language != best]
    return best if scores[best] >= max(rivals) + LEAST_LEAD else ""


def _score(language: str, words: list[str], text: str) -> int:
    known, endings = _WORDS[language], _ENDINGS[language]
    points = sum(WORD_POINTS for word in words if word in known)
    points += sum(
        ENDING_POINTS for word in words if word not in known and word.endswith(endings) and len(word) > 4
    )
    return points + LETTER_POINTS * any(letter in text for letter in _LETTERS.get(language, ""))


def _script(text: str) -> str:
    letters = [char for char in text if char.isalpha()]
    foreign = [char for char in letters if not char.isascii()]
    if len(foreign) * 2 <= len(letters):
        return ""
    for char in foreign:
        name = unicodedata.name(char, "")
        for prefix, language in _SCRIPTS:
            if name.startswith(prefix):
                return language
    return ""
