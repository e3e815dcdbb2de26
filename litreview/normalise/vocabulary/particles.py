"""Small words of family names, by the language they come from: "van der", "de la", "bin".

Sources: names of the development data, and the particles that biblatex and CSL processors know.
"""

from __future__ import annotations

from litreview.normalise.vocabulary.patterns import phrases_of, read_table

_BY_LANGUAGE = """
de: von | der | den | dem | zu | zur | zum | vom | auf
nl: van | de | der | den | ten | ter | te | het | vander | vanden | 't | van't
fr: de | du | des | la | le | les
it: di | da | de | del | della | dello | dei | degli | dal | dalla
es: de | del | la | las | los | el | y
pt: de | da | do | das | dos | du | e
da: af
sv: av
ar: al | el | bin | ibn | ap
"""
_PLAIN_WORDS = """
de: am | im
nl: in | op | t
ar: ben | bint | abu
"""
_GLUED = """
fr: d | l | st | saint
es: san | santa
en: mac | mc | o | st
"""
BY_LANGUAGE, PLAIN_WORDS, GLUED = read_table(_BY_LANGUAGE), read_table(_PLAIN_WORDS), read_table(_GLUED)
"""Language → particles; → those that are plain words elsewhere; → beginnings that are often written apart."""
PARTICLES = frozenset(phrases_of(BY_LANGUAGE))
"""Words before a family name, in small letters. Capitalised ones ("Le Moullec") stay in the family."""
LOOSE_PARTICLES = PARTICLES | frozenset(phrases_of(PLAIN_WORDS))
"""The same with those that only a capitalised word behind them proves."""
PARTICLE_INITIALS = ("vdr", "vd", "dl", "v", "d")
"""Their initials as some reference managers write them behind the given name's: "Oorst Avd", "Silva DdO".
Those with a vowel ("de", "da") would make initials of names such as Oda and Ida."""
