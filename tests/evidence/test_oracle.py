"""Pooling, effect sizes and overlap against metafor's numbers (the evaluation data beside the checkout)."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from litreview.evidence import counts, effect_sizes
from litreview.evidence.absolute import absolute_effect
from litreview.evidence.evidence import Evidence
from litreview.evidence.overlap import measure_overlap, pairwise_overlap
from litreview.evidence.pooling import pool
from litreview.evidence.rows import EvidenceRow
from litreview.evidence.sign_test import sign_test
from litreview.evidence.small_studies import egger, leave_one_out

pytestmark = pytest.mark.shared
CLOSED, ITERATED = {"FE", "DL", "HE", "HS", "SJ"}, {"PM", "EB", "ML", "REML"}


@pytest.fixture(scope="module")
def meta(shared_dir: Path) -> Path:
    return shared_dir / "data" / "meta"


@pytest.fixture(scope="module")
def analyses(meta: Path) -> list[dict[str, Any]]:
    files = sorted(path for path in (meta / "expected").glob("*.json") if path.stem != "edge")
    return [one for path in files for one in json.loads(path.read_text())["analyses"]]


@pytest.mark.parametrize("method", sorted(CLOSED | ITERATED))
def test_every_number_of_every_analysis(analyses: list[dict[str, Any]], method: str) -> None:
    tolerance = 1e-8 if method in CLOSED else 1e-6
    assert len(analyses) >= 10
    for one in analyses:
        y, v, expected = one["effects"]["yi"], one["effects"]["vi"], one["models"][method]
        for adjust, values in (
            (None, expected),
            ("HK", expected.get("hksj")),
            ("HK-adhoc", expected.get("hksj_adhoc")),
        ):
            if values is None:
                continue
            got = pool(y, v, method=method, adjust=adjust)
            pairs = [
                (got.estimate, values["mu"]), (got.se, values["se"]), (got.ci_low, values["ci"][0]),
                (got.ci_high, values["ci"][1]), (got.p, values["p"]), (got.q, expected["Q"]),
                (got.q_p, expected["Q_p"]),
                (got.i2, expected["I2_Q"] / 100), (got.h2, expected["H2_Q"]),
            ]  # fmt: skip
            pairs += [
                (w, percent / 100) for w, percent in zip(got.weights, expected["weights_pct"], strict=True)
            ]
            if method != "FE":
                low, high = expected["tau2_ci_qprofile"]
                pairs += [(got.tau2, expected["tau2"]), (got.i2_tau2, expected["I2_tau2"] / 100)]
                pairs += [(got.tau2_ci[0], low), (got.tau2_ci[1], high)]  # type: ignore[index]
            for number, (mine, theirs) in enumerate(pairs):
                assert mine == pytest.approx(theirs, rel=tolerance, abs=1e-12), (one["id"], adjust, number)


@pytest.mark.parametrize(("pi", "name"), [("z", "z"), ("t(k-1)", "t_km1"), ("t(k-2)", "t_km2")])
def test_prediction_intervals(analyses: list[dict[str, Any]], pi: str, name: str) -> None:
    for one in analyses:
        for method in ("DL", "REML", "SJ"):
            for adjust, values in ((None, one["models"][method]), ("HK", one["models"][method]["hksj"])):
                got = pool(one["effects"]["yi"], one["effects"]["vi"], method, adjust, pi)
                assert (got.pi_low, got.pi_high) == pytest.approx(values["pi"][name], rel=1e-7)


def test_small_studies(analyses: list[dict[str, Any]]) -> None:
    for one in analyses:
        expected = one["small_study"]["egger_classic"]
        got = egger(one["effects"]["yi"], one["effects"]["vi"])
        assert (got.t, got.p, got.slope) == pytest.approx(
            (expected["t"], expected["p"], expected["slope_on_se"]), rel=1e-7
        )
        left = one["sensitivity"]["leave_one_out_FE"]["mu"]
        mine = leave_one_out(one["effects"]["yi"], one["effects"]["vi"], "FE", None)
        assert [pooled.estimate for pooled in mine] == pytest.approx(left, rel=1e-9)


def test_edge_cases(meta: Path) -> None:
    for case in json.loads((meta / "expected" / "edge.json").read_text())["cases"].values():
        y, v = np.atleast_1d(case["yi"]), np.atleast_1d(case["vi"])
        for method in ("FE", "DL", "PM", "REML", "SJ"):
            got, expected = pool(y, v, method, None), case[method]
            assert (got.estimate, got.se, got.tau2) == pytest.approx(
                (expected["mu"], expected["se"], expected["tau2"]), rel=1e-6
            )
            assert (got.ci_low, got.ci_high) == pytest.approx(expected["ci"], rel=1e-6)
        if "REML_hksj" in case:
            got = pool(y, v)
            assert (got.ci_low, got.ci_high) == pytest.approx(case["REML_hksj"]["ci"], rel=1e-6)


def _columns(meta: Path, name: str, *columns: str) -> list[list[float]]:
    with (meta / "csv" / f"{name}.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    return [[float(row[column]) for row in rows] for column in columns]


def test_effect_sizes_and_raw_counts(meta: Path, analyses: list[dict[str, Any]]) -> None:
    wanted = {one["id"]: one for one in analyses}
    table = _columns(meta, "bcg", "tpos", "tneg", "cpos", "cneg")
    for name, function in (
        ("RR", effect_sizes.risk_ratios),
        ("OR", effect_sizes.odds_ratios),
        ("RD", effect_sizes.risk_differences),
    ):
        _same(function(*table), wanted[f"bcg-{name}"])
        got, expected = (
            counts.mantel_haenszel(*table, measure=name),
            wanted["bcg-RR"]["pooled_counts"][f"MH_{name}"],
        )
        assert (got.estimate, got.se) == pytest.approx((expected["estimate"], expected["se"]), rel=1e-9)
    expected = wanted["bcg-RR"]["pooled_counts"]["Peto_OR"]
    assert counts.peto(*table)[:2] == pytest.approx((expected["estimate"], expected["se"]), rel=1e-9)
    means = _columns(meta, "normand1999", "n1i", "m1i", "sd1i", "n2i", "m2i", "sd2i")
    _same(effect_sizes.mean_differences(*means), wanted["normand1999-MD"])
    _same(effect_sizes.standardised_mean_differences(*means), wanted["normand1999-SMD"])
    for name, function in (
        ("hine1989-RD", effect_sizes.risk_differences),
        ("clasp-OR", effect_sizes.odds_ratios),
    ):
        n1, n2, a, c = (
            np.array(column) for column in _columns(meta, name.split("-")[0], "n1i", "n2i", "ai", "ci")
        )
        _same(function(a, n1 - a, c, n2 - c), wanted[name])


def _same(got: effect_sizes.EffectSizes, expected: dict[str, Any]) -> None:
    assert got.estimates == pytest.approx(expected["effects"]["yi"], rel=1e-9)
    assert got.variances == pytest.approx(expected["effects"]["vi"], rel=1e-9)


def test_sign_tests_and_absolute_effects(meta: Path) -> None:
    fixtures = json.loads((meta / "fixtures_tables.json").read_text())
    for one in fixtures["sign_tests"]:
        got = sign_test(one["positive"], one["negative"])
        assert (got.n, got.share, got.p) == pytest.approx((one["n"], one["share"], one["p_two_sided_exact"]))
        assert got.wilson == pytest.approx(one["ci95_wilson"])
        assert got.exact == pytest.approx(one["ci95_exact"])
    for one in fixtures["absolute_effects"]:
        effect = absolute_effect(one["measure"], one["relative"], one["assumed_per_1000"])
        assert effect.corresponding == pytest.approx(one["corresponding_per_1000"])
        assert effect.difference == pytest.approx(one["difference_per_1000"])
    words = {"positive": "favours the intervention", "negative": "favours the comparator"}
    rows = [
        EvidenceRow(row["study"], outcome=row["domain"], direction=words[row["direction"]])
        for row in fixtures["effect_direction"]["rows"]
    ]
    table = Evidence(tuple(rows)).table("sign-test").set_index("Outcome")
    for domain, expected in fixtures["effect_direction"]["sign_test_by_domain"].items():
        line = table.loc[domain]
        assert (line["For the intervention"], line["For the comparator"]) == (
            expected["positive"],
            expected["negative"],
        )
        assert line["P (exact)"] == pytest.approx(expected["p_two_sided_exact"])


@pytest.mark.parametrize("name", ["cca", "seed_overlap"])
def test_overlap(meta: Path, name: str) -> None:
    toy = json.loads((meta / "fixtures_tables.json").read_text())[name]
    matrix = toy["matrix"]
    lines = matrix.items() if isinstance(matrix, dict) else zip(toy["studies"], matrix, strict=True)
    reviews: dict[str, list[str]] = {letter: [] for letter in "ABCDE"[: toy["overall"]["c"]]}
    for study, marks in lines:
        for letter, mark in zip(reviews, marks, strict=True):
            if mark:
                reviews[letter].append(study)
    got, expected = measure_overlap(reviews), toy["overall"]
    assert (got.inclusions, got.studies, got.reviews) == (expected["N"], expected["r"], expected["c"])
    assert got.cca == pytest.approx(expected["CCA"])
    pairs = {frozenset((row.a, row.b)): row.cca for row in pairwise_overlap(reviews).itertuples()}
    for pair in toy.get("pairwise", []):
        assert pairs[frozenset((pair["a"], pair["b"]))] == pytest.approx(pair["CCA"])
