"""Pooling against numbers that papers and packages print: ``published.toml``, in every clone."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from math import exp
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from litreview.evidence import counts, effect_sizes
from litreview.evidence.heterogeneity import ESTIMATORS
from litreview.evidence.pooling import Pooled, pool

STUDIES = tomllib.loads((Path(__file__).parent / "published.toml").read_text(encoding="utf-8"))["study"]
BY_NAME = {study["name"]: study for study in STUDIES}
RATIOS = {"OR": effect_sizes.odds_ratios, "RR": effect_sizes.risk_ratios, "RD": effect_sizes.risk_differences}
OF_INTERVALS = ("estimate", "ci_low", "ci_high", "pi_low", "pi_high")


def cells(study: Mapping[str, Any]) -> list[tuple[float, ...]]:
    """The columns of counts."""
    rows = BY_NAME[study["same_counts_as"]]["counts"] if "same_counts_as" in study else study["counts"]
    return list(zip(*rows, strict=True))


def effects(study: Mapping[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    """Estimates and variances of a study, in its unit."""
    if "effects" in study:
        y, v = (np.array(column) for column in zip(*study["effects"], strict=True))
        return y, v
    if "means" in study:
        n1, m1, s1, n2, m2, s2 = (np.array(column, float) for column in zip(*study["means"], strict=True))
        common = np.sqrt(((n1 - 1) * s1**2 + (n2 - 1) * s2**2) / (n1 + n2 - 2))
        assert study["common_sd"]
        found = effect_sizes.mean_differences(n1, m1, common, n2, m2, common)
    else:
        found = RATIOS[study["measure"]](*cells(study))
    unit = study.get("unit", 1)
    return found[0] * unit, found[1] * unit**2


def value(pooled: Pooled | counts.CountPooled, name: str, *, ratio: bool) -> float:
    """One value as it is printed."""
    if name in ("tau2_low", "tau2_high"):
        interval = pooled.tau2_ci  # type: ignore[union-attr]
        assert interval is not None
        return interval[name == "tau2_high"]
    found = float(getattr(pooled, name))
    if name in ("i2", "i2_tau2"):
        return 100 * found
    return exp(found) if ratio and name in OF_INTERVALS else found


def assert_printed(mine: float, printed: str, what: str) -> None:
    """Ours, rounded as the number is printed, is the number; a rounding of a rounding may sit on the edge."""
    digits = len(printed.partition(".")[2])
    assert abs(mine - float(printed)) <= 0.5 * 10**-digits * 1.001, f"{what}: {mine} is not {printed}"


def results(kind: str) -> list[Any]:
    return [
        pytest.param(study, one, id=f"{study['name']}: {one['method']}, {one['where']}")
        for study in STUDIES
        for one in study.get(kind, ())
    ]


@pytest.mark.parametrize(("study", "printed"), results("printed"))
def test_pooled_as_printed(study: Mapping[str, Any], printed: Mapping[str, Any]) -> None:
    pooled = pool(
        *effects(study), method=printed["method"], adjust=printed.get("adjust"), pi=printed.get("pi", "z")
    )
    for name, digits in printed["values"].items():
        assert_printed(value(pooled, name, ratio=printed.get("ratio", False)), digits, name)


@pytest.mark.parametrize(("study", "printed"), results("pooled_counts"))
def test_counts_pooled_as_printed(study: Mapping[str, Any], printed: Mapping[str, Any]) -> None:
    level = printed.get("level", 0.95)
    if printed["method"] == "Peto":
        pooled = counts.peto(*cells(study), level=level)
    else:
        pooled = counts.mantel_haenszel(*cells(study), measure=study["measure"], level=level)
    for name, digits in printed["values"].items():
        assert_printed(value(pooled, name, ratio=False), digits, name)


@pytest.mark.parametrize(
    "study", [pytest.param(study, id=study["name"]) for study in STUDIES if "effects_printed" in study]
)
def test_effect_sizes_as_printed(study: Mapping[str, Any]) -> None:
    y, v = effects(study)
    for at, (estimate, variance) in enumerate(study["effects_printed"]):
        assert_printed(float(y[at]), estimate, f"estimate {at + 1}")
        assert_printed(float(v[at]), variance, f"variance {at + 1}")


def test_every_estimator_is_held_to_a_printed_number() -> None:
    used = {one["method"] for study in STUDIES for one in study.get("printed", ())}
    assert set(ESTIMATORS) <= used


@pytest.mark.parametrize("study", [pytest.param(study, id=study["name"]) for study in STUDIES])
def test_every_number_has_its_source(study: Mapping[str, Any]) -> None:
    results_of = [*study.get("printed", ()), *study.get("pooled_counts", ())]
    assert study["data"]
    assert results_of
    assert all(one["where"] and one["values"] for one in results_of)
