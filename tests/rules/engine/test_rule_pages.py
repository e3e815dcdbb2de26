"""The pages under docs/rules are what the rules say; ``explain`` prints the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.model.errors import OptionError
from litreview.rules.engine.registry import all_rules, find_rule
from litreview.rules.engine.retired import RETIRED
from litreview.rules.engine.rule_pages import explain, index_page, rule_pages


def test_every_page_is_fresh_and_no_page_is_left_over(root: Path) -> None:
    pages = dict(rule_pages())
    for name, text in pages.items():
        assert (root / "docs" / name).read_text(encoding="utf-8") == text, f"{name}: run `make docs`"
    assert {f"rules/{path.name}" for path in (root / "docs" / "rules").glob("*.md")} == set(pages)


def test_a_rule_is_explained_by_code_and_by_name() -> None:
    assert explain("M302") == explain("year-mismatch") == explain("m302")
    assert "**Fix:**" in explain("M302")


@pytest.mark.parametrize("selector", ["M3", "M", "nothing"])
def test_what_is_no_single_rule_is_refused(selector: str) -> None:
    with pytest.raises(OptionError):
        explain(selector)


def test_the_index_names_every_rule_once() -> None:
    text = index_page()
    assert all(text.count(f"| {rule.code} |") == 1 for rule in all_rules())


def test_a_retired_code_leaves_a_tombstone_and_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not set(RETIRED) & {rule.code for rule in all_rules()}
    monkeypatch.setitem(RETIRED, "M399", "use M302")
    assert "M399: use M302" in index_page()
    with pytest.raises(OptionError, match=r"M399 was retired \(use M302\)"):
        find_rule("M399")
