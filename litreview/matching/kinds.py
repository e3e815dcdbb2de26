"""Kinds of record that share title and authors and yet are different works: preprint, article, data set."""

from __future__ import annotations

from litreview.model.work import Work
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.hosts import DATA_PREFIXES
from litreview.normalise.vocabulary.preprints import PREFIXES, SERVER_WORDS, SERVERS

_DATA_NAMES = "dataset datasets dryad zenodo figshare dataverse pangaea"
DATA_NAMES = frozenset(_DATA_NAMES.split())
PREPRINT, DATA, PUBLISHED, UNKNOWN = "preprint", "data", "published", ""
_BOTH = frozenset({"10.1101"})
"""Cold Spring Harbor registers bioRxiv and its journals ("10.1101/gr.…") under one prefix."""


def kind_of(work: Work) -> str:
    """``preprint``, ``data``, ``published`` or "" where nothing tells.

    A journal's name says more than a DOI, which may be that of the data or of the preprint.
    """
    words = set(fold(f"{work.container_title} {work.publisher}").split()[:4])
    if work.type in ("posted-content", "preprint") or words & SERVER_WORDS or work.arxiv:
        return PREPRINT if not work.volume else PUBLISHED
    if work.type in ("dataset", "data set") or words & DATA_NAMES:
        return DATA
    if has_place(work):
        return PUBLISHED
    prefix, _, suffix = work.doi.partition("/")
    if prefix in PREFIXES and not (prefix in _BOTH and suffix[:1].isalpha()):
        return PREPRINT
    if prefix in DATA_PREFIXES:
        return DATA
    return PUBLISHED if work.volume or work.container_title else UNKNOWN


def has_place(work: Work) -> bool:
    """True where a journal is named that is no server of preprints: the text was published there.

    "CoRR abs/2104.00001" is how computer scientists write an arXiv number.
    """
    name = fold(work.container_title)
    if not name or work.volume.casefold().startswith("abs/"):
        return False
    return not (set(name.split()) & (SERVER_WORDS | DATA_NAMES) or any(server in name for server in SERVERS))
