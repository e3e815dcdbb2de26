"""Bibliographies within a source."""

from __future__ import annotations

from litreview.formats.latex.contained import contained
from litreview.formats.registry import read_text
from litreview.pipeline import check, parse

ENTRY = "@article{arden, author={Arden, P.}, title={First measures}, year={2003}, journal={J}, pages={1--9}}"
SOURCE = (
    "\\begin{filecontents*}[overwrite]{own.bib}\n"
    + ENTRY
    + "\n\\end{filecontents*}\n\\documentclass{article}\n"
    "\\addbibresource{own.bib}\n\\begin{document}\nThings rest \\cite{arden}.\n\\end{document}\n"
)


def test_a_bibliography_within_the_source_is_its_list() -> None:
    article = parse(read_text(SOURCE, "latex", "/nowhere/a.tex"))
    (one,) = article.references
    assert (article.text[one.start : one.end], one.line, one.origin) == (ENTRY, 2, "")
    assert [[found.key for found in link.references] for link in article.links] == [["arden"]]
    assert [finding.rule for finding in check(article, source=None).findings] == ["M300"]


def test_other_files_within_are_none() -> None:
    assert contained("\\begin{filecontents}{a.sty}\\def\\x{1}\\end{filecontents}") == {}
