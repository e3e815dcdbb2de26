"""What other registers have of the same work: one that agrees with the reference outweighs the record."""

from __future__ import annotations

from litreview.matching.agreement import compare
from litreview.matching.belief.known import AGREEING, Known
from litreview.model.match import Verdict
from litreview.model.work import Work


def disbelieved_by_witness(field: str, known: Known) -> str:
    """The register that has the cited value, in words; empty where none has."""
    for witness in known.witnesses:
        item = compare(known.cited, witness)[field]
        if item.verdict in AGREEING:
            return f"{witness.source or 'another register'} does not say: it has {item.found}"
    return ""


def has_support(field: str, known: Known) -> bool:
    """True where another register says what the record says, and none says otherwise."""
    verdicts = [_between(known.record, witness, field) for witness in known.witnesses]
    return any(one in AGREEING for one in verdicts) and Verdict.DIFFERENT not in verdicts


def _between(record: Work, witness: Work, field: str) -> Verdict:
    return compare(record, witness)[field].verdict
