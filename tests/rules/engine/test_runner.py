"""The runner: order, severity that only grows, silence where nothing could be asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from litreview.editing.propose.proposals import propose
from litreview.library.library import Library
from litreview.matching.agreement import compare
from litreview.model.article import Article
from litreview.model.document import Document
from litreview.model.finding import Severity
from litreview.model.match import Candidate, Match, MatchStatus
from litreview.model.notation import Notation
from litreview.model.work import Work
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule
from litreview.rules.engine.runner import run_rules
from litreview.rules.engine.settings import Settings
from tests.rules.rule_cases import claimed, single, whole, work_with

ENTRY = (
    "Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. BMJ 2003; "
    "327(7414): 557-560. doi:10.1136/bmj.327.7414.557"
)
WRONG = {
    "issued": "1999",
    "title": "Heat wraps for the stiff backs of rowers",
    "author": "Okafor P; Lindqvist A; Berg T; Ito K",
    "container-title": "European Spine Journal",
    "volume": "12",
    "issue": "3",
    "page": "1-9",
}


def worst(fields: tuple[str, ...]) -> int:
    review = single(ENTRY, {}, {name: WRONG[name] for name in fields}, {"found-by": "doi"})
    return max((item.severity.rank for item in run_rules(review)), default=0)


def test_one_more_wrong_field_never_makes_the_verdict_milder() -> None:
    levels = {fields: worst(fields) for size in range(4) for fields in combinations(WRONG, size)}
    for fields, level in levels.items():
        for name in set(WRONG) - set(fields):
            more = tuple(one for one in WRONG if one in (*fields, name))
            assert levels.get(more, 3) >= level


def test_one_more_wrong_field_through_the_whole_flow() -> None:
    record = work_with(
        Work(source="Crossref", type="article-journal"),
        {
            "DOI": "10.1136/bmj.327.7414.557", "author": "Higgins JPT; Thompson SG; Deeks JJ; Altman DG",
            "title": "Measuring inconsistency in meta-analyses", "container-title": "BMJ", "volume": "327",
            "issue": "7414", "page": "557-560", "issued": "2003",
        },
    )  # fmt: skip
    text, level = ENTRY, 0
    for right, wrong in (
        ("7414)", "7419)"),
        ("2003", "2007"),
        ("BMJ", "Spine"),
        ("327(", "372("),
        ("557-560", "55-60"),
    ):
        text = text.replace(right, wrong, 1)
        found = run_rules(whole([("a.txt", f"References\n\n{text}\n")], [record], {}))
        now = max(item.severity.rank for item in found)
        assert now >= level
        level = now
    assert level == Severity.ERROR.rank


def test_a_silent_source_accuses_nobody() -> None:
    found = run_rules(
        single("Okafor P. Nothing like it. Spine 1899; 1: 1-2.", {}, {}, {"status": "unavailable"})
    )
    assert [item.severity.value for item in found] == ["note"]


def test_a_finding_carries_both_values_the_record_and_its_address() -> None:
    (finding,) = run_rules(single(ENTRY, {}, {"volume": "326"}, {"found-by": "doi"}))
    assert (finding.field, finding.cited, finding.found) == ("volume", "327", "326")
    assert finding.work == "10.1136/bmj.327.7414.557"
    assert finding.proofs[0].source == "Crossref"
    assert finding.proofs[0].url == "https://doi.org/10.1136/bmj.327.7414.557"
    assert ENTRY[finding.start : finding.end] == "327"
    assert finding.line == 1


def test_the_order_is_that_of_articles_places_and_codes_whatever_comes_first() -> None:
    texts = [(f"{name}.txt", "To avoid , it is best to stop. Next planned update: 2001.\n") for name in "ba"]
    review = whole(texts, None, {"as-of": "2026-01-01"})
    settings = Settings(ignore=("doubted-reading",), leads=True)
    found = run_rules(review, settings)
    assert [item.article for item in found] == ["b.txt", "b.txt", "a.txt", "a.txt"]
    assert found == run_rules(review, settings)
    assert [item.start for item in found[:2]] == sorted(item.start or 0 for item in found[:2])


def test_a_reference_of_a_separate_bibliography_is_placed_in_its_own_file() -> None:
    entry = "@article{higgins,\n  author={Higgins, J}, title={Measuring it},\n  year={2006}, volume={327}\n}"
    reference = claimed(entry, {"issued": "2006", "volume": "327"})
    at = entry.index("2006")
    reference = replace(
        reference, start=100, end=100 + len(entry), line=10, origin="refs.bib",
        spans=(("issued", 100 + at, 104 + at),), notation=Notation.BIBTEX,
    )  # fmt: skip
    record = work_with(reference.work, {"issued": "2003", "DOI": "10.1/x"})
    agreement = compare(reference.work, record)
    match = Match(
        reference, MatchStatus.MATCHED, record, agreement, (Candidate(record, agreement, ("locator",)),)
    )
    article = Article(Document("Text [@higgins].", "paper.md", "markdown"), (reference,))
    review = Review((article,), ((match,),))
    finding = next(item for item in propose(run_rules(review), review) if item.rule == "M302")
    assert (finding.origin, finding.line, finding.start) == ("refs.bib", 12, 100 + at)
    assert finding.fix is not None
    assert finding.fix.replacement == "2003"


def test_a_rule_is_refused_when_nobody_can_supply_what_it_asks_for() -> None:
    def strange(number: int) -> tuple[()]:
        return ()

    with pytest.raises(TypeError, match="cannot supply"):
        rule("C999", Severity.NOTE, bad=Example(), good=Example())(strange)
    with pytest.raises(TypeError, match="no rule code"):
        rule("Z1", Severity.NOTE, bad=Example(), good=Example())(strange)


def test_a_rule_may_look_at_the_library() -> None:
    def whole_library(library: Library, as_of: date) -> tuple[()]:
        return ()

    made = rule("L999", Severity.NOTE, bad=Example(), good=Example())(whole_library)
    assert made.subject is Library


def test_a_rule_that_needs_a_date_stays_silent_without_one() -> None:
    review = whole([("a.txt", "Heat helps. Next planned update: 2001.\n")], None, {})
    assert not run_rules(review, Settings(select=("update-overdue",)))


def test_unused_entries_of_a_bibliography_file_are_one_note() -> None:
    entries = [
        replace(
            claimed(f"@book{{k{at}, title={{Heat {at}}}}}", {"title": f"Heat {at}"}),
            key=f"k{at}",
            origin="r.bib",
        )
        for at in range(7)
    ]
    cited = whole([("a.txt", "Heat helps (Laird, 1986).\n")], None, {}).articles[0]
    article = replace(cited, references=tuple(entries), doubts=())
    (finding,) = run_rules(Review((article,)), Settings(select=("C102",)))
    assert finding.severity is Severity.NOTE
    assert finding.message == (
        "7 entries are in the bibliography file and not cited in the text: k0, k1, k2, k3 and k4 and 2 more."
    )
