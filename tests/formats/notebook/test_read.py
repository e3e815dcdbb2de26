"""Jupyter notebooks of both formats: what is text, where it stands, what it cites, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from litreview.formats.notebook.read import read_notebook
from litreview.formats.registry import read, sniff
from litreview.model.errors import InputError
from litreview.pipeline import parse

BIB = "@article{arden2003, author={Arden, P.}, title={First measures of a thing}, year={2003}}\n"
ENTRY = "Arden P. First measures of a thing. J Things 2003;2:891-902."


def md(*lines: str) -> dict[str, object]:
    return {"cell_type": "markdown", "metadata": {}, "source": list(lines)}


def code(text: str = "x[1]") -> dict[str, object]:
    output = {"output_type": "stream", "name": "stdout", "text": ["(Nobody, 1999)"]}
    return {"cell_type": "code", "metadata": {}, "outputs": [output], "source": text}


def raw(text: str, kind: str | None = None) -> dict[str, object]:
    metadata = {} if kind is None else {"raw_mimetype": kind}
    return {"cell_type": "raw", "metadata": metadata, "source": text}


def notebook(*cells: dict[str, object], **metadata: object) -> bytes:
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}).encode()


def test_markdown_cells_are_the_text_and_places_name_them() -> None:
    attached = {"cell_type": "markdown", "metadata": {}, "source": "![](attachment:a.png)",
                "attachments": {"a.png": {"image/png": "KE5vYm9keSwgMTk5OSk="}}}  # fmt: skip
    document = read_notebook(
        notebook(md("# On things\n", "Two\n", "lines"), code(), attached, md(" "), md("End"))
    )
    assert document.text == "# On things\nTwo\nlines\n\n![](attachment:a.png)\n\nEnd"
    assert [(place.name, document.text[place.start : place.end][:3]) for place in document.places] == [
        ("cell 1", "# O"), ("cell 3", "![]"), ("cell 5", "End")
    ]  # fmt: skip
    assert document.title == "On things"


def test_nbformat_3_has_worksheets_and_headings() -> None:
    heading = {"cell_type": "heading", "level": 2, "source": ["On\n", "things"]}
    cells = [heading, {"cell_type": "code", "input": "x"}, md("Text")]
    data = {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": cells}]}
    document = read_notebook(json.dumps(data).encode())
    assert document.text == "## On things\n\nText"
    assert sniff("a.txt", json.dumps(data).encode()) == "notebook"


@pytest.mark.parametrize(
    ("kind", "is_text"),
    [(None, True), ("text/markdown", True), ("text/latex", False), ("text/restructuredtext", False),
     ("text/html", False)],
)  # fmt: skip
def test_raw_cells_that_print_as_they_are(kind: str | None, is_text: bool) -> None:
    assert ("raw words" in read_notebook(notebook(md("Text"), raw("raw words", kind))).text) is is_text


def test_a_fence_that_is_not_closed_ends_with_its_cell() -> None:
    document = read_notebook(notebook(md("```\n", "code (Nobody, 1999)"), md("Text [@arden2003]"), code()))
    assert [mark.keys for mark in document.marks] == [("arden2003",)]


@pytest.mark.parametrize(
    ("first", "metadata"),
    [(raw("---\ntitle: On things\nbibliography: refs.bib\n---"), {}),
     (md("---\nbibliography: refs.bib\n---\nText"), {}),
     (md("Text"), {"bibliography": "refs.bib"}), (md("Text"), {"bibliography": ["refs.bib"]}),
     (md("Text"), {"latex_envs": {"bibliofile": "refs.bib"}})],
)  # fmt: skip
@pytest.mark.parametrize(
    "cited",
    ["[@arden2003, p. 3]", "@arden2003", '<cite data-cite="arden2003"/>',
     '<cite data-cite="arden2003"></cite>', "<cite data-cite='arden2003'>(Arden, 2003)</cite>",
     '<strong data-cite="arden2003">Arden</strong>'],
)  # fmt: skip
def test_a_bibliography_that_is_named(
    tmp_path: Path, first: dict[str, object], metadata: dict[str, object], cited: str
) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    path = tmp_path / "a.ipynb"
    path.write_bytes(notebook(first, md(f"Things rest {cited}, `[@no]`."), **metadata))
    article = parse(path)
    assert [link.references for link in article.links] == [article.references]


def test_a_bibliography_that_is_missing(tmp_path: Path) -> None:
    """One that the author names is asked for; latex_envs names one in every notebook."""
    path = tmp_path / "a.ipynb"
    path.write_bytes(notebook(md("Text"), bibliography="refs.bib"))
    with pytest.raises(InputError, match=r"names the bibliography 'refs\.bib'"):
        read(path)
    path.write_bytes(notebook(md("Text"), latex_envs={"bibliofile": "biblio.bib"}))
    assert read(path).references == ()


def test_records_that_extensions_keep() -> None:
    record = {
        "type": "article-journal",
        "title": "First measures",
        "author": [{"family": "Arden", "given": "P"}],
    }
    cite2c = {"citations": {"77/AB": record, "undefined": {}}}
    manager = {"items": {"zotero": {"77/AB": record}}}
    for cited, metadata in (
        ('<cite data-cite="77/AB"></cite>', {"cite2c": cite2c}),
        ('<cite id="x"><a href="#zotero%7C77%2FAB">(Arden)</a></cite>', {"citation-manager": manager}),
    ):
        article = parse(read_notebook(notebook(md(f"Things rest {cited}."), **metadata)))
        assert [one.work.title for one in article.references] == ["First measures"]
        assert [link.references for link in article.links] == [article.references]


def test_words_in_a_citation_without_its_record_are_read() -> None:
    cells = [md('Things rest <cite data-cite="x">(Arden, 2003)</cite>.'), md(f"## References\n\n{ENTRY}")]
    article = parse(read_notebook(notebook(*cells)))
    assert [len(link.references) for link in article.links] == [1]


@pytest.mark.parametrize(
    ("content", "message"),
    [(notebook(code(), code()), "no text in it"), (notebook(), "no text in it"),
     (notebook(md("")), "no text in it"),
     (notebook(md("Text"))[:-20], "broken JSON"), (b'{"cells": 3}', "no cells"), (b"[]", "no cells"),
     (b'{"cells": [' + b"[" * 100_000, "broken JSON"), (b"{}", "no cells"), (b"text", "broken JSON")],
)  # fmt: skip
def test_what_is_no_notebook_is_said_in_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.ipynb"
    path.write_bytes(content)
    with pytest.raises(InputError, match=message) as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_odd_cells_are_left_out() -> None:
    odd = [None, 3, {"cell_type": "markdown"}, {"cell_type": "markdown", "source": [1, "a"]},
           {"cell_type": "heading", "level": "x", "source": "b"},
           {"cell_type": "raw", "source": "c", "metadata": 3},
           {"cell_type": "markdown", "source": "\ud800"}]  # fmt: skip
    document = read_notebook(json.dumps({"cells": odd}).encode())
    assert document.text == "a\n\n# b\n\nc\n\n\ufffd"


def test_the_shells_that_pandoc_puts_around_entries_are_no_text() -> None:
    shell = '<span class="csl-left-margin">\\[1\\] </span><span\nclass="csl-right-inline">{}</span>'
    cells = (
        md("Things rest \\[1\\].\n"),
        md('# References\n\n<div id="refs">\n\n', shell.format(ENTRY), "\n\n</div>"),
    )
    article = parse(read_notebook(notebook(*cells)))
    assert [(one.number, one.work.author[0].family) for one in article.references] == [(1, "Arden")]
    assert [len(link.references) for link in article.links] == [1]
