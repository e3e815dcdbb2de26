"""Comments in the text that allow a finding: where they hold, for which rules, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from litreview.model.article import Article
from litreview.model.document import Document
from litreview.model.finding import Finding, Severity
from litreview.rules.engine.runner import run_rules
from litreview.rules.engine.settings import Settings
from litreview.rules.engine.suppress import Allowance, find_allowances, suppress
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


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2026-05-30", "so"), ("2026-05-31", "so"), ("2026-06-01", "")],
)
def test_an_allowance_holds_on_its_last_day_and_not_on_the_next(as_of: str, expected: str) -> None:
    text = f"<!-- litreview: allow broken-sentence so until 2026-05-31 -->\n{GAP}\n"
    assert [item.suppressed for item in found(text, as_of)] == [expected]


def allowance(comment: str) -> Allowance:
    (one,) = find_allowances(comment)
    return one


@pytest.mark.parametrize(
    ("comment", "rules", "reason"),
    [
        ("% litreview: allow M302 so it is", ("M302",), "so it is"),
        ("%%% litreview: allow M302, M303 ,E6 so", ("M302", "M303", "E6"), "so"),
        ("// litreview: ALLOW M302: so", ("M302",), "so"),
        ("<!-- litreview: allow M302 — so -->", ("M302",), "so"),
        ("<!-- litreview: allow M302 -->", ("M302",), "no reason given"),
        ("@comment{ litreview: allow M302 so }", ("M302",), "so"),
        ("@Comment {litreview: allow M302 so}", ("M302",), "so"),
        ("% litreview: allow M302 until further notice", ("M302",), "until further notice"),
        ("% litreview: allow M302 until 2026-01-31 or so", ("M302",), "until 2026-01-31 or so"),
        ("<!-- litreview: allow  -->", (), "no reason given"),
    ],
)
def test_what_a_comment_says(comment: str, rules: tuple[str, ...], reason: str) -> None:
    one = allowance(comment)
    assert (one.rules, one.reason, one.until, one.whole_file) == (rules, reason, None, False)


def test_the_last_day_is_no_part_of_the_reason() -> None:
    one = allowance("% litreview: allow-file M302 renumbered until 2026-02-28")
    assert (one.reason, one.until, one.whole_file) == ("renumbered", date(2026, 2, 28), True)


def reached(text: str) -> str:
    """What of the text the one comment in it holds for."""
    one = allowance(text)
    return text[one.start : one.end]


C = "% litreview: allow M302 so"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # beside words: its own line, no more
        (f"a\nb {C}\nc\n", f"b {C}\n"),
        (f"b {C}", f"b {C}"),
        (f"{C}", f"{C}"),
        # alone: the paragraph below, also past a blank line, to the next blank line
        (f"a\n{C}\nb\nc\n\nd\n", f"{C}\nb\nc"),
        (f"a\n\n  {C}\n\nb\nc\n \t\nd\n", f"  {C}\n\nb\nc"),
        (f"{C}\nb\nc", f"{C}\nb\nc"),
        ("<!-- litreview: allow M302 so --> \nb\n\nc", "<!-- litreview: allow M302 so --> \nb"),
        ("<!-- litreview: allow M302 so --> b\nc", "<!-- litreview: allow M302 so --> b\n"),
    ],
)  # fmt: skip
def test_how_far_a_comment_reaches(text: str, expected: str) -> None:
    assert reached(text) == expected


def at(start: int | None, rule: str = "M302") -> Finding:
    return Finding(rule, "…", Severity.ERROR, "…", "paper.md", start=start, end=start, article_at=0)


def test_a_stretch_begins_with_its_first_letter_and_ends_before_its_last() -> None:
    one = Allowance(("M302",), 10, 20, "so")
    assert [one.covers(at(place)) for place in (9, 10, 19, 20)] == [False, True, True, False]
    assert not one.covers(at(None))
    assert replace(one, whole_file=True).covers(at(None))
    assert replace(one, whole_file=True).covers(at(9))
    assert not replace(one, whole_file=True).covers(at(12, "M303"))
    assert not one.covers(at(12, "X999"))


@pytest.mark.parametrize("name", ["M302", "M3", "year-mismatch"])
def test_one_of_several_names_is_enough(name: str) -> None:
    assert Allowance(("E605", name), 10, 20, "so").covers(at(12))


def test_articles_have_comments_of_their_own() -> None:
    text = f"{C}\nSome words.\n"
    articles = (Article(Document("", path="a")), Article(Document(text, path="b")))
    findings = [at(30), replace(at(30), article_at=1), replace(at(30), article_at=None)]
    assert [item.suppressed for item in suppress(findings, articles)] == ["", "so", ""]


def test_without_a_day_of_the_check_no_allowance_has_run_out() -> None:
    text = f"{C} until 1999-01-01\nSome words.\n"
    assert [item.suppressed for item in suppress([at(50)], [Article(Document(text))])] == ["so"]


def test_every_finding_a_comment_covers_is_marked_not_only_the_first() -> None:
    article = Article(Document(f"{C}\nSome words.\n"))
    assert [item.suppressed for item in suppress([at(28), at(30), at(32)], [article])] == ["so"] * 3


@pytest.mark.parametrize("verb", ["allow-file", "Allow-File", "ALLOW-FILE"])
def test_small_or_capital_letters_of_the_verb_are_one(verb: str) -> None:
    assert allowance(f"% litreview: {verb} M302 so").whole_file
