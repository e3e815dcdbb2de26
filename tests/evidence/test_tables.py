"""Tables, pooling by group and overlap: no mixing, no double counting, the same bytes."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from litreview.evidence.evidence import Evidence
from litreview.evidence.output import to_csv, to_html, to_markdown, write_table
from litreview.evidence.overlap import citation_matrix, measure_overlap, pairwise_overlap
from litreview.evidence.pooling import pool
from litreview.evidence.rows import EvidenceRow
from litreview.evidence.tables import number_text
from litreview.model.errors import OptionError


def row(study: str, estimate: float = -4.0, half: float = 3.0, **more: object) -> EvidenceRow:
    values = {
        "intervention": "yoga",
        "comparator": "rest",
        "outcome": "pain",
        "measure": "MD",
        "scale": "VAS",
        "better": "lower",
    }
    return EvidenceRow(
        study,
        **(values | {"estimate": estimate, "ci_low": estimate - half, "ci_high": estimate + half} | more),
    )  # type: ignore[arg-type]


def test_pooling_a_clean_group_is_pool() -> None:
    frame = Evidence((row("a", -4, n=10), row("b", -2, n=20), row("c", -7))).pool()
    assert (len(frame), frame.k[0], frame.n[0], frame.reason[0]) == (1, 3, 30, "")
    variance = (6 / (2 * 1.959963984540054)) ** 2
    assert frame.estimate[0] == pytest.approx(pool([-4, -2, -7], [variance] * 3).estimate)


def test_ratios_are_pooled_as_logarithms() -> None:
    ratio = {"measure": "RR", "scale": ""}
    rows = [row(s, 0.5, ci_low=0.25, ci_high=1.0, **ratio) for s in "ab"]
    assert Evidence(tuple(rows)).pool(method="FE").estimate[0] == pytest.approx(0.5)


@pytest.mark.parametrize(
    "other",
    [
        {"measure": "SMD"},
        {"scale": "0-10"},
        {"better": "higher"},
        {"outcome": "function"},
        {"comparator": "sham"},
    ],
)
def test_what_differs_is_never_pooled_together(other: dict[str, str]) -> None:
    frame = Evidence((row("a"), row("b", **other))).pool()
    assert list(frame.reason) == ["one result: nothing to pool"] * 2
    assert frame.estimate.isna().all()


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ((row("a"), row("a", -5)), "a: more than once in the group"),
        ((row("a", better=""), row("b", better="")), "which end of the scale is good"),
        ((row("a", measure="percent"), row("b", measure="percent")), "no effect measure"),
        ((row("a", half=0.0), row("b")), "width 0"),
        ((row("a", ci_low=None, ci_high=None),), "no result that can be used"),
    ],
)
def test_refusals_have_reasons(rows: tuple[EvidenceRow, ...], reason: str) -> None:
    frame = Evidence(rows).pool()
    assert reason in frame.reason[0]
    assert frame.estimate.isna().all()


def test_superseded_rows_stay_out_and_are_named() -> None:
    frame = Evidence(
        (row("a"), row("b"), row("old", superseded="b"), row("bare", ci_low=None, ci_high=None))
    ).pool()
    assert frame.studies[0] == "a; b"
    assert "old left out: superseded by b" in frame.note[0]
    assert "bare left out: no interval" in frame.note[0]


def test_results_of_reviews_come_with_a_warning() -> None:
    assert "trials shared between them" in Evidence((row("a", n_studies=5), row("b"))).pool().note[0]


def test_wrong_names_are_refused() -> None:
    evidence = Evidence((row("a"),))
    for call in (
        lambda: evidence.pool("colour"),
        lambda: evidence.table("colour"),
        lambda: evidence.select(colour="x"),
        lambda: evidence.pool(method="XX"),
    ):
        with pytest.raises(OptionError):
            call()


def test_tables_count_studies_once() -> None:
    rows = (
        row("a"),
        row("a", outcome="function"),
        row("b", intervention="tai chi"),
        row("old", superseded="a"),
    )
    frame = Evidence(rows).table("gap_map").set_index("Treatment")
    assert frame.loc["yoga", "All outcomes"] == 1
    assert frame.loc["All treatments", "pain"] == 2
    assert frame.loc["All treatments", "All outcomes"] == 2
    assert frame.loc["tai chi", "function"] == 0
    directions = Evidence(rows).table("effect-direction").set_index("Treatment")
    assert directions.loc["yoga", "pain"] == "▲ a"
    assert len(Evidence(rows).table("study")) == 3
    assert len(Evidence(rows).table("summary")) == 4
    assert "superseded by a" in Evidence(rows).table("summary").Note[3]
    for kind in ("study", "summary", "effect-direction", "gap-map", "rows"):
        assert isinstance(Evidence(()).table(kind), pd.DataFrame)


def test_groups_put_wordings_under_one_heading() -> None:
    rows = (
        row("a", intervention_group="exercise"),
        row("b", intervention="tai chi", intervention_group="exercise"),
    )
    assert list(Evidence(rows).table("gap-map").Treatment) == ["exercise", "All treatments"]


def test_cells_cannot_break_a_table() -> None:
    frame = pd.DataFrame({"A|B": ["<b>x</b> | y\nz *", None], "n": [1.25, None]})
    assert to_markdown(frame).splitlines()[2] == r"| \<b\>x\</b\> \| y z \* | 1.25 |"
    html = to_html(frame, caption="a & b")
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert "<caption>a &amp; b</caption>" in html
    assert '<td class="number"></td>' in html
    assert to_csv(frame).endswith("\n")


def test_same_table_same_bytes(tmp_path: Path) -> None:
    frame = Evidence((row("a"), row("b"))).table()
    first, second = (write_table(frame, tmp_path / name / "t", "Caption") for name in ("x", "y"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert [path.suffix for path in first] == [".csv", ".md", ".html"]


@pytest.mark.parametrize(
    ("value", "text"), [(-0.001, "0.00"), (-12.906, "−12.91"), (None, ""), (2.0, "2.00")]
)
def test_numbers_as_text(value: float | None, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("reviews", "cca", "band"),
    [
        ({"A": "xy", "B": "yz"}, 1 / 3, "very high"),
        ({"A": "xy", "B": "z"}, 0.0, "slight"),
        ({"A": "xxyy", "B": "xy"}, 1.0, "very high"),
        ({"A": "xy"}, None, ""),
        ({"A": "", "B": ""}, None, ""),
        ({}, None, ""),
    ],
)
def test_overlap_and_where_it_is_undefined(reviews: dict[str, str], cca: float | None, band: str) -> None:
    got = measure_overlap(reviews)
    assert (got.cca, got.band) == (pytest.approx(cca) if cca is not None else None, band)
    assert f"{got.studies} studies" in str(got)


def test_citation_matrix_and_pairs() -> None:
    reviews = {"A": ["x", "y"], "B": ["y"], "C": []}
    assert citation_matrix(reviews).to_dict() == {
        "A": {"x": 1, "y": 1},
        "B": {"x": 0, "y": 1},
        "C": {"x": 0, "y": 0},
    }
    assert list(pairwise_overlap(reviews).cca) == [0.5, 0.0, 0.0]
