"""The report: each article's findings are its own, though texts have no path and files may share one."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest

import litreview as lr
from litreview.model.article import Article
from litreview.model.errors import InputError
from litreview.model.finding import Finding
from litreview.reports.report import Report

LEADS = lr.Settings(leads=True)
GAP = "To avoid , it is best to stop."
WELL = "Nothing is wrong in this sentence, and it has no gap."
ALLOWED = f"<!-- litreview: allow-file broken-sentence it is printed so -->\n{GAP}\n"
OTHER = f"{WELL}\n\nOne more paragraph.\n\n{GAP}\n"


def as_texts(folder: Path) -> list[Article]:
    return [lr.parse(ALLOWED), lr.parse(OTHER)]


def as_one_path(folder: Path) -> list[Article]:
    """One path read twice, the file changed between."""
    path = folder / "paper.txt"
    read = []
    for text in (ALLOWED, OTHER):
        path.write_text(text, encoding="utf-8")
        read.append(lr.parse(path))
    return read


WAYS = pytest.mark.parametrize("made", [as_texts, as_one_path])


@WAYS
def test_what_one_text_allows_is_not_allowed_in_the_other(
    made: Callable[[Path], list[Article]], tmp_path: Path
) -> None:
    for order in (1, -1):
        articles = made(tmp_path)[::order]
        report = lr.check(*articles, source=None, settings=LEADS)
        found = [one for one in report.findings if one.rule == "E605"]
        allowed = [one for one in report.suppressed if one.rule == "E605"]
        other = 1 if order == 1 else 0
        assert [one.article_at for one in found] == [other]
        assert [(one.article_at, one.suppressed) for one in allowed] == [(1 - other, "it is printed so")]
        assert [f.rule for f in report.findings_of(articles[other]) if f.rule == "E605"] == ["E605"]
        assert not [f for f in report.findings_of(articles[1 - other]) if f.rule == "E605"]


@WAYS
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_every_finding_lies_in_the_words_of_its_own_article(
    made: Callable[[Path], list[Article]], order: tuple[int, int], tmp_path: Path
) -> None:
    """The two texts have their gap at different places: a mix-up cuts other words."""
    texts = [made(tmp_path)[at] for at in order]
    report = lr.check(*texts, source=None, settings=LEADS)
    for finding in (*report.findings, *report.suppressed):
        if finding.rule == "E605":
            assert cut(finding, report) in GAP
    run = json.loads(report.render("sarif"))["runs"][0]
    regions = {
        "suppressions" in result: result["locations"][0]["physicalLocation"]["region"]["startLine"]
        for result in run["results"]
        if result["ruleId"] == "E605"
    }
    assert regions == {True: 2, False: 5}


def cut(finding: Finding, report: Report) -> str:
    assert finding.article_at is not None
    return report.articles[finding.article_at].text[finding.start : finding.end]


def two_gaps() -> Report:
    """Two texts without a path, with one finding of their own each."""
    first = "To avoid , first stop the work.\n"
    second = f"{WELL} To avoid , second stop the work.\n"
    return lr.check(lr.parse(first), lr.parse(second), source=None, settings=LEADS)


def sections(page: str, heading: str) -> list[str]:
    return re.split(heading, page)[1:]


@pytest.mark.parametrize(
    ("format", "heading"),
    [("html", '<section aria-label="text'), ("markdown", "\n## "), ("text", r"(?m)^text")],
)
def test_each_section_shows_the_findings_of_its_own_text(format: str, heading: str) -> None:
    report = two_gaps()
    first, second = sections(report.render(format), heading)
    assert first.startswith((" (1)", "text (1)"))
    assert second.startswith((" (2)", "text (2)"))
    for own, words, others in ((first, "first", "second"), (second, "second", "first")):
        assert "broken-sentence" in own
        assert f"To avoid , {words}" in own
        assert f"To avoid , {others}" not in own


def test_anchors_are_unique_and_every_link_leads_to_one(tmp_path: Path) -> None:
    entry = "Berg L. Facet joints in rowers. Eur Spine J 2999; 16: 21-25."
    text = f"Heat helps (Berg, 2999).\n\nReferences\n\n{entry}\n"
    page = lr.check(lr.parse(text), lr.parse(text), source=None).render("html")
    anchors = re.findall(r'id="(c-[^"]+)"', page)
    assert len(anchors) == len(set(anchors)) >= 2
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)


def test_the_same_file_twice_is_two_articles_with_the_same_findings(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text(
        "Heat helps (Berg, 2007).\n\n## References\n\n"
        "Berg L. Facet joints in rowers. Eur Spine J 2007; 16: 21-25."
        "\n\nBerg L. Facet joints in rowers. Eur Spine J 2009; 16: 21-25.\n\n"
        "Ito K. 2999. Discs. Spine, 1, 1-2.\n",
        encoding="utf-8",
    )
    once, twice = lr.check(path, source=None), lr.check(path, path, source=None)
    own = [(one.rule, one.start, one.message) for one in once.findings]
    assert own
    for article in twice.articles:
        assert [(one.rule, one.start, one.message) for one in twice.findings_of(article)] == own
    assert len(twice.findings) == 2 * len(own)  # nothing is said of the file against itself
    assert {one.article for one in twice.findings} == {str(path)}


def test_json_csv_and_frame_keep_the_path_and_json_says_which_article() -> None:
    report = two_gaps()
    found = json.loads(report.render("json"))["findings"]
    gaps = [one for one in found if one["rule"] == "E605"]
    assert [(one["article"], one["article_at"]) for one in gaps] == [("", 0), ("", 1)]
    assert report.to_dict() == json.loads(report.render("json"))
    rows = list(csv.DictReader(io.StringIO(report.render("csv"))))
    assert {row["article"] for row in rows} == {""} == set(report.to_frame()["article"])


def test_junit_has_one_suite_per_article_with_its_own_failures() -> None:
    root = ET.fromstring(two_gaps().render("junit").split("\n", 1)[1])
    gaps = [[one.text or "" for one in suite.iter()] for suite in root.iter("testsuite")]
    assert [sum("E605" in text for text in texts) for texts in gaps] == [1, 1]
    assert [suite.get("name") for suite in root.iter("testsuite")] == ["text (1)", "text (2)"]


def test_a_copy_with_comments_is_made_of_one_article_only(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="one file"):
        two_gaps().render("annotated")
    path = tmp_path / "paper.docx"
    word = docx.Document()
    word.add_paragraph(GAP)
    word.save(str(path))
    with pytest.raises(InputError, match="one Word file"):
        lr.check(path, path, source=None).render_bytes("docx")


def test_an_article_checked_before_a_date_was_set_is_found_by_itself_and_a_stranger_is_not() -> None:
    ours = lr.parse(OTHER)
    report = lr.check(ours, source=None)
    assert report.findings_of(ours) == report.findings
    with pytest.raises(KeyError):
        report.findings_of(lr.parse("Another text.\n"))


RECORDS = [
    {
        "DOI": "10.5555/bias", "type": "journal-article",
        "title": ["Bias detected by a simple graphical test"],
        "author": [{"family": "Egger", "given": "M"}], "container-title": ["BMJ"], "volume": "315",
        "page": "629-634", "issued": {"date-parts": [[1997]]},
    }
]  # fmt: skip


@pytest.mark.parametrize("with_records", [True, False])
def test_two_texts_that_cite_one_work_with_two_years_are_told_apart(
    with_records: bool, tmp_path: Path
) -> None:
    (tmp_path / "records.json").write_text(json.dumps(RECORDS), encoding="utf-8")
    source = lr.Snapshot(tmp_path / "records.json") if with_records else None
    entry = "Egger M. Bias detected by a simple graphical test. BMJ {}; 315: 629-634."
    texts = [lr.parse(f"References\n\n{entry.format(year)}\n") for year in (1997, 1999)]
    report = lr.check(*texts, source=source)
    (conflict,) = [one for one in report.findings if one.rule in ("L501", "L504")]
    assert conflict.rule == ("L501" if with_records else "L504")
    assert conflict.article_at == 1
    assert "text (1)" in conflict.message
    assert "text (2)" in conflict.message
    matrix = report.library.citation_matrix()
    assert matrix.to_numpy().tolist() == [[1], [1]]
