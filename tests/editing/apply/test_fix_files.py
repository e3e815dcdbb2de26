"""Corrections reach the disk as they should: encodings, line ends, several files, refusals, the summary."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import litreview as lr
from litreview.cli.main import app
from litreview.editing.apply.edits import Edit, narrowed
from litreview.editing.apply.files import Correction
from litreview.editing.corrections import corrections, unchanged
from litreview.model.errors import InputError
from litreview.model.finding import Fix
from tests.editing.apply.fix_lab import CROSSREF, RECORDS

ENTRY = """@article{lind,
    Author = {Lindg{\\aa}rd, {\\AA}sa and Petrosyan, Karen and B{\\"a}umler, J{\\"o}rg and Smith, Ray},
    Title = {{Foot orthoses for plantar heel pain: TP53 has nothing to do with it}},
    Journal = {Scandinavian Journal of Imaginary Medicine}, Volume = 12, Number = {1},
    Pages = {33--41}, Year = 2011}
"""
PROSE = """Rowers swim (Haverkamp et al., 2012).

References

Haverkamp LM, Okonjo D, van der Meulen PJ. Cold water swimming and back pain in rowers: a randomised trial. \
Journal of Invented Posture. 2012;31(2):101-109.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("records.json").write_text(json.dumps(CROSSREF), encoding="utf-8")
    return tmp_path


def made(path: str, *, unsafe: bool = False) -> tuple[Correction, ...]:
    report = lr.check(path, source=lr.Snapshot("records.json"), as_of="2026-11-21")
    return corrections(report, unsafe=unsafe).files


def fixed_bib(entry: str) -> str:
    Path("a.bib").write_text(entry, encoding="utf-8")
    (correction,) = made("a.bib")
    return correction.after.decode("utf-8")


@pytest.mark.parametrize(
    ("right", "wrong", "after"),
    [
        ("2011}", "2013}", "2011"),
        ("heel pain: TP53", "knee pain: TP53", "Title = {{Foot orthoses for plantar heel pain: TP53 has"),
        ("Petrosyan, Karen", "Petrosyam, Karen", "and Petrosyan, Karen and B{\\\"a}umler, J{\\\"o}rg and"),
        ("{Lindg{\\aa}rd, {\\AA}sa", "{Hartwell, B", "Author = {Lindg{\\r{a}}rd, {\\r{A}}sa and Petrosyan"),
    ],
)  # fmt: skip
def test_a_bib_entry_changes_in_its_own_way(right: str, wrong: str, after: str, folder: Path) -> None:
    assert right in ENTRY
    text = fixed_bib(ENTRY.replace(right, wrong))
    assert after in text
    assert text.count("\n") == ENTRY.count("\n") + 1
    assert text.endswith("Year = 2011,\n    doi = {10.5555/tarn.0003}}\n")


@pytest.mark.parametrize(("right", "wrong"), [("33--41", "23--41"), ("Volume = 12", "Volume = 21")])
def test_without_a_locator_a_bib_entry_is_corrected_when_asked(right: str, wrong: str, folder: Path) -> None:
    Path("a.bib").write_text(ENTRY.replace(right, wrong), encoding="utf-8")
    assert made("a.bib") == ()
    (correction,) = made("a.bib", unsafe=True)
    assert correction.after.decode("utf-8") == ENTRY.replace("2011}", "2011,\n    doi = {10.5555/tarn.0003}}")
    Path("a.bib").write_bytes(correction.after)
    assert made("a.bib", unsafe=True) == ()


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("cp1252", b""),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(codec: str, mark: bytes, newline: str, folder: Path) -> None:
    text = ("Für Müller’s rowers.\n\n" + PROSE).replace("\n", newline)
    Path("a.txt").write_bytes(mark + text.encode(codec))
    (correction,) = made("a.txt")
    expected = text.replace("2012", "2015").replace("101-109.", "101-109. https://doi.org/10.5555/tarn.0001")
    assert correction.after == mark + expected.encode(codec)


def test_a_letter_the_encoding_lacks_is_spelt_out_or_refused(folder: Path) -> None:
    entry = ENTRY.replace("{Lindg{\\aa}rd, {\\AA}sa", "{Hartwell, B").replace('B{\\"a}umler', "Bäumler")
    Path("a.bib").write_bytes(entry.encode("latin-1"))
    (correction,) = made("a.bib")
    assert "Lindgård, Åsa and Petrosyan" in correction.after.decode("latin-1")


def test_files_of_one_latex_source_are_corrected_each(folder: Path) -> None:
    main = (
        "\\documentclass{article}\n\\begin{document}\n\\input{body} And more.\n\\input{list}\\end{document}\n"
    )
    Path("main.tex").write_text(main, encoding="utf-8")
    Path("body.tex").write_text("Rowers swim \\cite{h}.\n", encoding="utf-8")
    entry = PROSE.partition("References\n\n")[2]
    listed = f"\\begin{{thebibliography}}{{9}}\n\\bibitem{{h}} {entry}\\end{{thebibliography}}\n"
    Path("list.tex").write_text(listed, encoding="utf-8")
    (correction,) = made("main.tex")
    assert correction.path == "list.tex"
    assert {finding.name for finding in correction.findings} == {"year-mismatch", "missing-doi"}
    expected = listed.replace("2012", "2015").replace("109.", "109. https://doi.org/10.5555/tarn.0001")
    assert correction.after.decode() == expected


def test_a_file_that_changed_meanwhile_is_not_written(folder: Path) -> None:
    Path("a.txt").write_text(PROSE, encoding="utf-8")
    changed = made("a.txt")
    Path("a.txt").write_text(PROSE + "More.\n", encoding="utf-8")
    with pytest.raises(InputError, match="changed since it was read"):
        unchanged(changed)


@pytest.mark.parametrize(
    ("old", "new", "edits"),
    [
        ("1199–1211", "1203–1211", [(0, 4, "1203")]),
        ("knee pain in rowers", "back pain in rowers", [(0, 4, "back")]),
        ("Spine", "Lancet", [(0, 5, "Lancet")]),
        ("Funnels for rowers of old", "Bias in reviews, detected", [(0, 25, "Bias in reviews, detected")]),
    ],
)
def test_only_the_words_that_differ_are_edited(old: str, new: str, edits: list[tuple[int, int, str]]) -> None:
    assert list(narrowed(old, Fix(0, len(old), new))) == [Edit(*edit) for edit in edits]


LIST = """Rowers swim (Haverkamp et al., 2012). Tea helps (Quill & Moss, 1999).

## References

Haverkamp LM, Okonjo D, van der Meulen PJ. Cold water swimming and back pain in rowers: a randomised trial. Journal of Invented Posture. 2012;31(2):101-109.

Quill A, Moss B. Tea and recovery in kitchens of the old town. Annals of Kitchens. 1999;4(1):1-9.

Wintersberg N, Kowalczyk A, Fontaine C. Barefoot hiking, knee load and the price of socks. Gait Economics. 2017;9(8):1303-1311.
"""  # noqa: E501


def run(*arguments: str) -> tuple[str, str]:
    source = ["--source", "snapshot:records.json", "--as-of", "2026-11-21"]
    result = CliRunner().invoke(app, ["fix", *arguments, *source])
    assert result.exit_code == 0, result.output
    return result.stdout, result.stderr


def test_the_summary_tells_what_is_done_and_what_is_left_and_why(folder: Path) -> None:
    Path("a.md").write_text(LIST, encoding="utf-8")
    shown, said = run("a.md")
    assert "+Haverkamp LM" in shown
    assert Path("a.md").read_text(encoding="utf-8") == LIST
    assert "proposed: line 5, haverkamp-2012: 2012 → 2015 (year-mismatch)" in said
    assert "proposed: line 1, haverkamp-2012: 2012 → 2015 (inherited-year)" in said
    assert "left: line 7, quill-1999: no-record-found: no record was found" in said
    left = next(line for line in said.splitlines() if "left: line 9, wintersberg-2017: page-mismatch" in line)
    assert "1303-1311 → " in left
    assert "likely, not proven by a DOI or a locator" in left
    assert "3 correction(s) proposed" in said


def test_writing_twice_changes_nothing(folder: Path) -> None:
    Path("a.md").write_text(LIST, encoding="utf-8")
    _, said = run("a.md", "--write")
    assert "3 correction(s) made" in said
    once = Path("a.md").read_bytes()
    _, said = run("a.md", "--write")
    assert "0 correction(s) made" in said
    assert Path("a.md").read_bytes() == once


def test_output_gets_the_corrected_copy_and_the_file_stays(folder: Path) -> None:
    Path("a.md").write_text(LIST, encoding="utf-8")
    run("a.md", "--write", "--output", "b.md")
    assert "2015;31(2)" in Path("b.md").read_text(encoding="utf-8")
    assert Path("a.md").read_text(encoding="utf-8") == LIST
    run("b.md", "--write", "--output", "c.md")
    assert Path("c.md").read_bytes() == Path("b.md").read_bytes()


def test_a_paper_s_bibliography_is_corrected_where_it_stands(folder: Path) -> None:
    Path("paper.md").write_text("---\nbibliography: refs.bib\n---\n\nFeet [@lind].\n", encoding="utf-8")
    Path("refs.bib").write_text(ENTRY.replace("2011}", "2013}"), encoding="utf-8")
    _, said = run("paper.md", "--write")
    assert said.startswith("refs.bib:\n  made: line 5, lind: 2013 → 2011 (year-mismatch)")
    assert "Year = 2011" in Path("refs.bib").read_text(encoding="utf-8")


def test_the_records_used_here_are_invented() -> None:
    assert all(record.doi.startswith("10.5555/") for record in RECORDS)
