"""What is printed where a year would stand, or said of a text that is not out yet.

Terms: the CSL locales ("in press", "forthcoming", "no date"), NLM ("Epub ahead of print"), and lists read in
the development data ("im Erscheinen", "o. J.", "i. E.").
"""

from __future__ import annotations

from litreview.normalise.vocabulary.patterns import any_of, phrases_of, read_table

_COMING = """
en: in press | in print | forthcoming | to appear | submitted | accepted
de: im Druck | im Erscheinen | in Druck
fr: sous presse | à paraître
es: en prensa | en imprenta
it: in stampa | in corso di stampa | in corso di pubblicazione
pt: no prelo | em impressão
nl: in druk | ter perse
da: i trykken
nb: i trykk
sv: i tryck
fi: painossa
pl: w druku
cs: v tisku
sk: v tlači
hu: megjelenés alatt | nyomtatás alatt
tr: basımda | baskıda
ru: в печати
uk: у друці
bg: под печат
"""
_UNDATED = """
en: n.d. | undated | no date
de: o. J. | ohne Datum
fr: s. d. | sans date
es: s. f. | sin fecha
it: s.d. | senza data
pt: s.d. | sem data
nl: z.d. | geen datum
da: u.å. | uden år
nb: u.å. | uten år
sv: u.å. | utan år
fi: ei pvm
pl: b.d. | bez daty
cs: b.r. | nedatováno
ru: б. г. | б. д.
"""
_UNFINISHED = """
en: in preparation | in review | in revision | in progress | under review | under revision | draft | preprint
en: unpublished | unpublished manuscript | unpublished data | online first
en: epub ahead of print | published ahead of print | published online ahead of print | ahead of print
de: in Überarbeitung | in Vorbereitung | in Bearbeitung | unveröffentlicht | unveröffentlichtes Manuskript
de: Entwurf
fr: en préparation | soumis
es: en preparación | enviado | no publicado
it: in preparazione
pt: em preparação | submetido
"""
_NO_LONGER = """
en: withdrawn | retracted | expired
de: abgelaufen | zurückgezogen
"""
COMING, UNDATED = read_table(_COMING), read_table(_UNDATED)
"""Language → "in press" and its like; → marks of a work without date."""
UNFINISHED, NO_LONGER = read_table(_UNFINISHED), read_table(_NO_LONGER)
"""Language → what is said of a text still being made; → of one that holds no longer."""
STATES = phrases_of(COMING) + phrases_of(UNFINISHED) + phrases_of(NO_LONGER)
"""All remarks on the state of a text."""
COMING_PATTERN, UNDATED_PATTERN = any_of(phrases_of(COMING)), any_of(phrases_of(UNDATED))
"""Patterns for larger ones; search with ``re.IGNORECASE``."""
COMING_IN_TEXT = any_of(
    form for phrase in phrases_of(COMING) for form in (phrase, phrase[0].upper() + phrase[1:], phrase.title())
)
"""The first in its usual spellings, for scanning whole articles: ignoring case costs twice the time."""
