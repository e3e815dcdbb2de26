"""The patterns by which the kind of a work is told."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.access import ACCESS_SURE
from litreview.normalise.vocabulary.editors import EDITORS_MARK
from litreview.normalise.vocabulary.kinds import KIND_IN_BRACKETS, KIND_WORDS, NEWSPAPERS, PROCEEDINGS
from litreview.normalise.vocabulary.marks import PAGE
from litreview.normalise.vocabulary.patterns import NO_LETTER_BEFORE, any_mark, any_of, phrases_of
from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.kinds import Kind

BY_BRACKET = {
    kind: re.compile(rf"\[\s?(?:[\w'’.-]+\s){{0,4}}?{words}(?:[,;:.]?\s[^\[\]]{{1,60}})?\s?\]", re.IGNORECASE)
    for kind, words in KIND_IN_BRACKETS.items()
}
ROUND = frozenset({Kind.THESIS, Kind.MANUSCRIPT, Kind.PERSONAL})
BY_ROUND = {
    kind: re.compile(
        rf"\(\s?(?:[\w'’.-]+\s){{0,3}}?{KIND_IN_BRACKETS[kind]}(?:[,;:]\s[^()]{{1,60}})?\s?\)", re.IGNORECASE
    )
    for kind in ROUND
}
BY_WORD = {kind: re.compile(words, re.IGNORECASE) for kind, words in KIND_WORDS.items()}
OF_PROCEEDINGS = re.compile(PROCEEDINGS, re.IGNORECASE)
NUMBERED = re.compile(
    rf"\b{YEAR}\b[^;:()]{{0,14}};\s?\d+|\b\d{{1,4}}\s?\(\d[\w /–-]{{0,12}}\)\s?[:,]\s?[A-Za-z]{{0,3}}\d"
    r"|\b[Vv]ol\.?\s?\d+[^.;]{0,30}\b(?:[Nn]o|pp?|[Ii]ssue)\.?\s?\d"
)
"""Volume and page as journals have them: "2016; 4: 101", "12(3): 45", "vol. 4, no. 2"."""
EDITED_BOOK = re.compile(
    rf"[.,:”\"’]\s(?:[Ii]n|En|Dans):?\s.{{3,150}}?{NO_LETTER_BEFORE}{EDITORS_MARK}", re.IGNORECASE
)
"""A book with its editors behind the title, where no container was read."""
PAGES = re.compile(rf"{NO_LETTER_BEFORE}{any_mark(phrases_of(PAGE))}\s?\d", re.IGNORECASE)
CHAPTER = re.compile(r"[.?!,:”\"’]\s(?:In|En|Dans)(?::\s|\s[A-Z])|\b[Ii]n:\s")
VERSION = re.compile(r"\b(?:[Vv]ersion|[Vv]er\.|[Rr]elease|[Vv]\.?)\s?\d+(?:\.\d+)*\b")
SOFTWARE_TITLE = re.compile(
    r"\b[Ss]oftware\b|\b(?:R|[Pp]ython|Stata) (?:package|library|module)|\b[Tt]ool(?:kit|box)\b"
    r"|\blanguage and environment\b|\b[Pp]ackage\b|\b(?:statistics|Statistics) for (?:Windows|Mac)"
)
DATA_TITLE = re.compile(r"\b[Dd]ata(?:\s?set|base)?s?\b|\b(?:Datensatz|Rohdaten|[Rr]ecordings)\b")
MAKERS = re.compile(
    r"\b(?:R (?:Development )?Core Team|StataCorp|Stata ?Corp|SAS Institute|IBM Corp\w*|MathWorks|Posit team"
    r"|RStudio Team|SPSS Inc|Wolfram Research|GraphPad|Minitab|VERBI Software|QSR International)\b"
)
_ACCESSED = any_of(phrases_of(ACCESS_SURE, "en", "fr", "es"))
ON_LINE = re.compile(
    rf"\[(?:Internet|Online|en ligne|en línea)\]|{NO_LETTER_BEFORE}(?:{_ACCESSED}"
    r"|available (?:from|at)|verfügbar|abrufbar|disponible)",
    re.IGNORECASE,
)
_PAPER = any_of(name for name in NEWSPAPERS if " " in name)
NEWS = re.compile(
    rf"(?:^|[.,?!]\s|[”\"’])(?:The\s|Die\s|Der\s)?{_PAPER}(?:[.,;]|\s\()",
    re.IGNORECASE,
)
DAY = re.compile(
    r"\b(?:\d{1,2}\.?\s[^\W\d_]{3,9}\.?|[^\W\d_]{3,9}\.?\s\d{1,2})(?:,?\s\d{4})?\b|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"
)
REPORT_TITLE = re.compile(r"(?i)(?<![^\W_])(?:report|bericht|rapport|informe|relatório|rapporto)\b")
BOOK_SERIES = re.compile(r"\(=|[,;]\s?(?:Bd\.|Band|[Vv]ol\.|[Vv]olume|tome|tomo)\s?\d+\)")
"""A series of books with its volume in brackets: "(=Beiträge zur Badekunde, Bd. 8)"."""
REPORT_NUMBER = re.compile(
    r"\((?:[\w .-]{3,50}\s)?(?:Report|Publication|Working Paper|Paper)?\s?(?:No|Nr)\.?\s?[\w/.-]+\)"
)
