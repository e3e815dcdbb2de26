"""MyST's citations in Markdown."""

from __future__ import annotations

from pathlib import Path

from litreview.formats.markdown.myst import myst_bibliographies, myst_marks
from litreview.pipeline import check, parse

BIB = """@article{arden, author={Arden, P.}, title={First measures}, year={2003}, journal={J}, pages={1--9}}
@article{brill, author={Brill, B.}, title={Second measures}, year={2008}, journal={J}, pages={2--9}}
"""
TEXT = "# T\n\nThings rest {cite:p}`arden, brill`, says {cite:t}`brill`; not ``{cite}`ghost` ``.\n\n"


def test_roles_lead_to_the_list_that_the_directive_names(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    path = tmp_path / "a.md"
    path.write_text(TEXT + "```{bibliography} refs.bib\n:style: unsrt\n```\n\n```\n{cite}`ghost`\n```\n")
    article = parse(path)
    assert [[one.key for one in link.references] for link in article.links] == [
        ["arden"],
        ["brill"],
        ["brill"],
    ]
    assert [finding.rule for finding in check(path, source=None).findings] == ["M300"]


def test_the_list_may_be_named_by_the_project(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "conf.py").write_text('project = "x"\nbibtex_bibfiles = ["refs.bib"]\n')
    (tmp_path / "docs").mkdir()
    path = tmp_path / "docs" / "a.md"
    path.write_text(TEXT + "```{bibliography}\n```\n")
    assert len(parse(path).links) == 3
    assert [finding.rule for finding in check(path, source=None).findings] == ["M300"]


def test_the_pieces() -> None:
    assert myst_bibliographies("```{bibliography} a.bib b.bib\n```\n:::{bibliography}\n:::") == (
        "a.bib",
        "b.bib",
    )
    assert [mark.keys for mark in myst_marks("{cite}`a`", "{cite}   ")] == [("a",)]
    assert list(myst_marks("{cite}`a`", "         ")) == []
