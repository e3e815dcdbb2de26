"""Fixes: applied, the finding is gone, nothing new has come, and a second time nothing changes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from litreview.editing.propose.proposals import propose
from litreview.model.finding import Finding, Fix
from litreview.model.work import Work
from litreview.rules.engine.review import Review
from litreview.rules.engine.runner import run_rules
from tests.rules.rule_cases import single, whole, work_with

RECORD = {
    "DOI": "10.1136/bmj.315.7109.629",
    "author": "Egger M; Davey Smith G; Schneider M; Minder C",
    "title": "Bias in meta-analysis detected by a simple, graphical test",
    "container-title": "BMJ",
    "volume": "315",
    "issue": "7109",
    "page": "629-634",
    "issued": "1997",
}
RIGHT = (
    "References\n\nEgger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis detected by a "
    "simple, graphical test. BMJ 1997; 315(7109): 629-634. https://doi.org/10.1136/bmj.315.7109.629\n"
)
WORKS = [work_with(Work(source="Crossref", type="article-journal"), RECORD)]


def review(text: str) -> Review:
    return whole([("paper.txt", text)], WORKS, {})


def findings_of(checked: Review) -> tuple[Finding, ...]:
    return propose(run_rules(checked), checked)


def applied(text: str, findings: Sequence[Finding]) -> str:
    fixes = {item.fix for item in findings if item.fix is not None and item.fix.safe}
    for fix in sorted(fixes, key=lambda one: one.start, reverse=True):
        text = text[: fix.start] + fix.replacement + text[fix.end :]
    return text


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ("1997", "1999", "M302"),
        ("Bias in meta-analysis detected by a simple, graphical test", "Funnels for rowers", "M303"),
        ("315(7109)", "351(7109)", "M307"),
        ("315(7109)", "315(7019)", "M308"),
        ("629-634", "692-699", "M309"),
        ("Egger M,", "Eager M,", "M322"),
        ("BMJ 1997", "Spine 1997", "M306"),
        (" https://doi.org/10.1136/bmj.315.7109.629", "", "M310"),
    ],
)
def test_a_safe_fix_puts_the_record_s_value_and_nothing_else(right: str, wrong: str, rule: str) -> None:
    text = RIGHT.replace(right, wrong)
    findings = findings_of(review(text))
    assert rule in {item.rule for item in findings}, [item.message for item in findings]
    fixed = applied(text, findings)
    assert fixed == RIGHT
    assert not findings_of(review(fixed))


def test_what_is_right_is_not_touched() -> None:
    assert not findings_of(review(RIGHT))


def fix_of(entry: str, record: dict[str, str], rule: str, found_by: str = "locator") -> Fix | None:
    found = findings_of(single(entry, {}, record, {"found-by": found_by}))
    return next(item.fix for item in found if item.rule == rule)


@pytest.mark.parametrize(
    ("entry", "record", "rule", "new"),
    [
        ("Chou R. Heat. Spine 2017; 36: 493–505.", {"page": "593-605"}, "M309", "593–605"),
        ("Chou R. Heat. Spine 2017; 36: 493–505.", {"issued": "2011"}, "M302", "2011"),
        (
            "Chou R. Heat for the stiff backs of rowers. Spine 2017; 36: 493-505.",
            {"title": "Cold For The Sore Backs Of Rowers In Oxford."},
            "M303",
            "Cold for the Sore backs of rowers In Oxford",
        ),
    ],
)
def test_a_fix_is_written_as_the_reference_is(
    entry: str, record: dict[str, str], rule: str, new: str
) -> None:
    fix = fix_of(entry, record, rule)
    assert fix is not None
    assert fix.replacement == new
    assert fix.safe


def test_a_record_found_by_its_title_alone_proves_nothing() -> None:
    record = {"issued": "2011", "page": "", "volume": ""}
    fix = fix_of("Chou R. Heat in rowing. Spine 2017; 36: 493-505.", record, "M302", "title author-year")
    assert fix is not None
    assert not fix.safe


def test_a_locator_proves_also_where_the_record_was_found_otherwise() -> None:
    entry = "Chou R. Heat in rowing. Spine 2017; 36: 493-505."
    fix = fix_of(entry, {"issued": "2011"}, "M302", "title author-year")
    assert fix is not None
    assert fix.safe


def test_where_title_and_author_are_both_another_s_the_place_proves_nothing() -> None:
    entry = "Chou R. Heat in rowing and running. Spine 2017; 36: 493-505."
    fix = fix_of(entry, {"author": "Okafor P", "title": "Cold baths for the shoulders of swimmers"}, "M303")
    assert fix is not None
    assert not fix.safe


@pytest.mark.parametrize("status", ["unmatched", "ambiguous", "unavailable"])
def test_nothing_is_fixed_without_a_match(status: str) -> None:
    found = findings_of(
        single("Chou R. Heat in rowing. Spine 2017; 36: 493-505.", {}, {}, {"status": status})
    )
    assert all(item.fix is None for item in found)


def test_the_match_of_a_twin_proves_nothing() -> None:
    """Two texts without a path hold an entry of one key; each is corrected by its own match."""
    texts = [RIGHT.replace("1997", "1999"), RIGHT.replace("629-634", "692-699").replace("1997", "1999")]
    checked = whole([("", text) for text in texts], WORKS, {})
    keys = {article.references[0].key for article in checked.articles}
    assert len(keys) == 1
    findings = findings_of(checked)
    for at, text in enumerate(texts):
        own = [finding for finding in findings if finding.article_at == at]
        assert applied(text, own) == RIGHT
