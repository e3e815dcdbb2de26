"""How a group of writers is named, and how it is joined to the names before it.

Words from the author lists of trials and guidelines in PubMed and Crossref, where one group stands as
"HYPERION Investigators", "The HYPERION Study Group" and "Writing Committee for the HYPERION Trial".
"""

from __future__ import annotations

_KIND_TABLE = """
    study trial trials group groups investigators investigator collaborators collaborative collaboration
    collaborator consortium network team teams committee committees subcommittee writing steering executive
    working research project initiative members member authors trialists researchers workgroup taskforce task
    force panel multicenter multicentre studiengruppe arbeitsgruppe
"""
GROUP_KINDS = frozenset(_KIND_TABLE.split())
"""Words that tell what kind of group it is; its name is what stands beside them."""
_LAST_TABLE = """
    group groups investigators collaborators collaboration collaborative consortium network team committee
    subcommittee members authors trialists researchers workgroup taskforce force panel studiengruppe
    arbeitsgruppe
"""
GROUP_LAST = frozenset(_LAST_TABLE.split())
"""Those with which the name of a group may end; journals end with "Research", and with numbers behind it."""
GROUP_JOINTS = (
    "for and on behalf of",
    "and on behalf of",
    "on behalf of",
    "in collaboration with",
    "together with",
    "writing for",
    "representing",
    "for",
)
"""What joins a group to the writers who speak for it, the longest first."""
