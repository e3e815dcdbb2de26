"""Every renderer on one small report: valid in its own standard, complete, and escaped."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from lxml import html

import litreview as lr
from litreview.model.errors import InputError, OptionError
from litreview.reports.registry import FORMATS
from litreview.reports.report import Report
from litreview.reports.to_annotated import render as annotate
from litreview.reports.to_xlsx import render as workbook


def test_the_report_is_what_the_article_deserves(report: Report) -> None:
    found = {(finding.name, finding.reference) for finding in report.findings}
    assert ("year-mismatch", "okafor-2019") in found
    assert ("no-record-found", "quill-1999") in found
    assert not [
        finding
        for finding in report.findings
        if finding.reference == "brandt-2015" and finding.severity.rank > 1
    ]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_holds_every_finding_and_is_stable(report: Report, format: str) -> None:
    text = report.render(format)
    assert text == report.render(format)
    for finding in report.findings:
        assert finding.rule in text
        assert finding.name in text


def test_json_fits_the_published_schema(report: Report, root: Path) -> None:
    schema = json.loads((root / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(report.render("json")))


@pytest.mark.shared
def test_sarif_fits_the_oasis_schema(report: Report, shared_dir: Path) -> None:
    schema = json.loads((shared_dir / "data" / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(json.loads(report.render("sarif")))


def test_sarif_regions_cut_the_words_that_are_wrong(report: Report) -> None:
    results = json.loads(report.render("sarif"))["runs"][0]["results"]
    lines = report.articles[0].text.split("\n")
    region = next(r for r in results if r["ruleId"] == "M302")["locations"][0]["physicalLocation"]["region"]
    assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == "2019"


def test_csv_reads_back(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(report.render("csv"))))
    assert len(rows) == len(report.findings)
    assert {row["severity"] for row in rows} <= {"error", "warning", "note"}


def test_junit_is_xml_with_a_case_per_reference(report: Report) -> None:
    suite = ET.fromstring(report.render("junit")).find("testsuite")
    assert suite is not None
    assert {"brandt-2015", "okafor-2019", "quill-1999"} <= {case.get("name") for case in suite}
    assert int(suite.get("failures", "0")) >= 2


def test_html_is_escaped_self_contained_and_shows_both_sides(report: Report) -> None:
    page = report.render("html")
    tree = html.fromstring(page)
    assert "<rest>" not in page
    assert not tree.xpath("//script | //link | //img[not(starts-with(@src, 'data:'))]")
    assert "2019" in "".join(tree.xpath("//mark/text()"))
    differing = tree.xpath("//tr[@class='differs']")
    assert any("2019" in row.text_content() and "2016" in row.text_content() for row in differing)
    assert "Invented Posture, 12(3), 45–49" in tree.text_content()


def test_github_lines_stay_one_line_each(report: Report) -> None:
    lines = report.render("github").splitlines()
    assert len(lines) == len(report.findings)
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_a_workbook_reads_back_and_is_the_same_twice(report: Report) -> None:
    import openpyxl

    data = workbook(report)
    assert data == workbook(report)
    assert zipfile.is_zipfile(io.BytesIO(data))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Findings", "References", "Studies"]
    assert book["References"].max_row == 4


def test_an_annotated_copy_gives_the_file_back_without_its_comments(report: Report) -> None:
    text = annotate(report)
    kept = [line for line in text.split("\n") if not line.startswith("<!-- litreview:")]
    assert "\n".join(kept) == report.articles[0].text
    assert text.count("<!-- litreview:") == len(report.findings)


def test_what_cannot_be_rendered_is_said(report: Report) -> None:
    with pytest.raises(OptionError, match="no report format"):
        report.render("nonsense")
    with pytest.raises(OptionError, match="not text"):
        report.render("xlsx")
    with pytest.raises(InputError, match="Word"):
        report.render_bytes("docx")


def test_the_frame_has_a_row_per_finding(report: Report) -> None:
    frame = report.to_frame()
    assert len(frame) == len(report.findings)
    assert list(frame.columns[:3]) == ["rule", "name", "severity"]


def test_a_notebook_shows_every_finding(report: Report) -> None:
    shown = report._repr_html_()
    assert all(finding.rule in shown for finding in report.findings)


def test_what_is_said_of_the_whole_file_stands_below_a_markdown_header(tmp_path: Path) -> None:
    header = "---\ntitle: Rest\nbibliography: refs.bib\n---\n"
    (tmp_path / "paper.md").write_text(f"{header}Rest helps [@brandt].\n")
    entry = "@article{%s, author={Brandt, T.}, title={Rest}, journal={Posture}, volume=1, pages=2, year=%d}\n"
    (tmp_path / "refs.bib").write_text(entry % ("brandt", 2015) + entry % ("lind", 2999))
    checked = lr.check(tmp_path / "paper.md", source=None)
    assert any(finding.line is None for finding in checked.findings)
    assert annotate(checked).startswith(f"{header}<!-- litreview: ")
    assert "line 2 of refs.bib" in checked.render("markdown")
    assert "line 2 of refs.bib" in checked.render("text")


@pytest.mark.parametrize("format", FORMATS)
def test_control_characters_reach_neither_terminal_nor_xml(format: str, tmp_path: Path) -> None:
    path = tmp_path / "esc.md"
    text = (
        "Pain \x1b[2J (Nope 2011 \x1b]0;x\x07).\n\n## References\n\nSmith J. \x1b[31mRed. Pain 2015;3:1-2.\n"
    )
    path.write_text(text)
    rendered = lr.check(str(path), source=None, as_of="2026-11-21").render(format)
    assert not set(rendered) & set("\x1b\x07\x9b")
    if format == "junit":
        ET.fromstring(rendered)
