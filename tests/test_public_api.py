"""The front door: what is exported exists, is documented and is typed."""

from __future__ import annotations

import inspect
from typing import Any, get_type_hints

import pytest

import litreview as lr

NAMES = [name for name in lr.__all__ if name not in ("__version__", "plots")]


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_exists_and_is_documented(name: str) -> None:
    thing = getattr(lr, name)
    assert inspect.getdoc(thing), name


@pytest.mark.parametrize("name", [n for n in NAMES if n[0].islower()])
def test_public_functions_are_typed_without_any(name: str) -> None:
    function = getattr(lr, name)
    hints = get_type_hints(function)
    assert set(inspect.signature(function).parameters) <= set(hints)
    assert Any not in hints.values()


def test_all_is_what_dir_shows() -> None:
    assert sorted(lr.__all__) == sorted(dir(lr))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = lr.nonsense
