"""Servers on which works are posted before a journal prints them.

Names as their DOI registrations and reference lists write them, folded; prefixes from the agencies' records.
"""

from __future__ import annotations

SERVERS = (
    "arxiv", "biorxiv", "medrxiv", "chemrxiv", "psyarxiv", "socarxiv", "ssrn", "research square",
    "preprints org", "osf preprints", "sportrxiv", "authorea", "peerj preprints", "techrxiv", "eartharxiv",
)  # fmt: skip
"""Names under which preprints are cited and registered."""
SERVER_WORDS = frozenset(name for name in SERVERS if " " not in name) | {"preprints"}
"""Those of one word, and what the names of two end with."""
_PREFIXES = """
10.1101 10.48550 10.21203 10.20944 10.2139 10.26434 10.31234 10.31219 10.31235 10.31222 10.31223 10.35542
10.22541 10.36227 10.32942 10.33774 10.14293 10.7287 10.64898
"""
PREFIXES = frozenset(_PREFIXES.split())
"""DOI prefixes whose registrant posts preprints."""
