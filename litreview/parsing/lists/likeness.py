"""How much a line or paragraph looks like an entry of a reference list, by signs that can be named."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.et_al import ET_AL_LATIN
from litreview.normalise.vocabulary.states import COMING_PATTERN, UNDATED_PATTERN
from litreview.normalise.vocabulary.years import YEAR

_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĜĞĠĢĤĦĪĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŪŮŰŲŴŶŹŻŽА-ЯЁІЇЄΑ-Ω]"
_LOWER = r"[^\W\d_A-ZÀ-ÖØ-ÞА-ЯЁ]"
_PARTICLE = (
    r"(?:[Dd]e[nrl]?|[Vv]an|[Vv]on|[Dd]e la|[Dd]el|[Dd][aiou]s?|[Ll][ae]|[Ee]l|[Tt]er|[Tt]en|zu[mr]?|af"
    r"|Al|Mc|Mac|O|D|L)"
)
_SURNAME = rf"(?:{_PARTICLE}[ '’‐-]){{0,2}}{_UPPER}[^\W\d_]+(?: {_UPPER}[^\W\d_]+|['’‐-][^\W\d_]+){{0,2}}"
_INITIALS = rf"{_UPPER}\.?(?:[ -]?{_UPPER}\.?){{0,3}}"
LABEL = re.compile(
    r"[ \t>]*(?:[-*•‣·▪]\s+)?(?:\[(?P<square>\d{1,4})\]|\((?P<round>\d{1,4})\)"
    r"|(?P<dot>\d{1,4})(?:[.)](?=\s|[^\W\d])|:(?=\s))"
    r"|(?P<bare>\d{1,4})(?: {0,3}\t[\t ]*| {1,3})(?=\S))[.:]?[ \t]*"
)
"""A list label at the start of a line: ``[1]``, ``(1)``, ``1.``, ``1)``, ``1:`` as PubMed
counts, ``1`` and a blank."""
ALPHA_LABEL = rf"[a-z]{{0,3}}{_UPPER}[^\W\d_]{{0,7}}\+?\d\d(?:\d\d)?[a-z]?"
"""What BibTeX's alpha style prints in square brackets: ``Smi10``, ``ABC+12``, ``vdMLAN06``."""
LETTERED = re.compile(rf"[ \t>]*\[({ALPHA_LABEL})\][.:]?[ \t]*")
"""A list label of that style at the start of a line."""
YEARLESS = re.compile(r"[ \t>]*\[([A-Za-z]{1,12}\+?(?:\d\d)?[a-z]?)\][.:]?[ \t]+(?=\S)")
"""A label of that style whose entry has no year, or no author: ``End``, ``bib71``."""
BULLET = re.compile(r"[ \t]*(?:[-*•‣·▪○◦–—]|\u2022)[ \t]+")

PERSON_START = re.compile(
    rf"(?:{_SURNAME},? {_INITIALS}(?=[\s,.;:&(]|$)"  # Franke H, / Franke, H. / Franke HA.
    rf"|{_UPPER}(?:\.[ -]?{_UPPER}){{0,3}}(?:\.\s?|\s){_SURNAME}(?=[,.;:& (])"  # H. Franke,
    rf"|{_SURNAME}, {_UPPER}{_LOWER}+(?: {_UPPER}\.)?(?=[\s,.;:&(])"  # Franke, Helge
    r"|(?:[—–_-]{2,}|[—―])[.,] )"  # ———. (the same author again)
)
"""The ways entries of persons begin: surname and initials, initials and surname, surname and given name."""
AUTHOR_START = re.compile(
    rf"(?:{PERSON_START.pattern}"
    rf"|{_SURNAME}(?:,? {ET_AL_LATIN}| and | & |,? \(?{YEAR})"
    rf"|{_SURNAME}(?:; |/ ?){_SURNAME})"
)
"""The ways entries of any authors begin; looser, so that prose may begin like it too."""
_ORGANISATION_START = re.compile(
    rf"{_UPPER}[^.;:()]{{3,120}}?(?:\([^()]{{2,80}}\))?[.,:;]? ?\(?{YEAR}[a-z]?\)?[.,:; ]"
)
_YEAR = re.compile(rf"(?<![\d.,/-]){YEAR}[a-z]?(?![\d])")
_NO_YEAR = re.compile(rf"\b(?:{COMING_PATTERN}|{UNDATED_PATTERN})", re.IGNORECASE)
_VOLUME_PAGES = re.compile(
    r"\d\s?(?:\(\s?[\w –-]{1,14}\)|[,;]\s?(?:no|nr|iss?)\.?\s?\d++)?\s?[:,;]\s?(?:pp?\.\s?"
    r"|S\.\s?)?[eESA-Z]{0,2}\d+(?:\s?[-‐–—]\s?[eES]?\d+)?"
    r"|\b(?:pp?|S|str|с|С|pages?|Bd|vol|Vol|Jg|no|No)\.?\s?\d+|:e\d{3,}"
)
_ET_AL = re.compile(ET_AL_LATIN)
_LINK = re.compile(r"\b10\.\d{4,9}/\S|https?://|\bwww\.|\bdoi\b|PMID|PMC\d|\bISBN\b|arXiv", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:Press|Verlag|Publish\w*|Journal|Proc(?:eedings|\.)|Conference|University|Elsevier|Springer|Wiley|eds?\.|Hrsg\.|Report|Thesis|Dissertation"
    r"|Available (?:from|at|online)|Accessed|Retrieved|Aufgerufen|Guideline|Leitlinie|Registernr|In:)",
)
_SENTENCE = re.compile(
    r"\b(?:we|our|was|were|is|are|has|have|had|been|these|this|that|which|however|therefore|can|may|found|showed|wird|wurde|sind|dass|nous|est|sont|que)\b"
)

# Authors and year together in brackets, or "and Meier (1998)": prose cites, an entry is cited.
_CITING = re.compile(
    rf"\([^()]{{0,80}}{_UPPER}[^()]{{2,40}}[,. ] ?{YEAR}[a-z]?[);,]"
    rf"|(?:{ET_AL_LATIN},?|and {_SURNAME}|by {_SURNAME}|und {_SURNAME}) [(\[]{YEAR}[a-z]?[)\]]"
)
_CITES = 4

MIN_LIKENESS = 3
"""Signs an entry needs where no heading announces it; set on the two example articles and the 17 stored
documents: every entry of theirs has 3 or more, 99 % of their paragraphs have fewer."""
_SHORTEST, _LOOKED_AT, _PROSE_AT = 15, 1200, 600


def begins_like_entry(text: str) -> bool:
    """True where a line begins with authors, a label and then a name, or an organisation and a year."""
    label = LABEL.match(text)
    rest = text[label.end() :] if label else text.lstrip(" \t*•-–_>")
    return bool(
        AUTHOR_START.match(rest)
        or (label and _UPPER_START.match(rest))
        or _ORGANISATION_START.match(rest[:260])
    )


_UPPER_START = re.compile(rf"[\"“„'‘]?{_UPPER}")


def likeness(text: str) -> int:
    """Signs (about -2 to 7) that a paragraph is one entry: a beginning with authors, a year, numbers of
    volume and page, an address, words of publishing; minus the words of running sentences."""
    if len(text) < _SHORTEST:
        return 0
    text = text[:_LOOKED_AT]
    label = LABEL.match(text)
    body = text[label.end() :] if label else text.lstrip(" \t*•-–_>")
    score = 2 * bool(AUTHOR_START.match(body)) + bool(label)
    sentences = len(_SENTENCE.findall(body[:_PROSE_AT]))
    score -= min(3, sentences // 2 * 2 if sentences < 3 else sentences)
    score -= _CITES * cites(body)
    if score < 0:
        return score  # running prose; the rest of the signs would cost time and change nothing
    score += bool(_YEAR.search(body) or _NO_YEAR.search(body))
    score += bool(_VOLUME_PAGES.search(body)) + bool(_LINK.search(body)) + bool(_PLACE.search(body))
    return score + bool(_ET_AL.search(body, 0, 200))


def looks_like_entry(text: str) -> bool:
    """True where the signs suffice to call a paragraph an entry even without a heading above it."""
    return likeness(text) >= MIN_LIKENESS and (has_date(text) or bool(_LINK.search(text)))


def cites(text: str) -> bool:
    """True where a paragraph cites others by author and year, twice at least: prose, not an entry."""
    return len(_CITING.findall(text)) > 1


def sentence_words(text: str) -> int:
    """Words of running sentences at the beginning of a paragraph: verbs, pronouns, conjunctions."""
    return len(_SENTENCE.findall(text[:_PROSE_AT]))


def has_address(text: str) -> bool:
    """True where a DOI, an address or a number of a database is printed."""
    return bool(_LINK.search(text))


def has_date(text: str) -> bool:
    """True where a year is printed, or one of the words that stand for it ("in press")."""
    return bool(_YEAR.search(text) or _NO_YEAR.search(text))
