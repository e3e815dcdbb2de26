"""What hostile articles and bibliographies say is shown and never acts, in any format."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from lxml import html

import litreview as lr
from litreview.model.work import Work
from litreview.normalise.text import in_json, one_line, shown
from litreview.reports.records import address
from litreview.reports.registry import FORMATS
from litreview.reports.report import Report
from litreview.reports.to_annotated import render as annotate
from litreview.reports.to_markdown import escape
from litreview.reports.to_xlsx import render as workbook

ACTING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\u2028\u2029]"
)
ESCAPE = "\x1b]8;;http://evil.example\x07\x1b[2J"
ARTICLE = f"""# T <script>alert(9)</script> {ESCAPE}

Pain (::error 2011; @octocat 2012) is real (Nope{ESCAPE} 2011). <img src=x onerror=alert(1)> (Foo\u202e 2012).

## References

::error file=a::Smith J. ::stop-commands::abc {ESCAPE} Red\u202e\u2066 pain </script>
--> ]]> ##[error]x. 2999;3:9-1.

Adler =cmd|' /C calc'!A0 T. =1+1 <b>x</b> [c](javascript:alert(1)). J Pain. 2015;1(1):5-1. doi:10.1/"><script>
"""
RECORDS = r"""@article{<script>, author={=cmd|' /C calc'!A0 and "><img src=x onerror=alert(1)>, A.},
 title={=HYPERLINK("http://evil.example","x") [click](javascript:alert(1)) @octocat #12 $\frac{1}$},
 journal={+1+1}, volume={@SUM(1)}, pages={9-3}, url={javascript:alert(1)}, year={2999},
 doi={10.1234/"onmouseover="alert(1)}}
"""
NAMES = ("a\n::error::\x1b[2J\u202e<b>.md", "::error::x,y.bib")


@pytest.fixture(scope="module", params=NAMES, ids=["article", "bibliography"])
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    path = tmp_path_factory.mktemp("hostile") / request.param
    path.write_text(ARTICLE if path.suffix == ".md" else RECORDS)
    return lr.check(path, source=None, as_of="2026-11-21")


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_holds_a_sign_that_acts(hostile: Report, format: str) -> None:
    assert not ACTING.search(hostile.render(format))
    assert not ACTING.search(hostile.render_bytes(format).decode())


def test_a_page_has_no_script_no_handler_and_only_links_of_the_web(hostile: Report) -> None:
    tree = html.fromstring(hostile.render("html"))
    assert not tree.xpath("//script | //img | //b | //@onmouseover | //@onerror")
    assert all(re.match("https?://|#", link) for link in tree.xpath("//@href"))


def test_json_keeps_every_value(hostile: Report) -> None:
    assert json.loads(hostile.render("json")) == json.loads(json.dumps(hostile.to_dict()))


def test_no_cell_is_a_formula(hostile: Report) -> None:
    rows = list(csv.reader(io.StringIO(hostile.render("csv"), newline="")))
    assert {len(row) for row in rows} == {12}
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+@|-]", cell)]


def test_no_line_of_text_is_a_command_of_a_build_server(hostile: Report) -> None:
    assert not re.search(r"(?m)^\s*::|##\w*\[", hostile.render("text"))
    lines = hostile.render("github").splitlines()
    assert len(lines) == len(hostile.findings)
    assert all(
        re.match(r"::(?:error|warning|notice) file=[^:,]*,(?:line=\d+,)?title=", line) for line in lines
    )


def test_sarif_has_addresses_without_signs_and_messages_without_links(hostile: Report) -> None:
    (run,) = json.loads(hostile.render("sarif"))["runs"]
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]]
    assert all(re.fullmatch(r"[\w/.~%-]*", uri) for uri in uris)
    assert not any("](" in one["message"]["text"] for one in run["results"])


def test_junit_is_xml(hostile: Report) -> None:
    ET.fromstring(hostile.render("junit"))


def test_a_workbook_holds_texts_alone(hostile: Report) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook(hostile)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not [cell for cell in cells if cell.hyperlink]


def test_an_annotated_copy_begins_no_entry(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(RECORDS.replace("=cmd", "@article{z,"))
    for line in annotate(lr.check(path, source=None)).splitlines():
        assert not (line.startswith("% litreview") and "@" in line)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("[x](y)", r"\[x\](y)"), ("a|b", r"a\|b"), ("<b>", r"\<b\>"), ("&lt;", r"\&lt;"), ("A & B", "A & B"),
        ("@octocat", "@&#8203;octocat"), ("a@b.org", "a@b.org"), ("#12", r"\#&#8203;12"),
        ("GH-7", "GH-&#8203;7"),
        ("$x$", r"\$x\$"), ("a\nb\rc", "a b c"), ("~~s~~", r"\~\~s\~\~"),
    ],
)  # fmt: skip
def test_markdown_shows_what_was_said(said: str, written: str) -> None:
    assert escape(said) == written


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:x", "data:text/html,x", "//x", "file:///x", "x"]
)
def test_only_addresses_of_the_web_are_linked(url: str) -> None:
    assert address(Work(url=url)) == ""
    assert address(Work(url="https://example.org/x")) == "https://example.org/x"


def test_signs_that_act_are_shown_or_escaped() -> None:
    assert shown("a\u202eb\x1bc\u2028d\ne") == "a\ufffdb\ufffdc d\ne"
    assert one_line("a\nb\r\nc\x85d") == "a b c d"
    assert json.loads(in_json('"\x9b\u202e\u2028\ud800"')) == "\x9b\u202e\u2028\ud800"
