"""One result of one study, and reading a table of them without losing or bending anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from math import isfinite
from pathlib import Path
from typing import Any

from litreview.evidence.direction import BETTER, Effect, effect_of_interval, effect_of_words, read_better
from litreview.evidence.measures import Measure, find_measure
from litreview.evidence.table_file import Record, read_records
from litreview.model.errors import DataError
from litreview.normalise.cells import unguarded


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A result: who was compared with whom, on what outcome, with which effect, and how sure that is.

    ``estimate``, ``ci_low`` and ``ci_high`` (95 %) are on the printed scale: 0.8, not log 0.8. ``n`` is the
    number of participants, ``n_studies`` that of trials where the row comes from a review.
    ``better`` is ``lower`` or ``higher`` (which end of the scale is good for the patient), ``direction`` the
    words of the source. ``superseded`` names the study that replaces this one. ``*_group`` puts
    different wordings under one heading. ``extra`` keeps columns of the table that have no place here.
    """

    study: str
    intervention: str = ""
    comparator: str = ""
    population: str = ""
    outcome: str = ""
    follow_up: str = ""
    measure: str = ""
    estimate: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    n: int | None = None
    certainty: str = ""
    source: str = ""
    scale: str = ""
    better: str = ""
    direction: str = ""
    n_studies: int | None = None
    condition_duration: str = ""
    harms: str = ""
    superseded: str = ""
    intervention_group: str = ""
    outcome_group: str = ""
    note: str = ""
    line: int | None = None
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> Measure | None:
        """The effect measure, if its name is a known one."""
        return find_measure(self.measure)

    @property
    def treatment(self) -> str:
        """The heading of the intervention: its group, else the intervention itself."""
        return self.intervention_group or self.intervention

    @property
    def domain(self) -> str:
        """The heading of the outcome: its group, else the outcome itself."""
        return self.outcome_group or self.outcome

    @property
    def has_interval(self) -> bool:
        """True where estimate and both ends of its interval are given."""
        return self.estimate is not None and self.ci_low is not None and self.ci_high is not None

    @property
    def effect(self) -> Effect:
        """Whom the result favours: as the interval of a known measure says, else as the source's words do.

        A bare estimate without words or interval is not enough.
        """
        if self.kind and self.estimate is not None and self.ci_low is not None and self.ci_high is not None:
            told = effect_of_interval(self.ci_low, self.ci_high, self.kind.null, self.better)
            if told is not Effect.NOT_REPORTED:
                return told
        return effect_of_words(self.direction, self.intervention, self.comparator)

    @property
    def grade(self) -> str:
        """The lowest certainty named: ``high``, ``moderate``, ``low``, ``very low`` or empty."""
        text = self.certainty.casefold()
        return next((grade for grade in ("very low", "low", "moderate", "high") if grade in text), "")


_ALIASES = {
    "study_key": "study", "key": "study", "n_participants": "n", "participants": "n", "effect": "estimate",
    "ci_lower": "ci_low", "ci_upper": "ci_high", "lower": "ci_low", "upper": "ci_high",
    "follow-up": "follow_up", "followup": "follow_up", "source_address": "source", "notes": "note",
    "superseded_by": "superseded", "grade": "certainty", "treatment": "intervention",
    "control": "comparator", "domain": "outcome_group",
}  # fmt: skip
_FLOATS, _COUNTS = ("estimate", "ci_low", "ci_high"), ("n", "n_studies")
_NOT_COLUMNS = {"line", "extra"}
COLUMNS = tuple(item.name for item in fields(EvidenceRow) if item.name not in _NOT_COLUMNS)
"""Column names of an evidence table, in the order in which they are written."""
_REQUIRED = ("study", "outcome", "measure", "estimate")


def read_rows(path: str | Path) -> tuple[EvidenceRow, ...]:
    """The rows of an evidence table (CSV, comma, semicolon or tab; UTF-8), in order, every one or none.

    Raises:
        InputError: the file is missing, empty, or not text.
        DataError: a column is missing or a row breaks a rule; the message names file, line and column and
            the advice says what to write.
    """
    return rows_from_records(read_records(path), path=str(path))


def rows_from_records(records: Iterable[Record], path: str = "") -> tuple[EvidenceRow, ...]:
    """Rows from (line, cells) pairs. DataError tells of the first bad row and names the lines of others."""
    rows, errors = [], []
    for line, cells in records:
        try:
            rows.append(_row(line, cells, path))
        except DataError as error:
            errors.append(error)
    if len(errors) > 1:
        lines = ", ".join(str(error.line) for error in errors[1:])
        first = errors[0]
        raise DataError(f"{first.message}; also wrong: line {lines}", path=path or None, line=first.line)
    if errors:
        raise errors[0]
    return tuple(rows)


def _row(line: int, cells: Mapping[str, str], path: str) -> EvidenceRow:
    named = {
        _ALIASES.get(name.strip().casefold(), name.strip().casefold()): cell for name, cell in cells.items()
    }
    if named.keys() >= set(COLUMNS):  # a table that we wrote
        named = {unguarded(name): unguarded(cell) for name, cell in named.items()}
    for column in _REQUIRED:
        if column not in named:
            advice = f"the table needs the columns {', '.join(_REQUIRED)}"
            raise DataError(f"no column {column!r}", path=path or None, line=1, advice=advice)
    values: dict[str, Any] = {name: named[name].strip() for name in COLUMNS if name in named}
    for name in (*_FLOATS, *_COUNTS):
        values[name] = _number(name, values.get(name, ""), path, line)
    for name in _COUNTS:
        values[name] = _count(name, values[name], path, line)
    values["better"] = values.get("better", "").casefold()
    extra = tuple((name, cell) for name, cell in named.items() if name not in COLUMNS and cell)
    row = EvidenceRow(**values, line=line, extra=extra)
    if not row.better:
        row = replace(row, better=read_better(row.direction, row.intervention, row.comparator))
    _check(row, path)
    return row


def _number(column: str, text: str, path: str, line: int) -> float | None:
    """A number as printed (U+2212 minus signs occur in copied tables); empty is None."""
    if not text or text.casefold() in {"na", "n/a", "nan"}:
        return None
    with suppress(ValueError):
        value = float(text.replace("−", "-").replace("–", "-"))
        if isfinite(value):
            return value
    advice = "a number with a decimal point, or nothing; units belong in 'scale'"
    message = f"column {column!r}: {text!r} is not a number"
    raise DataError(message, path=path or None, line=line, advice=advice)


def _count(column: str, value: float | None, path: str, line: int) -> int | None:
    if value is None:
        return None
    if value < 0 or value != int(value):
        message = f"column {column!r}: {value:g} is not a count"
        raise DataError(message, path=path or None, line=line, advice="a whole number, 0 or more, or nothing")
    return int(value)


def _check(row: EvidenceRow, path: str) -> None:
    for column, broken, message, advice in _rules(row):
        if broken:
            raise DataError(f"column {column!r}: {message}", path=path or None, line=row.line, advice=advice)


def _rules(row: EvidenceRow) -> Iterable[tuple[str, bool, str, str]]:
    """What a row must keep: (column, is it broken, what is wrong, what to do), cheapest first."""
    low, high, estimate = row.ci_low, row.ci_high, row.estimate
    given = [value for value in (estimate, low, high) if value is not None]
    yield "study", not row.study, "empty", "every row needs the key of its study"
    yield "better", row.better not in BETTER, f"{row.better!r}", "lower, higher or nothing"
    yield "ci_low", (low is None) != (high is None), "only one end of the interval", "give both ends or none"
    yield (
        "estimate",
        estimate is None and low is not None,
        "an interval without an estimate",
        "add the estimate",
    )
    yield "measure", bool(given) and not row.measure, "empty beside a number", "MD, SMD, RR, OR, HR, RD …"
    if row.kind and row.kind.ratio:
        advice = "write ratios as printed (0.8), not as logarithms"
        yield "estimate", any(value <= 0 for value in given), f"a {row.kind.label} of 0 or less", advice
    if estimate is None or low is None or high is None:
        return
    yield "ci_low", low > high, f"{low:g} is above ci_high {high:g}", "exchange the two"
    outside = not low <= estimate <= high
    yield (
        "estimate",
        outside,
        f"{estimate:g} lies outside its interval {low:g} to {high:g}",
        "check the signs",
    )
    words, numbers = effect_of_words(row.direction, row.intervention, row.comparator), row.effect
    clash = {words, numbers} == {Effect.INTERVENTION, Effect.COMPARATOR}
    message = f"{row.direction!r}, but {estimate:g} with {row.better!r} better {numbers.value}"
    yield "direction", clash, message, "check the sign and 'better'"
