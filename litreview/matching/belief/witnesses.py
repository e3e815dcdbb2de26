"""What other registers have of the same work: one that agrees with the reference outweighs the record."""

from __future__ import annotations

from litreview.matching.agreement import compare
from litreview.matching.belief.known import AGREEING, Known


def disbelieved_by_witness(field: str, known: Known) -> str:
    """The register that has the cited value, in words; empty where none has."""
    for witness in known.witnesses:
        item = compare(known.cited, witness)[field]
        if item.verdict in AGREEING:
            return f"{witness.source or 'another register'} does not say: it has {item.found}"
    return ""
