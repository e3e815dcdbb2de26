"""What kind of thing a work is and which state of it, printed in brackets behind its title: "[Data set]",
"(Version 1.0.3)", "[Conjunto de datos]".

The kinds are those of ``kinds``; the words of versions are the CSL locales' (term "version"). NLM's
"[Internet]" is a mark of access.
"""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.kinds import KIND_IN_BRACKETS
from litreview.normalise.vocabulary.patterns import any_of, phrases_of, read_table

_VERSION = """
en: version | ver. | release
de: Fassung
es: versión
pt: versão
it: versione
nl: versie
pl: wersja
"""
VERSION = read_table(_VERSION)
"""Language → words before the number of a version."""
_KINDS = f"(?:{'|'.join(KIND_IN_BRACKETS.values())})"
_NUMBER = r"v?\.?\s?\d[\w.+-]{0,20}"
_WORD = any_of(phrases_of(VERSION))
_NAMED = rf"(?:{_WORD}\s?{_NUMBER}|{_WORD}\s\w{{1,20}}|v\.?\s?\d[\w.+-]{{0,20}}|latest)"
MEDIUM_MARK = re.compile(
    rf"\[\s?(?:[^\W\d_][\w'’.-]*\s){{0,2}}?{_KINDS}(?:[,;:]\s?[^\[\]]{{1,60}})?\s?\]"
    rf"|\[\s?{_NAMED}\s?\]|\(\s?{_NAMED}\s?\)"
    rf"|(?<=\.\s){_WORD}\s(?:{_NUMBER}(?<![.-])|latest)(?=[.,]\s)",
    re.IGNORECASE,
)
"""A kind of work or a version in its brackets, or "Version 1.0.3" as a sentence of its own."""
