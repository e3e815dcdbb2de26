"""Word files: comments stand at the right words, corrections are tracked and say the right thing."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import docx
import pytest

import litreview as lr
from litreview.editing.apply.edits import apply
from litreview.editing.apply.word import edit
from litreview.formats.registry import read
from litreview.formats.word.runs import W
from litreview.model.document import Document
from litreview.model.finding import Fix
from litreview.reports.report import Report
from litreview.reports.to_docx import render
from tests.reports.conftest import ARTICLE, RECORDS


@pytest.fixture
def word_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The article as Word, cut into runs as an author's edits would cut it."""
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    for line in filter(None, ARTICLE.split("\n")):
        if line.startswith("#"):
            document.add_heading(line.lstrip("# "), level=1)
            continue
        paragraph = document.add_paragraph()
        for at, part in enumerate(re.split(r"(stroke|\(2|after)", line)):
            paragraph.add_run(part).italic = bool(at % 2)
    document.save("stroke.docx")
    Path("records.json").write_text(json.dumps(RECORDS), encoding="utf-8")
    return Path("stroke.docx")


@pytest.fixture
def word_report(word_file: Path) -> Report:
    return lr.check(word_file, source=lr.Snapshot("records.json"), as_of="2026-11-21")


def commented(root: docx.document.Document) -> dict[str, str]:
    """Comment id → the text between its range marks."""
    found: dict[str, str] = {}
    open_ids: list[str] = []
    for element in root.element.iter():
        if element.tag == f"{W}commentRangeStart":
            open_ids.append(element.get(f"{W}id"))
        elif element.tag == f"{W}commentRangeEnd":
            open_ids.remove(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            for name in open_ids:
                found[name] = found.get(name, "") + (element.text or "")
    return found


def test_each_comment_is_at_the_words_of_its_finding(word_report: Report) -> None:
    word = docx.Document(io.BytesIO(render(word_report)))
    anchored = commented(word)
    texts = {str(comment.comment_id): comment.text for comment in word.comments}
    assert len(texts) == len(word_report.findings) + 1
    assert "1 must be fixed (Okafor 2019 year)" in min(texts.items())[1]  # the first sums up
    year = next(name for name, text in texts.items() if "year-mismatch" in text)
    assert anchored[year] == "2019"
    marker = next(name for name, text in texts.items() if "inherited-year" in text)
    assert "Okafor & Lind, 2019" in anchored[marker]


def test_the_commented_file_says_the_same_and_is_the_same_twice(word_report: Report, word_file: Path) -> None:
    once = render(word_report)
    assert once == render(word_report)
    Path("commented.docx").write_bytes(once)
    assert read("commented.docx").text == read(word_file).text


@pytest.mark.parametrize(
    "words", ["2019", "Okafor C", "Walking after stroke and its", ". Bed rest after stroke: a co"]
)
def test_a_tracked_change_reads_back_as_the_corrected_text(word_file: Path, words: str) -> None:
    document = read(word_file)
    start = document.text.index(words)
    fixes = (Fix(start, start + len(words), "<new & words>"),)
    assert reread(document, word_file, fixes) == apply(document.text, fixes)


def test_insertions_and_neighbouring_changes(word_file: Path) -> None:
    document = read(word_file)
    at = document.text.index("45–49.")
    fixes = (
        Fix(at, at + 2, "46"),
        Fix(at + 3, at + 5, "50"),
        Fix(at + 6, at + 6, " https://doi.org/10.5555/x"),
    )
    assert reread(document, word_file, fixes) == apply(document.text, fixes)


def test_a_tracked_change_can_be_refused(word_file: Path) -> None:
    document = read(word_file)
    start = document.text.index("2019")
    root = docx.Document(
        io.BytesIO(edit(document, word_file.read_bytes(), [Fix(start, start + 4, "2016")]))
    ).element
    deleted = "".join(element.text for element in root.iter(f"{W}delText"))
    added = list(root.iter(f"{W}ins"))
    assert deleted == "2019"
    assert len(added) == 1
    assert added[0].get(f"{W}author") == "litreview"


def reread(document: Document, path: Path, fixes: tuple[Fix, ...]) -> str:
    Path("fixed.docx").write_bytes(edit(document, path.read_bytes(), fixes))
    return read("fixed.docx").text


def test_people_are_sent_to_a_paragraph_and_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    document.add_paragraph("Walking helps.[1] Rest does not.[2]")
    document.add_heading("References", level=1)
    document.add_paragraph("1. Brandt T. Bed rest after stroke. Invented Posture. 2015;12(3):45-9.")
    document.add_paragraph("2. Lind M. Walking after stroke. Invented Posture. 2995;13(1):5-9.")
    document.save("numbered.docx")
    text, page = (lr.check("numbered.docx", source=None).render(form) for form in ("text", "html"))
    assert "  paragraph 4  [2] Lind M. Walking" in text
    assert "[2] lind" in page
    assert "paragraph 4</span>" in page


def test_a_file_without_a_list_is_not_called_clean(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("Nothing is cited in this sentence.\n")
    for form in ("text", "html"):
        said = str(lr.check(path, source=None).render(form))
        assert "either a reference list nor a citation was recognised" in said
