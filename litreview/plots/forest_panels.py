"""What a forest plot shows, before anything is drawn: panels, rows, limits, ticks and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from statistics import median

from litreview.evidence.evidence import DEFAULT_GROUPS
from litreview.evidence.grouping import group_rows, refusal, variance_of
from litreview.evidence.measures import Measure
from litreview.evidence.pooling import Pooled, pool
from litreview.evidence.rows import EvidenceRow
from litreview.evidence.tables import effect_text, number_text
from litreview.plots.saving import sentence

_FAR = 2.5
"""An interval may stick out of the estimates by this many median widths before an arrow cuts it off;
by eye."""
_SIDE_ROOM = 0.2
"""Each side of the line of no effect keeps at least this share of the axis; by eye."""
_LOG_TICKS = (0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1000.0)
"""What may stand at the axis of a ratio: 1, 2 and 5 of each power of ten, fewer at the ends."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Results on one measure and scale. ``pooled`` is set where they were pooled, ``refused`` says why not.

    ``used`` are the rows that went into ``pooled``, in order.
    """

    measure: Measure
    scale: str
    better: str
    rows: tuple[EvidenceRow, ...]
    pooled: Pooled | None = None
    refused: str = ""
    used: tuple[EvidenceRow, ...] = ()

    @property
    def heading(self) -> str:
        """ "Mean difference, Oswestry 0-100; lower is better"."""
        name = f"{self.measure.label[0].upper()}{self.measure.label[1:]}"
        scale = f", {self.scale}" if self.scale else ""
        return f"{name}{scale}; {self.better} is better" if self.better else f"{name}{scale}"

    @property
    def sides(self) -> tuple[str, str]:
        """What a result left and right of the line of no effect speaks for; empty where that is not known."""
        if not self.better:
            return "", ""
        words = ("favours the intervention", "favours the comparator")
        return words if self.better == "lower" else words[::-1]

    def position(self, value: float) -> float:
        """Where a printed value stands on the axis (its logarithm for ratios)."""
        return self.measure.analyse(value)

    def limits(self) -> tuple[float, float]:
        """Ends of the axis: every estimate, the line of no effect, and intervals unless they are far out."""
        spans = [(self.position(low), self.position(high)) for _, low, high in self.intervals()]
        points = [self.position(row.estimate) for row in self.rows if row.estimate is not None]
        points.append(self.position(self.measure.null))
        reach = _FAR * median(high - low for low, high in spans) if spans else 0.0
        spans += self.summaries()
        low = min([*points, *(max(span[0], min(points) - reach) for span in spans)])
        high = max([*points, *(min(span[1], max(points) + reach) for span in spans)])
        null = self.position(self.measure.null)
        room = 0.06 * (high - low) or 1.0
        least = _SIDE_ROOM * (high - low)
        return min(low - room, null - least), max(high + room, null + least)

    def summaries(self) -> list[tuple[float, float]]:
        """Ends of the pooled interval and, where there is one, of the prediction interval, on the axis."""
        if (pooled := self.pooled) is None:
            return []
        found = [(pooled.ci_low, pooled.ci_high)]
        if pooled.pi_low is not None and pooled.pi_high is not None:
            found.append((pooled.pi_low, pooled.pi_high))
        return found

    def intervals(self) -> Iterable[tuple[EvidenceRow, float, float]]:
        """Rows with an interval, and its ends on the printed scale."""
        for row in self.rows:
            if row.ci_low is not None and row.ci_high is not None:
                yield row, row.ci_low, row.ci_high

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Round values on the axis: (position, label)."""
        low, high = self.limits()
        if self.measure.ratio:
            inside = [value for value in _LOG_TICKS if low <= log(value) <= high]
            if len(inside) < 3:
                inside = sorted({self.measure.null, *_round_values(exp(low), exp(high), most=4)} - {0.0})
            return tuple((log(value), f"{value:g}") for value in inside)
        return tuple((value, f"{value:g}".replace("-", "−")) for value in _round_values(low, high))

    def weight(self, row: EvidenceRow) -> float | None:
        """The row's share of the pooled estimate, else None."""
        if self.pooled is None:
            return None
        return next((w for used, w in zip(self.used, self.pooled.weights, strict=True) if used is row), None)

    def size(self, row: EvidenceRow) -> float:
        """Area of the row's square, 0 to 1: weight, else precision, against the largest of the panel."""
        if self.pooled is not None:
            return (self.weight(row) or 0.0) / max(self.pooled.weights)
        precise = {id(one): 1.0 / variance for one in self.rows if (variance := variance_of(one))}
        return precise.get(id(row), 0.0) / max(precise.values(), default=1.0)

    def pooled_text(self) -> str:
        """The pooled estimate with its interval on the printed scale."""
        if self.pooled is None:
            return ""
        shown = (
            self.shown(value) for value in (self.pooled.estimate, self.pooled.ci_low, self.pooled.ci_high)
        )
        estimate, low, high = (number_text(value) for value in shown)
        return f"{estimate} ({low} to {high})"

    def prediction_text(self) -> str:
        """The prediction interval on the printed scale; empty where there is none."""
        if self.pooled is None or self.pooled.pi_low is None or self.pooled.pi_high is None:
            return ""
        low, high = (number_text(self.shown(value)) for value in (self.pooled.pi_low, self.pooled.pi_high))
        return f"{low} to {high}"

    def shown(self, value: float) -> float:
        """A pooled value back on the printed scale."""
        return exp(value) if self.measure.ratio else value

    def heterogeneity_text(self) -> str:
        """One line that says how the pooling was done and how far the studies differ."""
        if (pooled := self.pooled) is None:
            return f"Not pooled: {self.refused}." if self.refused else ""
        model = "common effect" if pooled.method == "FE" else f"random effects, {pooled.method}"
        how = {"HK": "Hartung-Knapp", "HK-adhoc": "Hartung-Knapp, not below normal"}.get(
            pooled.adjust or "", "normal"
        )
        parts = [f"{pooled.k} results", model, f"{how} interval"]
        if pooled.q_p is not None:
            p = "P < 0.001" if pooled.q_p < 0.001 else f"P = {pooled.q_p:.3f}"
            parts.append(f"Q = {pooled.q:.2f}, df = {pooled.k - 1}, {p}")
        if pooled.tau2_ci is not None:
            low, high = pooled.tau2_ci
            parts.append(f"τ² = {_brief(pooled.tau2)} ({_brief(low)} to {_brief(high)})")
        parts.append(f"I² (from Q) = {pooled.i2:.0%}")
        return "; ".join(parts)


def panels(
    rows: Iterable[EvidenceRow],
    method: str | None,
    adjust: str | None,
    by: Sequence[str] = DEFAULT_GROUPS,
) -> tuple[Panel, ...]:
    """Rows with an estimate on a known measure, by measure, scale and good end of the scale, in order.

    A panel is pooled only where its rows are also alike in ``by``.
    """
    drawable = [row for row in rows if is_drawable(row)]
    found = []
    for (_, scale, better), members in group_rows(drawable, ()).items():
        kind = members[0].kind
        if kind is None:  # is_drawable has seen to it
            continue
        usable = tuple(row for row in members if row.has_interval and not row.superseded)
        why = _refusal(usable, by) if method else ""
        result = _pool(usable, method, adjust) if method and not why else None
        found.append(Panel(kind, scale, better, tuple(members), result, why, usable if result else ()))
    return tuple(found)


def _refusal(rows: tuple[EvidenceRow, ...], by: Sequence[str]) -> str:
    if not rows:
        return "no result with an interval"
    for name in by:
        if len({getattr(row, name) for row in rows}) > 1:
            return f"the results differ in {name}"
    return refusal(list(rows))


def is_drawable(row: EvidenceRow) -> bool:
    """True where a row has an estimate on a measure with a known value of no effect."""
    return row.kind is not None and row.estimate is not None


def row_words(row: EvidenceRow, labels: Mapping[str, str]) -> tuple[str, str]:
    """Label of a row, and the line under it: comparison, outcome, population and time."""
    versus = f"{row.intervention} v. {row.comparator}" if row.comparator else row.intervention
    details = (versus, row.outcome, row.population, row.condition_duration, row.follow_up)
    label = labels.get(row.study, row.study)
    return (f"{label} (superseded)" if row.superseded else label), "; ".join(part for part in details if part)


def describe_forest(found: Iterable[Panel], left_out: str, labels: Mapping[str, str], title: str) -> str:
    """The text alternative: every drawn number in words, panel by panel."""
    panels_ = tuple(found)
    count = sum(len(panel.rows) for panel in panels_)
    words = [
        sentence(title or "Forest plot"),
        f"{count} results in {len(panels_)} panels, one per measure and scale.",
    ]
    for panel in panels_:
        results = (
            f"{labels.get(row.study, row.study)}, {row.outcome or 'outcome not named'}: "
            f"{effect_text(row)}, {row.effect.value}" for row in panel.rows
        )  # fmt: skip
        words.append(f"{panel.heading}. {'; '.join(results)}.")
        if panel.pooled:
            words.append(f"Pooled: {panel.pooled_text()}. {panel.heterogeneity_text()}.")
            if panel.prediction_text():
                words.append(f"Prediction interval {panel.prediction_text()}.")
    return " ".join([*words, left_out])


def _pool(rows: tuple[EvidenceRow, ...], method: str, adjust: str | None) -> Pooled:
    y = [row.kind.analyse(row.estimate) for row in rows if row.kind and row.estimate is not None]
    return pool(y, [variance_of(row) or 0.0 for row in rows], method, adjust)


def _brief(value: float) -> str:
    """Three figures, without powers of ten for large numbers."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _round_values(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    from matplotlib.ticker import MaxNLocator

    values = MaxNLocator(nbins=most, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
    return tuple(float(value) for value in values if low <= value <= high)
