"""The flow: what goes in, what comes out, and the one clock."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import litreview as lr
from litreview.pipeline import as_date

TEXT = """Walking helps (Okafor & Lind, 2018).

References

Okafor C, Lind M (2018). Walking after stroke. Gait and Posture, 12(3), 45–49.
"""


def test_a_text_a_path_and_a_document_give_the_same_article(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8")
    from_text, from_path, from_document = lr.parse(TEXT), lr.parse(path), lr.parse(lr.read(path))
    assert from_text.references == from_path.references == from_document.references
    assert from_text.citations == from_path.citations == from_document.citations


def test_the_flow_keeps_every_reference(tmp_path: Path) -> None:
    report = lr.check(lr.parse(TEXT), source=None, as_of=date(2026, 1, 2))
    assert len(report.matches[0]) == len(report.articles[0].references) == 1
    assert report.as_of == date(2026, 1, 2)
    assert report.exit_code() == 0


def test_nothing_to_check_is_an_error() -> None:
    with pytest.raises(lr.LitreviewError, match="nothing to check"):
        lr.check()


def test_the_date_comes_from_the_argument_then_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert as_date("2026-11-21") == date(2026, 11, 21)
    assert as_date(None) == date(1970, 1, 2)
    with pytest.raises(lr.LitreviewError, match="not a date"):
        as_date("tomorrow")


def test_reports_render_in_every_format_with_the_same_bytes() -> None:
    article = lr.parse(TEXT)
    for format in ("text", "json", "html", "csv", "markdown", "sarif", "github", "junit"):
        once, twice = (lr.check(article, source=None, as_of="2026-01-02").render(format) for _ in range(2))
        assert once == twice
