"""Notes: what is wrong with the cache is one line on stderr, and no run fails of it."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import pytest

from litreview.cli.main import run
from litreview.cli.notes import noted
from litreview.model.errors import CacheWarning

ARTICLE = (
    "Text [1].\n\n## References\n\n1. Ito K. A paper about things. J Things. 2011;2:1-9. doi:10.1234/abc\n"
)


def test_a_warning_of_the_cache_is_a_line_and_others_stay(capsys: pytest.CaptureFixture[str]) -> None:
    def warn() -> None:
        warnings.warn("the cache \x1b[2J is damaged", CacheWarning, stacklevel=1)
        warnings.warn("another", UserWarning, stacklevel=1)

    with pytest.warns(UserWarning, match="another") as others, noted():
        warn()
    assert len(others) == 1
    assert capsys.readouterr().err == "litreview: the cache \ufffd[2J is damaged\n"


@pytest.mark.parametrize("verb", ["check", "resolve", "library"])
def test_a_cache_that_is_of_no_use_ends_no_run(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    monkeypatch.setenv("LITREVIEW_CACHE", str(tmp_path / "a.md" / "c.sqlite"))
    monkeypatch.setattr(
        sys, "argv", ["litreview", verb, str(tmp_path / "a.md"), "--source", "auto", "--offline"]
    )
    with pytest.raises(SystemExit) as end:
        run()
    told = [
        line for line in capsys.readouterr().err.splitlines() if "the cache" in line and "offline" not in line
    ]
    assert end.value.code == 0
    assert len(told) == 1
    assert told[0].endswith("cannot be used (not a directory): going on without it")
