"""The proving case: the shipped digests, and the two real articles where the evaluation data is at hand.

What is expected of the digests is written out; what is expected of the real texts is read from
``expected-findings.json``, whose kinds are mapped to rules here.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import litreview as lr
from litreview.model.finding import Severity
from litreview.reports.report import Report

FRANKE = "10.1186/1471-2474-15-286"
COCHRANE = "10.1002/14651858.cd009852.pub2"
RULES_OF_KIND = {
    "year-mismatch": {"year-mismatch"},
    "title-mismatch": {"title-mismatch"},
    "in-text-year": {"inherited-year"},
    "cross-article-conflict": {"inconsistent-citation"},
    "ambiguous-author-year": {"near-sibling", "same-citation-different-works"},
    "reference-not-found": {"chimera", "no-record-found"},
    "expired-guideline": {"expired-guideline", "under-revision"},
    "missing-edition": {"missing-edition"},
    "missing-identifier": {"missing-doi"},
    "overlapping-evidence": {"overlapping-evidence"},
    "references-not-cited": {"no-citations"},
    "page-out-of-date": {"update-overdue"},
    "text-damage": {"broken-sentence"},
    "uncited-claim": {"uncited-claim"},
    "language-version-mix": {"translated-title"},
}
"""Kinds of expected findings that need no reading of papers → the rules that may say it."""

SHARED = "overlapping-evidence"
"""A finding about several articles; which of them carries it hangs on their order."""

BIBLIOGRAPHIC = ("M", "R", "C")


@pytest.fixture(scope="module")
def digests(root: Path) -> Report:
    folder = root / "references" / "articles"
    paths = [str(folder / name) for name in ("spinal-manipulation.md", "passive-treatments.md")]
    return lr.check(*paths, source=lr.Snapshot(root / "references" / "snapshot"), as_of="2026-11-21")


@pytest.fixture(scope="module")
def originals(shared_dir: Path, root: Path) -> Report:
    folder = shared_dir / "data" / "example" / "articles"
    paths = [str(folder / name) for name in ("spinal-manipulation.txt", "passive-treatments.txt")]
    source, leads = lr.Snapshot(root / "references" / "snapshot"), lr.Settings(leads=True)
    return lr.check(*paths, source=source, as_of="2026-11-21", settings=leads)


def judged(report: Report, article: int) -> set[tuple[str, str]]:
    """Reference and rule of every error and warning in one article."""
    path = report.articles[article].path
    return {
        (finding.reference, finding.name)
        for finding in report.findings
        if finding.article == path and finding.severity is not Severity.NOTE and finding.name != SHARED
    }


def test_every_reference_and_citation_is_read(digests: Report) -> None:
    first, second = digests.articles
    assert (len(first.references), len(first.citations), len(first.links)) == (5, 5, 6)
    assert (len(second.references), len(second.citations)) == (12, 0)
    assert all(len(link.references) == 1 for link in first.links)


def test_the_first_article_is_told_what_is_wrong_and_nothing_else(digests: Report) -> None:
    assert judged(digests, 0) == {
        ("bialosky-2009", "chimera"),
        ("franke-2015", "year-mismatch"),
        ("franke-2015", "title-mismatch"),
        ("franke-2015", "inherited-year"),
        ("franke-2015", "inconsistent-citation"),
        ("franke-2015", "same-citation-different-works"),
        ("unsworth-1971", "title-mismatch"),
        ("qaseem-2017", "expired-guideline"),
    }


def test_the_second_article_has_no_bibliographic_error(digests: Report) -> None:
    found = [f for f in digests.findings_of(digests.articles[1]) if f.severity is not Severity.NOTE]
    assert not [finding for finding in found if finding.rule.startswith(BIBLIOGRAPHIC)]


def test_franke_is_the_record_of_2014_and_not_the_cochrane_review(digests: Report) -> None:
    match = next(match for match in digests.matches[0] if match.reference.key == "franke-2015")
    assert match.work is not None
    assert match.work.doi == FRANKE
    assert match.agreement is not None
    assert set(match.agreement.different) == {"issued", "title"}
    theirs = {match.reference.key: match.work.doi for match in digests.matches[1] if match.work}
    assert theirs["franke-2014"] == FRANKE
    assert theirs["franke-2015"] == COCHRANE


def test_the_finding_across_articles_quotes_both_places(digests: Report) -> None:
    finding = next(finding for finding in digests.findings if finding.name == "inconsistent-citation")
    assert finding.work == FRANKE
    assert "spinal-manipulation.md" in finding.message
    assert "passive-treatments.md" in finding.message


def test_one_body_of_evidence_is_named_once(digests: Report) -> None:
    findings = [finding for finding in digests.findings if finding.name == SHARED]
    assert any(
        all(
            name in finding.message for name in ("Chou R, et al. (2016)", "Chou R, et al. (2017)", "Qaseem A")
        )
        for finding in findings
    )


def test_the_chimera_names_its_donors_and_proposes_nothing(digests: Report) -> None:
    finding = next(finding for finding in digests.findings if finding.name == "chimera")
    assert set(finding.candidates) == {"10.1016/j.math.2008.09.001", "10.1016/j.jelekin.2012.01.015"}
    assert finding.fix is None


@pytest.mark.shared
def test_the_real_articles_get_every_finding_a_program_can_know(originals: Report, shared_dir: Path) -> None:
    expected = json.loads((shared_dir / "data/example/expected-findings.json").read_text(encoding="utf-8"))[
        "findings"
    ]
    found = {(Path(finding.article).stem, finding.reference, finding.name) for finding in originals.places}
    missing = []
    for one in expected:
        rules = RULES_OF_KIND.get(one["kind"])
        if rules is None:
            continue
        stems = ["spinal-manipulation", "passive-treatments"] if one["article"] == "*" else [one["article"]]
        if not any(article in stems and name in rules for article, _, name in found):
            missing.append((one["id"], one["kind"]))
    assert missing == []


@pytest.mark.shared
def test_the_real_articles_get_the_same_verdicts_as_the_digests(originals: Report, digests: Report) -> None:
    for article in (0, 1):
        assert judged(originals, article) == judged(digests, article)
