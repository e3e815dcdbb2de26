"""Comparing DOIs: one work may have several, but two DOIs are two records."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from litreview.model.match import FieldAgreement, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Work
from litreview.normalise.identifiers import clean_doi

# Cochrane ".pub3", F1000 ".2" (10.12688/f1000research.1234.2), preprints ".v2" and "/v2".
_VERSION = re.compile(r"(?:\.pub\d+|[./]v\d+|(?<=\d)\.\d)$")
_VERSIONED = re.compile(r"^10\.(?:1002/14651858|12688|21203|15252|1101|20944|31234|7287|48550)")

NEAR_DOI = 3
"""Letters that may be wrong, missing or swapped in a mistyped DOI. Among 7,989 Crossref works two pairs of
different prefixes are as near (crossref/works, works-reconstructed)."""


def compare_dois(cited: Work, found: Work) -> FieldAgreement:
    """Equal, missing, or different; "other version" where only the version part differs."""
    one, two = _fold(cited.doi), _fold(found.doi)
    if not one or not two:
        return FieldAgreement("DOI", Verdict.MISSING, one, two)
    if one == two:
        return FieldAgreement("DOI", Verdict.EQUAL, one, two)
    notes = (Note.OTHER_VERSION,) if unversioned(one) == unversioned(two) else ()
    return FieldAgreement("DOI", Verdict.DIFFERENT, one, two, notes)


def unversioned(doi: str) -> str:
    """A DOI without its version, for registrants known to number versions."""
    return _VERSION.sub("", doi) if _VERSIONED.match(doi) or ".pub" in doi else doi


def _fold(doi: str) -> str:
    return (clean_doi(doi) or doi.strip()).casefold()


def is_near_miss(printed: str, registered: str) -> bool:
    """True where a DOI can only be meant to be the other one: a few letters off, or under the same prefix.

    Under one prefix the same registrant gives both, and a source that holds the one would know the other.
    """
    if printed.partition("/")[0] == registered.partition("/")[0]:
        return True
    return OSA.distance(printed, registered, score_cutoff=NEAR_DOI) <= NEAR_DOI
