"""A document takes in files of its own folder and below, and of no other unless the user allows it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from litreview.cli.main import app
from litreview.formats.reach import allowing, is_within
from litreview.model.errors import InputError, OptionError
from litreview.pipeline import check, parse

BIB = "@article{arden, author={Arden, P.}, title={Unspoken measures}, year={2003}, journal={J}}\n"
NAMING = {
    "a.md": "---\nbibliography: {}\n---\n\nThey rest [@arden].\n",
    "a.qmd": "---\nbibliography: [{}]\n---\n\nThey rest [@arden].\n",
    "a.tex": "\\documentclass{{x}}\\begin{{document}}\\cite{{arden}}.\\bibliography{{{}}}\\end{{document}}\n",
    "b.tex": "\\documentclass{{x}}\\addbibresource{{{}}}\\begin{{d}}\\cite{{arden}}.\\end{{d}}\n",
    "a.org": "#+bibliography: {}\n\nThey rest [cite:@arden].\n",
    "a.ipynb": '{{"cells": [{{"cell_type": "markdown", "source": "They rest [@arden]."}}], "metadata": '
    '{{"bibliography": "{}"}}, "nbformat": 4, "nbformat_minor": 5}}',
}  # fmt: skip


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A folder for a paper; ``refs.bib`` lies above it."""
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "paper" / "sub").mkdir(parents=True)
    (tmp_path / "paper" / "link.bib").symlink_to("../refs.bib")
    (tmp_path / "paper" / "up").symlink_to("..")
    return tmp_path / "paper"


@pytest.mark.parametrize("file", NAMING)
@pytest.mark.parametrize("name", ["../refs.bib", "link.bib", "up/refs.bib", "/refs", "sub/../../refs.bib"])
def test_what_lies_outside_is_refused_and_not_told(paper: Path, file: str, name: str) -> None:
    name = str(paper.parent / "refs.bib") if name == "/refs" else name
    (paper / file).write_text(NAMING[file].format(name), encoding="utf-8")
    with pytest.raises(InputError, match="outside its folder") as caught:
        parse(paper / file)
    assert "Unspoken" not in str(caught.value)
    assert "--allow-folder" in str(caught.value)
    found = parse(paper / file, allow=[paper.parent])
    assert [reference.key for reference in found.references] == ["arden"]


@pytest.mark.parametrize("name", ["/etc/hostname", "~/refs.bib", "/proc/self/environ", "../no.bib"])
def test_places_outside_are_refused_whether_they_are_there_or_not(paper: Path, name: str) -> None:
    (paper / "a.md").write_text(NAMING["a.md"].format(name), encoding="utf-8")
    with pytest.raises(InputError, match="outside its folder"):
        check(str(paper / "a.md"), source=None)


def test_a_pipe_within_the_folder_is_never_opened(paper: Path) -> None:
    os.mkfifo(paper / "pipe.bib")
    (paper / "a.md").write_text(NAMING["a.md"].format("pipe.bib"), encoding="utf-8")
    with pytest.raises(InputError, match="not there"):
        parse(paper / "a.md")


def test_a_project_file_names_what_lies_below_its_own_folder_only(paper: Path) -> None:
    (paper / "a.qmd").write_text("They rest [@arden].\n", encoding="utf-8")
    (paper.parent / "_quarto.yml").write_text("bibliography: refs.bib\n", encoding="utf-8")
    assert len(parse(paper / "a.qmd").references) == 1
    (paper / "_quarto.yml").write_text("bibliography: ../refs.bib\n", encoding="utf-8")
    with pytest.raises(InputError, match="outside its folder"):
        parse(paper / "a.qmd")


def test_the_list_that_bibtex_left_beside_a_source_is_no_way_out(paper: Path) -> None:
    printed = "\\begin{thebibliography}{1}\\bibitem{arden} Unspoken\\end{thebibliography}"
    (paper.parent / "far.bbl").write_text(printed, encoding="utf-8")
    (paper / "a.bbl").symlink_to("../far.bbl")
    (paper / "a.tex").write_text(NAMING["a.tex"].format("gone"), encoding="utf-8")
    with pytest.raises(InputError, match="not there"):
        parse(paper / "a.tex")


def test_settings_allow_folders_where_the_user_works_and_not_where_the_paper_lies(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (paper / "a.md").write_text(NAMING["a.md"].format("../refs.bib"), encoding="utf-8")
    (paper / ".litreview.toml").write_text('allow_folders = [".."]\n', encoding="utf-8")
    line = ["check", str(paper / "a.md"), "--source", "none"]
    monkeypatch.chdir(paper.parent)
    assert "--allow-folder" in str(CliRunner().invoke(app, line).exception)
    assert CliRunner().invoke(app, [*line, "--allow-folder", str(paper.parent)]).exit_code in (0, 1)
    monkeypatch.chdir(paper)
    found = CliRunner().invoke(app, line)
    assert not isinstance(found.exception, InputError)


def test_a_folder_that_is_none_cannot_be_allowed(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="no folder"), allowing([tmp_path / "none"]):
        pass
    with allowing([tmp_path]):
        assert is_within(tmp_path / "a", tmp_path / "b")
    assert not is_within(tmp_path / "a", tmp_path / "b")


def test_a_refused_list_is_told_where_a_printed_one_stands_in(paper: Path) -> None:
    (paper / "a.tex").write_text(NAMING["a.tex"].format("../refs"), encoding="utf-8")
    item = "\\bibitem{arden} Arden P. First measures of a thing. J Things. 2003;2(1):891--902.\n"
    (paper / "a.bbl").write_text(
        f"\\begin{{thebibliography}}{{9}}\n{item}\\end{{thebibliography}}\n", "utf-8"
    )
    article = parse(paper / "a.tex")
    assert [reference.key for reference in article.references] == ["arden"]
    (said,) = [one.message for one in article.document.diagnoses if "outside" in one.message]
    assert "'../refs'" in said
    assert "--allow-folder" in said
    assert not any(
        "outside" in one.message for one in parse(paper / "a.tex", allow=[paper.parent]).document.diagnoses
    )
