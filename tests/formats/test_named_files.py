"""A bibliography that a manuscript names twice is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.formats.named_files import read_named

ENTRY = "@article{haverkamp, title = {Cold water swimming in rowers}, year = {2015}}\n"


@pytest.mark.parametrize("second", ["refs.bib", "./refs.bib", "sub/../refs.bib", "link.bib"])
def test_a_file_named_in_two_ways_is_read_once(second: str, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "refs.bib").write_text(ENTRY, encoding="utf-8")
    (tmp_path / "link.bib").symlink_to("refs.bib")
    named = read_named(["refs.bib", second], str(tmp_path / "paper.md"))
    assert [one.work.key for one in named.references] == ["haverkamp"]
    assert named.paths == (str(tmp_path / "refs.bib"),)
