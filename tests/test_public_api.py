"""The front door: what is exported exists, is documented and is typed."""

from __future__ import annotations

import inspect
import re

import pytest

import litreview as lr

NAMES = [name for name in lr.__all__ if name not in ("__version__", "plots")]


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_exists_and_is_documented(name: str) -> None:
    thing = getattr(lr, name)
    assert inspect.getdoc(thing), name


@pytest.mark.parametrize("name", [n for n in NAMES if n[0].islower()])
def test_public_functions_are_typed_without_any(name: str) -> None:
    signature = inspect.signature(getattr(lr, name))
    written = [str(parameter.annotation) for parameter in signature.parameters.values()]
    for annotation in (*written, str(signature.return_annotation)):
        assert "empty" not in annotation, f"{name} has an untyped parameter"
        assert not re.search(r"\bAny\b", annotation), f"{name} takes or gives Any"


def test_all_is_what_dir_shows() -> None:
    assert sorted(lr.__all__) == sorted(dir(lr))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = lr.nonsense
