"""Tables of evidence for people, each a function from rows to a DataFrame of texts and counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from litreview.evidence.rows import EvidenceRow
from litreview.evidence.sign_test import sign_table

if TYPE_CHECKING:
    import pandas as pd

MINUS = "−"


def number_text(value: float | None, decimals: int = 2) -> str:
    """A number with a real minus sign and fixed decimals; empty for None.

    >>> number_text(-12.906)
    '−12.91'
    """
    if value is None:
        return ""
    text = f"{value:.{decimals}f}"
    text = text.removeprefix("-") if float(text) == 0.0 else text
    return text.replace("-", MINUS)


def effect_text(row: EvidenceRow) -> str:
    """The estimate as printed in an abstract: ``−12.91 (−20.00 to −5.82)``."""
    if row.estimate is None:
        return "no estimate given"
    if not row.has_interval:
        return f"{number_text(row.estimate)} (no interval given)"
    return f"{number_text(row.estimate)} ({number_text(row.ci_low)} to {number_text(row.ci_high)})"


def study_table(rows: Sequence[EvidenceRow]) -> pd.DataFrame:
    """One line per study: what it compared in whom, on which outcomes, how much stands behind it."""
    import pandas as pd

    lines = []
    for study, members in _by_study(rows).items():
        lines.append(
            {
                "Study": study,
                "Intervention": _distinct(row.intervention for row in members),
                "Comparator": _distinct(row.comparator for row in members),
                "Population": _distinct(row.population for row in members),
                "Outcomes": _distinct(row.domain for row in members),
                "Follow-up": _distinct(row.follow_up for row in members),
                "Trials": _largest(row.n_studies for row in members),
                "Participants": _largest(row.n for row in members),
                "Results": len(members),
                "With interval": sum(row.has_interval for row in members),
                "Certainty": _distinct(row.grade for row in members),
                "Superseded by": _distinct(row.superseded for row in members),
            }
        )
    frame = pd.DataFrame(lines)
    return frame.astype({"Trials": "Int64", "Participants": "Int64"}) if lines else frame


def summary_table(rows: Sequence[EvidenceRow]) -> pd.DataFrame:
    """One line per result, in the order of a summary of findings: comparison, outcome, effect, certainty."""
    import pandas as pd

    lines = [
        {
            "Study": row.study,
            "Comparison": f"{row.intervention} v. {row.comparator}" if row.comparator else row.intervention,
            "Population": row.population,
            "Outcome": row.outcome,
            "Follow-up": row.follow_up,
            "Trials": row.n_studies,
            "Participants": row.n,
            "Measure": " ".join(
                part for part in (row.measure, f"({row.scale})" if row.scale else "") if part
            ),
            "Effect (95 % CI)": effect_text(row),
            "Direction": f"{row.effect.symbol} {row.effect.value}",
            "Certainty": row.certainty or "not rated",
            "Note": _note(row),
        }
        for row in rows
    ]
    frame = pd.DataFrame(lines)
    return frame.astype({"Trials": "Int64", "Participants": "Int64"}) if lines else frame


def effect_direction_table(rows: Sequence[EvidenceRow]) -> pd.DataFrame:
    """Treatments by outcomes; a cell lists ``▲ study`` per result. Superseded rows and rows without a
    direction stay out of the cells; empty cells are empty."""
    import pandas as pd

    cells: dict[tuple[str, str], list[str]] = {}
    for row in shown_directions(rows):
        cells.setdefault((row.treatment, row.domain), []).append(f"{row.effect.symbol} {row.study}")
    treatments, domains = (
        (list(dict.fromkeys(part)) for part in zip(*cells, strict=True)) if cells else ([], [])
    )
    lines = [
        {"Treatment": treatment}
        | {domain: "; ".join(dict.fromkeys(cells.get((treatment, domain), []))) for domain in domains}
        for treatment in treatments
    ]
    return pd.DataFrame(lines)


def shown_directions(rows: Iterable[EvidenceRow]) -> tuple[EvidenceRow, ...]:
    """Rows that say whom they favour and are not superseded."""
    return tuple(row for row in rows if row.effect.name != "NOT_REPORTED" and not row.superseded)


def gap_map_table(rows: Sequence[EvidenceRow]) -> pd.DataFrame:
    """Studies by treatment and outcome. Totals count a study once, however many cells it stands in;
    superseded versions are not counted."""
    import pandas as pd

    counted = [row for row in rows if not row.superseded]
    treatments = list(dict.fromkeys(row.treatment for row in counted))
    domains = list(dict.fromkeys(row.domain for row in counted))
    lines = []
    for treatment in (*treatments, "All treatments"):
        chosen = [row for row in counted if treatment in (row.treatment, "All treatments")]
        line: dict[str, object] = {"Treatment": treatment}
        for domain in domains:
            line[domain] = len({row.study for row in chosen if row.domain == domain})
        lines.append(line | {"All outcomes": len({row.study for row in chosen})})
    return pd.DataFrame(lines)


TABLES: dict[str, Callable[[Sequence[EvidenceRow]], pd.DataFrame]] = {
    "study": study_table,
    "summary": summary_table,
    "effect-direction": effect_direction_table,
    "gap-map": gap_map_table,
    "sign-test": sign_table,
}
"""The tables by the names that ``Evidence.table`` and the command line take."""


def _by_study(rows: Iterable[EvidenceRow]) -> dict[str, list[EvidenceRow]]:
    studies: dict[str, list[EvidenceRow]] = {}
    for row in rows:
        studies.setdefault(row.study, []).append(row)
    return studies


def _distinct(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _largest(values: Iterable[int | None]) -> int | None:
    return max((value for value in values if value is not None), default=None)


def _note(row: EvidenceRow) -> str:
    warning = f"superseded by {row.superseded}" if row.superseded else ""
    return "; ".join(part for part in (warning, row.note) if part)
