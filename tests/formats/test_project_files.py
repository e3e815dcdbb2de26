"""Bibliographies that a project names for all its texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.formats.project_files import project_bibliographies
from litreview.formats.reach import kept_in
from litreview.pipeline import parse

BIB = "@article{arden, author={Arden, P.}, title={First measures}, year={2003}, journal={J}, pages={1--9}}\n"


@pytest.mark.parametrize(
    ("file", "content", "named"),
    [
        ("conf.py", "bibtex_bibfiles = ['refs.bib', \"b/c.bib\"]\n", ("../refs.bib", "../b/c.bib")),
        ("conf.py", "# bibtex_bibfiles = ['refs.bib']\n", ()),
        ("_config.yml", "title: x\nbibtex_bibfiles:\n  - refs.bib\n  - more.bib\nlatex: y\n",
         ("../refs.bib", "../more.bib")),
        ("_quarto.yml", "project:\n  type: book\nbibliography: refs.bib # all\n", ("../refs.bib",)),
        ("_quarto.yml", "bibliography: [refs.bib, 'b.bib']\n", ("../refs.bib", "../b.bib")),
        ("index.Rmd", "---\nbibliography: refs.bib\n---\n\nbibliography: no.bib\n", ("../refs.bib",)),
        ("index.qmd", "bibliography: no.bib\n", ()),
    ],
)  # fmt: skip
def test_the_nearest_file_of_the_project_names_them(
    tmp_path: Path, file: str, content: str, named: tuple[str, ...]
) -> None:
    (tmp_path / file).write_text(content)
    (tmp_path / "docs").mkdir()
    assert project_bibliographies(str(tmp_path / "docs" / "a.md")) == named
    assert project_bibliographies("") == ()


@pytest.mark.parametrize(
    ("name", "text"), [("a.qmd", "They rest [@arden].\n"), ("a.rst", "They rest :cite:`arden`.\n")]
)
def test_a_text_that_names_none_is_checked_against_them(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "conf.py").write_text("bibtex_bibfiles = ['refs.bib']")
    path = tmp_path / name
    path.write_text(text)
    assert [[one.key for one in link.references] for link in parse(path).links] == [["arden"]]
    path.write_text("No citation.\n")
    assert parse(path).references == ()


def test_nothing_is_sought_above_the_folder_that_a_text_is_kept_in(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("bibtex_bibfiles = ['refs.bib']")
    folder = tmp_path / "upload" / "one"
    folder.mkdir(parents=True)
    assert project_bibliographies(str(folder / "a.md")) == ("../../refs.bib",)
    for kept in (folder, folder.parent):
        with kept_in(kept):
            assert project_bibliographies(str(folder / "a.md")) == ()
    with kept_in(tmp_path):
        assert project_bibliographies(str(folder / "a.md")) == ("../../refs.bib",)
