"""The editor's page through starlette's test client."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import docx
import pytest
from starlette.testclient import TestClient

import litreview as lr
from litreview.web.app import make_app
from tests.formats.one_article import odt_file

ARTICLES = ("spinal-manipulation.md", "passive-treatments.md")


@pytest.fixture
def client(example_snapshot: Path) -> Iterator[TestClient]:
    with TestClient(make_app(partial(lr.Snapshot, example_snapshot))) as client:
        yield client


def test_the_form_has_one_file_field(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert page.text.count('type="file"') == 1


def test_two_articles_give_one_report_with_downloads(client: TestClient, root: Path) -> None:
    files = [("file", (name, (root / "references/articles" / name).read_bytes())) for name in ARTICLES]
    page = client.post("/", files=files)
    assert page.status_code == 200
    assert "year-mismatch" in page.text
    link = re.search(r'href="(/report/[^"]+\.json)"', page.text)
    assert link
    found = json.loads(client.get(link.group(1)).text)
    assert [article["path"] for article in found["articles"]] == list(ARTICLES)


def test_the_page_finds_what_the_library_finds(
    client: TestClient, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "references/articles")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    ours = lr.check(*ARTICLES, source=lr.Snapshot(root / "references/snapshot"))
    page = client.post("/", files=[("file", (name, Path(name).read_bytes())) for name in ARTICLES])
    link = re.search(r'href="(/report/[^"]+\.json)"', page.text)
    assert link
    assert (
        json.loads(client.get(link.group(1)).text)["findings"] == json.loads(ours.render("json"))["findings"]
    )


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("paper.txt", b"", "empty"),
        ("paper.docx", b"PK\x03\x04 not really", "paper.docx"),
        ("../../x.txt", b"\0\1\2", "x.txt"),
    ],
)
def test_trouble_is_one_line_on_the_form(client: TestClient, name: str, data: bytes, says: str) -> None:
    page = client.post("/", files=[("file", (name, data))])
    assert page.status_code == 422
    assert says in page.text
    assert 'type="file"' in page.text
    assert "/tmp" not in page.text


def test_no_file_and_unknown_reports_are_said(client: TestClient) -> None:
    assert client.post("/", data={"other": "x"}).status_code == 400
    assert client.get("/report/unknown/citations.json").status_code == 404


def test_other_hosts_are_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_the_word_file_comes_back_with_comments(client: TestClient, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Manipulation helps (Franke et al., 2015).")
    document.add_heading("References", 1)
    document.add_paragraph(
        "Franke H, et al. (2015). Osteopathy for chronic low back pain: A systematic review and "
        "meta-analysis. BMC Musculoskeletal Disorders, 15, 286."
    )
    document.save(tmp_path / "mine.docx")
    page = client.post("/", files=[("file", ("mine.docx", (tmp_path / "mine.docx").read_bytes()))])
    link = re.search(r'href="(/report/[^"]+\.docx)"', page.text)
    assert link
    answer = client.get(link.group(1))
    assert answer.status_code == 200
    comments = [comment.text for comment in docx.Document(io.BytesIO(answer.content)).comments]
    assert any("the year is 2014, not 2015" in text for text in comments)


def test_an_opendocument_text_comes_back_with_comments(client: TestClient) -> None:
    body = "<text:p>Rest helps (Brandt, 2015), heat too (Nobody, 2019).</text:p><text:h>References</text:h>"
    data = odt_file(f"{body}<text:p>Brandt, T. (2015). Rest. Posture, 1, 2–9.</text:p>")
    page = client.post("/", files=[("file", ("mine.odt", data))])
    link = re.search(r'href="(/report/[^"]+\.odt)"', page.text)
    assert link is not None
    assert ".docx" not in page.text
    content = zipfile.ZipFile(io.BytesIO(client.get(link[1]).content)).read("content.xml")
    assert b"<office:annotation " in content


def test_a_bibliography_sent_along_is_called_by_its_own_name(client: TestClient) -> None:
    paper = b"---\nbibliography: mine.bib\n---\nManipulation helps [@franke].\n"
    entry = (
        b"@article{franke, author={Franke, H and others}, title={Osteopathic manipulative treatment for "
        b"nonspecific low back pain: a systematic review and meta-analysis}, year={2015}, "
        b"journal={BMC Musculoskeletal Disorders}, volume={15}, pages={286}}\n"
    )
    page = client.post("/", files=[("file", ("mine.bib", entry)), ("file", ("paper.md", paper))])
    link = re.search(r'href="(/report/[^"]+\.json)"', page.text)
    assert link
    found = json.loads(client.get(link.group(1)).text)
    assert {finding["origin"] for finding in found["findings"]} <= {None, "mine.bib"}
    assert any(finding["name"] == "year-mismatch" for finding in found["findings"])


def test_two_uploads_of_one_name_keep_their_findings_apart(client: TestClient) -> None:
    gap = "To avoid , it is best to stop in the {} text."
    allowed = f"<!-- litreview: allow-file broken-sentence it is printed so -->\n{gap.format('first')}\n"
    other = f"All is well with this sentence. {gap.format('second')}\n"
    for texts in ((allowed, other, allowed), (other, allowed, allowed)):
        files = [("file", ("1", text.encode())) for text in texts]
        assert "E605 broken-sentence" not in client.post("/", files=files).text
        page = client.post("/", files=files, data={"leads": "1"})
        assert page.status_code == 200
        sections = re.split(r'<section aria-label="', page.text)
        told = [one for one in sections if one.startswith("1 (") and "broken-sentence" in one]
        assert len(told) == 1
        assert told[0].startswith(f"1 ({texts.index(other) + 1})")
        assert "in the second text" in told[0]
        link = re.search(r'href="(/report/[^"]+\.json)"', page.text)
        assert link
        report = json.loads(client.get(link.group(1)).text)
        gaps = [one for one in report["findings"] if one["rule"] == "E605"]
        assert [(one["article"], one["article_at"]) for one in gaps] == [("1", texts.index(other))]
        assert len([one for one in report["suppressed"] if one["rule"] == "E605"]) == 2
