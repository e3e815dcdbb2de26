"""The kinds of source: one row each gives what is typed, what is opened and what the pages say."""

from __future__ import annotations

import json
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from litreview.cli.project import SETTINGS
from litreview.model.errors import OptionError
from litreview.model.source import Source
from litreview.sources import kinds
from litreview.sources.kinds import CHOICES, KINDS, NAMES, Asking, Kind, sources_table
from litreview.sources.open import open_source


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.home], ids=lambda kind: kind.name)
def test_every_row_has_its_opener(kind: Kind) -> None:
    assert callable(import_module(f"litreview.sources.{kind.home}").opened)


def test_what_is_said_of_them_is_made_of_the_rows() -> None:
    spellings = [kind.spelling for kind in KINDS]
    assert {"auto", "crossref", "snapshot:PATH", "index:FILE", "none"} <= set(spellings)
    assert CHOICES.split("|") == spellings
    assert NAMES.replace(" or ", ", ").split(", ") == spellings
    for kind in KINDS:
        assert f"| {kind.title} | `--source {kind.spelling}` |" in sources_table()
    with pytest.raises(OptionError, match=f"one of {NAMES}"):
        open_source("nowhere")


def test_the_settings_that_init_writes_name_them() -> None:
    assert NAMES in SETTINGS
    assert tomllib.loads(SETTINGS)["source"] == KINDS[0].name


def test_a_new_row_is_all_that_a_new_source_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind whose module has ``opened`` can be named at once, with and without a path."""
    path = tmp_path / "records.json"
    path.write_text(json.dumps([{"DOI": "10.1234/a", "title": ["Old"]}]))
    added = Kind("drawer", "snapshot", "FOLDER", "a drawer of records", "trying this out")
    monkeypatch.setattr("litreview.sources.open.KINDS", (*KINDS, added))
    assert isinstance(open_source(f"drawer:{path}"), Source)
    with pytest.raises(OptionError, match="drawer:FOLDER"):
        open_source("drawer")


def test_the_first_is_what_the_command_line_takes() -> None:
    assert KINDS[0].name == "auto"


def test_no_source_asks_nobody() -> None:
    (none,) = (kind for kind in kinds.KINDS if not kind.home)
    assert none.open("", Asking()) is None
    assert none.spelling == "none"
