"""Kinds of record that share title and authors and yet are different works: preprint, article, data set."""

from __future__ import annotations

from litreview.model.work import Work
from litreview.normalise.text import fold

# DOI prefixes by what their registrant publishes (facts of the DOI registration agencies).
_PREPRINT_PREFIXES = """
10.1101 10.48550 10.21203 10.20944 10.2139 10.26434 10.31234 10.31219 10.31235 10.31222 10.31223 10.35542
10.22541 10.36227 10.32942 10.33774 10.14293 10.7287 10.64898
"""
_DATA_PREFIXES = "10.5061 10.5281 10.6084 10.17632 10.7910 10.25338 10.5256 10.2210 10.15468 10.1594"
_PREPRINT_NAMES = "arxiv biorxiv medrxiv psyarxiv chemrxiv socarxiv ssrn preprints authorea"
_DATA_NAMES = "dryad zenodo figshare dataverse pangaea"
PREPRINT_PREFIXES, DATA_PREFIXES = frozenset(_PREPRINT_PREFIXES.split()), frozenset(_DATA_PREFIXES.split())
PREPRINT_NAMES, DATA_NAMES = frozenset(_PREPRINT_NAMES.split()), frozenset(_DATA_NAMES.split())
PREPRINT, DATA, PUBLISHED, UNKNOWN = "preprint", "data", "published", ""
_BOTH = frozenset({"10.1101"})
"""Cold Spring Harbor registers bioRxiv and its journals ("10.1101/gr.…") under one prefix."""


def kind_of(work: Work) -> str:
    """``preprint``, ``data``, ``published`` or "" where nothing tells."""
    words = set(fold(f"{work.container_title} {work.publisher}").split()[:4])
    if work.type in ("posted-content", "preprint") or words & PREPRINT_NAMES or work.arxiv:
        return PREPRINT if not work.volume else PUBLISHED
    if work.type in ("dataset", "data set") or words & DATA_NAMES:
        return DATA
    prefix, _, suffix = work.doi.partition("/")
    if prefix in PREPRINT_PREFIXES and not (prefix in _BOTH and suffix[:1].isalpha()):
        return PREPRINT
    if prefix in DATA_PREFIXES:
        return DATA
    return PUBLISHED if work.volume or work.container_title else UNKNOWN
