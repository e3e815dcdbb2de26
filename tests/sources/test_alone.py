"""Registers that are named alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.model.errors import OptionError
from litreview.sources.alone import BY_NAME, opened
from litreview.sources.kinds import KINDS, Asking


def test_each_name_is_a_kind_of_source() -> None:
    assert {kind.name for kind in KINDS if kind.home == "alone"} == set(BY_NAME)


def test_an_address_for_mail_is_passed_on_and_checked(tmp_path: Path) -> None:
    source = opened("pubmed", Asking("a@example.org", cache=tmp_path / "c.sqlite"))
    assert source.registers[0].source.client.mailto == "a@example.org"  # type: ignore[attr-defined]
    with pytest.raises(OptionError):
        opened("pubmed", Asking("nobody", cache=tmp_path / "c.sqlite"))
