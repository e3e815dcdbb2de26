"""Baselines: the findings a project already knows, so that only new ones count."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from litreview.model.errors import InputError
from litreview.model.finding import Finding, singles
from litreview.normalise.whole_numbers import whole_number

SCHEMA = "litreview.baseline/1"
KNOWN = "known: in the baseline"
"""What ``Finding.suppressed`` says of a finding that an earlier run already had."""

_STATUS_PREFIX = "S4"


@dataclass(frozen=True, slots=True)
class Baseline:
    """What an earlier run knew; an empty one where there was none.

    ``counts`` says of each fingerprint how many such findings one article had. ``statuses`` are pairs of work
    and rule code of what was known about works' status, None where nothing was asked before.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    statuses: frozenset[tuple[str, str]] | None = None


def fingerprint(finding: Finding) -> str:
    """What stays the same about a finding when lines move: rule, article, entry, field and both values."""
    parts = (
        finding.rule, finding.article, finding.reference or finding.citation, finding.field,
        finding.cited, finding.found, finding.work,
        "" if finding.reference or finding.field else finding.message,
    )  # fmt: skip
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def write_baseline(findings: Sequence[Finding]) -> str:
    """The baseline file of these findings: JSON, sorted, with the message beside each fingerprint.

    Articles go by their path there, as files do; of several that share one, the one with most counts. Each
    place is known by itself, so that one more of a kind is new.
    """
    findings = tuple(singles(findings))
    rows = sorted(
        {
            (item.article, item.rule, item.reference, fingerprint(item), item.message, item.work)
            for item in findings
        }
    )
    keys = ("article", "rule", "reference", "fingerprint", "message", "work")
    counts: dict[str, int] = {}
    for (_, key), count in Counter((item.article_at, fingerprint(item)) for item in findings).items():
        counts[key] = max(count, counts.get(key, 0))
    entries = [dict(zip(keys, row, strict=True)) | {"count": counts[row[3]]} for row in rows]
    return json.dumps({"schema": SCHEMA, "findings": entries}, ensure_ascii=False, indent=1) + "\n"


def read_baseline(path: Path) -> Baseline:
    """What the run that wrote the file knew.

    Raises:
        InputError: the file is missing or is no baseline.
    """
    entries = _entries(path)
    pairs = ((str(entry.get("work", "")), str(entry.get("rule", ""))) for entry in entries)
    return Baseline(
        {str(entry["fingerprint"]): whole_number(str(entry.get("count", 1))) or 1 for entry in entries},
        frozenset((work, rule) for work, rule in pairs if rule.startswith(_STATUS_PREFIX)),
    )


def _entries(path: Path) -> list[dict[str, object]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InputError("no such baseline", path=path, advice="write one with --save-baseline") from error
    except OSError as error:
        raise InputError("the baseline cannot be read", path=path) from error
    except (ValueError, RecursionError) as error:
        raise InputError("is not a baseline: not JSON", path=path) from error
    entries = data.get("findings") if isinstance(data, dict) and data.get("schema") == SCHEMA else None
    if not isinstance(entries, list) or not all(isinstance(e, dict) and "fingerprint" in e for e in entries):
        raise InputError(f"is not a baseline ({SCHEMA})", path=path)
    return entries


def apply_baseline(findings: Iterable[Finding], known: Baseline) -> tuple[Finding, ...]:
    """The findings, those already known marked in ``suppressed``; a second copy in one article is new."""
    used: Counter[tuple[int | None, str]] = Counter()
    marked: list[Finding] = []
    for finding in findings:
        key = fingerprint(finding)
        if not finding.suppressed and used[finding.article_at, key] < known.counts.get(key, 0):
            used[finding.article_at, key] += 1
            finding = replace(finding, suppressed=KNOWN)
        marked.append(finding)
    return tuple(marked)
