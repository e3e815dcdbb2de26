"""SECURITY.md says the numbers that the code has, and names files that exist."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
LIMITS = re.findall(r"(?m)^\| [^|\n]+ \| ([\d,]+) \| `([\w.]+)\.(\w+)` \|$", TEXT)


@pytest.mark.parametrize(("number", "module", "name"), LIMITS, ids=[limit[1] for limit in LIMITS])
def test_each_limit_is_the_one_of_the_code(number: str, module: str, name: str) -> None:
    assert getattr(import_module(module), name) == int(number.replace(",", ""))


def test_the_table_of_limits_is_read() -> None:
    assert len(LIMITS) == TEXT.count("| `litreview.")


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:tests|litreview)/[\w/.]+)`", TEXT))))
def test_files_that_are_named_are_there(path: str) -> None:
    assert (ROOT / path).exists()
