"""Where software, data, films and posts are kept: the publisher of what no press prints.

Names as DataCite's repositories and APA's examples write them, folded; collected from reference lists of
software papers.
"""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.patterns import any_of
from litreview.normalise.vocabulary.preprints import SERVERS

_NAMES = """
zenodo | figshare | dryad | dryad digital repository | github | gitlab | bitbucket | codeberg | sourceforge
pypi | python package index | cran | comprehensive r archive network | bioconductor | conda-forge
npm | crates.io
software heritage | osf | open science framework | harvard dataverse | dataverse | mendeley data | kaggle
hugging face | docker hub | pangaea | icpsr | uk data service | ieee dataport | openneuro
dandi archive | dagshub
youtube | vimeo | medium | stack overflow | wikipedia | twitter | reddit | slideshare | hal
"""
HOSTS = frozenset(SERVERS) | {
    name.strip() for line in _NAMES.strip().splitlines() for name in line.split("|")
}
"""Those names, and the servers of preprints."""
_RELEASED = re.compile(r",?\s(?:released|inc\.?)$", re.IGNORECASE)


def is_host(name: str) -> bool:
    """True where the words name such a place, "Zenodo, Released" included.

    >>> is_host("Zenodo"), is_host("GitHub repository"), is_host("Zenodotus")
    (True, True, False)
    """
    bare = _RELEASED.sub("", " ".join(name.split()).strip(" .,;")).casefold()
    return bare.removesuffix(" repository") in HOSTS


_DATA = """
dryad | figshare | zenodo | dataverse | pangaea | icpsr | uk data service | mendeley data | kaggle | openneuro
ieee dataport | dandi archive | gesis | datorium | eurostat | physionet | gene expression omnibus
"""
_SOFTWARE = """
github | gitlab | bitbucket | codeberg | sourceforge | pypi | python package index | cran | conda-forge
comprehensive r archive network | bioconductor | npm | crates.io | docker hub | software heritage
cran.r-project.org | pypi.org | r-project.org
"""
# DOI prefixes whose registrant keeps data (facts of the DOI registration agencies).
_DATA_PREFIXES = "10.5061 10.5281 10.6084 10.17632 10.7910 10.25338 10.5256 10.2210 10.15468 10.1594"
DATA_PREFIXES = frozenset(_DATA_PREFIXES.split())
"""DOI prefixes whose registrant publishes data and software, at another agency than Crossref."""


def _pattern(table: str) -> re.Pattern[str]:
    names = (name.strip() for line in table.strip().splitlines() for name in line.split("|"))
    return re.compile(rf"(?<![\w]){any_of(names)}(?![^\W_]*[a-z]{{3}})", re.IGNORECASE)


_DATA_NAME, _SOFTWARE_NAME = _pattern(_DATA), _pattern(_SOFTWARE)


def is_data_host(names: str) -> bool:
    """True where a name, an address or a DOI is of a place that keeps data.

    >>> is_data_host("https://doi.org/10.5281/zenodo.1234"), is_data_host("Springer")
    (True, False)
    """
    return bool(_DATA_NAME.search(names)) or any(f"{prefix}/" in names for prefix in DATA_PREFIXES)


def is_software_host(names: str) -> bool:
    """True where a name or an address is of a place that keeps software.

    >>> is_software_host("https://github.com/a/b"), is_software_host("Microsoft")
    (True, False)
    """
    return bool(_SOFTWARE_NAME.search(names))
