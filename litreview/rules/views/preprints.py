"""Preprints: works a server posted before, or instead of, a journal."""

from __future__ import annotations

from litreview.model.work import Work
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.preprints import SERVERS

_REGISTERED_TYPES = frozenset({"article", "posted-content", "preprint"})


def is_preprint(work: Work) -> bool:
    """True where the record says that it is one: its type, its server, or the relation it has."""
    if any(relation.kind == "is-preprint-of" for relation in work.relations):
        return True
    return work.type in _REGISTERED_TYPES and not work.volume


def names_server(work: Work) -> bool:
    """True where a reference itself names a preprint server, or has an arXiv number."""
    named = fold(f"{work.container_title} {work.publisher} {work.note} {work.url}")
    return bool(work.arxiv) or any(server in named for server in SERVERS) or "preprint" in named


def published_version(work: Work) -> str:
    """The DOI of the published paper, as the preprint's record names it; empty where it names none."""
    return next((relation.id for relation in work.relations if relation.kind == "is-preprint-of"), "")
