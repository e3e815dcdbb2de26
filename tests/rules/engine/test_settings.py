"""Settings files: found upwards, read strictly, obeyed by the runner."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.model.errors import OptionError
from litreview.model.finding import Severity
from litreview.rules.engine.runner import run_rules
from litreview.rules.engine.settings import Settings, load_settings
from tests.rules.rule_cases import single

ENTRY = "Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency. BMJ 2006; 327: 557-560."


def codes(settings: Settings) -> list[str]:
    return [
        finding.rule
        for finding in run_rules(single(ENTRY, {}, {"issued": "2003", "volume": "326"}, {}), settings)
    ]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(), ["M307", "M302"]),
        (Settings(select=("M302",)), ["M302"]),
        (Settings(select=("year-mismatch",)), ["M302"]),
        (Settings(select=("m30",)), ["M307", "M302"]),
        (Settings(select=("C",)), []),
        (Settings(ignore=("volume-mismatch",)), ["M302"]),
        (Settings(select=("M",), ignore=("M302",)), ["M307"]),
        (Settings(per_file=(("case*", ("M3",)),)), []),
        (Settings(per_file=(("other*", ("M3",)),)), ["M307", "M302"]),
    ],
)
def test_rules_are_chosen_by_code_prefix_and_name(settings: Settings, expected: list[str]) -> None:
    assert sorted(codes(settings)) == sorted(expected)


def test_the_last_line_that_names_a_rule_sets_its_level() -> None:
    settings = Settings(severities=(("M3", Severity.NOTE), ("M302", Severity.WARNING)))
    found = run_rules(single(ENTRY, {}, {"issued": "2003", "volume": "326"}, {}), settings)
    assert {item.rule: item.severity.value for item in found} == {"M302": "warning", "M307": "note"}


@pytest.mark.parametrize("selector", ["M999", "year-mismach", "X", "", "M3022"])
def test_an_unknown_rule_is_refused_at_once(selector: str) -> None:
    with pytest.raises(OptionError, match="there is no rule"):
        Settings(select=(selector,))


def test_a_near_miss_is_proposed() -> None:
    with pytest.raises(OptionError, match="did you mean year-mismatch"):
        Settings(ignore=("year-mismach",))


def test_settings_are_found_in_a_folder_above(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.litreview]\nignore = ["M310"]\nbase-url = "http://localhost:1"\n'
    )
    inner = tmp_path / "texts" / "drafts"
    inner.mkdir(parents=True)
    settings = load_settings(inner / "paper.md")
    assert settings.ignore == ("M310",)
    assert settings.base_url == "http://localhost:1"


def test_the_own_file_comes_before_pyproject_and_another_tool_is_no_setting(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.litreview]\nselect = ["M302"]\n')
    (tmp_path / ".litreview.toml").write_text('select = ["L5"]\n[severities]\nmissing-doi = "warning"\n')
    assert load_settings(tmp_path).select == ("L5",)
    assert load_settings(tmp_path).severities == (("missing-doi", Severity.WARNING),)
    below = tmp_path / "below"
    below.mkdir()
    (below / "pyproject.toml").write_text("[tool.other]\nselect = 1\n")
    assert load_settings(below).select == ("L5",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("select = 3", "must be a list of rules"),
        ('selct = ["M3"]', "unknown setting 'selct'"),
        ('select = ["Q9"]', "there is no rule 'Q9'"),
        ('[severities]\nM302 = "fatal"', "unknown severity 'fatal'"),
        ("source = 3", "wrong type"),
        ("select = [", "not valid TOML"),
        ('per-file = ["M3"]', "wrong type"),
    ],
)
def test_a_wrong_settings_file_is_one_clear_line_with_its_path(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / ".litreview.toml"
    path.write_text(text)
    with pytest.raises(OptionError, match=words) as caught:
        load_settings(tmp_path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_command_line_replaces_a_selection_and_adds_to_what_is_ignored() -> None:
    settings = Settings(select=("M",), ignore=("M310",)).overriding(select=("L5",), ignore=("C1",))
    assert (settings.select, settings.ignore) == (("L5",), ("M310", "C1"))
