"""Organisations among author names: told by their words, kept whole."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.years import YEAR

_WORD_TABLE = """
    organization organisation institute institut institutes ministry ministerium bundesministerium department
    bureau association society council committee commission union university universität université
    collaboration consortium group network foundation stiftung agency administration centers centres
    federation bundesamt bundesärztekammer bundesvereinigung arbeitsgemeinschaft gesellschaft verband
    vereinigung nations office investigators trialists team force academy college federal survey
    bundeszentrale bundesregierung bundestag ministère organización comité kommission ausschuss landesamt amt
    bank fund staff panel company corporation inc ltd gmbh service services board secretariat authority
    initiative programme program parliament european cochrane collaborators editors workgroup taskforce
    developers contributors maintainers community project facility center centre museum observatory
    laboratory laboratories ministerio ministero ministère ministério instituto istituto universidad
    universidade università universiteit consejo asociación fundación fundação agencia agence oficina
    departamento sociedad
    société conseil laboratoire association comissão comisión secretaría gobierno
"""
_PEOPLE_TABLE = "developers contributors maintainers collaborators"
_TEAM_TABLE = "development core developer project research editorial"
# Words that begin titles as well: "Community Ecology Package", "Museum Practice Today".
_LAST_TABLE = """
    community project facility museum center centre group team network union survey staff service
    services board program programme bank fund office force panel federal european college company
"""
_SUFFIX = re.compile(
    r"(?:A\.\s?C|e\.\s?V|S\.\s?[AL]|Inc|Ltd|LLC|PBC|GmbH|Corp|Co|Pty Ltd|plc)\.?", re.IGNORECASE
)
_JOINER_TABLE = "of for für the on in des and und zur on pour des against to"
_LINK_TABLE = _JOINER_TABLE + " der de del du la des the e y do da"
_TITLE_TABLE = """
    report bericht guideline guidelines leitlinie handbook handbuch the a an review study studies analysis
    journal effects effect role
"""
_WORDS = frozenset(_WORD_TABLE.split())
# Lower-case words that join the words of an organisation but are no name particles.
_JOINERS = frozenset(_JOINER_TABLE.split())
_LINKS = frozenset(_LINK_TABLE.split())
# Behind small words too: "The pandas development team".
_PEOPLE, _TEAMS = frozenset(_PEOPLE_TABLE.split()), frozenset(_TEAM_TABLE.split())
_ONLY_LAST = frozenset(_LAST_TABLE.split())
_TITLE_WORDS = frozenset(_TITLE_TABLE.split())
_ACRONYM = re.compile(r"[A-Z][A-Za-z&-]*[A-Z]{2,}[A-Za-z]*|[A-Z]{4,}")
_BRACKET = re.compile(r"\([^()]*\)")
_HEAD = re.compile(rf"[^.:?!\d\"“„»]{{6,300}}?(?=\.\s|:\s|\s?[\[(]?{YEAR})")
_ACRONYM_BRACKET = re.compile(r"\((?=[^()]*[A-ZÄÖÜ]{2})[A-ZÄÖÜa-z][\w&/ -]{1,14}\)$")
_LONGEST_NAME, _LONGEST_TEAM = 9, 4
"""Most words of a name that is told from a title by its words, and of one with small letters ("the pandas
development team"): judgement, from lists of software papers; longest seen 8 and 4."""
_INITIAL = re.compile(r"(?<![^\W\d_])[A-Z]\.|,\s*[A-Z]{1,2}(?=[,;\s]|$)|\s[A-Z]{1,3}(?=,|;|$)")


def is_organisation(text: str) -> bool:
    """True where the words are an organisation's: "WHO", "World Health Organization".

    >>> is_organisation("van der Berg, J."), is_organisation("Centers for Disease Control and Prevention")
    (False, True)
    """
    bare = _BRACKET.sub(" ", text).strip(" .,")
    words = bare.split()
    if not words:
        return False
    if len(words) == 1:
        acronym = len(bare) <= 8 and bool(_ACRONYM.fullmatch(bare))
        return acronym or bare.casefold() in _WORDS or _long_compound(bare)
    low = [word.strip(".,").casefold() for word in words]
    if any(word in _WORDS for word in low):
        return not _INITIAL.search(bare) or len(words) > 4
    if _INITIAL.search(bare):
        return False
    joiners = sum(word in _JOINERS and word == original for word, original in zip(low, words, strict=True))
    if not joiners or len(words) < 3 or bare.count(",") > 1 or low[0] in {"von", "van"}:
        return False
    return joiners != sum(word in {"and", "und"} for word in low)


def split_organisations(text: str) -> tuple[str, ...]:
    """The organisations of a list that names nothing else; empty where it names people.

    >>> split_organisations("Bundesärztekammer (BÄK), Kassenärztliche Bundesvereinigung (KBV)")
    ('Bundesärztekammer (BÄK)', 'Kassenärztliche Bundesvereinigung (KBV)')
    """
    parts = [part.strip() for part in re.split(r"[;,](?![^()]{0,300}\))", text) if part.strip(" .")]
    if len(parts) > 1 and all(is_organisation(part) for part in parts):
        return tuple(parts)
    if ";" in text or not is_organisation(text):
        return ()
    return (text,)


def leading_organisations(text: str, start: int) -> tuple[int, int] | None:
    """The span of the organisations an entry begins with, up to its full stop, colon or year; None where it
    begins with people or where the words may as well be a title.

    >>> leading_organisations("World Health Organization. Global report. Geneva: WHO; 2010.", 0)
    (0, 25)
    """
    head = _HEAD.match(text, start)
    if not head or not text[head.end() :].strip(" .():0123456789"):
        return None
    return (start, head.end()) if are_organisations(head.group()) else None


def are_organisations(text: str) -> bool:
    """True where the words can but name organisations: not a title, not people.

    >>> are_organisations("The Quarry development team"), are_organisations("The role of the team")
    (True, False)
    """
    parts = [part.strip() for part in re.split(r"[;,](?![^()]{0,300}\))", text) if part.strip(" .")]
    named = [part for part in parts if not _SUFFIX.fullmatch(part)]
    surely = [bool(_ACRONYM_BRACKET.search(part)) or _names_itself(part) for part in named]
    return bool(named) and all(surely) and not any(_INITIAL.search(part) for part in named)


def _names_itself(part: str) -> bool:
    """Ends or begins with a word that only organisations have, and holds no word of a title."""
    words = part.removeprefix("The ").split()
    low = [word.strip(".,()").casefold() for word in words]
    if (
        not low
        or len(low) > _LONGEST_NAME
        or _TITLE_WORDS & set(low[:1])
        or _TITLE_WORDS - {"the"} & set(low)
    ):
        return False
    small = [word for word in words if word[0].islower() and word not in _LINKS]
    if small:
        people = low[-1] in _PEOPLE or (low[-1] == "team" and low[-2] in _TEAMS)
        return people and len(low) <= _LONGEST_TEAM and _LINKS.isdisjoint(words)
    link = next((at for at, word in enumerate(words) if word in _LINKS), len(words))
    first = low[0] in _WORDS and (low[0] not in _ONLY_LAST or link == 1)
    return first or low[-1] in _WORDS or low[link - 1] in _WORDS or _long_compound(low[0])


def _long_compound(word: str) -> bool:
    """German one-word bodies: Bundesärztekammer, Gesundheitsministerium."""
    low = word.casefold()
    endings = (
        "kammer",
        "ministerium",
        "vereinigung",
        "gesellschaft",
        "verband",
        "institut",
        "bundesamt",
        "kommission",
        "stiftung",
    )
    return low.endswith(endings) and len(low) > 12
