"""The figures: one row each gives the name in ``lr.plots``, the name on the command line and the page."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

import litreview as lr
from litreview.model.errors import OptionError
from litreview.plots import kinds
from litreview.plots.draw import draw
from litreview.plots.kinds import KINDS, NAMES, Kind, figures_table
from litreview.plots.saving import SUFFIXES, figure_bytes

ROWS = [pytest.param(kind, id=kind.name) for kind in KINDS]


@pytest.mark.parametrize("kind", ROWS)
def test_every_row_is_in_the_front_door(kind: Kind) -> None:
    module = import_module(f"litreview.plots.{kind.home}")
    for name in kind.names:
        assert getattr(lr.plots, name) is getattr(module, kind.name)
        assert f"`{name}`" in figures_table()
    assert not kind.of_evidence or callable(getattr(module, kind.of_evidence))


def test_type_checkers_see_every_row() -> None:
    """Python finds the functions by the rows; mypy by the imports above them."""
    tree = ast.parse(Path(kinds.__file__).read_text(encoding="utf-8"))
    (guarded,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = {
        (node.module, alias.asname)
        for node in guarded.body
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("litreview.plots")
        for alias in node.names
    }
    seen |= {
        (module, str(node.targets[0].id))
        for node in guarded.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        for module, name in list(seen)
        if ast.unparse(node.value) == name
    }
    assert seen == {(f"litreview.plots.{kind.home}", name) for kind in KINDS for name in kind.names}


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_can_be_drawn_of_the_example(name: str, root: Path) -> None:
    evidence = lr.Evidence.read(root / "references/evidence.csv")
    if name == "funnel":  # on one scale, each study once
        evidence = lr.Evidence(tuple({row.study: row for row in evidence.select(measure="SMD")}.values()))
    data, words = draw(evidence, name)
    assert data.startswith(b"<?xml")
    assert words


def test_both_names_of_the_map_are_taken(root: Path) -> None:
    evidence = lr.Evidence.read(root / "references/evidence.csv")
    assert draw(evidence, "gap-map") == draw(evidence, "map") == draw(evidence, "gap_map")


def test_a_figure_that_does_not_exist_names_those_that_do(root: Path) -> None:
    evidence = lr.Evidence.read(root / "references/evidence.csv")
    with pytest.raises(OptionError, match=f"one of {', '.join(NAMES)}"):
        draw(evidence, "matrix")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_kind_of_file_is_written(suffix: str) -> None:
    point = lr.plots.TimePoint("Okafor", 2018)
    assert figure_bytes(lr.plots.timeline([point]), suffix)
