"""Where software, data, films and posts are kept: the publisher of what no press prints.

Names as DataCite's repositories and APA's examples write them, folded; collected from reference lists of
software papers.
"""

from __future__ import annotations

import re

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
