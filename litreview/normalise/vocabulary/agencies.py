"""Registration agencies other than Crossref, by the prefixes of their DOIs: whose absence proves nothing.

A small table of well-known repositories, archives and registrants (collected by hand, 2026; no list of all
prefixes is public). A prefix that is not here may still be another agency's: "" means "not known", never
"Crossref". A wrong row costs an accusation left out, never a false one.
"""

from __future__ import annotations

import re

_DATACITE = """
10.5281 10.6084 10.5061 10.48550 10.17605 10.7910 10.17632 10.1594 10.15468 10.3886 10.5255 10.3929 10.14279
10.18452 10.17169 10.25384 10.17863 10.5067 10.5066 10.25338 10.5256 10.22002 10.21227 10.18112 10.24433
10.57967 10.34740 10.13140 10.6073 10.4121 10.4232 10.17026 10.5075 10.4119
"""
_OTHERS = {
    "mEDRA": "10.1400",
    "ISTIC": "10.11887 10.3969 10.3760 10.3321",
    "KISTI": "10.5392",
    "JaLC": "10.11501 10.15017 10.18999 10.20729 10.24517",
    "the Publications Office of the EU": "10.2760 10.2777 10.2785",
}
_KEEPERS = {
    "10.48550": "arXiv", "10.5281": "Zenodo", "10.6084": "figshare", "10.5061": "Dryad", "10.17605": "OSF",
    "10.7910": "Harvard Dataverse", "10.17632": "Mendeley Data", "10.1594": "PANGAEA",
}  # fmt: skip
AGENCIES = dict.fromkeys(_DATACITE.split(), "DataCite") | {
    prefix: agency for agency, prefixes in _OTHERS.items() for prefix in prefixes.split()
}
"""Prefix → agency."""
# Chinese journals name CNKI's or the national ISSN scheme in the DOI; ISTIC registers nearly all of them.
_CHINESE = re.compile(r"10\.\d{4,9}/(?:j\.)?cnki[.:]", re.IGNORECASE)


def agency_of(doi: str) -> str:
    """The registration agency of a DOI where its prefix tells that it is another than Crossref, else "".

    >>> agency_of("10.5281/zenodo.1234567"), agency_of("10.1136/bmj.1")
    ('DataCite', '')
    """
    found = AGENCIES.get(doi.partition("/")[0], "")
    return found or ("ISTIC" if _CHINESE.match(doi) else "")


def keeper_of(doi: str) -> str:
    """The repository that a DOI's prefix stands for (arXiv, Zenodo …), else ""."""
    return _KEEPERS.get(doi.partition("/")[0], "")
