"""Whether an entry states anything as its DOI: whole, short, broken or malformed."""

from __future__ import annotations

import re

from litreview.formats.pens import pen_of
from litreview.formats.plain import plain_text
from litreview.model.reference import Reference
from litreview.normalise.identifiers import clean_doi
from litreview.normalise.printed_dois import gives_doi, short_dois

_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/(?P<doi>10\.\S+)", re.IGNORECASE)


def states_doi(reference: Reference) -> bool:
    """True where something stands in the place of a DOI. Of a record only its own field counts, and a DOI, be
    it short, as its address: ``doi = {…}`` within a note is words."""
    if not reference.notation.is_record:
        return gives_doi(plain_text(reference))
    pen = pen_of(reference.notation)
    field = pen.read(reference, "DOI") if pen else None
    return (
        bool(field and field.strip()) or bool(short_dois(reference.work.url)) or bool(linked_doi(reference))
    )


def linked_doi(reference: Reference) -> str:
    """The DOI that an entry's address is (``url = {https://doi.org/…}``); empty where it is a page's."""
    found = _RESOLVER.fullmatch(reference.work.url.strip())
    return clean_doi(found["doi"]) if found else ""
