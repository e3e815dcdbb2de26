"""What kind of thing a work is and which state of it, printed in brackets behind its title: "[Data set]",
"(Version 1.0.3)", "[Conjunto de datos]".

Sources: APA 7 in its national editions, the CSL locales (terms "software", "dataset", "version"). NLM's
"[Internet]" is a mark of access and stands with the containers.
"""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.patterns import any_of, phrases_of, read_table

_MEDIUM = """
en: software | computer software | computer program | software package | code | source code | R package
en: python package | mobile app | app | data set | dataset | data | database | video | film
en: audio podcast | podcast | map | poster | slides | PowerPoint slides | web page | website
en: blog post | vignette | thesis | dissertation | PhD thesis | Ph.D. thesis | doctoral thesis
en: doctoral dissertation | master's thesis | master’s thesis | masters thesis | bachelor's thesis
en: bachelor’s thesis | unpublished doctoral dissertation
de: Software | Computersoftware | Programm | Computerprogramm | Datensatz | Dissertation | Masterarbeit
de: Karte
fr: logiciel | programme informatique | jeu de données | vidéo | thèse de doctorat | mémoire de master
es: software | programa informático | software de computador | conjunto de datos
es: base de datos | vídeo | video
es: tesis doctoral | tesis de doctorado | tesis de maestría
pt: programa de computador | conjunto de dados | tese de doutorado | dissertação de mestrado
it: programma | insieme di dati | tesi di dottorato
nl: computersoftware | dataset | proefschrift
"""
_VERSION = """
en: version | ver. | release
de: Fassung
es: versión
pt: versão
it: versione
nl: versie
pl: wersja
"""
MEDIUM, VERSION = read_table(_MEDIUM), read_table(_VERSION)
"""Language → kinds of work that are set in square brackets; → words before the number of a version."""
_NUMBER = r"v?\.?\s?\d[\w.+-]{0,20}"
_WORD = any_of(phrases_of(VERSION))
_NAMED = rf"(?:{_WORD}\s?{_NUMBER}|{_WORD}\s\w{{1,20}}|v\.?\s?\d[\w.+-]{{0,20}}|latest)"
MEDIUM_MARK = re.compile(
    rf"\[\s?{any_of(phrases_of(MEDIUM))}(?:[,;:]\s?[^\[\]]{{1,30}})?\s?\]"
    rf"|\[\s?{_NAMED}\s?\]|\(\s?{_NAMED}\s?\)"
    rf"|(?<=\.\s){_WORD}\s(?:{_NUMBER}(?<![.-])|latest)(?=[.,]\s)",
    re.IGNORECASE,
)
"""A kind of work or a version in its brackets, or "Version 1.0.3" as a sentence of its own."""
