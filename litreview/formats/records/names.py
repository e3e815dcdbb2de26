"""Names as bibliographies write them: one per value, "Family, Given[, Suffix]" or an organisation."""

from __future__ import annotations

import re

from litreview.model.work import Name
from litreview.normalise.names import parse_name
from litreview.normalise.vocabulary.suffixes import GENERATIONS

_SUFFIX = re.compile(rf"(?i)(?:{'|'.join(GENERATIONS)}|[ivx]{{2,4}})\.?")
_PARTICLE = re.compile(r"(?P<particle>(?:[a-zà-ÿ']+ )+)(?P<family>[^a-z].*)")


def read_name(text: str) -> Name:
    """A name of a record; without a comma ``normalise.names`` says whether it is a person.

    A comma at the end, or two inside, mark an organisation (EndNote's convention).

    >>> read_name("van der Berg, Jan, Jr.").particle, read_name("World Health Organization").literal
    ('van der', 'World Health Organization')
    """
    text = " ".join(text.split())
    if ",," in text:
        return Name(literal=re.sub(r",,+ ?", ", ", text).strip(", "))
    if "," not in text:
        return parse_name(text)
    family, *rest = (part.strip() for part in text.split(","))
    rest = [part for part in rest if part]
    suffix = next((part for part in rest if _SUFFIX.fullmatch(part)), "") if len(rest) > 1 else ""
    given = ", ".join(part for part in rest if part != suffix)
    if not family or (not given and not suffix):
        return Name(literal=family or given or text) if " " in family or not family else Name(family)
    return person_name(family, given, suffix)


def is_suffix(text: str) -> bool:
    """ "Jr.", "III": what may stand between family and given name."""
    return _SUFFIX.fullmatch(text.strip()) is not None


def person_name(family: str, given: str, suffix: str = "") -> Name:
    """A person with the particles in front of the family name ("van der Berg") set apart."""
    match = _PARTICLE.fullmatch(family)
    if match:
        return Name(match["family"], given, match["particle"].strip(), suffix)
    return Name(family, given, suffix=suffix)


def write_name(name: Name) -> str:
    """The form RIS, EndNote and Zotero share, "van der Berg, Jan, Jr."; ``read_name`` reads it back."""
    if name.literal:
        plain = name.literal
        if "," not in plain and parse_name(plain).literal:
            return plain
        return plain.replace(", ", ",, ", 1) if ", " in plain else plain + ("," if " " in plain else ",,")
    family = " ".join(part for part in (name.particle, name.family) if part)
    if not name.given and not name.suffix:
        return family if parse_name(family) == name else f"{family},"
    return ", ".join(part for part in (family, name.given, name.suffix) if part)
