"""Which rows may be pooled together, and pooling them."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp
from statistics import NormalDist
from typing import TYPE_CHECKING

from litreview.evidence.pooling import Pooled, pool
from litreview.evidence.rows import EvidenceRow

if TYPE_CHECKING:
    import pandas as pd

_ALWAYS = ("measure", "scale", "better")
_CI95 = 2.0 * NormalDist().inv_cdf(0.975)
"""Width of a 95 % interval in standard errors: printed intervals are taken as normal."""


def variance_of(row: EvidenceRow) -> float | None:
    """Sampling variance from the printed 95 % interval, on the scale of analysis; None without one."""
    if row.kind is None or row.ci_low is None or row.ci_high is None:
        return None
    return ((row.kind.analyse(row.ci_high) - row.kind.analyse(row.ci_low)) / _CI95) ** 2


def group_rows(rows: Iterable[EvidenceRow], by: tuple[str, ...]) -> dict[tuple[str, ...], list[EvidenceRow]]:
    """Rows by the values of ``by``, measure, scale and good end of the scale, in order of appearance."""
    groups: dict[tuple[str, ...], list[EvidenceRow]] = {}
    for row in rows:
        measure = row.kind.name if row.kind else row.measure
        key = (*(str(getattr(row, name) or "") for name in by), measure, row.scale, row.better)
        groups.setdefault(key, []).append(row)
    return groups


def refusal(rows: list[EvidenceRow]) -> str:
    """Why these rows, alike in measure and scale, must not be pooled; empty where they may."""
    keys = [row.study for row in rows]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    reasons = (
        (rows[0].kind is None, f"{rows[0].measure or 'no measure'}: no effect measure that can be pooled"),
        (len(rows) == 0, "no usable result"),
        (
            bool(twice),
            f"{', '.join(twice)}: more than once in the group, so that its patients would count twice",
        ),
        (any(variance_of(row) == 0.0 for row in rows), "an interval of width 0 has no usable variance"),
        (not rows[0].better, "which end of the scale is good is not known: signs may run both ways"),
        (len(rows) == 1, "one result: nothing to pool"),
    )
    return next((reason for broken, reason in reasons if broken), "")


def pool_groups(
    rows: Iterable[EvidenceRow], by: tuple[str, ...], method: str, adjust: str | None, pi: str, level: float
) -> pd.DataFrame:
    """One line per group: its key, k, n, the pooled numbers on the printed scale, and a reason or a note."""
    import pandas as pd

    pool([0.0], [1.0], method, adjust, pi, level)  # a wrong option is an error even where no group is pooled
    lines = []
    for key, members in group_rows(rows, by).items():
        left_out, usable = _split(members)
        reason = refusal(usable) if usable else "no result that can be used"
        line: dict[str, object] = dict(zip((*by, *_ALWAYS), key, strict=True))
        line |= {"studies": "; ".join(row.study for row in usable), "k": len(usable)}
        line |= {"n": sum(row.n for row in usable if row.n is not None) or None}
        if not reason:
            y = [row.kind.analyse(row.estimate) for row in usable if row.kind and row.estimate is not None]
            v = [variance for row in usable if (variance := variance_of(row)) is not None]
            line |= _numbers(pool(y, v, method, adjust, pi, level), usable)
        notes = [*left_out, *([] if reason else _warnings(usable))]
        lines.append(line | {"reason": reason, "note": "; ".join(notes)})
    frame = pd.DataFrame(lines).reindex(
        columns=[*by, *_ALWAYS, "studies", "k", "n", *_NUMBERS, "reason", "note"]
    )
    return frame.astype({"n": "Int64"})


_NUMBERS = ("estimate", "ci_low", "ci_high", "pi_low", "pi_high", "tau2", "i2", "q", "q_p", "method")


def _split(rows: list[EvidenceRow]) -> tuple[list[str], list[EvidenceRow]]:
    """What is left out, in words, and what is left."""
    notes, usable = [], []
    for row in rows:
        if row.superseded:
            notes.append(f"{row.study} left out: superseded by {row.superseded}")
        elif not row.has_interval:
            notes.append(f"{row.study} left out: no {'estimate' if row.estimate is None else 'interval'}")
        else:
            usable.append(row)
    return notes, usable


def _warnings(rows: list[EvidenceRow]) -> Iterable[str]:
    reviews = dict.fromkeys(row.study for row in rows if (row.n_studies or 1) > 1)
    if len(rows) > 1 and reviews:
        yield f"{', '.join(reviews)}: results of reviews; trials shared between them count twice"


def _numbers(pooled: Pooled, rows: list[EvidenceRow]) -> dict[str, object]:
    ratio = rows[0].kind is not None and rows[0].kind.ratio
    values: dict[str, object] = {name: getattr(pooled, name) for name in _NUMBERS}
    for name in _NUMBERS[:5]:
        value = getattr(pooled, name)
        values[name] = exp(value) if ratio and value is not None else value
    return values
