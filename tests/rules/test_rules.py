"""Every rule's examples and cases are run; rules and case files are the same set, both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.model.finding import Finding
from litreview.rules.engine.registry import FAMILIES, all_rules, find_rule
from litreview.rules.engine.rule import Rule
from litreview.rules.engine.runner import run_rules
from tests.rules.rule_cases import Case, findings_of, read_cases, review_of_case, review_of_example

HERE = Path(__file__).parent
FILES = sorted(path for path in HERE.glob("*.md"))
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case.title}")
    for path in FILES
    for case in read_cases(path)
]
SILENT = [
    pytest.param(case, id=f"{path.stem}: {case.title}")
    for path in sorted((HERE / "silence").glob("*.md"))
    for case in read_cases(path)
]
RULES = [pytest.param(rule, id=rule.name) for rule in all_rules()]


def test_every_rule_has_a_case_file_and_every_case_file_a_rule() -> None:
    assert {rule.name for rule in all_rules()} == {path.stem for path in FILES}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_three_cases_that_find_and_three_that_are_silent(rule: Rule) -> None:
    cases = list(read_cases(HERE / f"{rule.name}.md"))
    finding = [case for case in cases if case.expected]
    assert len(finding) >= 3
    assert len(cases) - len(finding) >= 3
    assert [case.title for case in cases if not case.of("findings")] == []
    assert len({case.title for case in cases}) == len({case.blocks for case in cases}) == len(cases)


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_case_finds_what_it_says(name: str, case: Case) -> None:
    found = findings_of(find_rule(name), review_of_case(case))
    assert len(found) == len(case.expected), [item.message for item in found]
    for finding, (level, words) in zip(found, case.expected, strict=True):
        assert_says(finding, level, words)


def assert_says(finding: Finding, level: str, words: list[str]) -> None:
    assert finding.severity.value == level, finding.message
    at = 0
    for part in words:
        place = finding.message.find(part, at)
        assert place >= 0, f"{part!r} is not in {finding.message!r}"
        at = place + len(part)


@pytest.mark.parametrize("case", SILENT)
def test_what_is_right_is_left_in_peace_by_every_rule(case: Case) -> None:
    found = [item for item in run_rules(review_of_case(case)) if item.severity.value != "note"]
    assert not found, [f"{item.rule} {item.message}" for item in found]


@pytest.mark.parametrize("rule", RULES)
def test_the_bad_example_on_the_page_is_found(rule: Rule) -> None:
    found = findings_of(rule, review_of_example(rule.bad))
    assert found
    assert found[0].message == rule.bad.says


@pytest.mark.parametrize("rule", RULES)
def test_the_good_example_on_the_page_is_not(rule: Rule) -> None:
    found = findings_of(rule, review_of_example(rule.good))
    assert not found, [item.message for item in found]


def test_codes_and_names_are_unique_and_fit_their_folder() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)
    for rule in rules:
        assert rule.family == FAMILIES[rule.code[0]][0]
        assert rule.module.rsplit(".", 1)[1] == rule.check.__name__


@pytest.mark.parametrize("rule", RULES)
def test_a_page_says_why_how_to_fix_and_when_it_is_silent(rule: Rule) -> None:
    assert rule.title.endswith(".")
    assert "\n\nFix: " in rule.page
    assert "\n\nSilent " in rule.page
