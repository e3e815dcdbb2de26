"""reStructuredText, AsciiDoc and Typst: citations by key, lists of their own, what is no text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.registry import read, read_text
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.pipeline import check, parse

BIB = """@article{arden2003, author={Arden, P.}, title={First measures}, year={2003}, journal={J}, pages={1}}
@article{brill2008, author={Brill, B.}, title={Second measures}, year={2008}, journal={J}, pages={2}}
"""
ARDEN = "Arden, P. (2003). First measures of a thing. Journal of Things, 2(1), 891–902."
BRILL = "Brill, B. (2008). Second measures of the same. Journal of Things, 7(2), 224–236."


def shown(document: Document, kind: str) -> list[str]:
    return [document.text[one.start : one.end] for one in document.styles if one.kind == kind]


@pytest.mark.parametrize(
    ("ending", "source"),
    [
        ("rst", "Things rest :cite:p:`arden2003`, :cite:t:`brill2008,arden2003`.\n\n"
         ".. bibliography:: refs.bib\n   :style: plain\n"),
        ("rst", "Things rest :cite:`arden2003` and :footcite:`brill2008, arden2003`.\n\n"
         ".. bibliography:: refs.bib"),
        ("adoc", "= On things\n:bibtex-file: refs.bib\n\nThey rest cite:[arden2003(p. 3)], "
         "citenp:[brill2008,arden2003].\n\nbibliography::[]\n"),
        ("typ", 'They rest @arden2003, @brill2008[p. 3] and #cite(<arden2003>, form: "prose"). See @fig.'
         '\n\n#figure([x]) <fig>\n#bibliography("refs.bib", style: "apa")\n'),
        ("typ", 'They rest @arden2003; #cite(label("brill2008")) @arden2003.\n'
         '#bibliography(("refs.bib",))\n'),
    ],
)  # fmt: skip
def test_keys_lead_to_the_named_bibliography(tmp_path: Path, ending: str, source: str) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    path = tmp_path / f"a.{ending}"
    path.write_text(source)
    article = parse(path)
    assert [[one.work.year for one in link.references] for link in article.links] == [[2003], [2008], [2003]]
    assert "C101" not in {finding.rule for finding in check(article, source=None).findings}
    (tmp_path / "refs.bib").unlink()
    with pytest.raises(InputError, match=r"names the bibliography 'refs\.bib'"):
        read(path)


@pytest.mark.parametrize(
    ("format", "source"),
    [
        ("rst", f"Things rest [Arden2003]_ and [B08]_.\n\n.. [Arden2003] {ARDEN[:40]}\n   {ARDEN[40:]}\n"
         f".. [B08] {BRILL}\n"),
        ("rst", f"Things rest [1]_ and [2]_.\n\n.. [1] {ARDEN}\n.. [2] {BRILL}\n"),
        ("asciidoc", "Things rest <<arden>> and <<b08,Brill 2008>>.\n\n[bibliography]\n== References\n\n"
         f"* [[[arden]]] {ARDEN}\n* [[[b08,2]]] {BRILL}\n"),
    ],
)  # fmt: skip
def test_lists_of_the_text_itself(format: str, source: str) -> None:
    article = parse(read_text(source, format))
    assert [one.work.page for one in article.references] == ["891–902", "224–236"]
    assert [[one.work.year for one in link.references] for link in article.links] == [[2003], [2008]]
    assert [finding.rule for finding in check(article, source=None).findings] == ["M300"]


@pytest.mark.parametrize(
    ("format", "code"),
    [
        ("rst", "Text::\n\n    x[1] :cite:`a`\n\n    more :cite:`b`\n\nText"),
        ("rst", "``:cite:`` and ``[a]_``"),
        ("rst", ".. code-block:: python\n   :linenos:\n\n   x :cite:`a`\n\nText"),
        ("rst", ":math:`x :cite:`"),
        ("asciidoc", "----\nx cite:[a]\n----\n"), ("asciidoc", "// cite:[a]\n"), ("asciidoc", "`cite:[a]`"),
        ("asciidoc", "....\ncite:[a]\n\ncite:[b]\n....\n"), ("typst", "```py\n@a\n```"), ("typst", "// @a\n"),
        ("typst", "/* @a\n@b */ `@a` $@a$"), ("typst", "me@example.org"), ("typst", "@fig #figure([]) <fig>"),
    ],
)  # fmt: skip
def test_code_and_comments_are_no_text(format: str, code: str) -> None:
    document = read_text(code, format)
    assert (document.marks, document.diagnoses, document.text) == ((), (), code)


@pytest.mark.parametrize(
    "source", ["Things rest :cite:`a`.", "Things rest :cite:`a` and :cite:`b`.\n\n.. bibliography::\n"]
)
def test_keys_without_a_list_are_told_and_not_accused(source: str) -> None:
    """Sphinx names its bibliographies in conf.py, beside many texts."""
    findings = check(read_text(source, "rst"), source=None).findings
    assert [finding.rule for finding in findings] == ["R214"]
    assert "were not checked" in findings[0].message


@pytest.mark.parametrize(
    ("format", "source"),
    [
        ("rst", "Title\n=====\n\nText\\ :sup:`1,2` `here <https://doi.org/10.5555/x>`_ [1]_.\n\n"
         ".. [1] A note.\n"),
        ("asciidoc", "= Title\n\nText^1,2^ https://doi.org/10.5555/x[here] footnote:[A note.].\n"),
        ("typst", '= Title\n\nText#super[1,2] #link("https://doi.org/10.5555/x")[here] '
         "#footnote[A note.].\n"),
    ],
)  # fmt: skip
def test_headings_raised_letters_links_and_notes(format: str, source: str) -> None:
    document = read_text(source, format)
    assert (document.title, shown(document, "heading")) == ("Title", ["Title"])
    assert (shown(document, "superscript"), shown(document, "footnote")) == (["1,2"], ["A note."])
    (link,) = document.hyperlinks
    assert (document.text[link.start : link.end], link.url) == ("here", "https://doi.org/10.5555/x")


@given(
    st.text(alphabet='ab1[]()<>@#:`.,_-=^*"\n /\\$', max_size=400),
    st.sampled_from(["rst", "asciidoc", "typst"]),
)
def test_no_source_is_too_odd(text: str, format: str) -> None:
    document = read_text(text, format)
    spans = [*document.marks, *document.entries, *document.styles, *document.hyperlinks]
    assert all(0 <= one.start <= one.end <= len(text) for one in spans)
