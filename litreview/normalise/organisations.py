"""Organisations among author names: told by their words, kept whole."""

from __future__ import annotations

import re

_WORDS = frozenset(
    "organization organisation institute institut institutes ministry ministerium bundesministerium department bureau association society council"
    " committee commission union university universität université collaboration consortium group network foundation stiftung agency"
    " administration centers centres federation bundesamt bundesärztekammer bundesvereinigung arbeitsgemeinschaft gesellschaft verband"
    " vereinigung nations office investigators trialists team force academy college federal survey bundeszentrale bundesregierung"
    " bundestag ministère organización comité kommission ausschuss landesamt amt bank fund staff panel company corporation"
    " inc ltd gmbh service services board secretariat authority initiative programme program parliament european cochrane collaborators"
    " editors workgroup taskforce developers".split()
)
# Lower-case words that join the words of an organisation but are no name particles.
_JOINERS = frozenset("of for für the on in des and und zur on pour des against to".split())
_ACRONYM = re.compile(r"[A-Z][A-Za-z&-]*[A-Z]{2,}[A-Za-z]*|[A-Z]{4,}")
_BRACKET = re.compile(r"\([^()]*\)")
_INITIAL = re.compile(r"(?<![^\W\d_])[A-Z]\.|,\s*[A-Z]{1,2}(?=[,;\s]|$)|\s[A-Z]{1,3}(?=,|;|$)")


def is_organisation(text: str) -> bool:
    """True where the words are an organisation's: "WHO", "World Health Organization", "Bundesärztekammer (BÄK)".

    >>> is_organisation("van der Berg, J."), is_organisation("Centers for Disease Control and Prevention")
    (False, True)
    """
    bare = _BRACKET.sub(" ", text).strip(" .,")
    words = bare.split()
    if not words:
        return False
    if len(words) == 1:
        return (
            bool(_ACRONYM.fullmatch(bare))
            and len(bare) <= 8
            or bare.casefold() in _WORDS
            or _long_compound(bare)
        )
    low = [word.strip(".,").casefold() for word in words]
    if any(word in _WORDS for word in low):
        return not _INITIAL.search(bare) or len(words) > 4
    if _INITIAL.search(bare):
        return False
    joiners = sum(word in _JOINERS and word == original for word, original in zip(low, words, strict=True))
    commas = bare.count(",")
    return (
        joiners > 0
        and len(words) >= 3
        and commas <= 1
        and words[0].casefold() not in {"von", "van"}
        and not (joiners == sum(word in {"and", "und"} for word in low))
    )


def split_organisations(text: str) -> tuple[str, ...]:
    """The organisations of a list that names nothing else; empty where it names people.

    >>> split_organisations("Bundesärztekammer (BÄK), Kassenärztliche Bundesvereinigung (KBV)")
    ('Bundesärztekammer (BÄK)', 'Kassenärztliche Bundesvereinigung (KBV)')
    """
    parts = [part.strip() for part in re.split(r"[;,](?![^()]*\))", text) if part.strip(" .")]
    if len(parts) > 1 and all(is_organisation(part) for part in parts):
        return tuple(parts)
    if ";" in text or not is_organisation(text):
        return ()
    return (text,)


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
