"""Whether an entry states anything as its DOI: whole, short, broken or malformed."""

from __future__ import annotations

from litreview.formats.pens import pen_of
from litreview.formats.plain import plain_text
from litreview.model.reference import Reference
from litreview.normalise.printed_dois import gives_doi, short_dois


def states_doi(reference: Reference) -> bool:
    """True where something stands in the place of a DOI. Of a record only its own field counts, and a short
    DOI in its address: ``doi = {…}`` within a note is words."""
    if not reference.notation.is_record:
        return gives_doi(plain_text(reference))
    pen = pen_of(reference.notation)
    field = pen.read(reference, "DOI") if pen else None
    return bool(field and field.strip()) or bool(short_dois(reference.work.url))
