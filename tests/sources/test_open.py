"""``--source``: from a word on the command line to a source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from litreview.model.errors import InputError, OptionError
from litreview.sources.alone import BY_NAME
from litreview.sources.cached import Cached
from litreview.sources.index_build import build_index
from litreview.sources.joined import Joined
from litreview.sources.open import open_source


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "r.json"
    path.write_text(
        json.dumps([{"DOI": "10.1234/a", "title": ["Old"], "volume": "1"}, {"key": "k", "title": ["T"]}])
    )
    return path


@pytest.mark.parametrize("spec", ["auto", "crossref", "", "Crossref", " auto "])
def test_crossref_comes_with_a_cache(spec: str, tmp_path: Path) -> None:
    source = open_source(
        spec, mailto="a@example.org", base_url="http://127.0.0.1:9", cache=tmp_path / "c.sqlite"
    )
    assert isinstance(source, Cached)
    assert source.path == tmp_path / "c.sqlite"
    assert not source.offline


def test_offline_and_none(tmp_path: Path) -> None:
    assert open_source("none") is None
    source = open_source("crossref", offline=True, cache=tmp_path / "c.sqlite")
    assert isinstance(source, Cached)
    assert source.offline
    joined = open_source("auto", offline=True, cache=tmp_path / "c.sqlite")
    assert isinstance(joined, Joined)
    assert isinstance(joined.base, Cached)
    assert all(one.offline for one in (joined.base, *joined.registers))
    assert {one.path for one in (joined.base, *joined.registers)} == {tmp_path / "c.sqlite"}


def test_beside_another_crossref_only_registers_are_asked_that_are_named_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = {"base_url": "http://127.0.0.1:9", "cache": tmp_path / "c.sqlite"}
    assert isinstance(open_source("auto", **here), Cached)
    monkeypatch.setenv("LITREVIEW_PUBMED_URL", "http://127.0.0.1:9/pubmed/")
    source = open_source("auto", **here)
    assert isinstance(source, Joined)
    assert [one.source.client.base_url for one in source.registers] == ["http://127.0.0.1:9/pubmed"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_a_register_alone(name: str, tmp_path: Path) -> None:
    source = open_source(name, cache=tmp_path / "c.sqlite")
    assert isinstance(source, Joined)
    assert source.base is None
    assert [type(one.source) for one in source.registers] == [BY_NAME[name]]


def test_files(record: Path, tmp_path: Path) -> None:
    assert open_source(f"snapshot:{record}").name.startswith("snapshot ")  # type: ignore[union-attr]
    build_index([record], tmp_path / "w.idx")
    assert open_source(f"index:{tmp_path / 'w.idx'}").name.startswith("index ")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "spec", ["google", "snapshot", "snapshot:", "index:", "auto:x", "crossref:10.1", "none:1"]
)
def test_bad_specs_give_one_clear_line(spec: str) -> None:
    with pytest.raises(OptionError) as error:
        open_source(spec)
    assert "\n" not in str(error.value)


def test_a_missing_path_is_named() -> None:
    with pytest.raises(InputError, match="nowhere"):
        open_source("snapshot:nowhere.json")


def test_a_colon_in_a_path_is_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a:b.json"
    path.write_text('{"DOI": "10.1234/a"}')
    assert open_source(f"snapshot:{path}") is not None


def test_retraction_watch_goes_beside_any_source(record: Path, tmp_path: Path) -> None:
    table = tmp_path / "rw.csv"
    columns = "RetractionNature,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,"
    table.write_text(f"{columns}\nRetraction,7/1/2024 0:00,10.1111/n,10.1234/a,0,\n")
    source = open_source(f"snapshot:{record}", retractions=table)
    assert source is not None
    assert source.name.endswith("and Retraction Watch")
    assert source.fetch(["10.1234/a"])["10.1234/a"].works[0].updated_by[0].type == "retraction"
