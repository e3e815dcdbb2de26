"""Markdown as JOSS, Quarto and pandoc users write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.registry import read, read_text
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.pipeline import check, parse

HEADER = "---\ntitle: 'Backs: a review'\nbibliography: refs.bib\n---\n\n"
BIB = "@article{franke2014, author = {Franke, H}, title = {Backs}, year = {2014}}\n"


def markdown(text: str) -> Document:
    return read_text(text, "markdown")


def marks(document: Document) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(document.text[mark.start : mark.end], mark.keys, mark.locators) for mark in document.marks]


def shown(document: Document, kind: str) -> list[str]:
    return [document.text[s.start : s.end] for s in document.styles if s.kind == kind]


@pytest.mark.parametrize(
    ("source", "cited", "keys", "locators"),
    [
        ("see [@a].", "[@a]", ("a",), ("",)), ("[see @a, pp. 33-35; also @b, ch. 1]", None, ("a", "b"),
        ("pp. 33-35", "ch. 1")),
        ("Smith says [-@a, p. 3]", "[-@a, p. 3]", ("a",), ("p. 3",)), ("[@{a(b)c}, 4]", None, ("a(b)c",),
        ("4",)),
        ("[@smith:2010/x_y-z.1]", None, ("smith:2010/x_y-z.1",), ("",)),
        ("[@a, see also the notes]", None, ("a",), ("",)),
        ("[@a; @b;\n@c]", None, ("a", "b", "c"), ("", "", "")), ("[@müller2010]", None, ("müller2010",),
        ("",)),
        ("![A figure [@a]](f.png)", "[@a]", ("a",), ("",)), ("@a [p. 4] says", "@a [p. 4]", ("a",),
        ("p. 4",)),
        ("@a says.", "@a", ("a",), ("",)), ("(@a)", "@a", ("a",), ("",)), ("@a's view", "@a", ("a",), ("",)),
        ("As @a, [as ever]", "@a", ("a",), ("",)), ("@a [see this](http://x.y)", "@a", ("a",), ("",)),
    ],
)  # fmt: skip
def test_pandoc_citations(
    source: str, cited: str | None, keys: tuple[str, ...], locators: tuple[str, ...]
) -> None:
    document = markdown(HEADER + source)
    assert marks(document) == [(cited or source, keys, locators)]


@pytest.mark.parametrize(
    "source",
    ["`[@a]`", "``x ` [@a]``", "```\n[@a]\n```", "~~~ {.r}\n@a\n~~~~", "text\n\n    @a[[1]]\n",
     "<!-- [@a] -->", "me@example.org",
     "https://medium.com/@a/post", "[x](https://medium.com/@a)", r"\@a", "a @ b", "@", "[@]",
     "@fig-one and [@tbl:two]"],
)  # fmt: skip
def test_what_is_no_citation(source: str) -> None:
    assert markdown(f"{HEADER}{source}").marks == ()


def test_indented_paragraphs_of_lists_and_notes_are_no_code() -> None:
    document = markdown(f"{HEADER}- one\n\n    see [@a]\n\n[^1]: note\n\n    and [@b]\n")
    assert [mark.keys for mark in document.marks] == [("a",), ("b",)]


def test_user_names_are_no_citations_where_nothing_says_so() -> None:
    assert markdown("Thanks to @octocat.").marks == ()
    assert [mark.keys for mark in markdown("Thanks to @octocat [@a].").marks] == [("octocat",), ("a",)]


def test_the_header_names_title_and_bibliography(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "paper.md").write_text(f"{HEADER}As [@franke2014] and [@nobody] say.")
    document = read(tmp_path / "paper.md")
    assert document.title == "Backs: a review"
    assert document.text.startswith("---\ntitle")
    [reference] = document.references
    assert (reference.key, reference.work.year, reference.text) == ("franke2014", 2014, BIB.strip())
    assert document.metadata == (("bibliography", str(tmp_path / "refs.bib")),)


def test_several_bibliographies_and_items_in_the_header(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(BIB)
    (tmp_path / "b.bib").write_text(BIB.replace("2014", "2015"))
    header = "---\nbibliography: [a.bib, b.bib]\nreferences:\n- id: x1\n  type: book\n  title: Backs\n---\n"
    (tmp_path / "paper.md").write_text(header + "text [@x1]")
    assert [item.key for item in read(tmp_path / "paper.md").references] == ["x1", "franke2014", "franke2015"]


@pytest.mark.parametrize(("name", "message"), [("none.bib", "not there"), ("notes.txt", "which is none")])
def test_a_bibliography_that_is_none_is_said(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "notes.txt").write_text("no records")
    (tmp_path / "paper.md").write_text(f"---\nbibliography: {name}\n---\n[@a]")
    with pytest.raises(InputError, match=message):
        read(tmp_path / "paper.md")


@pytest.mark.parametrize(
    "header", ["a: [", "- x", "a: &a [*a]", "title: [1]", "{", "bibliography: {x: 1}", "? [a]\n: b"]
)
def test_an_odd_header_does_no_harm(header: str) -> None:
    document = markdown(f"---\n{header}\n---\ntext [@a]")
    assert [mark.keys for mark in document.marks] == [("a",)]


def test_headings_superscripts_and_notes() -> None:
    document = markdown(
        "# One #\n\ntext^1,2^ and<sup>3</sup> x^2 and y^2\n\nTwo\n---\n\n## Three {#three .x}\n\n"
        "[^a]: A note\n    goes on.\n"
        "```\n# no heading\n```\n#hash\n"
    )
    assert shown(document, "heading") == ["One", "Two", "Three"]
    assert shown(document, "superscript") == ["1,2", "3"]
    assert shown(document, "footnote") == ["A note\n    goes on."]
    assert document.title == "One"


def test_links_are_kept() -> None:
    document = markdown("See [this](https://doi.org/10.1/x(1)) and <https://y.z>, not `[a](http://b)`.")
    assert [(document.text[a.start : a.end], a.url) for a in document.hyperlinks] == [
        ("this", "https://doi.org/10.1/x(1)"), ("https://y.z", "https://y.z")
    ]  # fmt: skip


@given(st.text(alphabet="@[]{}-;, ab1`~\n\\^#<>!()", max_size=120))
def test_marks_cut_what_they_claim(text: str) -> None:
    document = markdown(text)
    for mark in document.marks:
        assert len(mark.keys) == len(mark.locators)
        assert all(
            f"@{key}" in text[mark.start : mark.end] or f"@{{{key}}}" in text[mark.start : mark.end]
            for key in mark.keys
        )


@pytest.mark.parametrize("under", ["===", "----------"])
def test_the_line_below_a_heading_is_no_entry(under: str) -> None:
    entries = (
        "Arden, P. (2003). First measures. J Things, 2(1), 8–9.\n\nBrill, B. (2008). More. J Things, 7, 2–3."
    )
    article = parse(read_text(f"Text (Arden, 2003).\n\nReferences\n{under}\n\n{entries}\n", "markdown"))
    assert [one.work.year for one in article.references] == [2003, 2008]


ENTRY = "@article{{{}, author={{Arden, A.}}, title={{On {}}}, year={{2003}}, journal={{J}}, pages={{1}}}}\n"
KEYED = ENTRY.format("arden", "resting") + ENTRY.format("brill", "moving")
HEAD = "---\nbibliography: refs.bib\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", HEAD + "nocite: |\n  @brill, @other\n---\n\nThey rest [@arden].\n"),
        ("a.md", HEAD + "nocite: '@*'\n---\n\nThey rest [@arden].\n"),
        ("a.tex", "\\begin{document}\\cite{arden}\\nocite{*}\\bibliography{refs}\\end{document}"),
        ("a.Rmd", HEAD + "---\n\nSee \\citep[p. 3]{arden}, not `\\cite{x}`; \\textcite{brill}.\n"),
    ],
)  # fmt: skip
def test_what_is_only_listed_or_cited_by_latex_is_not_uncited(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "refs.bib").write_text(KEYED)
    (tmp_path / name).write_text(text)
    assert [finding.rule for finding in check(tmp_path / name, source=None).findings] == ["M300"]


@pytest.mark.parametrize(
    ("text", "formulas"),
    [("The $x^2$ and $n$ rest.", ["$x^2$", "$n$"]), ("It costs $5 (Arden, 2003) or US$ 6, A$7.", []),
     ("$$\ny = [3]\n$$", ["$$\ny = [3]\n$$"]), (r"\$x$ `$x$`", [])],
)  # fmt: skip
def test_formulas_are_told_from_money(text: str, formulas: list[str]) -> None:
    styles = [one for one in read_text(text, "markdown").styles if one.kind == "formula"]
    assert [text[one.start : one.end] for one in styles] == formulas
