"""Comments in the text that allow a finding: where they hold, for which rules, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from litreview.model.finding import Finding, Severity
from litreview.rules.engine.runner import run_rules
from litreview.rules.engine.settings import Settings
from litreview.rules.engine.suppress import find_allowances
from tests.rules.rule_cases import whole

GAP = "To avoid , it is important to use sterile needles."


def found(text: str, as_of: str = "2026-01-01", rule: str = "broken-sentence") -> list[Finding]:
    review = whole([("paper.md", text)], None, {"as-of": as_of, "format": "text"})
    articles = tuple(replace(one, as_of=date.fromisoformat(as_of)) for one in review.articles)
    return list(run_rules(replace(review, articles=articles), Settings(select=(rule,))))


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- litreview: allow broken-sentence the page is like this -->\n{GAP}\n",
        f"<!-- litreview: allow E605 the page is like this -->\n\n{GAP}\n",
        f"{GAP} <!-- litreview: allow broken-sentence the page is like this -->\n",
        f"Before.\n\n% litreview: allow E6 the page is like this\n{GAP}\n",
        f"<!-- litreview: allow uncited-claim, broken-sentence the page is like this -->\n{GAP}\n",
        f"<!-- litreview: allow broken-sentence: the page is like this until 2026-12-31 -->\n{GAP}\n",
        f"{GAP}\n\nMore.\n\n<!-- litreview: allow-file broken-sentence the page is like this -->\n",
    ],
)
def test_a_comment_allows_and_keeps_its_reason(text: str) -> None:
    findings = found(text)
    assert [item.suppressed for item in findings] == ["the page is like this"]


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- litreview: allow broken-sentence it was so until 2025-12-31 -->\n{GAP}\n",
        f"<!-- litreview: allow uncited-claim another rule -->\n{GAP}\n",
        f"<!-- litreview: allow broken-sentence another paragraph -->\nOne.\n\n{GAP}\n",
        f"One. <!-- litreview: allow broken-sentence another line -->\n{GAP}\n",
        f"<!-- allow broken-sentence no such comment -->\n{GAP}\n",
    ],
)
def test_a_comment_elsewhere_for_another_rule_or_past_its_date_allows_nothing(text: str) -> None:
    assert [item.suppressed for item in found(text)] == [""]


def test_a_comment_without_a_reason_says_so() -> None:
    assert found(f"<!-- litreview: allow E605 -->\n{GAP}\n")[0].suppressed == "no reason given"


def test_a_date_that_is_none_belongs_to_the_reason() -> None:
    (allowance,) = find_allowances("% litreview: allow M302 valid until 2026-02-31\n")
    assert allowance.until is None


def test_a_bibliography_comment_covers_the_entry_below() -> None:
    text = (
        "% litreview: allow R203 the publisher's own number\n"
        "@article{a, author={Berg, T.}, title={Heat}, journal={Spine}, year=1990, volume=5, doi={1371/x}}\n\n"
        "@article{b, author={Ito, K.}, title={Cold}, journal={Spine}, year=1991, volume=6, doi={1371/y}}\n"
    )
    review = whole([("refs.bib", text)], None, {"format": "bibtex"})
    findings = run_rules(review, Settings(select=("R203",)))
    assert [(item.reference, item.suppressed) for item in findings] == [
        ("a", "the publisher's own number"),
        ("b", ""),
    ]


def test_a_comment_says_nothing_of_a_place_in_another_file() -> None:
    """Offsets of an entry in the named bibliography may fall on the comment's paragraph by accident."""
    (allowance,) = find_allowances(
        "% litreview: allow M302 the year is right\nSome words of the paragraph.\n"
    )
    here = Finding("M302", "year-mismatch", Severity.ERROR, "…", "paper.md", start=50, end=54, article_at=0)
    assert allowance.covers(here)
    assert not allowance.covers(replace(here, origin="refs.bib"))
    assert replace(allowance, whole_file=True).covers(replace(here, origin="refs.bib"))
