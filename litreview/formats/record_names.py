"""Names as bibliographies write them: one per value, "Family, Given[, Suffix]" or an organisation."""

from __future__ import annotations

import re

from litreview.model.work import Name

_SUFFIX = re.compile(r"(?i)(?:jr|sr|[ivx]{2,4}|2nd|3rd)\.?")
_SURNAME_INITIALS = re.compile(r"(?P<family>\S+(?: \S+){0,3}?) (?P<given>(?:[A-ZÀ-Þ]\.?-?){1,4})")
_PARTICLE = re.compile(r"(?P<particle>(?:[a-zà-ÿ']+ )+)(?P<family>[^a-z].*)")


def read_name(text: str) -> Name:
    """A name of a record. Without a comma only "Franke H" is a person; the rest is an organisation.

    >>> read_name("van der Berg, Jan, Jr."), read_name("World Health Organization").literal
    (Name(family='Berg', given='Jan', particle='van der', suffix='Jr.', literal=''), 'World Health Organization')
    """
    text = " ".join(text.split())
    if ",," in text:  # EndNote's way to keep a comma inside an organisation's name
        return Name(literal=re.sub(r",,+ ?", ", ", text).strip(", "))
    if "," not in text:
        match = _SURNAME_INITIALS.fullmatch(text)
        return _person(match["family"], match["given"]) if match else Name(literal=text)
    family, *rest = (part.strip() for part in text.split(","))
    rest = [part for part in rest if part]
    suffix = next((part for part in rest if _SUFFIX.fullmatch(part)), "") if len(rest) > 1 else ""
    given = ", ".join(part for part in rest if part != suffix)
    if not family or (not given and not suffix):
        return Name(literal=family or given or text) if " " in family or not family else Name(family)
    return _person(family, given, suffix)


def _person(family: str, given: str, suffix: str = "") -> Name:
    match = _PARTICLE.fullmatch(family)
    if match:
        return Name(match["family"], given, match["particle"].strip(), suffix)
    return Name(family, given, suffix=suffix)


def write_name(name: Name) -> str:
    """ "van der Berg, Jan, Jr." — the form RIS, EndNote and Zotero's CSV share."""
    if name.literal:
        return name.literal.replace(", ", ",, ", 1)
    family = " ".join(part for part in (name.particle, name.family) if part)
    if not name.given and not name.suffix:
        return f"{family},"
    return ", ".join(part for part in (family, name.given, name.suffix) if part)
