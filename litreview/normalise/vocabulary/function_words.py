"""Articles, prepositions and conjunctions, by language: words that say nothing about which work is meant.

Accents are folded (``text.fold``), as they are where titles and journals are compared.
"""

from __future__ import annotations

from litreview.normalise.vocabulary.patterns import phrases_of, read_table

_BY_LANGUAGE = """
en: a | am | an | and | are | as | at | by | for | from | in | into | is | its | of | on | or | over | than
en: that
en: the | their | to | upon | versus | via | vs | with | within
de: an | auf | aus | bei | das | dem | den | der | des | die | ein | eine | einer | eines | fuer | fur | im
de: in
de: mit | oder | uber | und | vom | von | zu | zum | zur
fr: au | aux | avec | dans | de | des | du | en | et | la | le | les | ou | par | pour | sur | un | une
es: al | con | de | del | el | en | la | las | lo | los | para | por | su | sobre | un | y
it: a | al | con | da | dei | del | della | delle | dello | di | e | gli | il | in | la | le | lo | nel
it: per | su
it: un
pt: a | as | com | da | das | de | do | dos | e | em | na | nas | no | nos | o | os | para | por | um | uma
nl: aan | bij | de | een | en | het | in | met | naar | op | te | uit | van | voor
da: af | af | at | det | en | et | for | fra | i | med | og | om | til | ved
sv: av | att | det | en | ett | for | fran | i | med | och | om | pa | till | vid
"""
FUNCTION_WORDS = read_table(_BY_LANGUAGE)
"""Language → its function words."""


def function_words(*languages: str) -> frozenset[str]:
    """The function words of some languages."""
    return frozenset(phrases_of(FUNCTION_WORDS, *languages))
