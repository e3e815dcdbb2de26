"""What ``pyproject.toml`` asks for is what the package imports, both ways."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.test_floors import MODULES, imports

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
TOOLS = {"dev", "browser", "train"}
"""Extras for working on litreview: pytest and linters, the browser test, ``make model``."""
NOT_IMPORTED = {
    "python-multipart": "Starlette reads uploaded forms with it",
    "typst": "analyses/report_pdf.py makes build/report.pdf with it",
}
"""What the package needs without importing it, and why."""
NAMES = {
    "jinja2": "jinja2", "python-docx": "docx", "pyyaml": "yaml", "python-crfsuite": "pycrfsuite",
}  # fmt: skip
"""Distributions whose module has another name."""


def distribution(requirement: str) -> str:
    return re.split(r"[\[<>=~! ]", requirement)[0].casefold()


def asked(requirements: list[str]) -> set[str]:
    return {distribution(one) for one in requirements} - {"litreview"}


CORE = asked(PROJECT["dependencies"])
OPTIONAL = {name: asked(wanted) for name, wanted in EXTRAS.items() if name not in TOOLS}
PRODUCT = CORE.union(*OPTIONAL.values())
IMPORTED = {module.partition(".")[0] for path in MODULES for module in imports(path)} - {
    "litreview",
    *sys.stdlib_module_names,
}


@pytest.mark.parametrize("name", sorted(PRODUCT))
def test_every_dependency_is_imported_by_the_package(name: str) -> None:
    module = NAMES.get(name, name.replace("-", "_"))
    assert (module in IMPORTED) != (name in NOT_IMPORTED), NOT_IMPORTED.get(name, "nothing imports it")


@pytest.mark.parametrize("module", sorted(IMPORTED))
def test_everything_imported_is_asked_for(module: str) -> None:
    names = {NAMES.get(name, name.replace("-", "_")) for name in PRODUCT}
    assert module in names, f"{packages_distributions().get(module)} is imported and not in pyproject.toml"


def test_an_extra_brings_only_what_is_not_core() -> None:
    assert {name: CORE & wanted for name, wanted in OPTIONAL.items() if CORE & wanted} == {}


def test_training_is_the_only_use_of_what_trains() -> None:
    assert IMPORTED & {NAMES.get(name, name) for name in asked(EXTRAS["train"])} == set()


def test_all_is_every_extra_of_the_package_and_the_reasons_are_for_something() -> None:
    named = re.search(r"\[(.*)\]", EXTRAS["all"][0])
    assert named
    assert set(named[1].split(",")) == OPTIONAL.keys() - {"all"}
    assert NOT_IMPORTED.keys() <= PRODUCT
