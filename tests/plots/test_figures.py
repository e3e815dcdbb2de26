"""Figures: every row drawn once, no text cut or overlapping, and the same bytes everywhere."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from dataclasses import replace
from math import log
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

import litreview as lr
from litreview.evidence.rows import EvidenceRow
from litreview.model.errors import DataError, OptionError
from litreview.plots import style
from litreview.plots.canvas import fit, text_width, wrap
from litreview.plots.draw import draw
from litreview.plots.forest_panels import panels
from litreview.plots.timeline_plot import TimePoint

LONG = "The association of extraordinarily long names with tables 2019"


def rows(count: int, **more: object) -> list[EvidenceRow]:
    """Invented results, some of them wide, some beyond the axis."""
    found = []
    for at in range(count):
        estimate = -3.0 + (at * 7 % 11) / 2
        half = 0.5 + (at % 5)
        values = {
            "intervention": "yoga", "comparator": "waiting list", "outcome": "pain", "measure": "MD",
            "scale": "VAS",
            "better": "lower", "estimate": estimate, "ci_low": estimate - half, "ci_high": estimate + half,
            "n": 20 + 90 * at, "certainty": ("low", "moderate", "")[at % 3],
            "population": "adults with chronic pain",
        }  # fmt: skip
        found.append(EvidenceRow(f"{LONG} {at}" if at % 4 == 0 else f"Study {at}", **(values | more)))  # type: ignore[arg-type]
    return found


def boxes(figure: Figure) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Every visible text of a drawn figure with its box in pixels."""
    figure.canvas.draw()
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]
    found = []
    for text in figure.findobj(Text):
        if text.get_visible() and text.get_text().strip():
            box = text.get_window_extent(renderer)
            found.append((text.get_text(), (box.x0, box.y0, box.x1, box.y1)))
    return found


def check_layout(figure: Figure) -> None:
    """No text leaves the figure and no two texts lie on each other (1.5 pixels of tolerance)."""
    width, height = figure.get_size_inches() * figure.dpi
    drawn = boxes(figure)
    for text, (x0, y0, x1, y1) in drawn:
        assert x0 > -1.5 and y0 > -1.5 and x1 < width + 1.5 and y1 < height + 1.5, f"cut: {text!r}"  # noqa: PT018
    drawn.sort(key=lambda one: -one[1][3])
    for (first, a), (second, b) in itertools.combinations(drawn, 2):
        if b[3] < a[1]:
            continue
        apart = a[2] <= b[0] + 1.5 or b[2] <= a[0] + 1.5 or a[3] <= b[1] + 1.5 or b[3] <= a[1] + 1.5
        assert apart, f"overlap: {first!r} and {second!r}"


@pytest.mark.parametrize("count", [1, 2, 13])
@pytest.mark.parametrize("method", [None, "REML"])
def test_forest_layout(count: int, method: str | None) -> None:
    figure = lr.plots.forest(
        rows(count), method=method, title="A title that is long enough to need a second line " * 2
    )
    check_layout(figure)
    assert sum("Study" in text or LONG[:20] in text for text, _ in boxes(figure)) >= count


@pytest.mark.slow
@pytest.mark.parametrize("count", [65, 200])
def test_forest_layout_when_long(count: int) -> None:
    check_layout(lr.plots.forest(rows(count), method="DL", title="Many"))


def test_forest_never_mixes_scales_or_signs() -> None:
    mixed = [
        *rows(2),
        *rows(2, measure="SMD", scale=""),
        *rows(1, better="higher"),
        *rows(1, scale="Oswestry"),
    ]
    found = panels(mixed, "REML", "HK")
    assert [(panel.measure.name, panel.scale, panel.better, len(panel.rows)) for panel in found] == [
        ("MD", "VAS", "lower", 2), ("SMD", "", "lower", 2), ("MD", "VAS", "higher", 1),
        ("MD", "Oswestry", "lower", 1),
    ]  # fmt: skip
    assert [panel.sides[0] for panel in found] == [
        "favours the intervention", "favours the intervention", "favours the comparator",
        "favours the intervention",
    ]  # fmt: skip
    assert [panel.pooled is not None for panel in found] == [True, True, False, False]
    check_layout(lr.plots.forest(mixed, method="REML"))


def test_forest_pools_only_what_is_alike() -> None:
    other = replace(rows(2)[1], intervention="tai chi")
    assert panels([rows(1)[0], other], "REML", "HK")[0].refused == "the results differ in treatment"
    assert panels([rows(1)[0], other], "REML", "HK", by=())[0].pooled


def test_forest_says_what_it_leaves_out_and_why_it_does_not_pool() -> None:
    same = rows(2, scale="Oswestry")
    hidden = rows(1, measure="percent")
    figure = lr.plots.forest([*rows(3), same[0], same[0], *hidden], method="REML")
    words = " ".join(text for text, _ in boxes(figure))
    assert "Not pooled" in words
    assert "1 of 6 results" in words
    with pytest.raises(DataError):
        lr.plots.forest(hidden)


def test_ratios_stand_on_a_log_axis() -> None:
    ratio = [
        EvidenceRow(
            "a", outcome="death", measure="RR", estimate=0.5, ci_low=0.25, ci_high=1.0, better="lower"
        )
    ]
    panel = panels(ratio, None, None)[0]
    assert panel.position(0.5) == pytest.approx(log(0.5))
    assert {label for _, label in panel.ticks()} >= {"0.5", "1"}
    low, high = panel.limits()
    assert low < log(0.25) < 0 < high


def test_an_interval_beyond_the_axis_gets_an_arrow() -> None:
    wide = EvidenceRow(
        "wide", measure="MD", scale="VAS", better="lower", estimate=0.0, ci_low=-500.0, ci_high=500.0
    )
    figure = lr.plots.forest([*rows(8), wide])
    markers = [line.get_marker() for axes in figure.axes for line in axes.lines]
    assert "<" in markers
    assert ">" in markers


GRID = [
    *rows(2),
    *rows(2, intervention="tai chi", outcome="quality of life"),
    *rows(1, better="higher", outcome="sleep"),
]


@pytest.mark.parametrize("draw", ["gap_map", "effect_direction", "map", "funnel"])
def test_layout_of_the_others(draw: str) -> None:
    data = rows(12) if draw == "funnel" else GRID
    figure = getattr(lr.plots, draw)(data, title="A title")
    check_layout(figure)
    assert lr.plots.alt_text(figure).startswith("A title. ")


def test_matrix_and_timeline_layout() -> None:
    cells = {
        f"{LONG} {at}": {"Author": "equal", "Title": "different", "Year": "unmatched", "DOI": ""}
        for at in range(5)
    }
    check_layout(lr.plots.matrix(cells, title="Matrix", footer="A: " + LONG))
    points = [
        TimePoint(f"{LONG} {at}", 1950 + at * 9, f"group {at % 3}", (1951 + at * 9,)) for at in range(6)
    ]
    figure = lr.plots.timeline([*points, TimePoint("lost", None, "group 1", (1970,))], title="Time")
    check_layout(figure)
    assert "cited as 1951" in lr.plots.alt_text(figure)
    assert "lost: no record found" in lr.plots.alt_text(figure)
    with pytest.raises(DataError):
        lr.plots.timeline([TimePoint("nothing", None)])


def test_funnels_refuse_mixtures() -> None:
    with pytest.raises(DataError, match="several measures"):
        lr.plots.funnel([*rows(2), *rows(2, scale="other")])
    with pytest.raises(DataError, match="one result"):
        lr.plots.funnel(rows(1))
    assert "shape of a funnel tells nothing" in lr.plots.alt_text(lr.plots.funnel(rows(3)))


def test_the_text_alternative_has_every_number() -> None:
    figure = lr.plots.forest(rows(5), method="REML")
    words = lr.plots.alt_text(figure)
    drawn = " ".join(text for text, _ in boxes(figure))
    numbers = re.findall(r"−?\d+\.\d\d \(−?\d+\.\d\d to −?\d+\.\d\d\)", drawn)
    assert len(numbers) == 6
    assert all(number in words for number in numbers)


def test_files_are_the_same_in_another_folder_zone_and_process(tmp_path: Path) -> None:
    code = (
        "import litreview as lr, sys; from litreview.evidence.rows import EvidenceRow as R;"
        "r=[R('a','x','y',outcome='p',measure='MD',estimate=1.0,ci_low=0.5,ci_high=1.5,better='lower')];"
        "[lr.plots.save(f(r), sys.argv[1]+'/'+f.__name__) for f in (lr.plots.forest, lr.plots.gap_map)]"
    )
    environment = os.environ | {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "two")], check=True, env=environment)
    row = EvidenceRow(
        "a", "x", "y", outcome="p", measure="MD", estimate=1.0, ci_low=0.5, ci_high=1.5, better="lower"
    )
    for name, figure_of in (("forest", lr.plots.forest), ("gap_map", lr.plots.gap_map)):
        lr.plots.save(figure_of([row]), tmp_path / "one" / name)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == [f"{name}.{kind}" for name in ("forest", "gap_map") for kind in ("png", "svg", "txt")]
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_svg_is_valid_says_what_it_shows_and_keeps_text_as_text(tmp_path: Path) -> None:
    figure = lr.plots.forest(rows(1, intervention='"quoted" & <tagged>'), title="Cost in $ and 100 % _x_")
    svg, png, txt = lr.plots.save(figure, tmp_path / "figure")
    root = ElementTree.parse(svg).getroot()
    assert root.get("role") == "img"
    assert root.get("aria-label") == txt.read_text(encoding="utf-8").strip()
    assert "Cost in $ and 100 % _x_" in "".join(root.itertext())
    assert b"tEXtSoftware" not in png.read_bytes()


KINDS = [
    ("forest", ".svg", b"<?xml"), ("forest", ".png", b"\x89PNG"), ("forest", ".pdf", b"%PDF"),
    ("funnel", ".svg", b"<?xml"), ("map", ".svg", b"<?xml"), ("effect_direction", ".svg", b"<?xml"),
    ("timeline", ".svg", b"<?xml"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "suffix", "start"), KINDS)
def test_figures_by_name(kind: str, suffix: str, start: bytes) -> None:
    evidence = lr.Evidence(tuple(replace(row, study=f"li-{1999 + at}") for at, row in enumerate(rows(3))))
    data, words = draw(evidence, kind, suffix)
    assert data.startswith(start)
    assert data == draw(evidence, kind, suffix)[0]
    assert words


def test_figures_that_do_not_exist() -> None:
    evidence = lr.Evidence((replace(rows(1)[0], study="no year"),))
    with pytest.raises(OptionError):
        draw(evidence, "pie")
    with pytest.raises(OptionError):
        draw(evidence, "forest", ".gif")
    with pytest.raises(DataError):
        draw(evidence, "timeline")


def test_letters_that_the_font_lacks(tmp_path: Path) -> None:
    figure = lr.plots.forest([replace(rows(1)[0], study="腰痛の研究 2019", intervention="針治療")])
    svg, *_ = lr.plots.save(figure, tmp_path / "f")
    assert "腰痛の研究 2019" in svg.read_text(encoding="utf-8")


def test_frames_can_be_drawn_too() -> None:
    evidence = lr.Evidence(tuple(rows(2)))
    for plot in (lr.plots.forest, lr.plots.gap_map, lr.plots.effect_direction):
        assert lr.plots.alt_text(plot(evidence.to_frame())) == lr.plots.alt_text(plot(evidence))


def test_drawing_changes_no_setting_of_the_user() -> None:
    with matplotlib.rc_context({"font.size": 31.0, "axes.facecolor": "red"}):
        before = dict(matplotlib.rcParams)
        figure = lr.plots.forest(rows(1))
        assert dict(matplotlib.rcParams) == before
        assert figure.axes[0].get_facecolor() == (1.0, 1.0, 1.0, 1.0)


@pytest.mark.parametrize("colour", style.TEXT_COLOURS)
def test_text_can_be_read(colour: str) -> None:
    assert style.contrast(colour, "#ffffff") >= 4.5
    assert style.contrast("#000000", "#ffffff") == pytest.approx(21)


GROUNDS = [
    (style.BLUE, style.PALE_BLUE), (style.RED, style.PALE_RED), (style.GREEN, "#e4efe6"),
    (style.MUTED, style.WASH), ("#ffffff", "#3f78b3"), (style.INK, "#9dc3e6"),
]  # fmt: skip


@pytest.mark.parametrize(("ink", "face"), GROUNDS)
def test_signs_can_be_read_on_their_ground(ink: str, face: str) -> None:
    assert style.contrast(ink, face) >= 4.5


def test_wrapping_loses_nothing_and_fits() -> None:
    text = "a donaudampfschifffahrtsgesellschaftskapitän and 日本語 words of every length"
    for width in (0.3, 0.8, 2.0, 9.0):
        lines = wrap(text, width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(text_width(line) <= width or len(line) == 1 for line in lines)
    assert fit("short", 2.0) == "short"
    assert text_width(fit(text, 1.0)) <= 1.0


def test_plots_are_found_by_name_only_when_asked() -> None:
    assert set(lr.plots.__all__) <= set(dir(lr.plots))
    with pytest.raises(AttributeError):
        lr.plots.colour  # noqa: B018
